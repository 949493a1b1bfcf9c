import type { ScriptTexts } from '../catalogue.ts';
import { plural } from '../plural.ts';

export const script: ScriptTexts = {
  preparing: 'Go baakanyediwa go lotlela se o se kwalang. O ka simolola gone jaanong.',
  ready: 'Go siametse go romela.',
  readyToSave: 'Go siametse go lotlela.',
  saving: 'E a boloka…',
  step: 'Kgato ya {step} mo dikgatong di le {steps}',
  sealing: 'Go lotlelwa se o se kwadileng mo sedirisiweng se…',
  working: 'Sedirisiwa sa gago se dira tiro e e thibelang melaetsa e e dirilweng ke metšhine. Se se ka tsaya motsotso.',
  sending: 'E a romela…',
  waiting: 'Kgolagano e bonya kgotsa e kgaogile. E leka gape…',
  finishing: 'Go romelwa difaele tsa gago tse di setseng. O ka leta fano.',
  storyLeft: plural({ one: 'Go setse tlhaka e le {count}', other: 'Go setse ditlhaka di le {count}' }),
  languageKept: 'Tsebe e jaanong e ka puo e nngwe. Se o se kwadileng se santse se le fano.',
  languageLost: 'Puo e nngwe ga e kgone go laisiwa jaanong. Leka gape.',
  receivedId: 'Nomoro ya pego ya gago: {id}',

  readerExclude: 'ga a tshwanela go bala se',
  readerReads: 'O bala: {languages}',
  readerNoKey: 'ga a kgone go bala dipego kgwedi e',
  readersTogether: plural({
    one: 'Motho a le {count} mo go ba o bula pego ya gago.',
    other:
      'Batho ba le {count} mo go ba ba tshwanetse go bula pego ya gago mmogo. Ga go ope yo o ka e balang a le nosi.',
  }),

  chooseCountry: 'Tlhopha lefatshe',
  remove: 'Ntsha',
  removeNamed: 'Ntsha {name}',
  removed: 'Go ntshitswe: {name}',
  change: 'Fetola',
  changeNamed: 'Fetola: {name}',
  nothingAnswered: 'O tlogetse fano go se na sepe.',
  notThese: 'Ba ba sa tshwanelang go se bala: {names}',
  everybody: 'Botlhe ba ba mo lenaaneng ba ka se bala.',

  voiceRecording: 'E a gatisa: {time}',
  voiceRecorded: 'E gatisitse: {time}. E reetse pele ga o e tsenya.',
  voiceChanging: 'Go fetolwa lentswe: {percent}',
  voiceChanged: 'Lentswe le fetotswe. Le reetse pele ga o le tsenya.',
  voiceAdded: 'Kgatiso e tsentswe.',
  voiceName: 'Kgatiso {number}',
  voiceDenied: 'Sebatli se sa inthanete ga se letle tsebe go dirisa maekorofounu.',
  voiceMissing: 'Ga go a bonwa maekorofounu.',
  voiceFailed: 'Kgatiso ga e a atlega. O ka kwala mo boemong jwa yone, kgotsa wa tsenya faele.',

  files: plural({ one: 'Faele e le {count}, {size}', other: 'Difaele di le {count}, {size}' }),
  fileChecking: 'Go lebelelwa se se mo teng ga yone…',
  fileClean: 'Ga go a bonwa sepe mo go yone se se bolelang gore e dirilwe kae, leng kgotsa ke mang.',
  fileNotCleaned: 'Mofuta o wa faele ga o phepafadiwe. E ka nna le leina, lefelo kgotsa nako.',
  fileUnclear: 'Faele e ga e a balega yotlhe. E ka nna le leina, lefelo kgotsa nako.',
  fileFound: 'Faele e e bolela go feta se e se bontshang:',
  findings: {
    location: 'kwa e dirilweng teng',
    time: 'nako e e dirilweng kgotsa e fetotsweng ka yone',
    device: 'sedirisiwa se e dirilweng ka sone',
    person: 'leina la motho',
    software: 'porokeramo e e dirilweng ka yone',
    text: 'mafoko a a seyong mo setshwantshong',
    preview: 'setshwantsho se sennye sa sone, gongwe jaaka se ne se ntse pele ga se fetolwa',
    video: 'bidio e khutshwane e e kwa morago ga senepe',
    hidden: 'tshedimosetso e nngwe e e fitlhegileng',
  },
  fileSend: 'Go romelwe eng mo go yone?',
  fileSendCleaned: 'Faele e e se nang dilo tse',
  fileSendOriginal: 'Ya ntlhantlha, e na le tsotlhe',
  fileSendBoth: 'Tsoopedi',
  fileNote: 'Ke eng? (o ka tlogela fano go se na sepe)',
  originalName: 'Ya ntlhantlha – {name}',

  uploadIdle: 'Difaele di romelwa fa o tswelela.',
  uploading: '{percent} ya difaele tsa gago e rometswe',
  uploadLeft: '{percent} ya difaele tsa gago e rometswe. Nako e e setseng: {time}',
  uploadPaused: 'Go emisitswe go le gonnye. {percent} ya difaele tsa gago e rometswe.',
  uploadWaiting: 'Kgolagano e bonya kgotsa e kgaogile. E leka gape… {percent} ya difaele tsa gago e rometswe.',
  uploadFull:
    'Seva ga e na sebaka jaanong. E leka gape… O ka ntsha gape difaele dingwe, o bo o romela kwantle ga tsone.',
  uploadDone: 'Difaele tsa gago tsotlhe di rometswe. Di nna karolo ya pego ya gago fa o sena go e romela.',
  lessThanMinute: 'ka fa tlase ga motsotso',

  fileEmpty: '{name}: ga go na sepe mo faeleng e. Ga e a tsenngwa.',
  fileVanished: '{name}: faele e ga e tlhole e balega. E ntshe, kgotsa o e tlhophe gape.',
  fileChanged: '{name}: faele e e fetotswe e ntse e romelwa. E ntshe, kgotsa o e tlhophe gape.',
  fileTooLarge:
    '{name}: fa go tsenngwa faele e, go nna go le gontsi thata. Go ka romelwa {size} fela, e seng go feta foo.',
  filesTooMany: 'Go ka romelwa difaele di le {count} fela. Tse dingwe ga di a tsenngwa.',

  failures: {
    'story-missing': 'Tsweetswee kwala sengwe pele mo go “Go diragetse eng?”, kgotsa o tsenye kgatiso.',
    'story-too-long':
      'Se se seleele thata go ka romelwa gangwe. Se khutshwafatse, kgotsa o se romele ka dikarolo tse pedi.',
    'answers-too-long': 'Nngwe ya dikarabo tsa gago e telele thata. E khutshwafatse.',
    'nobody-left':
      'Bonnye motho a le mongwe o tshwanetse go kgona go se bala. Ntsha letshwao mo go lengwe la mabokosana.',
    'too-few-left': 'Go tla sala batho ba ba sa lekaneng go e bula mmogo. Ntsha letshwao mo go lengwe la mabokosana.',
    'readers-changed':
      'Lenaane la batho ba ba ka se balang le fetogile o ntse o kwala. Pego ya gago ga e a romelwa. Lebelela lenaane gape, o bo o romela.',
    'files-unreadable': 'Nngwe ya difaele tsa gago ga e tlhole e balega. E ntshe, kgotsa o e tlhophe gape.',
    'save-failed':
      'Faele ga e a kgona go bolokwa. Lebelela gore a go na le sebaka mo sedirisiweng se, o bo o leka gape.',
    offline: 'Seva ga e fitlhelelwe. Tlhola kgolagano ya gago o bo o leka gape.',
    'server-busy': 'Seva ga e kgone go se amogela jaanong. Leka gape morago ga metsotso e se kae.',
    'server-full':
      'Seva ga e na sebaka sa difaele tsa gago jaanong. Leka gape moragonyana, kgotsa o ntshe difaele dingwe o bo o romela kwantle ga tsone.',
    refused:
      'Tsebe e ga e tlhole e tsamaelana le seva. Laisa tsebe gape. Se o se kwadileng se tla bo se seyo mo go yone, ka jalo se kopolole pele fa seo se sireletsegile.',
    'receipt-missing':
      'Seva e amogetse se o se kwadileng, mme ga e a naya bosupi jwa gore e a se boloka. Se romele gape.',
    'receipt-wrong':
      'Seva e amogetse se o se kwadileng, mme bosupi jo e bo neileng bo fosagetse. Se romele gape. Fa go nna jalo, bolelela ofisi ka tsela e nngwe.',
    'office-untrusted':
      'Lenaane la batho ba ba ka balang ga le a saeniwa ka fa le tshwanetseng ka teng. Go ka nna ga bo motho mongwe a le fetotse. O se ka wa kwala fano, mme o itsise ofisi ka tsela e nngwe.',
    'office-expired':
      'Lenaane la batho ba ba ka balang le fetilwe ke nako, kgotsa letlha la sedirisiwa se le phoso. Tlhola letlha o bo o laisa tsebe gape. Fa letlha le nepagetse, itsise ofisi ka tsela e nngwe.',
    insecure:
      'Tsebe e ga e a tla ka kgolagano e e sireletsegileng. Dirisa aterese e e simololang ka https, kgotsa aterese ya onion.',
    unsupported:
      'Sebatli se sa inthanete ke sa bogologolo thata go ka lotlela se o se kwalang. Dirisa se sešwa, kgotsa Tor Browser.',
    unknown: 'Go nnile le phoso e re neng re sa e solofela. Leka gape, kgotsa o dirise sebatli se sengwe.',
  },
};
