import type { ScriptTexts } from '../catalogue.ts';
import { plural } from '../plural.ts';

export const script: ScriptTexts = {
  preparing: 'Naghahanda para kandaduhan ang isusulat ninyo. Puwede na kayong magsimula.',
  ready: 'Handa nang ipadala.',
  readyToSave: 'Handa nang ikandado.',
  saving: 'Sine-save…',
  step: 'Hakbang {step} sa {steps}',
  sealing: 'Kinakandaduhan sa device na ito ang isinulat ninyo…',
  working:
    'May ginagawa ang device ninyo na humaharang sa mga mensaheng gawa ng makina. Puwede itong umabot ng isang minuto.',
  sending: 'Ipinapadala…',
  waiting: 'Mabagal o nawala ang koneksiyon. Sinusubukan ulit…',
  finishing: 'Ipinapadala ang natitira ninyong mga file. Puwede kayong maghintay dito.',
  storyLeft: plural({ one: '{count} titik pa ang puwede', other: '{count} titik pa ang puwede' }),
  languageKept: 'Nasa ibang wika na ngayon ang pahinang ito. Narito pa ang isinulat ninyo.',
  languageLost: 'Hindi ma-load ngayon ang kabilang wika. Subukan ulit.',
  receivedId: 'Numero ng ulat ninyo: {id}',

  readerExclude: 'hindi dapat makabasa nito',
  readerReads: 'Nakakabasa ng: {languages}',
  readerNoKey: 'hindi makakabasa ng mga ulat ngayong buwan',
  readersTogether: plural({
    one: '{count} sa mga taong ito ang magbubukas ng ulat ninyo.',
    other: '{count} sa mga taong ito ang dapat sabay na magbukas ng ulat ninyo. Walang makakabasa nito nang mag-isa.',
  }),

  chooseCountry: 'Pumili ng bansa',
  remove: 'Alisin',
  removeNamed: 'Alisin ang {name}',
  removed: 'Inalis: {name}',
  change: 'Baguhin',
  changeNamed: 'Baguhin: {name}',
  nothingAnswered: 'Iniwan ninyo itong walang sagot.',
  notThese: 'Hindi para sa mga taong ito: {names}',
  everybody: 'Puwedeng makabasa nito ang lahat ng nasa listahan.',

  voiceRecording: 'Nagre-record: {time}',
  voiceRecorded: 'Na-record: {time}. Pakinggan muna ito bago idagdag.',
  voiceChanging: 'Binabago ang boses: {percent}',
  voiceChanged: 'Nabago na ang boses. Pakinggan muna ito bago idagdag.',
  voiceAdded: 'Naidagdag na ang recording.',
  voiceName: 'Recording bilang {number}',
  voiceDenied: 'Hindi pinapayagan ng browser na ito na gamitin ng pahina ang mikropono.',
  voiceMissing: 'Walang nakitang mikropono.',
  voiceFailed: 'Hindi natuloy ang pagre-record. Puwede kayong magsulat na lang, o magdagdag ng file.',

  files: plural({ one: '{count} na file, {size}', other: '{count} na file, {size}' }),
  fileChecking: 'Tinitingnan ang laman nito…',
  fileClean: 'Walang nakita rito na nagsasabi kung saan, kailan o sino ang gumawa nito.',
  fileNotCleaned: 'Hindi nililinis ang ganitong uri ng file. Puwedeng may pangalan, lugar o oras sa loob nito.',
  fileUnclear: 'Hindi nabasa nang buo ang file na ito. Puwedeng may pangalan, lugar o oras sa loob nito.',
  fileFound: 'Higit pa sa nakikita ang sinasabi ng file na ito:',
  findings: {
    location: 'kung saan ito ginawa',
    time: 'kung kailan ito ginawa o binago',
    device: 'kung anong device ang ginamit',
    person: 'isang pangalan',
    software: 'kung anong programa ang ginamit',
    text: 'mga salitang wala sa larawan',
    preview: 'maliit na kopya ng larawan, baka mula noong hindi pa ito nababago',
    video: 'isang maikling video sa likod ng larawan',
    hidden: 'iba pang nakatagong impormasyon',
  },
  fileSend: 'Ano ang ipapadala mula rito?',
  fileSendCleaned: 'Ang file na wala ang mga ito',
  fileSendOriginal: 'Ang orihinal, kasama ang lahat',
  fileSendBoth: 'Pareho',
  fileNote: 'Ano ito? (puwedeng iwanang walang sagot)',
  originalName: 'Orihinal – {name}',

  uploadIdle: 'Ipapadala ang mga file kapag nagpatuloy kayo.',
  uploading: '{percent} ng mga file ninyo ang naipadala',
  uploadLeft: '{percent} ng mga file ninyo ang naipadala. Natitirang oras: {time}',
  uploadPaused: 'Nakahinto muna. {percent} ng mga file ninyo ang naipadala.',
  uploadWaiting: 'Mabagal o nawala ang koneksiyon. Sinusubukan ulit… {percent} ng mga file ninyo ang naipadala.',
  uploadFull:
    'Walang lugar sa server ngayon. Sinusubukan ulit… Puwede rin kayong mag-alis ng mga file, at magpadala nang wala ang mga iyon.',
  uploadDone:
    'Naipadala na ang lahat ng file ninyo. Magiging bahagi ang mga ito ng ulat ninyo kapag ipinadala na ninyo ito.',
  lessThanMinute: 'wala pang isang minuto',

  fileEmpty: '{name}: walang laman ang file na ito. Hindi ito idinagdag.',
  fileVanished: '{name}: hindi na mabasa ang file na ito. Alisin ito, o piliin ulit.',
  fileChanged: '{name}: nabago ang file na ito habang ipinapadala. Alisin ito, o piliin ulit.',
  fileTooLarge: '{name}: sobra na kapag kasama ang file na ito. Hanggang {size} lang ang puwedeng ipadala.',
  filesTooMany: 'Hanggang {count} na file lang ang puwedeng ipadala. Hindi idinagdag ang iba.',

  failures: {
    'story-missing': 'Sumulat muna ng kahit kaunti sa “Ano ang nangyari?”, o magdagdag ng recording.',
    'story-too-long':
      'Masyado itong mahaba para ipadala nang isang beses. Paikliin ito, o ipadala nang dalawang bahagi.',
    'answers-too-long': 'Masyadong mahaba ang isa sa mga sagot ninyo. Paikliin ito.',
    'nobody-left': 'Dapat may kahit isang taong makakabasa nito. Alisin ang tsek sa isa sa mga kahon.',
    'too-few-left': 'Kulang na ang matitirang tao para sabay na mabuksan ito. Alisin ang tsek sa isa sa mga kahon.',
    'readers-changed':
      'Nabago ang listahan ng mga makakabasa nito habang nagsusulat kayo. Hindi naipadala ang ulat ninyo. Tingnan ulit ang listahan, saka ipadala.',
    'files-unreadable': 'Hindi na mabasa ang isa sa mga file ninyo. Alisin ito, o piliin ulit.',
    'save-failed': 'Hindi na-save ang file. Tingnan kung may lugar pa sa device na ito, at subukan ulit.',
    offline: 'Hindi maabot ang server. Tingnan ang koneksiyon ninyo at subukan ulit.',
    'server-busy': 'Hindi ito matanggap ng server ngayon. Subukan ulit pagkalipas ng ilang minuto.',
    'server-full':
      'Walang lugar sa server ngayon para sa mga file ninyo. Subukan ulit mamaya, o mag-alis ng mga file at magpadala nang wala ang mga iyon.',
    refused:
      'Hindi na tugma ang pahinang ito sa server. I-load ulit ang pahina. Mawawala rito ang isinulat ninyo, kaya kopyahin muna kung ligtas iyon.',
    'receipt-missing':
      'Tinanggap ng server ang isinulat ninyo, pero hindi ito nagbigay ng patunay na itinatabi ito. Ipadala ulit.',
    'receipt-wrong':
      'Tinanggap ng server ang isinulat ninyo, pero mali ang ibinigay nitong patunay. Ipadala ulit. Kung ganoon pa rin, sabihin sa tanggapan sa ibang paraan.',
    'office-untrusted':
      'Hindi wasto ang lagda sa listahan ng mga makakabasa. Baka may nagbago nito. Huwag magsulat dito, at ipaalam ito sa tanggapan sa ibang paraan.',
    'office-expired':
      'Luma na ang listahan ng mga makakabasa, o mali ang petsa ng device na ito. Tingnan ang petsa at i-load ulit ang pahina. Kung tama ang petsa, ipaalam ito sa tanggapan sa ibang paraan.',
    insecure:
      'Hindi dumaan sa ligtas na koneksiyon ang pahinang ito. Gamitin ang address na nagsisimula sa https, o ang onion na address.',
    unsupported:
      'Masyadong luma ang browser na ito para kandaduhan ang isinusulat ninyo. Gumamit ng mas bago, o ng Tor Browser.',
    unknown: 'May naging problema na hindi namin inasahan. Subukan ulit, o gumamit ng ibang browser.',
  },
};
