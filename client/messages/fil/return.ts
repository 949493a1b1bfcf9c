import type { ReturnTexts } from '../catalogue.ts';
import { plural } from '../plural.ts';

export const returning: ReturnTexts = {
  link: 'May code kayo? Basahin ang sagot',
  toForm: 'Walang code? Sumulat sa amin',
  title: 'Basahin ang sagot',
  code: 'Ang code ninyo',
  codeHint: 'Isulat ang 10 grupo ng numero, o ang 12 salita. Hindi mahalaga ang mga puwang at linya.',
  codeKept:
    'Hindi ipinapadala at hindi itinatabi ang code ninyo. Ang nabubuksan nito ay nasa pahinang ito lang hanggang umalis kayo.',
  open: 'Buksan',
  noScript:
    'Para mabuksan ang mga sagot sa device na ito, kailangan ng pahinang ito ang JavaScript. Nakapatay ito sa browser na ito. Gumamit ng ibang browser. Puwede ring gamitin ng marunong ang programang “amparo” sa command line.',

  reportTitle: 'Ang ulat ninyo',
  answersTitle: 'Mga sagot',
  lookAgain: 'Tingnan ulit',
  lookBack: 'Tumingin pa sa mas luma',

  writeTitle: 'Sumulat ulit',
  writeHint: 'Makikita nilang galing ito sa taong unang sumulat. Hindi pa rin nila makikita kung sino kayo.',
  message: 'Ang mensahe ninyo',
  readersAgain: 'Walang nagtabi kung sino ang hindi ninyo isinama noon. Pumili po ulit.',
  sent: 'Nakakandado at nakatabi na ang mensahe ninyo. Puwede kayong sumulat ng isa pa, o umalis sa pahinang ito.',

  checkTitle: 'Suriin ang naka-save na resibo',
  checkHint: 'Binabasa ang file sa device na ito at hindi ipinapadala. Hindi kailangan ng code para dito.',
  checkFile: 'File ng resibo',

  closeTitle: 'Isara nang tuluyan',
  closeHint:
    'Buburahin sa server ang lahat ng sagot, at wala nang darating na bago. Mananatili sa tanggapan ang ipinadala ninyo. Hindi na ito mababawi.',
  closeTick: 'Nauunawaan kong buburahin ang mga sagot.',
  closedTitle: 'Nakasara na',
  closed: 'Nabura na ang mga sagot, at wala nang darating na bago. Puwede na kayong umalis sa pahinang ito.',

  emptiedTitle: 'Inalis ang laman ng pahinang ito',
  emptied: 'Sampung minutong walang isinulat o hinawakan dito.',
  enterAgain: 'Ilagay ulit ang code',

  script: {
    opening: 'Binubuksan…',
    looking: 'Naghahanap ng mga sagot…',
    closing: 'Isinasara…',
    reading: 'Binabasa ang pampublikong talaan: {share}',

    codeMissing: 'Isulat muna ang code ninyo.',
    groupCount: plural({
      one: 'May {count} grupo; {expected} ang kailangan.',
      other: 'May {count} na grupo; {expected} ang kailangan.',
    }),
    wordCount: plural({
      one: 'May {count} salita; {expected} ang kailangan.',
      other: 'May {count} na salita; {expected} ang kailangan.',
    }),
    groupShort: 'May kulang na numero: may lima sa bawat grupo.',
    groupsWrong: plural({
      one: 'Tingnan ulit ang grupo {places}.',
      other: 'Tingnan ulit ang mga grupo {places}.',
    }),
    wordsWrong: plural({
      one: 'Wala sa mga salitang puwede ang salita {places}.',
      other: 'Wala sa mga salitang puwede ang mga salita {places}.',
    }),
    notTogether: 'May hindi tumutugma. Ihambing ang lahat sa isinulat ninyo noon.',
    suspects: plural({
      one: 'May hindi tumutugma; tingnan muna ang salita {places}.',
      other: 'May hindi tumutugma; tingnan muna ang mga salita {places}.',
    }),

    stored: 'Nasa amin ang ipinadala ninyo: {days}.',
    shown: 'Nakikita ito sa pampublikong talaan. Walang makakaalis nito nang hindi nahahalata.',
    notShown: 'Hindi pa ito nakikita sa pampublikong talaan. Puwedeng abutin ito hanggang kinabukasan ng pagpapadala.',
    notInNewest: 'Hindi ito nakikita sa pinakabagong bahagi ng pampublikong talaan. Tumingin pa sa mas luma.',
    olderUnread: 'Hindi nabasa ang mas lumang bahagi ng pampublikong talaan.',
    unchecked: 'Hindi masuri ngayon ang pampublikong talaan.',
    opened: 'Binuksan na ito ni {name}: {day}.',
    notOpened: 'Wala pang nagbubukas nito.',
    answered: 'May sagot na.',
    notAnswered: 'Wala pang sagot.',
    whatIsOwed:
      'Sa European Union, ayon sa batas: sa loob ng 7 araw ipapaalam sa inyo na dumating ang ulat ninyo, at sa loob ng 3 buwan kung ano ang ginawa rito. Bumalik sa ibang araw at tingnan ulit.',

    missing:
      'May kulang na sagot mula kay {name}. Baka pinipigil ito ng server. Ipaalam ito sa tanggapan sa ibang paraan.',
    missingOrExpired:
      'May kulang na sagot mula kay {name}. Mahigit isang taon na ba mula nang una kayong sumulat? Kung gayon, baka binura na ito ng server: isang taon lang nito itinatabi ang mga sagot. Kung hindi, baka pinipigil ito ng server. Ipaalam ito sa tanggapan sa ibang paraan.',
    unknownReviewer:
      'May isang sagot na hindi ipinapakita: walang nasa listahan ng mga makakabasa ang pumirma nito. Baka may nag-imbento nito. Ipaalam ito sa tanggapan sa ibang paraan.',
    otherCase:
      'May isang sagot na hindi ipinapakita: hindi ito ikinandado para sa inyo. Baka may naglagay nito rito. Ipaalam ito sa tanggapan sa ibang paraan.',
    damaged:
      'May isang sagot na hindi ipinapakita: sira ito, o may nagbago nito. Ipaalam ito sa tanggapan sa ibang paraan.',

    receiptFirst: 'Pumili muna ng file ng resibo.',
    receiptUnreadable: 'Hindi resibo ang file na ito.',
    receiptForeign:
      'Walang pinatutunayan ang resibong ito: hindi ito pinirmahan ng talaan ng tanggapang ito. Baka may gumawa-gawa o nagbago nito.',
    receiptNoLog: 'Walang pampublikong talaan ang tanggapang ito. Kaya walang masusuri.',
    receiptReal: 'Totoo ang resibo. Tinanggap ng server ang ipinadala ninyo: {day}.',
    receiptAbsent:
      'Hindi ito nakikita sa pampublikong talaan, pero dapat itong makita. Baka may nag-alis nito. Itabi ang resibo, at ipaalam ito sa tanggapan sa ibang paraan.',

    messageMissing: 'Sumulat muna ng kahit kaunti sa “Ang mensahe ninyo”.',
    tickFirst: 'Lagyan muna ng tsek ang kahon, kung gusto ninyong isara.',
  },
};
