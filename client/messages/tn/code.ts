import type { CodeTexts } from '../catalogue.ts';

/** The code by which a reporter comes back, shown once after sending. */
export const code: CodeTexts = {
  title: 'Khoutu ya gago',
  why: 'Ka khoutu e o ka boa mme wa bala se ofisi e se arabang. Ga go na tsela e nngwe ya go se bala.',
  once: 'E bontshiwa jaanong fela. Ga go na ope yo o ka go e nayang gape, le e leng ofisi.',
  holder: 'Ope yo o nang le yone o ka bala dikarabo. O se ka wa e bolelela ope, le e leng ofisi.',
  paper:
    'E kwale mo pampiring, e seng mo sedirisiweng se. Boloka pampiri kwa go se nang ope yo mongwe yo o ka e bonang.',
  silent: 'Khoutu ga e bolele gore ke ya eng. O se ka wa kwala seo fa thoko ga yone.',
  digits: 'Ditlhopha di le lesome tsa dipalo',
  wordsName: 'Mafoko a le lesome le bobedi',
  words: 'O ka kwala mafoko a a 12 mo boemong jwa tsone. Ke khoutu e le nngwe fela.',
  print: 'Gatisa',
  printHint: 'Gatisa fela kwa go se nang ope yo mongwe yo o bonang se o se gatisang.',
  picture: 'Bontsha jaaka setshwantsho',
  pictureHint: 'Setshwantsho ke sa go se tsaya senepe ka mogala o mongwe o o sireletsegileng.',
  written: 'Ke e kwadile',
  checkTitle: 'A e nepagetse mo pampiring ya gago?',
  checkHint: 'Kwala dikarolo tse pedi tse go tswa mo pampiring ya gago.',
  check: 'Tlhola',
  again: 'Bontsha khoutu gape',
  skip: 'Ke e bolokile',
  keptTitle: 'Boloka khoutu ya gago sentle',
  right: 'Se o se kwadileng se nepagetse.',
  kept: 'Khoutu ga e tlhole e le mo tsebeng e. E ka se bontshiwe gape.',
  receipt:
    'O ka boloka rasiti. E supa gore seva e amogetse se o se rometseng. O ka e bona gape ka khoutu ya gago, ka jalo ga o tlhoke go e boloka mo sedirisiweng se.',
  receiptSave: 'Boloka rasiti',
  /** What the script says. */
  script: {
    codeGroup: 'Setlhopha {number}',
    codeWord: 'Lefoko {number}',
    codeWrong: '{place}: se ga se se se bontshitsweng. Leba khoutu gape.',
    codePicture: 'Setshwantsho sa khoutu',
    codePictureLost: 'Setshwantsho ga se kgone go laisiwa jaanong. Kwala khoutu.',
  },
};
