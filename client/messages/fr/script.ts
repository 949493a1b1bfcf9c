import type { ScriptTexts } from '../catalogue.ts';
import { plural } from '../plural.ts';

export const script: ScriptTexts = {
  preparing: 'La page se prépare à verrouiller ce que vous écrivez. Vous pouvez déjà commencer.',
  ready: 'Prêt à envoyer.',
  readyToSave: 'Prêt à verrouiller.',
  saving: 'Sauvegarde…',
  step: 'Étape {step} sur {steps}',
  sealing: 'Verrouillage de ce que vous avez écrit, sur cet appareil…',
  working:
    'Votre appareil fait un travail qui écarte les messages faits par des machines. Cela peut prendre une minute.',
  sending: 'Envoi…',
  waiting: 'La connexion est lente ou coupée. Nouvel essai…',
  finishing: 'Envoi du reste de vos fichiers. Vous pouvez attendre ici.',
  storyLeft: plural({
    one: 'Il reste {count} caractère',
    many: 'Il reste {count} de caractères',
    other: 'Il reste {count} caractères',
  }),
  languageKept: 'Cette page est maintenant dans une autre langue. Ce que vous avez écrit est toujours là.',
  languageLost: 'L’autre langue ne peut pas être chargée maintenant. Réessayez.',
  receivedId: 'Numéro de votre signalement : {id}',

  readerExclude: 'ne doit pas lire ceci',
  readerReads: 'Lit : {languages}',
  readerNoKey: 'ne peut pas lire de signalements ce mois-ci',
  readersTogether: plural({
    one: '{count} de ces personnes ouvre votre signalement.',
    many: '{count} de ces personnes doivent ouvrir votre signalement ensemble. Personne ne peut le lire seul.',
    other: '{count} de ces personnes doivent ouvrir votre signalement ensemble. Personne ne peut le lire seul.',
  }),

  chooseCountry: 'Choisissez un pays',
  remove: 'Retirer',
  removeNamed: 'Retirer {name}',
  removed: 'Retiré : {name}',
  change: 'Changer',
  changeNamed: 'Changer : {name}',
  nothingAnswered: 'Vous avez laissé ceci vide.',
  notThese: 'Pas pour : {names}',
  everybody: 'Toutes les personnes de la liste peuvent le lire.',

  voiceRecording: 'Enregistrement en cours : {time}',
  voiceRecorded: 'Enregistré : {time}. Écoutez-le avant de l’ajouter.',
  voiceChanging: 'Changement de la voix : {percent}',
  voiceChanged: 'La voix est changée. Écoutez-la avant de l’ajouter.',
  voiceAdded: 'L’enregistrement est ajouté.',
  voiceName: 'Enregistrement {number}',
  voiceDenied: 'Ce navigateur ne laisse pas la page utiliser le micro.',
  voiceMissing: 'Aucun micro n’a été trouvé.',
  voiceFailed: 'L’enregistrement n’a pas marché. Vous pouvez écrire à la place, ou ajouter un fichier.',

  files: plural({
    one: '{count} fichier, {size}',
    many: '{count} de fichiers, {size}',
    other: '{count} fichiers, {size}',
  }),
  fileChecking: 'Examen de ce qu’il contient…',
  fileClean: 'Rien n’y a été trouvé qui dise où, quand ou par qui il a été fait.',
  fileNotCleaned: 'Ce genre de fichier n’est pas nettoyé. Il peut contenir un nom, un lieu ou une heure.',
  fileUnclear: 'Ce fichier n’a pas pu être lu en entier. Il peut contenir un nom, un lieu ou une heure.',
  fileFound: 'Ce fichier en dit plus que ce qu’il montre :',
  findings: {
    location: 'où il a été fait',
    time: 'quand il a été fait ou modifié',
    device: 'avec quel appareil il a été fait',
    person: 'un nom',
    software: 'avec quel programme il a été fait',
    text: 'un texte qui n’est pas dans l’image',
    preview: 'une petite copie de l’image, peut-être d’avant qu’elle soit modifiée',
    video: 'une courte vidéo derrière la photo',
    hidden: 'd’autres données cachées',
  },
  fileSend: 'Que faut-il en envoyer ?',
  fileSendCleaned: 'Le fichier sans cela',
  fileSendOriginal: 'L’original, avec tout cela',
  fileSendBoth: 'Les deux',
  fileNote: 'Qu’est-ce que c’est ? (vous pouvez laisser ceci vide)',
  originalName: 'Fichier original – {name}',

  uploadIdle: 'Les fichiers sont envoyés quand vous continuez.',
  uploading: 'Envoyé : {percent} de vos fichiers',
  uploadLeft: 'Envoyé : {percent} de vos fichiers. Temps restant : {time}',
  uploadPaused: 'En pause. Envoyé : {percent} de vos fichiers.',
  uploadWaiting: 'La connexion est lente ou coupée. Nouvel essai… Envoyé : {percent} de vos fichiers.',
  uploadFull:
    'Le serveur n’a pas de place maintenant. Nouvel essai… Vous pouvez aussi retirer des fichiers, et envoyer sans eux.',
  uploadDone: 'Tous vos fichiers sont envoyés. Ils feront partie de votre signalement dès que vous l’enverrez.',
  lessThanMinute: 'moins d’une minute',

  fileEmpty: '{name} : ce fichier est vide. Il n’a pas été ajouté.',
  fileVanished: '{name} : ce fichier ne peut plus être lu. Retirez-le, ou choisissez-le à nouveau.',
  fileChanged: '{name} : ce fichier a changé pendant son envoi. Retirez-le, ou choisissez-le à nouveau.',
  fileTooLarge: '{name} : avec ce fichier, c’est trop. On peut envoyer {size} au maximum.',
  filesTooMany: 'On peut envoyer {count} fichiers au maximum. Les autres n’ont pas été ajoutés.',

  failures: {
    'story-missing': 'Écrivez d’abord quelque chose dans « Que s’est-il passé ? », ou ajoutez un enregistrement.',
    'story-too-long': 'C’est trop long pour être envoyé en une fois. Raccourcissez, ou envoyez en deux parties.',
    'answers-too-long': 'Une de vos réponses est trop longue. Raccourcissez-la.',
    'nobody-left': 'Au moins une personne doit pouvoir le lire. Décochez une des cases.',
    'too-few-left': 'Il resterait trop peu de personnes pour l’ouvrir ensemble. Décochez une des cases.',
    'readers-changed':
      'La liste des personnes qui peuvent le lire a changé pendant que vous écriviez. Votre signalement n’a pas été envoyé. Regardez encore une fois la liste, puis envoyez.',
    'files-unreadable': 'Un de vos fichiers ne peut plus être lu. Retirez-le, ou choisissez-le à nouveau.',
    'save-failed':
      'Le fichier n’a pas pu être enregistré. Vérifiez qu’il y a de la place sur cet appareil, et réessayez.',
    offline: 'Le serveur ne répond pas. Vérifiez votre connexion et réessayez.',
    'server-busy': 'Le serveur ne peut pas le recevoir en ce moment. Réessayez dans quelques minutes.',
    'server-full':
      'Le serveur n’a pas de place pour vos fichiers maintenant. Réessayez plus tard, ou retirez des fichiers et envoyez sans eux.',
    refused:
      'Cette page ne va plus avec le serveur. Rechargez-la. Ce que vous avez écrit en disparaîtra alors : copiez-le d’abord si cela est sans danger.',
    'receipt-missing':
      'Le serveur a reçu ce que vous avez écrit, mais n’a pas donné de preuve qu’il le conserve. Envoyez-le de nouveau.',
    'receipt-wrong':
      'Le serveur a reçu ce que vous avez écrit, mais la preuve qu’il a donnée n’est pas bonne. Envoyez-le de nouveau. Si cela continue, prévenez le service par un autre moyen.',
    'office-untrusted':
      'La liste des lecteurs n’est pas signée comme elle doit l’être. Quelqu’un l’a peut-être changée. N’écrivez pas ici, et prévenez ce service par un autre moyen.',
    'office-expired':
      'La liste des lecteurs n’est plus valable, ou la date de cet appareil est fausse. Vérifiez la date et rechargez la page. Si la date est juste, prévenez ce service par un autre moyen.',
    insecure:
      'Cette page n’est pas arrivée par une connexion sûre. Utilisez l’adresse qui commence par https, ou l’adresse onion.',
    unsupported:
      'Ce navigateur est trop ancien pour verrouiller ce que vous écrivez. Utilisez-en un plus récent, ou le navigateur Tor.',
    unknown: 'Un problème que nous n’avions pas prévu est arrivé. Réessayez, ou utilisez un autre navigateur.',
  },
};
