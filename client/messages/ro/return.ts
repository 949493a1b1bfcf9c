import type { ReturnTexts } from '../catalogue.ts';
import { plural } from '../plural.ts';

export const returning: ReturnTexts = {
  link: 'Aveți un cod? Citiți răspunsul',
  toForm: 'Nu aveți cod? Scrieți-ne',
  title: 'Citiți răspunsul',
  code: 'Codul dumneavoastră',
  codeHint: 'Scrieți cele 10 grupuri de cifre sau cele 12 cuvinte. Spațiile și rândurile nu contează.',
  codeKept: 'Codul nu este trimis și nu este păstrat. Ceea ce deschide el rămâne pe această pagină doar până plecați.',
  open: 'Deschideți',
  noScript:
    'Ca să deschidă răspunsuri pe acest dispozitiv, pagina are nevoie de JavaScript. În acest browser, el este oprit. Folosiți alt browser. Cine se pricepe poate folosi și programul „amparo” în linia de comandă.',

  reportTitle: 'Sesizarea dumneavoastră',
  answersTitle: 'Răspunsuri',
  lookAgain: 'Uitați-vă din nou',
  lookBack: 'Uitați-vă mai în urmă',

  writeTitle: 'Scrieți din nou',
  writeHint: 'Cititorii vor vedea că vine de la persoana care a scris prima dată. Tot nu vor vedea cine sunteți.',
  message: 'Mesajul dumneavoastră',
  readersAgain: 'Nu s-a păstrat nicăieri pe cine ați lăsat deoparte prima dată. Vă rugăm să alegeți din nou.',
  sent: 'Mesajul este încuiat și păstrat. Puteți scrie altul sau puteți părăsi această pagină.',

  checkTitle: 'Verificați o chitanță salvată',
  checkHint: 'Fișierul este citit pe acest dispozitiv și nu este trimis. Pentru aceasta nu aveți nevoie de cod.',
  checkFile: 'Fișierul chitanței',

  closeTitle: 'Închideți definitiv',
  closeHint:
    'Toate răspunsurile sunt șterse de pe server și nu mai pot veni altele. Ceea ce ați trimis rămâne la birou. Nu se mai poate reveni.',
  closeTick: 'Înțeleg că răspunsurile vor fi șterse.',
  closedTitle: 'Este închis',
  closed: 'Răspunsurile sunt șterse și nu mai pot veni altele. Acum puteți părăsi această pagină.',

  emptiedTitle: 'Această pagină a fost golită',
  emptied: 'Timp de zece minute nu s-a scris și nu s-a atins nimic aici.',
  enterAgain: 'Scrieți codul din nou',

  script: {
    opening: 'Se deschide…',
    looking: 'Se caută răspunsuri…',
    closing: 'Se închide…',
    reading: 'Se citește registrul public: {share}',

    codeMissing: 'Scrieți mai întâi codul.',
    groupCount: plural({
      one: 'Este {count} grup; trebuie {expected}.',
      few: 'Sunt {count} grupuri; trebuie {expected}.',
      other: 'Sunt {count} de grupuri; trebuie {expected}.',
    }),
    wordCount: plural({
      one: 'Este {count} cuvânt; trebuie {expected}.',
      few: 'Sunt {count} cuvinte; trebuie {expected}.',
      other: 'Sunt {count} de cuvinte; trebuie {expected}.',
    }),
    groupShort: 'Lipsește o cifră: fiecare grup are cinci.',
    groupsWrong: plural({
      one: 'Verificați din nou grupul {places}.',
      few: 'Verificați din nou grupurile {places}.',
      other: 'Verificați din nou grupurile {places}.',
    }),
    wordsWrong: plural({
      one: 'Cuvântul {places} nu este unul dintre cuvintele posibile.',
      few: 'Cuvintele {places} nu sunt printre cuvintele posibile.',
      other: 'Cuvintele {places} nu sunt printre cuvintele posibile.',
    }),
    notTogether: 'Ceva nu se potrivește. Comparați totul cu ceea ce v-ați notat.',
    suspects: plural({
      one: 'Ceva nu se potrivește; verificați mai întâi cuvântul {places}.',
      few: 'Ceva nu se potrivește; verificați mai întâi cuvintele {places}.',
      other: 'Ceva nu se potrivește; verificați mai întâi cuvintele {places}.',
    }),

    stored: 'Avem ce ați trimis: {days}.',
    shown: 'Apare în registrul public. Nimeni nu îl poate scoate fără să se vadă.',
    notShown: 'Încă nu apare în registrul public. Poate dura până a doua zi după trimitere.',
    notInNewest: 'Nu apare în partea cea mai nouă a registrului public. Uitați-vă mai în urmă.',
    olderUnread: 'Părțile mai vechi ale registrului public nu au fost citite.',
    unchecked: 'Registrul public nu a putut fi verificat acum.',
    opened: '{name} l-a deschis: {day}.',
    notOpened: 'Nimeni nu l-a deschis încă.',
    answered: 'Există un răspuns.',
    notAnswered: 'Încă nu există răspuns.',
    whatIsOwed:
      'În Uniunea Europeană, legea spune: în 7 zile vi se confirmă că sesizarea a ajuns, iar în 3 luni vi se spune ce s-a făcut. Reveniți mai târziu și uitați-vă din nou.',

    missing: 'Lipsește un răspuns de la {name}. Poate că serverul îl reține. Anunțați acest birou pe altă cale.',
    missingOrExpired:
      'Lipsește un răspuns de la {name}. Ați scris prima dată acum mai mult de un an? Atunci poate că serverul l-a șters: păstrează răspunsurile un an. Dacă nu, poate că serverul îl reține. Anunțați acest birou pe altă cale.',
    unknownReviewer:
      'Un răspuns nu este arătat: nu l-a semnat nimeni de pe lista cititorilor. Poate că cineva l-a inventat. Anunțați acest birou pe altă cale.',
    otherCase:
      'Un răspuns nu este arătat: nu a fost încuiat pentru dumneavoastră. Poate că cineva l-a pus aici. Anunțați acest birou pe altă cale.',
    damaged: 'Un răspuns nu este arătat: este deteriorat sau cineva l-a schimbat. Anunțați acest birou pe altă cale.',

    receiptFirst: 'Alegeți mai întâi fișierul unei chitanțe.',
    receiptUnreadable: 'Acest fișier nu este o chitanță.',
    receiptForeign:
      'Această chitanță nu dovedește nimic: nu este semnată de registrul acestui birou. Poate că cineva a inventat-o sau a schimbat-o.',
    receiptNoLog: 'Acest birou nu are registru public. De aceea nu se poate verifica nimic.',
    receiptReal: 'Chitanța este autentică. Serverul a primit ce ați trimis: {day}.',
    receiptAbsent:
      'Nu apare în registrul public, deși ar trebui. Poate că cineva l-a scos. Păstrați chitanța și anunțați acest birou pe altă cale.',

    messageMissing: 'Scrieți mai întâi ceva la „Mesajul dumneavoastră”.',
    tickFirst: 'Dacă vreți să închideți, bifați mai întâi căsuța.',
  },
};
