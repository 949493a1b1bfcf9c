import type { CodeTexts } from '../catalogue.ts';

/** The code by which a reporter comes back, shown once after sending. */
export const code: CodeTexts = {
  title: 'Ihr Code',
  why: 'Mit diesem Code können Sie wiederkommen und lesen, was die Stelle antwortet. Anders lässt es sich nicht lesen.',
  once: 'Er wird nur jetzt gezeigt. Niemand kann ihn Ihnen noch einmal geben, auch die Stelle nicht.',
  holder: 'Wer ihn hat, kann die Antworten lesen. Verraten Sie ihn niemandem, auch der Stelle nicht.',
  paper:
    'Schreiben Sie ihn auf Papier, nicht auf dieses Gerät. Bewahren Sie das Papier dort auf, wo es sonst niemand findet.',
  silent: 'Der Code verrät nicht, wofür er ist. Schreiben Sie das nicht dazu.',
  digits: 'Zehn Gruppen von Ziffern',
  wordsName: 'Zwölf Wörter',
  words: 'Sie können stattdessen diese 12 Wörter aufschreiben. Sie sind derselbe Code.',
  print: 'Drucken',
  printHint: 'Drucken Sie nur dort, wo sonst niemand sieht, was Sie drucken.',
  picture: 'Als Bild zeigen',
  pictureHint: 'Das Bild können Sie mit einem anderen, sicheren Handy fotografieren.',
  written: 'Ich habe ihn aufgeschrieben',
  checkTitle: 'Stimmt er auf Ihrem Papier?',
  checkHint: 'Tippen Sie diese zwei Teile von Ihrem Papier ab.',
  check: 'Prüfen',
  again: 'Den Code noch einmal zeigen',
  skip: 'Ich habe ihn verwahrt',
  keptTitle: 'Bewahren Sie Ihren Code gut auf',
  right: 'Was Sie getippt haben, stimmt.',
  kept: 'Der Code ist jetzt von dieser Seite verschwunden. Er kann nicht noch einmal gezeigt werden.',
  receipt:
    'Sie können eine Quittung speichern. Sie beweist, dass der Server angenommen hat, was Sie gesendet haben. Mit Ihrem Code bekommen Sie sie wieder, deshalb müssen Sie sie nicht auf diesem Gerät aufheben.',
  receiptSave: 'Die Quittung speichern',
  /** What the script says. */
  script: {
    codeGroup: 'Gruppe {number}',
    codeWord: 'Wort {number}',
    codeWrong: '{place}: Das ist nicht, was gezeigt wurde. Sehen Sie sich den Code noch einmal an.',
    codePicture: 'Bild des Codes',
    codePictureLost: 'Das Bild kann gerade nicht geladen werden. Schreiben Sie den Code auf.',
  },
};
