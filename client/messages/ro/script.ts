import type { ScriptTexts } from '../catalogue.ts';
import { plural } from '../plural.ts';

export const script: ScriptTexts = {
  preparing: 'Pagina se pregătește să încuie ceea ce scrieți. Puteți începe deja.',
  ready: 'Gata de trimis.',
  readyToSave: 'Gata de încuiat.',
  saving: 'Se salvează…',
  step: 'Pasul {step} din {steps}',
  sealing: 'Se încuie pe acest dispozitiv ceea ce ați scris…',
  working:
    'Dispozitivul dumneavoastră face un calcul care ține departe mesajele făcute automat de calculatoare. Poate dura un minut.',
  sending: 'Se trimite…',
  waiting: 'Legătura la internet este lentă sau s-a pierdut. Se încearcă din nou…',
  finishing: 'Se trimit celelalte fișiere ale dumneavoastră. Puteți aștepta aici.',
  storyLeft: plural({
    one: 'Mai puteți scrie {count} caracter',
    few: 'Mai puteți scrie {count} caractere',
    other: 'Mai puteți scrie {count} de caractere',
  }),
  languageKept: 'Această pagină este acum în altă limbă. Ceea ce ați scris este încă aici.',
  languageLost: 'Cealaltă limbă nu poate fi încărcată acum. Încercați din nou.',
  receivedId: 'Numărul mesajului dumneavoastră: {id}',

  readerExclude: 'nu are voie să citească',
  readerReads: 'Citește: {languages}',
  readerNoKey: 'nu poate citi mesaje luna aceasta',
  readersTogether: plural({
    one: '{count} dintre aceste persoane deschide mesajul dumneavoastră.',
    few: '{count} dintre aceste persoane trebuie să deschidă împreună mesajul dumneavoastră. Nimeni nu îl poate citi singur.',
    other:
      '{count} dintre aceste persoane trebuie să deschidă împreună mesajul dumneavoastră. Nimeni nu îl poate citi singur.',
  }),

  chooseCountry: 'Alegeți o țară',
  remove: 'Scoateți',
  removeNamed: 'Scoateți {name}',
  removed: 'S-a scos: {name}',
  change: 'Schimbați',
  changeNamed: 'Schimbați: {name}',
  nothingAnswered: 'Ați lăsat acest loc gol.',
  notThese: 'Nu este pentru: {names}',
  everybody: 'Toți cei de pe listă pot citi.',

  voiceRecording: 'Se înregistrează: {time}',
  voiceRecorded: 'S-a înregistrat: {time}. Ascultați înainte de a adăuga.',
  voiceChanging: 'Se schimbă vocea: {percent}',
  voiceChanged: 'Vocea este schimbată. Ascultați-o înainte de a o adăuga.',
  voiceAdded: 'Înregistrarea a fost adăugată.',
  voiceName: 'Înregistrarea {number}',
  voiceDenied: 'Acest browser nu lasă pagina să folosească microfonul.',
  voiceMissing: 'Nu s-a găsit niciun microfon.',
  voiceFailed: 'Înregistrarea nu a mers. Puteți scrie în schimb sau puteți adăuga un fișier.',

  files: plural({ one: '{count} fișier, {size}', few: '{count} fișiere, {size}', other: '{count} de fișiere, {size}' }),
  fileChecking: 'Se verifică ce conține…',
  fileClean: 'Nu s-a găsit în el nimic care să spună unde, când sau de cine a fost făcut.',
  fileNotCleaned: 'Acest fel de fișier nu se curăță. Poate conține un nume, un loc sau o oră.',
  fileUnclear: 'Acest fișier nu a putut fi citit în întregime. Poate conține un nume, un loc sau o oră.',
  fileFound: 'Acest fișier spune mai mult decât arată:',
  findings: {
    location: 'unde a fost făcut',
    time: 'când a fost făcut sau schimbat',
    device: 'cu ce aparat a fost făcut',
    person: 'un nume',
    software: 'cu ce program a fost făcut',
    text: 'un text care nu este în imagine',
    preview: 'o copie mică a imaginii, poate de dinainte să fie schimbată',
    video: 'un scurt film în spatele fotografiei',
    hidden: 'alte date ascunse',
  },
  fileSend: 'Ce să se trimită din el?',
  fileSendCleaned: 'Fișierul fără acestea',
  fileSendOriginal: 'Originalul, cu toate acestea',
  fileSendBoth: 'Amândouă',
  fileNote: 'Ce este? (puteți lăsa acest loc gol)',
  originalName: 'Fișierul original – {name}',

  uploadIdle: 'Fișierele se trimit când mergeți mai departe.',
  uploading: 'S-au trimis {percent} din fișierele dumneavoastră',
  uploadLeft: 'S-au trimis {percent} din fișierele dumneavoastră. Timp rămas: {time}',
  uploadPaused: 'Pauză. S-au trimis {percent} din fișierele dumneavoastră.',
  uploadWaiting:
    'Legătura la internet este lentă sau s-a pierdut. Se încearcă din nou… S-au trimis {percent} din fișierele dumneavoastră.',
  uploadFull: 'Serverul nu are loc acum. Se încearcă din nou… Puteți și să scoateți fișiere și să trimiteți fără ele.',
  uploadDone: 'Toate fișierele sunt trimise. Ele vor face parte din mesajul dumneavoastră când îl trimiteți.',
  lessThanMinute: 'mai puțin de un minut',

  fileEmpty: '{name}: acest fișier este gol. Nu a fost adăugat.',
  fileVanished: '{name}: acest fișier nu mai poate fi citit. Scoateți-l sau alegeți-l din nou.',
  fileChanged: '{name}: acest fișier s-a schimbat în timp ce se trimitea. Scoateți-l sau alegeți-l din nou.',
  fileTooLarge: '{name}: cu acest fișier este prea mult. Se pot trimite cel mult {size}.',
  filesTooMany: 'Numărul cel mai mare de fișiere care se pot trimite: {count}. Celelalte nu au fost adăugate.',

  failures: {
    'story-missing': 'Scrieți mai întâi ceva la „Ce s-a întâmplat?” sau adăugați o înregistrare.',
    'story-too-long': 'Este prea lung ca să fie trimis dintr-o dată. Scurtați-l sau trimiteți-l în două părți.',
    'answers-too-long': 'Unul dintre răspunsurile dumneavoastră este prea lung. Scurtați-l.',
    'nobody-left': 'Cel puțin o persoană trebuie să poată citi. Debifați una dintre căsuțe.',
    'too-few-left': 'Ar rămâne prea puține persoane ca să îl deschidă împreună. Debifați una dintre căsuțe.',
    'readers-changed':
      'Lista celor care pot citi s-a schimbat în timp ce scriați. Mesajul dumneavoastră nu a fost trimis. Uitați-vă din nou la listă, apoi trimiteți.',
    'files-unreadable': 'Unul dintre fișierele dumneavoastră nu mai poate fi citit. Scoateți-l sau alegeți-l din nou.',
    'save-failed': 'Fișierul nu a putut fi salvat. Verificați dacă este loc pe acest dispozitiv și încercați din nou.',
    offline: 'Nu se poate ajunge la server. Verificați legătura la internet și încercați din nou.',
    'server-busy': 'Serverul nu poate primi chiar acum. Încercați din nou peste câteva minute.',
    'server-full':
      'Serverul nu are acum loc pentru fișierele dumneavoastră. Încercați din nou mai târziu sau scoateți fișiere și trimiteți fără ele.',
    refused:
      'Această pagină nu se mai potrivește cu serverul. Reîncărcați pagina. Ceea ce ați scris va dispărea atunci din ea, așa că mai întâi copiați textul, dacă este sigur să faceți asta.',
    'receipt-missing': 'Serverul a primit ce ați scris, dar nu a dat nicio dovadă că îl păstrează. Trimiteți din nou.',
    'receipt-wrong':
      'Serverul a primit ce ați scris, dar dovada pe care a dat-o este greșită. Trimiteți din nou. Dacă se repetă, anunțați biroul în alt mod.',
    'office-untrusted':
      'Lista cititorilor nu este semnată așa cum trebuie. Poate că cineva a schimbat-o. Nu scrieți aici și anunțați acest birou pe altă cale.',
    'office-expired':
      'Lista cititorilor este veche sau data acestui dispozitiv este greșită. Verificați data și reîncărcați pagina. Dacă data este bună, anunțați acest birou pe altă cale.',
    insecure:
      'Această pagină nu a venit printr-o legătură sigură. Folosiți adresa care începe cu https sau adresa onion.',
    unsupported: 'Acest browser este prea vechi ca să încuie ceea ce scrieți. Folosiți unul mai nou sau Tor Browser.',
    unknown: 'S-a întâmplat ceva ce nu am prevăzut. Încercați din nou sau folosiți alt browser.',
  },
};
