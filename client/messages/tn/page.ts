import type { PageTexts } from '../catalogue.ts';

export const page: PageTexts = {
  title: 'Re kwalele',
  exit: 'Tswa mo tsebeng e',
  exitHint:
    '“Tswa mo tsebeng e” e bula tsebe ya maemo a bosa mo boemong jwa yone. O ka tobetsa gape konopo ya Shift gararo.',
  languages: 'Dipuo',
  unreviewed: 'Mokwalo o ga o ise o lebelelwe ke motho yo puo ya gagwe ya ntlha e leng Setswana.',
  demo: 'KE TEKELETSO FELA. O se ka wa kwala sepe sa nnete fano: dinotlolo tsa tsebe e ga di a sireletsega.',

  heading: 'Re bolelele se se diragetseng',
  intro:
    'Fano o ka bolelela {office} ka batho ba ba dirisiwang botlhaswa, le ka batlhankedi ba puso ba ba thusang ka seo kgotsa ba itira e kete ga ba bone. Ga o tlhoke go bua gore o mang.',
  howTitle: 'Se se dirwang ka se o se kwalang',
  howSealed:
    'Se o se kwalang se lotlelwa mo sedirisiweng se pele ga se romelwa. Seva e e se bolokang ga e kgone go se bula.',
  howReaders:
    'Ke batho ba fela ba ba ka se bulang. Moragonyana o ka tlhopha gore ke bafe mo go bone ba ba sa tshwanelang go se bala.',
  howNext:
    'Ba se bala mo sedirisiweng se se sa keng se golagana le inthanete, gantsi mo malatsing a le supa. Go tswa foo ba swetsa gore go ka dirwa eng.',
  howNot:
    'E ga se tirelo ya tshoganyetso. Ga go ope yo o se balang ka yone nako eo, e bile ga go ope yo o ka solofetsang gore go tla nna eng.',
  safeTitle: 'Gore o nne o sireletsegile',
  safeDevice:
    'O se ka wa dirisa mogala kgotsa khomputara e motho yo mongwe a lebelelang se o se dirang mo go yone, kgotsa e e leng ya kwa o berekang teng.',
  safeTor:
    'Ba ba go fang inthanete, kgotsa mong wa Wi-Fi, ba ka bona gore o etetse aterese e. Tor Browser e fitlha seo.',
  safeWho: 'O se ka wa kwala leina la gago, le maina a batho ba ba go thusitseng, fa e se fa o batla gore re a itse.',
  safeDetail: 'Akanya pele ga o kwala selo se se ka itsiweng ke wena fela: se ka supa gore se kwadilwe ke mang.',
  safeKeep:
    'Tsebe e ga e boloke sepe mo sedirisiweng sa gago. Dirisa dikonopo tse di mo tsebeng go ya kwa pele le kwa morago. Fa o tswala tsebe, kgotsa o dirisa konopo ya sebatli sa inthanete ya go boela morago, se o se kwadileng se tla latlhega.',
  contact: 'Tsela e nngwe ya go ikgolaganya le rona: {contact}',

  dangerTitle: 'A go na le motho yo o mo kotsing jaanong?',
  dangerHelp:
    'Fa o ka se dira o sireletsegile, letsa mogala o kope thuso kwa o leng teng. Re ka nna ra bala se nako ya go thusa e setse e fetile.',
  emergencyTitle: 'Dinomoro tsa tshoganyetso',

  start: 'Simolola',
  back: 'Boela morago',
  next: 'Tswelela',
  toSending: 'Ya kwa go romeleng',
  everythingOptional: 'O ka tlogela fano go se na sepe.',
  starting: 'Foromo e ga e ise e siame. Fa seo se sa fetoge mo motsotsong o le mongwe, laisa tsebe gape.',

  storyTitle: 'Go diragetse eng?',
  storyHint:
    'Kwala go le gontsi kgotsa go le gonnye, ka fa o ratang ka teng, ka puo nngwe le nngwe. Sekai: o bone eng, kae, leng, le gore ke mang.',
  voiceTitle: 'Bua mo boemong jwa go kwala',
  voiceHint:
    'O ka gatisa lentswe la gago fano. Le lotlelwa le bo le romelwa jaaka faele. Batho ba ba itseng lentswe la gago ba ka go lemoga ka lone.',
  voiceStart: 'Gatisa',
  voiceStop: 'Emisa',
  voiceAgain: 'Gatisa gape',
  voiceDisguise: 'Fetola lentswe la me gore le se ka la tlhola le kgona go busediwa jaaka le ne le ntse',
  voiceDisguiseHint:
    'Mafoko a nna a ntse jalo. Tsela e o buang ka yone, segalo sa gago le medumo e e go dikologileng le tsone ga di fetoge.',
  voiceUse: 'Tsenya kgatiso e',

  evidenceTitle: 'Dinepe, dibidio, ditokomane',
  evidenceHint:
    'Tsenya se o nang le sone, fa go nna le sone go sa go tsenye mo kotsing. Difaele di lotlelwa mo sedirisiweng se, di bo di romelwa o ntse o kwala.',
  evidenceChoose: 'Tlhopha difaele',
  evidenceCleaning:
    'Gantsi dinepe le dibidio di bolela gore di tserwe kae, leng, le ka sedirisiwa sefe. Seo se a ntshiwa, mme setshwantsho se nna jaaka se ntse. O ka romela le ya ntlhantlha fa e tlhokega e le bosupi.',
  evidenceNot:
    'Ditokomane, tse di jaaka difaele tsa PDF kgotsa Word, ga di phepafadiwe. Gantsi di na le leina la motho yo o di kwadileng. Fa o kgona, romela setshwantsho sa tsebe mo boemong jwa tsone.',
  evidenceOnly:
    'Akanya gore ke mang yo mongwe yo o nang le senepe kgotsa tokomane e e tshwanang le e. Seo se ka supa gore e rometswe ke mang.',
  uploadTitle: 'Go romela difaele',
  uploadPause: 'Emisa go le gonnye',
  uploadResume: 'Tswelela',

  readersTitle: 'Ke mang yo o sa tshwanelang go se bala?',
  readersHint:
    'Batho ba ba ka bula se o se kwalang. Fa o sa ikanye mongwe wa bone, tshwaya lebokosana. Ga go ope yo o ka bonang gore o dirile jalo, le ene motho yoo ga a kgone. Bonnye motho a le mongwe o tshwanetse go sala.',
  fingerprintTitle: 'Nomoro ya go tlhomamisa ofisi e',
  fingerprintHint:
    'Fa o na le nomoro e go tswa mo phousetareng kgotsa mo karateng, di bapise. Fa di sa tshwane, o se ka wa kwala fano.',

  reviewTitle: 'Se lebelele gape, o bo o se romela',
  reviewHint: 'Se o se kwadileng ga se romelwe pele ga o tobetsa konopo. O santse o ka fetola sengwe le sengwe.',
  identifyTitle: 'A se se ka supa gore o mang?',
  identifyName: 'Leina la gago, nomoro ya mogala kgotsa aterese, kgotsa tsa batho ba ba gaufi le wena.',
  identifyDetail: 'Selo se se ka itsiweng ke wena fela, kgotsa ke batho ba se kae fela.',
  identifyDocument: 'Tokomane e e bonweng ke wena fela, kgotsa ke batho ba se kae fela.',
  identifyVoice: 'Lentswe la gago, kgotsa sefatlhego sa gago mo setshwantshong.',
  send: 'Lotlela o bo o romela',

  receivedTitle: 'Re se amogetse',
  receivedKept: 'Se o se kwadileng se lotletswe e bile se bolokilwe. Se ntshitswe mo tsebeng e.',
  receivedNext: 'Batho ba o ba tlhophileng ba tla se bula, gantsi mo malatsing a le supa.',
  receivedIdHint:
    'Ga o tlhoke go boloka nomoro e. Ga e bule sepe. Fa o e bolelela ofisi, ba ka bona pego ya gago ka yone.',
  receivedLeave: 'O ka tswala tsebe e jaanong.',

  problemTitle: 'Ga go a atlega',
  tryAgain: 'Leka gape',
  problemKept: 'Se o se kwadileng se santse se le fano.',

  noScriptTitle: 'Kwantle ga JavaScript',
  noScript:
    'Gore se o se kwalang se lotlelwe mo sedirisiweng se, tsebe e e tlhoka JavaScript. Mo sebatling se sa inthanete, e timilwe.',
  noScriptTor:
    'Mo Tor Browser, tlhopha legato la “Le le tlwaelegileng” (Standard) kgotsa “Le le sireletsegileng go feta” (Safer) mo lenaneong le le nang le setshwantsho sa thebe, o bo o laisa tsebe gape. Mo magatong ao ka bobedi, se o se kwalang se lotlelwa mo sedirisiweng sa gago.',
  offlineTitle: 'Go kwala kwantle ga inthanete',
  offlineHint:
    'Boloka tsebe e mo sedirisiweng se o se ikanyang, o bo o e bula mo go sone. E dira kwantle ga inthanete, mme e dira faele e le nngwe e e lotletsweng ka se o se kwalang. O ka romela faele eo fano, kgotsa wa e neela motho yo o tla e romelang.',
  offlineDownload: 'Boloka tsebe ya go kwala kwantle ga inthanete',
  offlineCheck:
    'Motho yo o itseng ka fa go dirwang ka teng a ka tlhola gore a tsebe e e bolokilweng ke ya nnete: ofisi e e saenile.',
  deliverTitle: 'Romela faele e e lotletsweng',
  deliverHint:
    'Leina la faele le felela ka .amparo. E nna e lotletswe tsela yotlhe. Ke batho ba ba fa godimo fela ba ba ka e bulang.',
  deliverChoose: 'Faele e e lotletsweng',
  deliver: 'Romela faele',
  deliveredTitle: 'Re amogetse faele',
  deliveredNext:
    'E bolokilwe, e bile e santse e lotletswe. O ka e phimola mo sedirisiweng sa gago wa bo wa tswala tsebe e jaanong.',
  notDeliveredTitle: 'Faele ga e a amogelwa',
  notDelivered: {
    'not-a-parcel':
      'E ga se faele e e lotletsweng go tswa mo tsebeng ya go kwala kwantle ga inthanete. Tlhopha faele e leina la yone le felelang ka .amparo.',
    damaged: 'Faele e senyegile. E kopolole gape go tswa kwa e dirilweng teng, kgotsa o e dire gape.',
    unstamped: 'Faele e ne e ise e fele fa e bolokwa. E dire gape.',
    incomplete: 'Kgolagano e kgaogile pele ga faele yotlhe e goroga fano. E romele gape.',
    'too-large': 'Faele e tona go feta e e ka amogelwang fano. E dire gape ka difaele di se kae fela.',
    'no-room':
      'Seva ga e na sebaka sa difaele tse dintsi jaana jaanong. Leka gape ka moso, kgotsa o e dire gape ka difaele di se kae fela.',
    busy: 'Seva ga e kgone go e amogela jaanong. Leka gape morago ga metsotso e se kae.',
  },
  tryDeliverAgain: 'Boela kwa tsebeng ya ntlha',

  offlineNotice: 'Tsebe e e dira kwantle ga inthanete. Ga e romele sepe.',
  offlineSave: 'Lotlela o bo o boloka',
  offlineSavedTitle: 'Se lotletswe',
  offlineSaved:
    'Faele e leina la yone e leng {file} e bolokilwe mo sedirisiweng se. Ke batho ba o ba tlhophileng fela ba ba ka e bulang. E romele mo tsebeng ya ofisi, kgotsa o e neele motho yo o tla e romelang.',
  offlineSavedDelete: 'Se o se kwadileng se ntshitswe mo tsebeng e. Phimola faele fa e sena go romelwa.',
};
