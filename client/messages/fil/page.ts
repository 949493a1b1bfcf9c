import type { PageTexts } from '../catalogue.ts';

export const page: PageTexts = {
  title: 'Sumulat sa amin',
  exit: 'Umalis sa pahinang ito',
  exitHint:
    'Kapag pinindot ang “Umalis sa pahinang ito”, isang pahina tungkol sa lagay ng panahon ang lalabas sa halip nito. Puwede rin ninyong pindutin nang tatlong beses ang Shift.',
  languages: 'Mga wika',
  unreviewed: 'Hindi pa ito nababasa at nasusuri ng taong lumaki sa wikang Filipino.',
  demo: 'PAGSUBOK LANG ITO. Huwag magsulat dito ng anumang totoo: hindi ligtas ang mga susi nito.',

  heading: 'Sabihin ninyo sa amin ang nangyari',
  intro:
    'Dito, puwede ninyong sabihin sa {office} ang tungkol sa mga taong pinagsasamantalahan, at sa mga opisyal na tumutulong dito o nagbubulag-bulagan. Hindi ninyo kailangang sabihin kung sino kayo.',
  howTitle: 'Ano ang mangyayari sa isusulat ninyo',
  howSealed:
    'Kinakandaduhan sa device na ito ang isinusulat ninyo bago ito ipadala. Hindi ito kayang buksan ng server na pinaglalagakan nito.',
  howReaders:
    'Ang mga taong ito lang ang makakapagbukas nito. Mamaya, puwede ninyong piliin kung sino sa kanila ang hindi dapat makabasa.',
  howNext:
    'Binabasa nila ito sa device na hindi kailanman ikinakabit sa internet, karaniwan sa loob ng pitong araw. Saka sila magpapasya kung ano ang magagawa.',
  howNot:
    'Hindi ito serbisyo para sa agarang saklolo. Walang babasa nito agad, at walang makakapangako kung ano ang kalalabasan.',
  safeTitle: 'Para manatiling ligtas',
  safeDevice: 'Huwag gumamit ng telepono o kompyuter na binabantayan ng iba, o pag-aari ng pinagtatrabahuhan ninyo.',
  safeTor:
    'Makikita ng internet provider ninyo, o ng may-ari ng Wi-Fi, na binuksan ninyo ang address na ito. Itinatago iyon ng Tor Browser.',
  safeWho:
    'Huwag isulat ang sarili ninyong pangalan, at ang pangalan ng mga taong tumulong sa inyo, maliban kung gusto ninyong malaman namin.',
  safeDetail:
    'Mag-isip muna bago isulat ang bagay na kayo lang ang puwedeng makaalam: puwede nitong ipakita kung sino ang sumulat.',
  safeKeep:
    'Walang iniiwan ang pahinang ito sa device ninyo. Gamitin ang mga pindutan sa pahina para sumulong o bumalik. Kapag isinara ninyo ang pahina, o ginamit ang pindutang pabalik ng browser, mawawala ang isinulat ninyo.',
  contact: 'Iba pang paraan para maabot kami: {contact}',

  dangerTitle: 'May nanganganib ba ngayon?',
  dangerHelp:
    'Kung magagawa ninyo nang ligtas, tumawag ng tulong diyan sa kinaroroonan ninyo. Baka huli na para makatulong kapag nabasa namin ito.',
  emergencyTitle: 'Mga numero para sa agarang saklolo',

  start: 'Magsimula',
  back: 'Bumalik',
  next: 'Magpatuloy',
  toSending: 'Pumunta na sa pagpapadala',
  everythingOptional: 'Puwede ninyo itong iwanang walang sagot.',
  starting: 'Hindi pa handa ang form na ito. Kung ganito pa rin pagkalipas ng isang minuto, i-load ulit ang pahina.',

  storyTitle: 'Ano ang nangyari?',
  storyHint:
    'Sumulat nang mahaba o maikli, ayon sa gusto ninyo, sa kahit anong wika. Halimbawa: ano ang nakita ninyo, saan at kailan, at sino ang naroon.',
  voiceTitle: 'Magsalita sa halip na magsulat',
  voiceHint:
    'Puwede ninyong i-record dito ang boses ninyo. Kinakandaduhan at ipinapadala ito gaya ng isang file. Puwede kayong makilala ng mga taong nakakakilala sa boses ninyo.',
  voiceStart: 'Mag-record',
  voiceStop: 'Itigil',
  voiceAgain: 'Mag-record ulit',
  voiceDisguise: 'Baguhin ang boses ko para hindi na ito maibalik sa dati',
  voiceDisguiseHint:
    'Mananatili ang mga salita. Mananatili rin ang paraan ninyo ng pagsasalita, ang punto ninyo at ang mga tunog sa paligid.',
  voiceUse: 'Idagdag ang recording na ito',

  evidenceTitle: 'Mga larawan, video at dokumento',
  evidenceHint:
    'Idagdag ang hawak ninyo, kung ligtas para sa inyo na hawak ninyo ito. Kinakandaduhan ang mga file sa device na ito at ipinapadala habang nagsusulat pa kayo.',
  evidenceChoose: 'Pumili ng mga file',
  evidenceCleaning:
    'Madalas ay nakatala sa mga larawan at video kung saan at kailan kinunan ang mga ito, at kung anong device ang ginamit. Inaalis iyon, at hindi nagbabago ang larawan. Puwede rin ninyong ipadala ang orihinal, kung kailangan ito bilang patunay.',
  evidenceNot:
    'Hindi nililinis ang mga dokumento, gaya ng mga PDF o Word. Madalas ay nasa loob ng mga ito ang pangalan ng gumawa. Kung kaya ninyo, magpadala na lang ng larawan ng pahina.',
  evidenceOnly:
    'Isipin ninyo kung sino pa ang may ganito ring larawan o dokumento. Puwede nitong ipakita kung sino ang nagpadala.',
  uploadTitle: 'Pagpapadala ng mga file',
  uploadPause: 'Ihinto muna',
  uploadResume: 'Ituloy',

  readersTitle: 'Sino ang hindi dapat makabasa nito?',
  readersHint:
    'Ang mga taong ito ay makakapagbukas ng isinusulat ninyo. Kung wala kayong tiwala sa isa sa kanila, lagyan ng tsek ang kahon. Walang makakaalam na ginawa ninyo ito, kahit ang taong iyon. Dapat may matira na kahit isang tao.',
  fingerprintTitle: 'Numerong pang-check ng tanggapang ito',
  fingerprintHint:
    'Kung may numero kayong ganito mula sa poster o kard, paghambingin ang dalawa. Kung magkaiba, huwag magsulat dito.',

  reviewTitle: 'Tingnan ulit, saka ipadala',
  reviewHint:
    'Hindi ipapadala ang isinulat ninyo hangga’t hindi ninyo pinipindot ang pindutan. Mababago pa ninyo ang lahat.',
  identifyTitle: 'Puwede bang ipakita nito kung sino kayo?',
  identifyName: 'Ang sarili ninyong pangalan, numero ng telepono o tirahan, o ng mga taong malapit sa inyo.',
  identifyDetail: 'Isang bagay na kayo lang, o iilang tao lang, ang puwedeng makaalam.',
  identifyDocument: 'Isang dokumento na kayo lang, o iilang tao lang, ang nakakita.',
  identifyVoice: 'Ang boses ninyo, o ang mukha ninyo sa larawan.',
  send: 'Ikandado at ipadala',

  receivedTitle: 'Natanggap na namin',
  receivedKept: 'Nakakandado at nakatabi na ang isinulat ninyo. Inalis na ito sa pahinang ito.',
  receivedNext: 'Bubuksan ito ng mga taong pinili ninyo, karaniwan sa loob ng pitong araw.',
  receivedIdHint:
    'Hindi ninyo kailangang itabi ang numerong ito. Wala itong mabubuksan. Kapag sinabi ninyo ito sa tanggapan, mahahanap nila ang ulat ninyo.',
  receivedLeave: 'Puwede na ninyong isara ang pahinang ito.',

  problemTitle: 'Hindi ito natuloy',
  tryAgain: 'Subukan ulit',
  problemKept: 'Narito pa ang isinulat ninyo.',

  noScriptTitle: 'Kapag walang JavaScript',
  noScript:
    'Para makandaduhan sa device na ito ang isinusulat ninyo, kailangan ng pahinang ito ang JavaScript. Nakapatay ito sa browser na ito.',
  noScriptTor:
    'Sa Tor Browser, piliin ang antas na “Karaniwan” (Standard) o “Mas ligtas” (Safer) sa menu na may kalasag, at i-load ulit ang pahina. Sa alinman sa dalawang antas, kinakandaduhan sa device ninyo ang isinusulat ninyo.',
  offlineTitle: 'Magsulat nang walang koneksiyon',
  offlineHint:
    'I-save ang pahinang ito sa device na pinagkakatiwalaan ninyo, at doon ito buksan. Gumagana ito nang walang koneksiyon, at ginagawa nitong isang nakakandadong file ang isinusulat ninyo. Puwede ninyong ipadala rito ang file, o ibigay sa taong magpapadala nito.',
  offlineDownload: 'I-save ang pahina para makapagsulat nang walang koneksiyon',
  offlineCheck: 'Ang may alam nito ay puwedeng magsuri kung totoo ang na-save na pahina: may lagda ito ng tanggapan.',
  deliverTitle: 'Magpadala ng nakakandadong file',
  deliverHint:
    'Nagtatapos sa .amparo ang pangalan ng file. Nananatili itong nakakandado hanggang makarating. Ang mga taong nakalista sa itaas lang ang makakapagbukas nito.',
  deliverChoose: 'Nakakandadong file',
  deliver: 'Ipadala ang file',
  deliveredTitle: 'Natanggap na namin ang file',
  deliveredNext:
    'Nakatabi na ito, at nakakandado pa rin. Puwede na ninyo itong burahin sa device ninyo at isara ang pahinang ito.',
  notDeliveredTitle: 'Hindi natanggap ang file',
  notDelivered: {
    'not-a-parcel':
      'Hindi ito nakakandadong file mula sa pahinang pangsulat nang walang koneksiyon. Piliin ang file na nagtatapos sa .amparo ang pangalan.',
    damaged: 'Sira ang file. Kopyahin ito ulit mula sa pinaggawaan nito, o gawin ito ulit.',
    unstamped: 'Hindi pa tapos ang file noong na-save ito. Gawin ito ulit.',
    incomplete: 'Naputol ang koneksiyon bago nakarating dito ang buong file. Ipadala ito ulit.',
    'too-large':
      'Mas malaki ang file kaysa sa puwedeng tanggapin dito. Gawin ito ulit na mas kaunti ang laman na file.',
    'no-room':
      'Walang lugar sa server ngayon para sa ganito karaming file. Subukan ulit bukas, o gawin ito ulit na mas kaunti ang laman na file.',
    busy: 'Hindi ito matanggap ng server ngayon. Subukan ulit pagkalipas ng ilang minuto.',
  },
  tryDeliverAgain: 'Bumalik sa unang pahina',

  offlineNotice: 'Gumagana ang pahinang ito nang walang koneksiyon. Wala itong ipinapadala.',
  offlineSave: 'Ikandado at i-save',
  offlineSavedTitle: 'Nakakandado na ito',
  offlineSaved:
    'Na-save sa device na ito ang file na may pangalang {file}. Ang mga taong pinili ninyo lang ang makakapagbukas nito. Ipadala ito sa pahina ng tanggapan, o ibigay sa taong magpapadala nito.',
  offlineSavedDelete: 'Inalis na sa pahinang ito ang isinulat ninyo. Burahin ang file kapag naipadala na ito.',
};
