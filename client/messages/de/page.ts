import type { PageTexts } from '../catalogue.ts';

export const page: PageTexts = {
  title: 'Schreiben Sie uns',
  exit: 'Diese Seite verlassen',
  exitHint:
    '„Diese Seite verlassen“ öffnet stattdessen eine Wetterseite. Sie können auch dreimal die Umschalttaste (⇧, Shift) drücken.',
  languages: 'Sprachen',
  unreviewed: 'Dieser Text wurde noch nicht von einem Menschen geprüft, dessen Muttersprache Deutsch ist.',
  demo: 'NUR ZUM AUSPROBIEREN. Schreiben Sie hier nichts Echtes: Die Schlüssel dieser Seite sind nicht sicher.',

  heading: 'Sagen Sie uns, was passiert ist',
  intro:
    'Hier können Sie an {office} schreiben, wenn Menschen ausgebeutet werden und Amtspersonen dabei helfen oder wegsehen. Sie müssen nicht sagen, wer Sie sind.',
  howTitle: 'Was damit geschieht',
  howSealed:
    'Was Sie schreiben, wird auf diesem Gerät verschlossen, bevor es gesendet wird. Der Server, der es aufbewahrt, kann es nicht öffnen.',
  howReaders: 'Nur diese Personen können es öffnen. Später können Sie auswählen, wer von ihnen es nicht lesen darf.',
  howNext:
    'Gelesen wird es auf einem Gerät, das nie mit dem Internet verbunden ist, meist innerhalb von sieben Tagen. Die Personen, die es lesen, entscheiden dann, was getan werden kann.',
  howNot: 'Das hier ist kein Notruf. Niemand liest es sofort, und niemand kann versprechen, was daraus wird.',
  safeTitle: 'So bleiben Sie sicher',
  safeDevice:
    'Benutzen Sie kein Gerät, das jemand anderes überwacht oder das Ihrer Arbeitsstelle gehört, weder Handy noch Computer.',
  safeTor:
    'Ihr Internetanbieter oder die Person, der das WLAN gehört, kann sehen, dass Sie diese Adresse besucht haben. Der Tor Browser verbirgt das.',
  safeWho:
    'Lassen Sie Ihren eigenen Namen weg und auch die Namen von Menschen, die Ihnen geholfen haben, außer Sie möchten, dass wir sie kennen.',
  safeDetail:
    'Überlegen Sie gut, bevor Sie etwas schreiben, das nur Sie wissen können: Es kann verraten, wer geschrieben hat.',
  safeKeep:
    'Diese Seite speichert nichts auf Ihrem Gerät. Benutzen Sie die Knöpfe auf der Seite, um vor und zurück zu gehen. Wenn Sie die Seite schließen oder im Browser auf „Zurück“ gehen, ist weg, was Sie geschrieben haben.',
  contact: 'So erreichen Sie uns auf anderem Weg: {contact}',

  dangerTitle: 'Ist jetzt jemand in Gefahr?',
  dangerHelp:
    'Wenn es für Sie sicher ist, rufen Sie dort Hilfe, wo Sie sind. Wir lesen das hier vielleicht zu spät, um zu helfen.',
  emergencyTitle: 'Notrufnummern',

  start: 'Anfangen',
  back: 'Zurück',
  next: 'Weiter',
  toSending: 'Gleich zum Senden',
  everythingOptional: 'Das können Sie leer lassen.',
  starting:
    'Das Formular ist noch nicht bereit. Wenn sich das innerhalb einer Minute nicht ändert, laden Sie die Seite neu.',

  storyTitle: 'Was ist passiert?',
  storyHint:
    'Schreiben Sie so viel oder so wenig, wie Sie möchten, in jeder Sprache. Zum Beispiel: was Sie gesehen haben, wo und wann, und wer dabei war.',
  voiceTitle: 'Sprechen statt schreiben',
  voiceHint:
    'Sie können hier Ihre Stimme aufnehmen. Die Aufnahme wird wie eine Datei verschlossen und gesendet. Wer Ihre Stimme kennt, kann Sie daran erkennen.',
  voiceStart: 'Aufnehmen',
  voiceStop: 'Aufnahme beenden',
  voiceAgain: 'Noch einmal aufnehmen',
  voiceDisguise: 'Meine Stimme so verändern, dass man es nicht rückgängig machen kann',
  voiceDisguiseHint: 'Die Worte bleiben. Auch Ihre Art zu sprechen, Ihr Akzent und die Geräusche um Sie herum bleiben.',
  voiceUse: 'Diese Aufnahme hinzufügen',

  evidenceTitle: 'Fotos, Videos, Dokumente',
  evidenceHint:
    'Fügen Sie hinzu, was Sie haben, wenn es für Sie nicht gefährlich ist, es zu besitzen. Die Dateien werden auf diesem Gerät verschlossen und gesendet, während Sie weiterschreiben.',
  evidenceChoose: 'Dateien auswählen',
  evidenceCleaning:
    'In Fotos und Videos steckt oft, wo, wann und mit welchem Gerät sie aufgenommen wurden. Das wird entfernt, und das Bild bleibt, wie es ist. Sie können auch das Original senden, wenn es als Beweis gebraucht wird.',
  evidenceNot:
    'Dokumente, zum Beispiel PDF- oder Word-Dateien, werden nicht bereinigt. In ihnen steht oft der Name der Person, die sie geschrieben hat. Wenn Sie können, senden Sie stattdessen ein Foto der Seite.',
  evidenceOnly:
    'Überlegen Sie, wer dasselbe Foto oder Dokument auch hat. Daran kann man vielleicht erkennen, wer es gesendet hat.',
  uploadTitle: 'Dateien werden gesendet',
  uploadPause: 'Anhalten',
  uploadResume: 'Fortsetzen',

  readersTitle: 'Wer darf es nicht lesen?',
  readersHint:
    'Diese Personen können öffnen, was Sie schreiben. Wenn Sie einer von ihnen nicht vertrauen, setzen Sie bei ihr ein Häkchen. Niemand kann sehen, dass Sie das getan haben, auch die Person selbst nicht. Mindestens eine Person muss übrig bleiben.',
  fingerprintTitle: 'Prüfnummer dieser Stelle',
  fingerprintHint:
    'Wenn Sie diese Nummer von einem Plakat oder einer Karte haben, vergleichen Sie sie. Wenn sie nicht übereinstimmt, schreiben Sie hier nichts.',

  reviewTitle: 'Noch einmal ansehen, dann senden',
  reviewHint:
    'Was Sie geschrieben haben, wird erst gesendet, wenn Sie auf den Knopf drücken. Sie können noch alles ändern.',
  identifyTitle: 'Könnte das verraten, wer Sie sind?',
  identifyName: 'Ihr Name, Ihre Telefonnummer oder Adresse, oder die von Menschen, die Ihnen nahestehen.',
  identifyDetail: 'Etwas, das nur Sie oder sehr wenige wissen können.',
  identifyDocument: 'Ein Dokument, das nur Sie oder sehr wenige gesehen haben.',
  identifyVoice: 'Ihre Stimme, oder Ihr Gesicht auf einem Bild.',
  send: 'Verschließen und senden',

  receivedTitle: 'Es ist bei uns angekommen',
  receivedKept: 'Was Sie geschrieben haben, ist verschlossen und gespeichert. Auf dieser Seite ist es gelöscht.',
  receivedNext: 'Die Personen, die Sie ausgewählt haben, öffnen es, meist innerhalb von sieben Tagen.',
  receivedIdHint:
    'Sie müssen diese Nummer nicht aufheben. Mit ihr lässt sich nichts öffnen. Wenn Sie sie der Stelle nennen, kann man dort Ihre Meldung damit finden.',
  receivedLeave: 'Sie können diese Seite jetzt schließen.',

  problemTitle: 'Das hat nicht geklappt',
  tryAgain: 'Noch einmal versuchen',
  problemKept: 'Was Sie geschrieben haben, ist noch hier.',

  noScriptTitle: 'Ohne JavaScript',
  noScript:
    'Damit auf diesem Gerät verschlossen werden kann, was Sie schreiben, braucht diese Seite JavaScript. In diesem Browser ist es ausgeschaltet.',
  noScriptTor:
    'Wählen Sie im Tor Browser im Menü mit dem Schild die Stufe „Standard“ oder „Sicherer“ und laden Sie die Seite neu. Auf beiden Stufen wird auf Ihrem Gerät verschlossen, was Sie schreiben.',
  offlineTitle: 'Ohne Verbindung schreiben',
  offlineHint:
    'Speichern Sie diese Seite auf einem Gerät, dem Sie vertrauen, und öffnen Sie sie dort. Sie funktioniert ohne Verbindung und macht aus dem, was Sie schreiben, eine einzige verschlossene Datei. Diese Datei können Sie hier senden oder jemandem geben, der das für Sie tut.',
  offlineDownload: 'Seite zum Schreiben ohne Verbindung speichern',
  offlineCheck:
    'Wer sich damit auskennt, kann prüfen, ob die gespeicherte Seite echt ist: Die Stelle hat sie unterschrieben.',
  deliverTitle: 'Eine verschlossene Datei senden',
  deliverHint:
    'Der Name der Datei endet mit .amparo. Sie bleibt auf dem ganzen Weg verschlossen. Nur die oben genannten Personen können sie öffnen.',
  deliverChoose: 'Verschlossene Datei',
  deliver: 'Datei senden',
  deliveredTitle: 'Die Datei ist bei uns angekommen',
  deliveredNext:
    'Sie ist gespeichert und weiterhin verschlossen. Sie können sie jetzt von Ihrem Gerät löschen und diese Seite schließen.',
  notDeliveredTitle: 'Die Datei wurde nicht angenommen',
  notDelivered: {
    'not-a-parcel':
      'Das ist keine verschlossene Datei von der Seite zum Schreiben ohne Verbindung. Wählen Sie die Datei, deren Name mit .amparo endet.',
    damaged:
      'Die Datei ist beschädigt. Kopieren Sie sie noch einmal von dort, wo sie gemacht wurde, oder machen Sie sie neu.',
    unstamped: 'Die Datei war beim Speichern noch nicht fertig. Machen Sie sie noch einmal.',
    incomplete: 'Die Verbindung ist abgebrochen, bevor die ganze Datei hier war. Senden Sie sie noch einmal.',
    'too-large':
      'Die Datei ist größer, als hier angenommen werden kann. Machen Sie sie noch einmal, mit weniger Fotos oder anderen Dateien darin.',
    'no-room':
      'Der Server hat zurzeit keinen Platz für so viele Dateien. Versuchen Sie es morgen wieder, oder machen Sie die Datei noch einmal mit weniger Dateien darin.',
    busy: 'Der Server kann die Datei gerade nicht annehmen. Versuchen Sie es in ein paar Minuten noch einmal.',
  },
  tryDeliverAgain: 'Zurück zur ersten Seite',

  offlineNotice: 'Diese Seite funktioniert ohne Verbindung. Sie sendet nichts.',
  offlineSave: 'Verschließen und speichern',
  offlineSavedTitle: 'Es ist verschlossen',
  offlineSaved:
    'Die Datei mit dem Namen {file} ist auf diesem Gerät gespeichert. Nur die Personen, die Sie ausgewählt haben, können sie öffnen. Senden Sie sie auf der Seite der Stelle, oder geben Sie sie jemandem, der das für Sie tut.',
  offlineSavedDelete:
    'Was Sie geschrieben haben, ist auf dieser Seite gelöscht. Löschen Sie die Datei, sobald sie gesendet ist.',
};
