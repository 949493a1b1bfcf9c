import type { ReturnTexts } from '../catalogue.ts';
import { plural } from '../plural.ts';

export const returning: ReturnTexts = {
  link: 'Har du en kode? Les svaret',
  toForm: 'Ingen kode? Skriv til oss',
  title: 'Les svaret',
  code: 'Koden din',
  codeHint: 'Skriv inn de 10 tallgruppene eller de 12 ordene. Mellomrom og linjer spiller ingen rolle.',
  codeKept: 'Koden din blir ikke sendt og ikke lagret. Det den åpner, står på denne siden bare til du går.',
  open: 'Åpne',
  noScript:
    'For å åpne svar på denne enheten trenger siden JavaScript. I denne nettleseren er det slått av. Bruk en annen nettleser. Den som kan det, kan også bruke programmet «amparo» på kommandolinjen.',

  reportTitle: 'Meldingen din',
  answersTitle: 'Svar',
  lookAgain: 'Se etter på nytt',
  lookBack: 'Se lenger tilbake',

  writeTitle: 'Skriv mer',
  writeHint: 'Leserne ser at det kommer fra den som skrev først. De ser fortsatt ikke hvem du er.',
  message: 'Det du vil skrive',
  readersAgain: 'Ingen har lagret hvem du utelot sist. Vær så snill å velge på nytt.',
  sent: 'Det du skrev, er låst og lagret. Du kan skrive mer eller gå fra denne siden.',

  checkTitle: 'Sjekk en lagret kvittering',
  checkHint: 'Filen blir lest på denne enheten og ikke sendt. Du trenger ingen kode til dette.',
  checkFile: 'Filen med kvitteringen',

  closeTitle: 'Lukk for godt',
  closeHint:
    'Alle svar blir slettet fra serveren, og det kan ikke komme nye. Det du har sendt, blir hos kontoret. Dette kan ikke angres.',
  closeTick: 'Jeg forstår at svar blir slettet.',
  closedTitle: 'Det er lukket',
  closed: 'Svarene er slettet, og det kan ikke komme nye. Du kan gå fra denne siden nå.',

  emptiedTitle: 'Denne siden er tømt',
  emptied: 'Ingen har skrevet eller rørt noe her på ti minutter.',
  enterAgain: 'Skriv inn koden på nytt',

  script: {
    opening: 'Åpner …',
    looking: 'Ser etter svar …',
    closing: 'Lukker …',
    reading: 'Leser den offentlige loggen: {share}',

    codeMissing: 'Skriv inn koden din først.',
    groupCount: plural({
      one: 'Det er {count} gruppe, men det skal være {expected}.',
      other: 'Det er {count} grupper, men det skal være {expected}.',
    }),
    wordCount: plural({
      one: 'Det er {count} ord, men det skal være {expected}.',
      other: 'Det er {count} ord, men det skal være {expected}.',
    }),
    groupShort: 'Det mangler et tall: Hver gruppe har fem.',
    groupsWrong: plural({ one: 'Se på gruppe {places} igjen.', other: 'Se på gruppene {places} igjen.' }),
    wordsWrong: plural({
      one: 'Ord {places} er ikke et av ordene som kan stå der.',
      other: 'Ordene {places} er ikke blant ordene som kan stå der.',
    }),
    notTogether: 'Noe stemmer ikke. Sammenlign alt med det du skrev ned.',
    suspects: plural({
      one: 'Noe stemmer ikke. Se først på ord {places}.',
      other: 'Noe stemmer ikke. Se først på ordene {places}.',
    }),

    stored: 'Vi har det du sendte: {days}.',
    shown: 'Den offentlige loggen viser det. Ingen kan ta det bort uten at det synes.',
    notShown: 'Den offentlige loggen viser det ikke ennå. Det kan ta til dagen etter at du sendte det.',
    notInNewest: 'Den nyeste delen av den offentlige loggen viser det ikke. Se lenger tilbake.',
    olderUnread: 'Eldre deler av den offentlige loggen er ikke lest.',
    unchecked: 'Den offentlige loggen kunne ikke kontrolleres nå.',
    opened: '{name} har åpnet det: {day}.',
    notOpened: 'Ingen har åpnet det ennå.',
    answered: 'Det er kommet svar.',
    notAnswered: 'Ikke noe svar ennå.',
    whatIsOwed:
      'I Den europeiske union sier loven: Innen 7 dager får du vite at meldingen din er kommet fram, og innen 3 måneder hva som er gjort. Kom tilbake senere og se etter på nytt.',

    missing: 'Et svar fra {name} mangler. Serveren kan holde det tilbake. Si fra til kontoret på en annen måte.',
    missingOrExpired:
      'Et svar fra {name} mangler. Skrev du første gang for mer enn et år siden? Da kan serveren ha slettet det: Den tar vare på svar i ett år. Hvis ikke, kan serveren holde det tilbake. Si fra til kontoret på en annen måte.',
    unknownReviewer:
      'Et svar blir ikke vist: Ingen på listen over lesere har signert det. Noen kan ha funnet det på. Si fra til kontoret på en annen måte.',
    otherCase:
      'Et svar blir ikke vist: Det ble ikke låst for deg. Noen kan ha lagt det her. Si fra til kontoret på en annen måte.',
    damaged: 'Et svar blir ikke vist: Det er skadet, eller noen har endret det. Si fra til kontoret på en annen måte.',

    receiptFirst: 'Velg filen med en kvittering først.',
    receiptUnreadable: 'Denne filen er ikke en kvittering.',
    receiptForeign:
      'Denne kvitteringen beviser ingenting: Den er ikke signert av loggen til dette kontoret. Noen kan ha funnet den på eller endret den.',
    receiptNoLog: 'Dette kontoret har ingen offentlig logg. Derfor kan ingenting kontrolleres.',
    receiptReal: 'Kvitteringen er ekte. Serveren tok imot det du sendte: {day}.',
    receiptAbsent:
      'Den offentlige loggen viser det ikke, men det skulle den. Noen kan ha tatt det bort. Ta vare på kvitteringen, og si fra til kontoret på en annen måte.',

    messageMissing: 'Skriv noe under «Det du vil skrive» først.',
    tickFirst: 'Kryss av i ruten først, hvis du vil lukke.',
  },
};
