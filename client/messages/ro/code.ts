import type { CodeTexts } from '../catalogue.ts';

/** The code by which a reporter comes back, shown once after sending. */
export const code: CodeTexts = {
  title: 'Codul dumneavoastră',
  why: 'Cu acest cod puteți reveni ca să citiți ce răspunde biroul. Nu există alt mod de a citi răspunsul.',
  once: 'Este arătat numai acum. Nimeni nu vi-l poate da din nou, nici măcar biroul.',
  holder: 'Cine îl are poate citi răspunsurile. Nu îl spuneți nimănui, nici măcar biroului.',
  paper: 'Scrieți-l pe hârtie, nu pe acest dispozitiv. Păstrați hârtia acolo unde nu o găsește nimeni altcineva.',
  silent: 'Codul nu spune la ce folosește. Nu scrieți asta lângă el.',
  digits: 'Zece grupe de cifre',
  wordsName: 'Douăsprezece cuvinte',
  words: 'Puteți nota în schimb aceste 12 cuvinte. Ele sunt același cod.',
  print: 'Tipăriți',
  printHint: 'Tipăriți numai acolo unde nimeni altcineva nu vede ce tipăriți.',
  picture: 'Arătați ca imagine',
  pictureHint: 'Imaginea este pentru a face o fotografie cu alt telefon, care este sigur.',
  written: 'L-am notat',
  checkTitle: 'Este corect pe hârtia dumneavoastră?',
  checkHint: 'Scrieți aici aceste două părți de pe hârtie.',
  check: 'Verificați',
  again: 'Arătați din nou codul',
  skip: 'L-am păstrat',
  keptTitle: 'Păstrați bine codul',
  right: 'Ceea ce ați scris este corect.',
  kept: 'Codul nu mai este pe această pagină. El nu mai poate fi arătat din nou.',
  receipt:
    'Puteți salva o chitanță. Ea dovedește că serverul a primit ce ați trimis. O puteți obține din nou cu codul, așa că nu este nevoie să o păstrați pe acest dispozitiv.',
  receiptSave: 'Salvați chitanța',
  /** What the script says. */
  script: {
    codeGroup: 'Grupa {number}',
    codeWord: 'Cuvântul {number}',
    codeWrong: '{place}: nu este ceea ce a fost arătat. Uitați-vă din nou la cod.',
    codePicture: 'Imaginea codului',
    codePictureLost: 'Imaginea nu poate fi încărcată acum. Notați codul.',
  },
};
