import type { PageTexts } from '../catalogue.ts';

export const page: PageTexts = {
  title: 'Scrieți-ne',
  exit: 'Ieșiți din această pagină',
  exitHint:
    '„Ieșiți din această pagină” deschide în locul ei o pagină cu prognoza meteo. Puteți și să apăsați de trei ori tasta Shift (⇧).',
  languages: 'Limbi',
  unreviewed: 'Acest text nu a fost încă verificat de cineva care are româna ca limbă maternă.',
  demo: 'DEMONSTRAȚIE. Nu scrieți aici nimic real: cheile acestei pagini nu sunt sigure.',

  heading: 'Spuneți-ne ce s-a întâmplat',
  intro:
    'Aici puteți scrie către {office} ce știți despre oameni exploatați și despre angajați ai statului care ajută la asta sau închid ochii. Nu este nevoie să spuneți cine sunteți.',
  howTitle: 'Ce se întâmplă cu ce scrieți',
  howSealed:
    'Ceea ce scrieți se încuie pe acest dispozitiv, înainte de a fi trimis. Serverul care păstrează textul nu îl poate deschide.',
  howReaders: 'Doar aceste persoane pot deschide ce scrieți. Mai târziu puteți alege care dintre ele nu au voie.',
  howNext:
    'Ele citesc pe un dispozitiv care nu este niciodată legat la internet, de obicei în șapte zile. Ele hotărăsc ce se poate face.',
  howNot:
    'Acesta nu este un serviciu de urgență. Nimeni nu citește pe loc și nimeni nu poate promite ce va ieși din asta.',
  safeTitle: 'Pentru siguranța dumneavoastră',
  safeDevice:
    'Nu folosiți un telefon sau un calculator pe care îl urmărește altcineva sau care este de la locul de muncă.',
  safeTor:
    'Furnizorul dumneavoastră de internet sau proprietarul rețelei Wi-Fi poate vedea că ați vizitat această adresă. Tor Browser ascunde acest lucru.',
  safeWho: 'Nu scrieți numele dumneavoastră și nici numele celor care v-au ajutat, decât dacă vreți să le știm.',
  safeDetail: 'Gândiți-vă înainte de a scrie ceva ce numai dumneavoastră puteți ști: poate arăta cine a scris.',
  safeKeep:
    'Această pagină nu păstrează nimic pe dispozitivul dumneavoastră. Mergeți înainte și înapoi cu butoanele din pagină. Dacă închideți pagina sau folosiți butonul „înapoi” al browserului, ceea ce ați scris se pierde.',
  contact: 'Alt mod de a ne contacta: {contact}',

  dangerTitle: 'Este cineva în pericol acum?',
  dangerHelp:
    'Dacă puteți face asta în siguranță, cereți ajutor acolo unde vă aflați. S-ar putea să citim prea târziu ca să mai ajutăm.',
  emergencyTitle: 'Numere de urgență',

  start: 'Începeți',
  back: 'Înapoi',
  next: 'Continuați',
  toSending: 'Mergeți la trimitere',
  everythingOptional: 'Puteți lăsa acest loc gol.',
  starting: 'Formularul nu este încă gata. Dacă nu se schimbă nimic într-un minut, reîncărcați pagina.',

  storyTitle: 'Ce s-a întâmplat?',
  storyHint:
    'Scrieți cât de mult sau cât de puțin vreți, în orice limbă. De exemplu: ce ați văzut, unde și când, și cine a fost.',
  voiceTitle: 'Vorbiți în loc să scrieți',
  voiceHint:
    'Vă puteți înregistra vocea aici. Înregistrarea se încuie și se trimite ca un fișier. Cine vă cunoaște vocea vă poate recunoaște după ea.',
  voiceStart: 'Înregistrați',
  voiceStop: 'Opriți',
  voiceAgain: 'Înregistrați din nou',
  voiceDisguise: 'Vreau ca vocea mea să fie schimbată, așa încât să nu se mai poată reface cea adevărată',
  voiceDisguiseHint: 'Cuvintele rămân. Rămân și felul în care vorbiți, accentul și sunetele din jurul dumneavoastră.',
  voiceUse: 'Adăugați această înregistrare',

  evidenceTitle: 'Fotografii, filmări, documente',
  evidenceHint:
    'Adăugați ce aveți, dacă nu vă pune în pericol faptul că le aveți. Fișierele se încuie pe acest dispozitiv și se trimit în timp ce scrieți mai departe.',
  evidenceChoose: 'Alegeți fișiere',
  evidenceCleaning:
    'Fotografiile și filmările spun adesea unde și când au fost făcute și cu ce aparat. Aceste date se scot, iar imaginea rămâne așa cum este. Puteți trimite și originalul, dacă este nevoie de el ca dovadă.',
  evidenceNot:
    'Documentele, cum sunt fișierele PDF sau Word, nu se curăță. Ele conțin adesea numele persoanei care le-a scris. Dacă puteți, trimiteți în locul lor o fotografie a paginii.',
  evidenceOnly: 'Gândiți-vă cine mai are aceeași fotografie sau același document. Asta poate arăta cine a trimis.',
  uploadTitle: 'Trimiterea fișierelor',
  uploadPause: 'Pauză',
  uploadResume: 'Mai departe',

  readersTitle: 'Cine nu are voie să citească?',
  readersHint:
    'Aceste persoane pot deschide ce scrieți. Dacă nu aveți încredere într-una dintre ele, bifați căsuța ei. Nimeni nu poate vedea că ați bifat, nici măcar acea persoană. Trebuie să rămână cel puțin o persoană.',
  fingerprintTitle: 'Numărul de verificare al acestui birou',
  fingerprintHint:
    'Dacă aveți acest număr de pe un afiș sau un cartonaș, comparați-l. Dacă este altul, nu scrieți aici.',

  reviewTitle: 'Mai uitați-vă o dată, apoi trimiteți',
  reviewHint: 'Ceea ce ați scris nu se trimite înainte să apăsați butonul. Încă puteți schimba orice.',
  identifyTitle: 'Ar putea ceva de aici să arate cine sunteți?',
  identifyName: 'Numele, telefonul sau adresa dumneavoastră ori ale celor apropiați.',
  identifyDetail: 'Ceva ce numai dumneavoastră sau foarte puțini oameni pot ști.',
  identifyDocument: 'Un document pe care l-ați văzut numai dumneavoastră sau foarte puțini oameni.',
  identifyVoice: 'Vocea dumneavoastră sau fața dumneavoastră într-o imagine.',
  send: 'Încuiați și trimiteți',

  receivedTitle: 'Am primit',
  receivedKept: 'Ceea ce ați scris este încuiat și păstrat. A fost șters din această pagină.',
  receivedNext: 'Persoanele pe care le-ați ales îl vor deschide, de obicei în șapte zile.',
  receivedIdHint:
    'Nu este nevoie să păstrați acest număr. El nu deschide nimic. Dacă îl spuneți acestui birou, mesajul dumneavoastră poate fi găsit după el.',
  receivedLeave: 'Acum puteți închide această pagină.',

  problemTitle: 'Nu a mers',
  tryAgain: 'Încercați din nou',
  problemKept: 'Ceea ce ați scris este încă aici.',

  noScriptTitle: 'Fără JavaScript',
  noScript:
    'Ca să încuie pe acest dispozitiv ceea ce scrieți, pagina are nevoie de JavaScript. În acest browser, el este oprit.',
  noScriptTor:
    'În Tor Browser, alegeți nivelul „Standard” sau „Mai sigur” (Safer) în meniul cu scutul și reîncărcați pagina. La ambele niveluri, ceea ce scrieți se încuie pe dispozitivul dumneavoastră.',
  offlineTitle: 'Scrieți fără internet',
  offlineHint:
    'Salvați această pagină pe un dispozitiv în care aveți încredere și deschideți-o acolo. Ea merge fără internet și face din ceea ce scrieți un singur fișier încuiat. Puteți trimite fișierul aici sau îl puteți da cuiva care să îl trimită.',
  offlineDownload: 'Salvați pagina pentru scris fără internet',
  offlineCheck: 'Cine se pricepe poate verifica dacă pagina salvată este cea adevărată: acest birou a semnat-o.',
  deliverTitle: 'Trimiteți un fișier încuiat',
  deliverHint:
    'Numele fișierului se termină cu .amparo. Fișierul rămâne încuiat pe tot drumul. Doar persoanele de mai sus îl pot deschide.',
  deliverChoose: 'Fișierul încuiat',
  deliver: 'Trimiteți fișierul',
  deliveredTitle: 'Am primit fișierul',
  deliveredNext:
    'Este păstrat și rămâne încuiat. Acum îl puteți șterge de pe dispozitivul dumneavoastră și puteți închide această pagină.',
  notDeliveredTitle: 'Fișierul nu a fost primit',
  notDelivered: {
    'not-a-parcel':
      'Acesta nu este un fișier încuiat făcut cu pagina pentru scris fără internet. Alegeți fișierul care se termină cu .amparo.',
    damaged: 'Fișierul este stricat. Copiați-l din nou de unde a fost făcut sau faceți-l din nou.',
    unstamped: 'Fișierul nu era terminat când a fost salvat. Faceți-l din nou.',
    incomplete: 'Legătura la internet s-a întrerupt înainte să ajungă tot fișierul. Trimiteți-l din nou.',
    'too-large': 'Fișierul este mai mare decât se poate primi aici. Faceți-l din nou, cu mai puține fișiere în el.',
    'no-room':
      'Serverul nu are acum loc pentru atât de multe fișiere. Încercați din nou mâine sau faceți-l din nou, cu mai puține fișiere în el.',
    busy: 'Serverul nu îl poate primi chiar acum. Încercați din nou peste câteva minute.',
  },
  tryDeliverAgain: 'Înapoi la prima pagină',

  offlineNotice: 'Această pagină merge fără internet. Ea nu trimite nimic.',
  offlineSave: 'Încuiați și salvați',
  offlineSavedTitle: 'Este încuiat',
  offlineSaved:
    'Fișierul cu numele {file} este salvat pe acest dispozitiv. Doar persoanele pe care le-ați ales îl pot deschide. Trimiteți-l pe pagina acestui birou sau dați-l cuiva care să îl trimită.',
  offlineSavedDelete: 'Ceea ce ați scris a fost șters din această pagină. Ștergeți fișierul după ce a fost trimis.',
};
