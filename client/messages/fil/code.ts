import type { CodeTexts } from '../catalogue.ts';

/** The code by which a reporter comes back, shown once after sending. */
export const code: CodeTexts = {
  title: 'Ang kodigo ninyo',
  why: 'Sa kodigong ito, makakabalik kayo at mababasa ninyo ang sagot ng tanggapan. Wala nang ibang paraan para mabasa ito.',
  once: 'Ngayon lang ito ipinapakita. Walang makapagbibigay nito sa inyo ulit, kahit ang tanggapan.',
  holder: 'Mababasa ng sinumang may hawak nito ang mga sagot. Huwag itong sabihin kahit kanino, kahit sa tanggapan.',
  paper: 'Isulat ito sa papel, hindi sa device na ito. Itabi ang papel kung saan walang ibang makakakita nito.',
  silent: 'Hindi sinasabi ng kodigo kung para saan ito. Huwag iyong isulat sa tabi nito.',
  digits: 'Sampung pangkat ng mga numero',
  wordsName: 'Labindalawang salita',
  words: 'Puwede ninyong isulat ang 12 salitang ito sa halip. Iisa lang ang kodigong iyon.',
  print: 'I-print',
  printHint: 'Mag-print lang kung saan walang ibang makakakita ng ipi-print ninyo.',
  picture: 'Ipakita bilang larawan',
  pictureHint: 'Para ito sa pagkuha ng litrato gamit ang ibang teleponong ligtas.',
  written: 'Naisulat ko na',
  checkTitle: 'Tama ba ang nasa papel ninyo?',
  checkHint: 'I-type ang dalawang bahaging ito mula sa papel ninyo.',
  check: 'Suriin',
  again: 'Ipakita ulit ang kodigo',
  skip: 'Naitabi ko na',
  keptTitle: 'Ingatan ang kodigo ninyo',
  right: 'Tama ang na-type ninyo.',
  kept: 'Wala na ngayon sa pahinang ito ang kodigo. Hindi na ito maipapakita ulit.',
  receipt:
    'Puwede kayong mag-save ng resibo. Patunay ito na tinanggap ng server ang ipinadala ninyo. Makukuha ninyo ulit ito gamit ang kodigo, kaya hindi ninyo ito kailangang itabi sa device na ito.',
  receiptSave: 'I-save ang resibo',
  /** What the script says. */
  script: {
    codeGroup: 'Pangkat {number}',
    codeWord: 'Salita {number}',
    codeWrong: '{place}: hindi ito ang ipinakita. Tingnan ulit ang kodigo.',
    codePicture: 'Larawan ng kodigo',
    codePictureLost: 'Hindi mai-load ang larawan ngayon. Isulat ang kodigo.',
  },
};
