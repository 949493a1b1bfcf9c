import type { ReturnTexts } from '../catalogue.ts';
import { plural } from '../plural.ts';

export const returning: ReturnTexts = {
  link: 'A o na le khoutu? Bala karabo',
  toForm: 'Ga o na khoutu? Re kwalele',
  title: 'Bala karabo',
  code: 'Khoutu ya gago',
  codeHint: 'Kwala ditlhopha di le 10 tsa dinomoro, kgotsa mafoko a le 12. Diphatlha le mela ga di kgathalesege.',
  codeKept:
    'Khoutu ya gago ga e romelwe, e bile ga e bolokwe. Se e se bulang se nna mo tsebeng e fela go fitlha o tswa.',
  open: 'Bula',
  noScript:
    'Gore dikarabo di bulwe mo sedirisiweng se, tsebe e e tlhoka JavaScript. Mo sebatling se sa inthanete, e timilwe. Dirisa sebatli se sengwe. Ba ba itseng ba ka dirisa gape lenaneo la “amparo” mo moleng wa ditaelo.',

  reportTitle: 'Pego ya gago',
  answersTitle: 'Dikarabo',
  lookAgain: 'Leba gape',
  lookBack: 'Leba kwa morago go feta',

  writeTitle: 'Kwala gape',
  writeHint:
    'Babadi ba tla bona gore se tswa go motho yo o kwadileng lantlha. Ba santse ba sa kgone go bona gore o mang.',
  message: 'Molaetsa wa gago',
  readersAgain: 'Ga go ope yo o bolokileng gore o ne o tlogela bomang. Tsweetswee tlhopha gape.',
  sent: 'Molaetsa wa gago o lotletswe e bile o bolokilwe. O ka kwala o mongwe, kgotsa wa tswa mo tsebeng e.',

  checkTitle: 'Tlhola rasiti e e bolokilweng',
  checkHint: 'Faele e balwa mo sedirisiweng se, e bile ga e romelwe. Ga o tlhoke khoutu go dira seno.',
  checkFile: 'Faele ya rasiti',

  closeTitle: 'Tswala ruri',
  closeHint:
    'Dikarabo tsotlhe di phimolwa mo seva, mme ga go na tse dintšha tse di ka tlang. Se o se rometseng se sala le ofisi. Ga go ka ke ga boelwa morago.',
  closeTick: 'Ke a tlhaloganya gore dikarabo di tla phimolwa.',
  closedTitle: 'Go tswetswe',
  closed: 'Dikarabo di phimotswe, mme ga go na tse dintšha tse di ka tlang. O ka tswa mo tsebeng e jaanong.',

  emptiedTitle: 'Tsebe e e ntshitswe tsotlhe',
  emptied: 'Go fetile metsotso e le lesome go sa kwalwe sepe, go sa tshwarwe sepe fano.',
  enterAgain: 'Tsenya khoutu gape',

  script: {
    opening: 'Go a bulwa…',
    looking: 'Go batliwa dikarabo…',
    closing: 'Go a tswalwa…',
    reading: 'Go balwa lokwalo lwa botlhe: {share}',

    codeMissing: 'Kwala khoutu ya gago pele.',
    groupCount: plural({
      one: 'Go na le setlhopha se le {count}; go tlhokega di le {expected}.',
      other: 'Go na le ditlhopha di le {count}; go tlhokega di le {expected}.',
    }),
    wordCount: plural({
      one: 'Go na le lefoko le le {count}; go tlhokega a le {expected}.',
      other: 'Go na le mafoko a le {count}; go tlhokega a le {expected}.',
    }),
    groupShort: 'Go tlhaela nomoro: setlhopha sengwe le sengwe se na le tse tlhano.',
    groupsWrong: plural({
      one: 'Leba setlhopha sa {places} gape.',
      other: 'Leba ditlhopha tsa {places} gape.',
    }),
    wordsWrong: plural({
      one: 'Lefoko la {places} ga se lengwe la mafoko a a ka dirisiwang.',
      other: 'Mafoko a {places} ga a mo gare ga mafoko a a ka dirisiwang.',
    }),
    notTogether: 'Go na le se se sa tsamaelaneng. Bapisa tsotlhe le se o neng wa se kwala fa fatshe.',
    suspects: plural({
      one: 'Go na le se se sa tsamaelaneng; leba lefoko la {places} pele.',
      other: 'Go na le se se sa tsamaelaneng; leba mafoko a {places} pele.',
    }),

    stored: 'Re na le se o se rometseng: {days}.',
    shown: 'Se bonala mo lokwalong lwa botlhe. Ga go ope yo o ka se ntshang go sa bonwe.',
    notShown:
      'Ga se ise se bonale mo lokwalong lwa botlhe. Seo se ka tsaya go fitlha letsatsi le le latelang go romela.',
    notInNewest: 'Ga se bonale mo karolong e ntšhwa thata ya lokwalo lwa botlhe. Leba kwa morago go feta.',
    olderUnread: 'Dikarolo tsa bogologolo tsa lokwalo lwa botlhe ga di a balwa.',
    unchecked: 'Lokwalo lwa botlhe lo ne lwa se ka lwa kgona go tlhatlhobiwa jaanong.',
    opened: '{name} o se butse: {day}.',
    notOpened: 'Ga go ise go nne le ope yo o se bulang.',
    answered: 'Go na le karabo.',
    notAnswered: 'Ga go ise go nne le karabo.',
    whatIsOwed:
      'Kwa European Union molao wa re: mo malatsing a le 7 o itsisiwe gore pego ya gago e gorogile, mme mo dikgweding di le 3 gore go dirilwe eng ka yone. Boa moragonyana o lebe gape.',

    missing:
      'Go tlhaela karabo e e tswang go {name}. Go ka nna ga bo seva e e thibetse. Itsise ofisi ka tsela e nngwe.',
    missingOrExpired:
      'Go tlhaela karabo e e tswang go {name}. A o kwadile la ntlha go feta ngwaga o le mongwe o o fetileng? Fa go le jalo, go ka nna ga bo seva e e phimotse: e boloka dikarabo ngwaga o le mongwe. Fa go se jalo, go ka nna ga bo seva e e thibetse. Itsise ofisi ka tsela e nngwe.',
    unknownReviewer:
      'Karabo e le nngwe ga e bontshiwe: ga e a saeniwa ke ope yo o mo lenaaneng la babadi. Go ka nna ga bo mongwe a e itiretse. Itsise ofisi ka tsela e nngwe.',
    otherCase:
      'Karabo e le nngwe ga e bontshiwe: e ne e sa lotlelelwa wena. Go ka nna ga bo mongwe a e beile fano. Itsise ofisi ka tsela e nngwe.',
    damaged: 'Karabo e le nngwe ga e bontshiwe: e senyegile, kgotsa mongwe o e fetotse. Itsise ofisi ka tsela e nngwe.',

    receiptFirst: 'Tlhopha faele ya rasiti pele.',
    receiptUnreadable: 'Faele e ga se rasiti.',
    receiptForeign:
      'Rasiti e ga e supe sepe: ga e a saenwa ke lokwalo lwa ofisi e. Go ka nna ga bo mongwe a e itlhametse kgotsa a e fetotse.',
    receiptNoLog: 'Ofisi e ga e na lokwalo lwa botlhe. Ka jalo ga go na se se ka tlhatlhobiwang.',
    receiptReal: 'Rasiti ke ya nnete. Seva e amogetse se o se rometseng: {day}.',
    receiptAbsent:
      'Ga se bonale mo lokwalong lwa botlhe, mme se tshwanetse go bonala. Go ka nna ga bo mongwe a se ntshitse. Boloka rasiti, mme o itsise ofisi ka tsela e nngwe.',

    messageMissing: 'Tsweetswee kwala sengwe pele mo go “Molaetsa wa gago”.',
    tickFirst: 'Tshwaya lebokosana pele, fa o batla go tswala.',
  },
};
