import type { ReturnTexts } from '../catalogue.ts';
import { plural } from '../plural.ts';

export const returning: ReturnTexts = {
  link: 'Sie haben einen Code? Antwort lesen',
  toForm: 'Kein Code? Schreiben Sie uns',
  title: 'Antwort lesen',
  code: 'Ihr Code',
  codeHint: 'Geben Sie die 10 Zahlengruppen oder die 12 Wörter ein. Auf Leerzeichen und Zeilen kommt es nicht an.',
  codeKept:
    'Ihr Code wird nicht gesendet und nicht gespeichert. Was er öffnet, steht nur so lange auf dieser Seite, bis Sie sie verlassen.',
  open: 'Öffnen',
  noScript:
    'Damit Antworten auf diesem Gerät geöffnet werden können, braucht diese Seite JavaScript. In diesem Browser ist es ausgeschaltet. Nehmen Sie einen anderen Browser. Wer sich damit auskennt, kann auch das Programm „amparo“ auf der Kommandozeile verwenden.',

  reportTitle: 'Ihre Meldung',
  answersTitle: 'Antworten',
  lookAgain: 'Noch einmal nachsehen',
  lookBack: 'Weiter zurück nachsehen',

  writeTitle: 'Noch einmal schreiben',
  writeHint:
    'Die Leser sehen, dass es von der Person kommt, die zuerst geschrieben hat. Wer Sie sind, sehen sie weiterhin nicht.',
  message: 'Ihre Nachricht',
  readersAgain: 'Wen Sie vorher ausgeschlossen haben, ist nirgends gespeichert. Bitte wählen Sie noch einmal.',
  sent: 'Ihre Nachricht ist verschlossen und gespeichert. Sie können noch eine schreiben oder diese Seite verlassen.',

  checkTitle: 'Eine gespeicherte Quittung prüfen',
  checkHint: 'Die Datei wird auf diesem Gerät gelesen und nicht gesendet. Einen Code brauchen Sie dafür nicht.',
  checkFile: 'Datei der Quittung',

  closeTitle: 'Für immer schließen',
  closeHint:
    'Alle Antworten werden auf dem Server gelöscht, und neue können nicht mehr kommen. Was Sie gesendet haben, bleibt bei der Stelle. Das lässt sich nicht rückgängig machen.',
  closeTick: 'Ich verstehe, dass Antworten gelöscht werden.',
  closedTitle: 'Es ist geschlossen',
  closed: 'Die Antworten sind gelöscht, und neue können nicht mehr kommen. Sie können diese Seite jetzt verlassen.',

  emptiedTitle: 'Diese Seite wurde geleert',
  emptied: 'Hier wurde zehn Minuten lang nichts getippt oder berührt.',
  enterAgain: 'Code noch einmal eingeben',

  script: {
    opening: 'Wird geöffnet …',
    looking: 'Es wird nach Antworten gesehen …',
    closing: 'Wird geschlossen …',
    reading: 'Das öffentliche Verzeichnis wird gelesen: {share}',

    codeMissing: 'Geben Sie zuerst Ihren Code ein.',
    groupCount: plural({
      one: 'Es ist {count} Gruppe, nötig sind {expected}.',
      other: 'Es sind {count} Gruppen, nötig sind {expected}.',
    }),
    wordCount: plural({
      one: 'Es ist {count} Wort, nötig sind {expected}.',
      other: 'Es sind {count} Wörter, nötig sind {expected}.',
    }),
    groupShort: 'Eine Ziffer fehlt: Jede Gruppe hat fünf.',
    groupsWrong: plural({
      one: 'Sehen Sie sich Gruppe {places} noch einmal an.',
      other: 'Sehen Sie sich die Gruppen {places} noch einmal an.',
    }),
    wordsWrong: plural({
      one: 'Wort {places} gehört nicht zu den möglichen Wörtern.',
      other: 'Die Wörter {places} gehören nicht zu den möglichen Wörtern.',
    }),
    notTogether: 'Etwas passt nicht zusammen. Vergleichen Sie alles mit dem, was Sie sich aufgeschrieben haben.',
    suspects: plural({
      one: 'Etwas passt nicht zusammen. Sehen Sie sich zuerst Wort {places} an.',
      other: 'Etwas passt nicht zusammen. Sehen Sie sich zuerst die Wörter {places} an.',
    }),

    stored: 'Wir haben, was Sie gesendet haben: {days}.',
    shown: 'Es steht im öffentlichen Verzeichnis. Niemand kann es unbemerkt verschwinden lassen.',
    notShown: 'Es steht noch nicht im öffentlichen Verzeichnis. Das kann bis zum Tag nach dem Senden dauern.',
    notInNewest: 'Im neuesten Teil des öffentlichen Verzeichnisses steht es nicht. Sehen Sie weiter zurück nach.',
    olderUnread: 'Ältere Teile des öffentlichen Verzeichnisses wurden nicht gelesen.',
    unchecked: 'Das öffentliche Verzeichnis konnte gerade nicht geprüft werden.',
    opened: '{name} hat es geöffnet: {day}.',
    notOpened: 'Noch niemand hat es geöffnet.',
    answered: 'Es gibt eine Antwort.',
    notAnswered: 'Noch keine Antwort.',
    whatIsOwed:
      'In der Europäischen Union sagt das Gesetz: Innerhalb von 7 Tagen erfahren Sie, dass Ihre Meldung angekommen ist, und innerhalb von 3 Monaten, was daraufhin getan wurde. Kommen Sie später wieder, und sehen Sie noch einmal nach.',

    missing:
      'Eine Antwort von {name} fehlt. Vielleicht hält der Server sie zurück. Sagen Sie der Stelle auf anderem Weg Bescheid.',
    missingOrExpired:
      'Eine Antwort von {name} fehlt. Haben Sie vor mehr als einem Jahr zum ersten Mal geschrieben? Dann hat der Server sie vielleicht gelöscht: Er bewahrt Antworten ein Jahr lang auf. Wenn nicht, hält der Server sie vielleicht zurück. Sagen Sie der Stelle auf anderem Weg Bescheid.',
    unknownReviewer:
      'Eine Antwort wird nicht gezeigt: Niemand auf der Liste der Leser hat sie unterschrieben. Vielleicht hat sie jemand erfunden. Sagen Sie der Stelle auf anderem Weg Bescheid.',
    otherCase:
      'Eine Antwort wird nicht gezeigt: Sie wurde nicht für Sie verschlossen. Vielleicht hat sie jemand hierher gelegt. Sagen Sie der Stelle auf anderem Weg Bescheid.',
    damaged:
      'Eine Antwort wird nicht gezeigt: Sie ist beschädigt, oder jemand hat sie verändert. Sagen Sie der Stelle auf anderem Weg Bescheid.',

    receiptFirst: 'Wählen Sie zuerst die Datei einer Quittung.',
    receiptUnreadable: 'Diese Datei ist keine Quittung.',
    receiptForeign:
      'Diese Quittung beweist nichts: Das Verzeichnis dieser Stelle hat sie nicht unterschrieben. Vielleicht hat jemand sie erfunden oder verändert.',
    receiptNoLog: 'Diese Stelle führt kein öffentliches Verzeichnis. Darum lässt sich nichts prüfen.',
    receiptReal: 'Die Quittung ist echt. Der Server hat angenommen, was Sie gesendet haben: {day}.',
    receiptAbsent:
      'Im öffentlichen Verzeichnis steht es nicht, obwohl es dort stehen müsste. Vielleicht hat jemand es verschwinden lassen. Heben Sie die Quittung auf, und sagen Sie der Stelle auf anderem Weg Bescheid.',

    messageMissing: 'Bitte schreiben Sie zuerst etwas bei „Ihre Nachricht“.',
    tickFirst: 'Setzen Sie zuerst das Häkchen, wenn Sie schließen möchten.',
  },
};
