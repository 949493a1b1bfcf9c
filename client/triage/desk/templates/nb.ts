import type { TemplateTexts } from './texts.ts';

export const nb: TemplateTexts = {
  acknowledgement:
    'Vi har fått det du sendte {received}, og vi leser det. Vi kan ikke love et resultat. Innen {feedbackBy} bør du finne svar her på hva som er gjort. Du kan når som helst legge til noe med samme kode. Du må ikke.',
  question:
    'Vi har lest det du sendte. Én ting ville hjelpe oss å forstå det:\n\n{question}\n\nSvar bare hvis det er trygt for deg. Du kan la det være. Ikke let etter bevis: Det kan være farlig.',
  feedback:
    'Dette er gjort med det du sendte {received}:\n\n{done}\n\nVi skriver ikke mer her, slik at ingen kommer i fare. Du kan skrive til oss igjen med samme kode.',
  referral:
    '{organisation} kan kanskje hjelpe. Vi gir ikke noe videre til dem hvis du ikke sier ja. Hvis du er enig, skriv det her, og skriv hva vi må utelate. Hvis du ikke svarer, gir vi ikke noe videre.',
  closing:
    'Vi avslutter det du sendte {received}. Grunnen:\n\n{reason}\n\nTakk for at du fortalte oss det. Hvis noe endrer seg, eller hvis du mener at vi tar feil, kan du skrive til oss igjen med samme kode.',
  safety:
    'Din sikkerhet er viktigst. Hvis du er i fare nå, og hvis du kan gjøre det trygt, ring {emergency}. Vi kan ikke komme til deg. Les og skriv her bare på en enhet som ingen andre ser på. Ikke samle bevis hvis det setter deg eller andre i fare.',
};
