import type { ScriptTexts } from '../catalogue.ts';
import { plural } from '../plural.ts';

export const script: ScriptTexts = {
  preparing: 'Es wird alles vorbereitet, um zu verschließen, was Sie schreiben. Sie können schon anfangen.',
  ready: 'Bereit zum Senden.',
  readyToSave: 'Bereit zum Verschließen.',
  saving: 'Wird gespeichert …',
  step: 'Schritt {step} von {steps}',
  sealing: 'Was Sie geschrieben haben, wird auf diesem Gerät verschlossen …',
  working:
    'Ihr Gerät löst eine Aufgabe. Sie hält Nachrichten fern, die von Maschinen gemacht sind. Das kann eine Minute dauern.',
  sending: 'Wird gesendet …',
  waiting: 'Die Verbindung ist langsam oder unterbrochen. Neuer Versuch …',
  finishing: 'Ihre restlichen Dateien werden gesendet. Sie können hier warten.',
  storyLeft: plural({ one: 'Noch {count} Zeichen übrig', other: 'Noch {count} Zeichen übrig' }),
  languageKept: 'Diese Seite ist jetzt in einer anderen Sprache. Was Sie geschrieben haben, ist noch hier.',
  languageLost: 'Die andere Sprache kann gerade nicht geladen werden. Versuchen Sie es noch einmal.',
  receivedId: 'Nummer Ihrer Meldung: {id}',

  readerExclude: 'darf das nicht lesen',
  readerReads: 'Liest: {languages}',
  readerNoKey: 'kann diesen Monat keine Meldungen lesen',
  readersTogether: plural({
    one: '{count} dieser Personen öffnet Ihre Meldung.',
    other: '{count} dieser Personen müssen Ihre Meldung zusammen öffnen. Niemand kann sie allein lesen.',
  }),

  chooseCountry: 'Land auswählen',
  remove: 'Entfernen',
  removeNamed: '{name} entfernen',
  removed: 'Entfernt: {name}',
  change: 'Ändern',
  changeNamed: 'Ändern: {name}',
  nothingAnswered: 'Das haben Sie leer gelassen.',
  notThese: 'Nicht für: {names}',
  everybody: 'Alle auf der Liste dürfen es lesen.',

  voiceRecording: 'Aufnahme läuft: {time}',
  voiceRecorded: 'Aufgenommen: {time}. Hören Sie es sich an, bevor Sie es hinzufügen.',
  voiceChanging: 'Die Stimme wird verändert: {percent}',
  voiceChanged: 'Die Stimme ist verändert. Hören Sie sie sich an, bevor Sie die Aufnahme hinzufügen.',
  voiceAdded: 'Die Aufnahme ist hinzugefügt.',
  voiceName: 'Aufnahme {number}',
  voiceDenied: 'Dieser Browser erlaubt der Seite nicht, das Mikrofon zu benutzen.',
  voiceMissing: 'Es wurde kein Mikrofon gefunden.',
  voiceFailed: 'Die Aufnahme hat nicht geklappt. Sie können stattdessen schreiben oder eine Datei hinzufügen.',

  files: plural({ one: '{count} Datei, {size}', other: '{count} Dateien, {size}' }),
  fileChecking: 'Es wird nachgesehen, was darin steckt …',
  fileClean: 'Es wurde nichts darin gefunden, was verrät, wo, wann oder von wem sie gemacht wurde.',
  fileNotCleaned: 'Dateien dieser Art werden nicht bereinigt. Darin kann ein Name, ein Ort oder eine Uhrzeit stehen.',
  fileUnclear: 'Diese Datei konnte nicht ganz gelesen werden. Darin kann ein Name, ein Ort oder eine Uhrzeit stehen.',
  fileFound: 'Diese Datei verrät mehr, als man ihr ansieht:',
  findings: {
    location: 'wo sie gemacht wurde',
    time: 'wann sie gemacht oder geändert wurde',
    device: 'mit welchem Gerät sie gemacht wurde',
    person: 'einen Namen',
    software: 'mit welchem Programm sie gemacht wurde',
    text: 'einen Text, der nicht im Bild zu sehen ist',
    preview: 'eine kleine Kopie des Bildes, vielleicht noch von vor einer Bearbeitung',
    video: 'einen kurzen Film hinter dem Foto',
    hidden: 'andere versteckte Angaben',
  },
  fileSend: 'Was soll davon gesendet werden?',
  fileSendCleaned: 'Die Datei ohne diese Angaben',
  fileSendOriginal: 'Das Original, mit allem',
  fileSendBoth: 'Beides',
  fileNote: 'Was ist das? (kann leer bleiben)',
  originalName: 'Originaldatei – {name}',

  uploadIdle: 'Die Dateien werden gesendet, wenn Sie weitergehen.',
  uploading: '{percent} Ihrer Dateien gesendet',
  uploadLeft: '{percent} Ihrer Dateien gesendet. Restzeit: {time}',
  uploadPaused: 'Angehalten. {percent} Ihrer Dateien gesendet.',
  uploadWaiting: 'Die Verbindung ist langsam oder unterbrochen. Neuer Versuch … {percent} Ihrer Dateien gesendet.',
  uploadFull:
    'Der Server hat zurzeit keinen Platz. Neuer Versuch … Sie können auch Dateien entfernen und ohne sie senden.',
  uploadDone: 'Alle Ihre Dateien sind gesendet. Sie gehören zu Ihrer Meldung, sobald Sie diese senden.',
  lessThanMinute: 'weniger als eine Minute',

  fileEmpty: '{name}: In dieser Datei ist nichts. Sie wurde nicht hinzugefügt.',
  fileVanished: '{name}: Diese Datei kann nicht mehr gelesen werden. Entfernen Sie sie, oder wählen Sie sie neu aus.',
  fileChanged:
    '{name}: Diese Datei wurde geändert, während sie gesendet wurde. Entfernen Sie sie, oder wählen Sie sie neu aus.',
  fileTooLarge: '{name}: Mit dieser Datei zusammen ist es zu viel. Höchstens {size} können gesendet werden.',
  filesTooMany: 'Höchstens {count} Dateien können gesendet werden. Die übrigen wurden nicht hinzugefügt.',

  failures: {
    'story-missing': 'Bitte schreiben Sie zuerst etwas bei „Was ist passiert?“, oder fügen Sie eine Aufnahme hinzu.',
    'story-too-long': 'Das ist zu lang, um es auf einmal zu senden. Kürzen Sie es, oder senden Sie es in zwei Teilen.',
    'answers-too-long': 'Eine Ihrer Antworten ist zu lang. Bitte kürzen Sie sie.',
    'nobody-left': 'Mindestens eine Person muss es lesen können. Nehmen Sie eines der Häkchen weg.',
    'too-few-left': 'Es blieben zu wenige Personen, um es zusammen zu öffnen. Nehmen Sie eines der Häkchen weg.',
    'readers-changed':
      'Die Liste der Personen, die es lesen können, hat sich geändert, während Sie geschrieben haben. Ihre Meldung wurde nicht gesendet. Sehen Sie sich die Liste noch einmal an, und senden Sie dann.',
    'files-unreadable':
      'Eine Ihrer Dateien kann nicht mehr gelesen werden. Entfernen Sie sie, oder wählen Sie sie neu aus.',
    'save-failed':
      'Die Datei konnte nicht gespeichert werden. Sehen Sie nach, ob auf diesem Gerät Platz ist, und versuchen Sie es noch einmal.',
    offline: 'Der Server ist nicht zu erreichen. Prüfen Sie Ihre Verbindung, und versuchen Sie es noch einmal.',
    'server-busy': 'Der Server kann es gerade nicht annehmen. Versuchen Sie es in ein paar Minuten noch einmal.',
    'server-full':
      'Der Server hat zurzeit keinen Platz für Ihre Dateien. Versuchen Sie es später noch einmal, oder entfernen Sie Dateien und senden Sie ohne sie.',
    refused:
      'Diese Seite passt nicht mehr zum Server. Laden Sie die Seite neu. Was Sie geschrieben haben, ist dann von der Seite verschwunden. Kopieren Sie es deshalb vorher, wenn das für Sie sicher ist.',
    'receipt-missing':
      'Der Server hat angenommen, was Sie geschrieben haben, aber nicht bestätigt, dass er es aufbewahrt. Senden Sie es noch einmal.',
    'receipt-wrong':
      'Der Server hat angenommen, was Sie geschrieben haben, aber seine Bestätigung ist falsch. Senden Sie es noch einmal. Wenn das so bleibt, wenden Sie sich auf anderem Weg an die Stelle.',
    'office-untrusted':
      'Die Liste der Personen, die es lesen dürfen, ist nicht so unterschrieben, wie sie sein soll. Vielleicht hat sie jemand verändert. Schreiben Sie hier nichts, und sagen Sie der Stelle auf anderem Weg Bescheid.',
    'office-expired':
      'Die Liste der Personen, die es lesen dürfen, ist veraltet, oder das Datum auf diesem Gerät ist falsch. Prüfen Sie das Datum, und laden Sie die Seite neu. Wenn das Datum stimmt, sagen Sie der Stelle auf anderem Weg Bescheid.',
    insecure:
      'Diese Seite kam nicht über eine sichere Verbindung. Benutzen Sie die Adresse, die mit https beginnt, oder die Onion-Adresse.',
    unsupported:
      'Dieser Browser ist zu alt, um zu verschließen, was Sie schreiben. Benutzen Sie einen neueren oder den Tor Browser.',
    unknown:
      'Etwas ist schiefgegangen, mit dem wir nicht gerechnet haben. Versuchen Sie es noch einmal, oder benutzen Sie einen anderen Browser.',
  },
};
