import type { PageTexts } from '../catalogue.ts';

export const page: PageTexts = {
  title: 'Skriv til oss',
  exit: 'Forlat denne siden',
  exitHint: '«Forlat denne siden» åpner en side om været i stedet. Du kan også trykke på Shift-tasten (⇧) tre ganger.',
  languages: 'Språk',
  unreviewed: 'Denne teksten er ennå ikke lest gjennom av noen som har norsk som morsmål.',
  demo: 'BARE TIL UTPRØVING. Ikke skriv noe ekte her: Nøklene på denne siden er ikke trygge.',

  heading: 'Fortell oss hva som skjedde',
  intro:
    'Her kan du fortelle {office} om mennesker som blir utnyttet, og om myndighetspersoner som hjelper til med det eller ser en annen vei. Du trenger ikke å si hvem du er.',
  howTitle: 'Hva som skjer med det du skriver',
  howSealed:
    'Det du skriver, blir låst på denne enheten før det blir sendt. Serveren som tar vare på det, kan ikke åpne det.',
  howReaders: 'Bare disse personene kan åpne det. Senere kan du velge om noen av dem ikke skal få lese det.',
  howNext:
    'De leser det på en enhet som aldri er på nett, vanligvis innen sju dager. Så bestemmer de hva som kan gjøres.',
  howNot: 'Dette er ikke en nødtelefon. Ingen leser det med en gang, og ingen kan love hva det fører til.',
  safeTitle: 'Slik holder du deg trygg',
  safeDevice: 'Ikke bruk en telefon eller datamaskin som noen andre følger med på, eller som tilhører jobben din.',
  safeTor:
    'Internettleverandøren din, eller den som eier Wi-Fi-nettet, kan se at du har besøkt denne adressen. Nettleseren Tor Browser skjuler det.',
  safeWho:
    'Ikke ta med ditt eget navn eller navnene på dem som har hjulpet deg, med mindre du vil at vi skal kjenne dem.',
  safeDetail: 'Tenk deg om før du skriver noe som bare du kan vite: Det kan vise hvem som har skrevet.',
  safeKeep:
    'Denne siden lagrer ingenting på enheten din. Bruk knappene på siden for å gå fram og tilbake. Hvis du lukker siden eller bruker tilbakeknappen i nettleseren, blir det du har skrevet, borte.',
  contact: 'En annen måte å nå oss på: {contact}',

  dangerTitle: 'Er noen i fare nå?',
  dangerHelp: 'Hvis du trygt kan gjøre det, ring etter hjelp der du er. Vi leser kanskje dette for sent til å hjelpe.',
  emergencyTitle: 'Nødnumre',

  start: 'Begynn',
  back: 'Tilbake',
  next: 'Fortsett',
  toSending: 'Gå til sending',
  everythingOptional: 'Du kan la dette stå tomt.',
  starting: 'Skjemaet er ikke klart ennå. Hvis det ikke endrer seg innen et minutt, last inn siden på nytt.',

  storyTitle: 'Hva skjedde?',
  storyHint:
    'Skriv så mye eller så lite du vil, på hvilket språk du vil. For eksempel: hva du så, hvor og når, og hvem som var med.',
  voiceTitle: 'Snakk i stedet for å skrive',
  voiceHint:
    'Du kan ta opp stemmen din her. Opptaket blir låst og sendt på samme måte som en fil. De som kjenner stemmen din, kan kjenne deg igjen på den.',
  voiceStart: 'Ta opp',
  voiceStop: 'Stopp',
  voiceAgain: 'Ta opp på nytt',
  voiceDisguise: 'Endre stemmen min slik at den ikke kan endres tilbake',
  voiceDisguiseHint:
    'Ordene blir som de er. Måten du snakker på, dialekten eller aksenten din og lydene rundt deg er der også fortsatt.',
  voiceUse: 'Legg til dette opptaket',

  evidenceTitle: 'Bilder, videoer, dokumenter',
  evidenceHint:
    'Legg til det du har, hvis det er trygt for deg å ha det. Filene blir låst på denne enheten og sendt mens du skriver videre.',
  evidenceChoose: 'Velg filer',
  evidenceCleaning:
    'Bilder og videoer forteller ofte hvor og når de er tatt, og med hvilken enhet. Dette blir fjernet, og selve bildet endres ikke. Du kan også sende originalen, hvis den trengs som bevis.',
  evidenceNot:
    'Dokumenter, for eksempel PDF- eller Word-filer, blir ikke renset. I dem ligger ofte navnet på den som har skrevet dem. Hvis du kan, send heller et bilde av siden.',
  evidenceOnly: 'Tenk på hvem andre som har det samme bildet eller dokumentet. Det kan vise hvem som har sendt det.',
  uploadTitle: 'Sending av filer',
  uploadPause: 'Sett på pause',
  uploadResume: 'Fortsett',

  readersTitle: 'Hvem skal ikke få lese det?',
  readersHint:
    'Disse personene kan åpne det du skriver. Hvis du ikke stoler på en av dem, kryss av i ruten. Ingen kan se at du har gjort det, heller ikke personen selv. Minst én person må være igjen.',
  fingerprintTitle: 'Kontrollnummeret til dette kontoret',
  fingerprintHint:
    'Hvis du har dette nummeret fra en plakat eller et kort, sammenlign dem. Hvis de ikke er like, ikke skriv her.',

  reviewTitle: 'Se på det en gang til, og send det så',
  reviewHint: 'Det du har skrevet, blir ikke sendt før du trykker på knappen. Du kan fortsatt endre alt.',
  identifyTitle: 'Kan dette vise hvem du er?',
  identifyName: 'Ditt eget navn, telefonnummer eller adresse, eller det samme om noen som står deg nær.',
  identifyDetail: 'Noe som bare du, eller svært få, kan vite.',
  identifyDocument: 'Et dokument som bare du, eller svært få, har sett.',
  identifyVoice: 'Stemmen din, eller ansiktet ditt på et bilde.',
  send: 'Lås og send',

  receivedTitle: 'Vi har fått det',
  receivedKept: 'Det du skrev, er låst og lagret. Det er fjernet fra denne siden.',
  receivedNext: 'Personene du har valgt, åpner det, vanligvis innen sju dager.',
  receivedIdHint:
    'Du trenger ikke å ta vare på dette nummeret. Det kan ikke åpne noe. Hvis du sier det til kontoret, kan de finne meldingen din med det.',
  receivedLeave: 'Du kan lukke denne siden nå.',

  problemTitle: 'Dette gikk ikke',
  tryAgain: 'Prøv igjen',
  problemKept: 'Det du har skrevet, er her fortsatt.',

  noScriptTitle: 'Uten JavaScript',
  noScript:
    'For å låse det du skriver på denne enheten, trenger siden JavaScript. I denne nettleseren er det slått av.',
  noScriptTor:
    'I Tor Browser: Velg nivået «Standard» eller «Sikrere» (Safer) i menyen med skjoldet, og last inn siden på nytt. På begge nivåene blir det du skriver, låst på enheten din.',
  offlineTitle: 'Skriv uten nett',
  offlineHint:
    'Lagre denne siden på en enhet du stoler på, og åpne den der. Den virker uten nett og lager én låst fil av det du skriver. Du kan sende filen her, eller gi den til noen som gjør det for deg.',
  offlineDownload: 'Lagre siden for å skrive uten nett',
  offlineCheck: 'De som har greie på slikt, kan sjekke at den lagrede siden er ekte: Kontoret har signert den.',
  deliverTitle: 'Send en låst fil',
  deliverHint: 'Filnavnet slutter på .amparo. Filen er låst hele veien. Bare personene ovenfor kan åpne den.',
  deliverChoose: 'Låst fil',
  deliver: 'Send filen',
  deliveredTitle: 'Vi har fått filen',
  deliveredNext: 'Den er lagret og fortsatt låst. Du kan slette den fra enheten din og lukke denne siden nå.',
  notDeliveredTitle: 'Filen ble ikke tatt imot',
  notDelivered: {
    'not-a-parcel':
      'Dette er ikke en låst fil fra siden for å skrive uten nett. Velg filen som har et navn som slutter på .amparo.',
    damaged: 'Filen er skadet. Kopier den på nytt fra der den ble laget, eller lag den på nytt.',
    unstamped: 'Filen var ikke ferdig da den ble lagret. Lag den på nytt.',
    incomplete: 'Forbindelsen ble brutt før hele filen var her. Send den en gang til.',
    'too-large': 'Filen er større enn det som kan tas imot her. Lag den på nytt med færre filer i.',
    'no-room':
      'Serveren har ikke plass til så mange filer nå. Prøv igjen i morgen, eller lag filen på nytt med færre filer i.',
    busy: 'Serveren kan ikke ta imot filen akkurat nå. Prøv igjen om noen minutter.',
  },
  tryDeliverAgain: 'Tilbake til første side',

  offlineNotice: 'Denne siden virker uten nett. Den sender ingenting.',
  offlineSave: 'Lås og lagre',
  offlineSavedTitle: 'Det er låst',
  offlineSaved:
    'Filen med navnet {file} er lagret på denne enheten. Bare personene du har valgt, kan åpne den. Send den på siden til kontoret, eller gi den til noen som gjør det for deg.',
  offlineSavedDelete: 'Det du skrev, er fjernet fra denne siden. Slett filen når den er sendt.',
};
