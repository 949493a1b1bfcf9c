import type { TemplateTexts } from './texts.ts';

export const ro: TemplateTexts = {
  acknowledgement:
    'Am primit ce ați trimis la {received} și citim. Nu putem promite un rezultat. Până la {feedbackBy} ar trebui să găsiți aici ce s-a făcut. Puteți adăuga ceva oricând, cu același cod. Nu sunteți obligat.',
  question:
    'Am citit ce ați trimis. Un lucru ne-ar ajuta să înțelegem:\n\n{question}\n\nRăspundeți doar dacă nu vă puneți în pericol. Puteți să nu răspundeți. Vă rugăm să nu căutați dovezi: poate fi periculos.',
  feedback:
    'Iată ce s-a făcut cu privire la ce ați trimis la {received}:\n\n{done}\n\nNu scriem mai mult aici, ca nimeni să nu fie pus în pericol. Ne puteți scrie din nou cu același cod.',
  referral:
    '{organisation} ar putea ajuta. Nu le transmitem nimic dacă nu spuneți da. Dacă sunteți de acord, scrieți aici, și scrieți ce trebuie să lăsăm deoparte. Dacă nu răspundeți, nu transmitem nimic.',
  closing:
    'Închidem ce ați trimis la {received}. Motivul:\n\n{reason}\n\nVă mulțumim că ne-ați spus. Dacă se schimbă ceva sau dacă credeți că greșim, ne puteți scrie din nou cu același cod.',
  safety:
    'Siguranța dumneavoastră este pe primul loc. Dacă sunteți în pericol acum și o puteți face fără risc, sunați la {emergency}. Noi nu putem veni la dumneavoastră. Citiți și scrieți aici doar pe un dispozitiv la care nu se uită nimeni altcineva. Nu strângeți dovezi dacă asta vă pune în pericol pe dumneavoastră sau pe alții.',
};
