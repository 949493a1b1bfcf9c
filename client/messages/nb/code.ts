import type { CodeTexts } from '../catalogue.ts';

/** The code by which a reporter comes back, shown once after sending. */
export const code: CodeTexts = {
  title: 'Koden din',
  why: 'Med denne koden kan du komme tilbake og lese det kontoret svarer. Det finnes ingen annen måte å lese det på.',
  once: 'Den vises bare nå. Ingen kan gi deg den igjen, heller ikke kontoret.',
  holder: 'Den som har koden, kan lese svarene. Ikke si den til noen, heller ikke til kontoret.',
  paper: 'Skriv den på papir, ikke på denne enheten. Ta vare på papiret der ingen andre finner det.',
  silent: 'Koden sier ikke hva den er til. Ikke skriv det ved siden av.',
  digits: 'Ti grupper med sifre',
  wordsName: 'Tolv ord',
  words: 'Du kan skrive ned disse 12 ordene i stedet. De er den samme koden.',
  print: 'Skriv ut',
  printHint: 'Skriv bare ut der ingen andre ser det du skriver ut.',
  picture: 'Vis som bilde',
  pictureHint: 'Bildet er til å ta et foto av med en annen telefon som er trygg.',
  written: 'Jeg har skrevet den ned',
  checkTitle: 'Er den riktig på papiret ditt?',
  checkHint: 'Skriv inn disse to delene fra papiret ditt.',
  check: 'Sjekk',
  again: 'Vis koden igjen',
  skip: 'Jeg har tatt vare på den',
  keptTitle: 'Ta godt vare på koden din',
  right: 'Det du skrev inn, er riktig.',
  kept: 'Koden er nå borte fra denne siden. Den kan ikke vises igjen.',
  receipt:
    'Du kan lagre en kvittering. Den beviser at serveren har tatt imot det du sendte. Du kan få den igjen med koden din, så du trenger ikke å ha den på denne enheten.',
  receiptSave: 'Lagre kvitteringen',
  /** What the script says. */
  script: {
    codeGroup: 'Gruppe {number}',
    codeWord: 'Ord {number}',
    codeWrong: '{place}: Dette er ikke det som ble vist. Se på koden igjen.',
    codePicture: 'Bilde av koden',
    codePictureLost: 'Bildet kan ikke lastes inn nå. Skriv ned koden.',
  },
};
