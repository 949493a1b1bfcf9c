import type { TemplateTexts } from './texts.ts';

export const de: TemplateTexts = {
  acknowledgement:
    'Wir haben erhalten, was Sie am {received} geschickt haben, und lesen es. Ein Ergebnis können wir nicht versprechen. Bis zum {feedbackBy} sollten Sie hier finden, was getan wurde. Sie können jederzeit mit demselben Code etwas ergänzen. Sie müssen es nicht.',
  question:
    'Wir haben gelesen, was Sie geschickt haben. Eines würde uns helfen, es zu verstehen:\n\n{question}\n\nAntworten Sie nur, wenn es für Sie sicher ist. Sie können es weglassen. Bitte suchen Sie nicht nach Beweisen: Das kann gefährlich sein.',
  feedback:
    'Das wurde getan zu dem, was Sie am {received} geschickt haben:\n\n{done}\n\nMehr schreiben wir hier nicht, damit niemand in Gefahr gerät. Sie können uns mit demselben Code wieder schreiben.',
  referral:
    '{organisation} kann vielleicht helfen. Wir geben nichts dorthin weiter, wenn Sie nicht Ja sagen. Wenn Sie einverstanden sind, schreiben Sie es hier, und auch, was wir weglassen müssen. Wenn Sie nicht antworten, geben wir nichts weiter.',
  closing:
    'Wir schließen ab, was Sie am {received} geschickt haben. Der Grund:\n\n{reason}\n\nDanke, dass Sie es uns gesagt haben. Wenn sich etwas ändert oder wenn Sie meinen, dass wir uns irren, können Sie uns mit demselben Code wieder schreiben.',
  safety:
    'Ihre Sicherheit geht vor. Wenn Sie jetzt in Gefahr sind und es gefahrlos tun können, rufen Sie {emergency} an. Wir können nicht zu Ihnen kommen. Lesen und schreiben Sie hier nur auf einem Gerät, das sonst niemand ansieht. Sammeln Sie keine Beweise, wenn das Sie oder andere in Gefahr bringt.',
};
