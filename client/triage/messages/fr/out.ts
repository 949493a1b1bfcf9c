import { plural } from '../../../messages/index.ts';

/** What leaves the desk: exports, what is taken out of them first, and figures. */
export const out = {
  export: 'Exporter…',
  exportShown: plural({
    one: 'Exporter le {count} affiché',
    many: 'Exporter les {count} affichés',
    other: 'Exporter les {count} affichés',
  }),
  figures: 'Chiffres',
  back: 'Retour aux signalements',
  title: plural({
    one: 'Exporter un signalement',
    many: 'Exporter {count} de signalements',
    other: 'Exporter {count} signalements',
  }),
  intro:
    'Rien ne sort avant que vous l’enregistriez ou l’imprimiez. Qui le reçoit peut le garder des années : supprimez tout ce qui pourrait dire qui a signalé.',
  recused: plural({
    one: '{count} signalement est laissé de côté : vous ne vous en occupez plus.',
    many: '{count} de signalements sont laissés de côté : vous ne vous en occupez plus.',
    other: '{count} signalements sont laissés de côté : vous ne vous en occupez plus.',
  }),
  nothing: 'Vous ne pouvez exporter aucun de ces signalements.',

  takeOut: 'Supprimer',
  selectionHint: 'Ce qui est marqué dans un signalement est supprimé dans tous ceux qui sortent ensemble.',
  selectionMarks: plural({ one: '{count} marque', many: '{count} de marques', other: '{count} marques' }),
  selectionNoMarks: 'Rien n’est marqué',
  selectionUnmarked: plural({
    one: 'Dans {count} signalement, rien n’est marqué.',
    many: 'Dans {count} de signalements, rien n’est marqué.',
    other: 'Dans {count} signalements, rien n’est marqué.',
  }),
  selectionMore: plural({ one: 'Et {count} de plus.', many: 'Et {count} de plus.', other: 'Et {count} de plus.' }),
  leaveOut: 'Le laisser ici',
  leaveOutOf: 'Le laisser ici : signalement {id}',
  mark: 'Le regarder et marquer',
  markOf: 'Le regarder et marquer : signalement {id}',
  markDone: 'Terminer ce signalement',
  markTitle: 'Signalement {id}',
  loading: 'Chargement…',

  howTo:
    'Sélectionnez des mots avec la souris, ou parcourez un texte avec les flèches, avec Maj pour en sélectionner plus. Entrée supprime ce qui est sélectionné, partout où cela se trouve dans le signalement et quelle que soit l’orthographe.',
  selected: 'Sélectionné :',
  selectedNone: 'Rien n’est sélectionné.',
  takeOutSelected: 'Le supprimer',
  anyWord: 'Un mot, un nom ou un numéro, où qu’il se trouve',
  anyWordAdd: 'Le supprimer',
  suggestions: 'Ceci peut dire de qui il s’agit. Supprimez ce qui le dit :',
  suggestionKinds: {
    phone: 'téléphone',
    account: 'compte',
    email: 'adresse électronique',
    handle: 'nom sur un réseau',
    website: 'site web',
    vehicle: 'véhicule',
    official: 'un agent de l’État',
    capitals: 'peut-être un nom',
  },
  suggestionTake: 'Supprimer {text} {kind}',
  wholeAnswer: 'Tout supprimer',
  wholeOf: 'Tout supprimer : {title}',
  textOf: '{title}, {label}',
  isOut: '{text}, supprimé',
  marks: 'Ce que vous avez marqué',
  marksNone: 'Rien pour l’instant : tout le signalement sort, sauf ses clés et son numéro.',
  marksKept: 'Les marques sont gardées dans votre cahier des cas. Elles ne changent rien au signalement lui-même.',
  markedWhole: 'Tout : {title}',
  places: plural({
    one: 'à {count} endroit',
    many: 'à {count} d’endroits',
    other: 'à {count} endroits',
  }),
  placesNone: 'nulle part dans ce signalement : vérifiez l’orthographe',
  markVoid: 'Une marque qui ne couvre plus rien. Retirez-la pour continuer.',
  putBack: 'Rétablir',
  putBackOf: 'Rétablir {text}',
  saidOut: 'Supprimé : {text}',
  saidBack: 'Rétabli : {text}',
  filesHint:
    'Un fichier sort tel qu’il a été envoyé. Ce que montrent les images, ce que disent les voix et ce que contiennent les documents n’est pas supprimé : supprimez le fichier entier.',

  form: 'Format',
  forms: {
    print: 'Impression, ou PDF en imprimant',
    csv: 'Tableau (CSV)',
    json: 'Données (JSON)',
    htcds: 'Données de cas de traite (HTCDS 2.0)',
    package: 'Paquet de preuves (ZIP)',
  },
  formHints: {
    print:
      'Chaque signalement sur sa propre page, pour être lu. Dans la fenêtre d’impression, désactivez les en-têtes et pieds de page : les navigateurs y impriment l’emplacement de cette page.',
    csv: 'Une ligne par signalement, pour les tableurs. Aucune cellule ne peut agir comme une formule.',
    json: 'Tout ce qui sort, exactement, pour d’autres programmes.',
    htcds: 'Selon la norme de données de l’OIM, pour les statistiques de cas. Le récit n’y est pas.',
    package:
      'Le signalement, ses fichiers, leur SHA-256, et qui les a eus et quand, signé avec votre clé. Pour un tribunal ou une autorité.',
  },
  language: 'Langue de l’export',
  languageHint: 'Ce que la personne a écrit reste tel quel.',
  notes: 'Avec les notes des lecteurs',
  to: 'À qui cela va',
  toHint: 'Noté dans le journal, et écrit dans un paquet de preuves. Vous pouvez laisser ceci vide.',

  leaves: 'Voici ce qui sort',
  leavesPart: 'Voici ce qui sort : les {shown} premiers signalements sur {of}',
  leavesText: 'Le texte du fichier',
  leavesReport: 'Tel qu’on le lit',
  leavesCut: 'Ceci en est le début.',
  packedFiles: 'Fichiers du paquet',
  packedStates: {
    packed: 'tel qu’envoyé',
    out: 'supprimé',
    'not-at-hand': 'pas disponible',
  },
  notAtHand:
    'Les fichiers sont dans {bundle}. Sans lui, le paquet de preuves n’en contient aucun, et le dit. Ouvrez-le d’abord à nouveau.',
  openBundle: 'Ouvrir le paquet',

  doPrint: 'Imprimer…',
  doSave: 'Enregistrer le fichier',
  doPack: 'Emballer et enregistrer',
  making: 'Préparation du fichier',
  packing: 'Emballage',
  left: 'temps restant : {time}',
  stop: 'Arrêter',
  stopped: 'Arrêté. Rien n’a été enregistré.',
  done: 'Enregistré sous le nom {name}. Le journal le note.',
  sha256: 'SHA-256',
  failed: 'Rien n’a été enregistré.',
  failedFile: 'Le fichier {number} n’a pas pu être emballé. Rien du paquet n’a été gardé.',

  sheet: 'Document',
  sheetPrint: 'Imprimer',
  sheetBack: 'Retour',
  printNothing: 'D’ici, rien n’est imprimé. Pour imprimer un signalement ou des chiffres, exportez-les.',

  figuresTitle: 'Chiffres',
  figuresIntro: 'Comptés par cas : plusieurs signalements d’une personne en font un.',
  figuresFor: 'Pour qui',
  figuresOffice: 'Pour le bureau seulement',
  figuresPublic: 'Pour publication',
  figuresOfficeHint: 'Pour le bureau seulement. De petits nombres peuvent dire qui a signalé : ne les transmettez pas.',
  figuresPublicHint:
    'Les petits nombres ne sont pas publiés, ni ceux qui permettraient de les calculer. Publiez des périodes qui ne se recouvrent pas : deux qui se recouvrent peuvent révéler ce que chacune tait.',
  figuresFrom: 'Du',
  figuresTo: 'Au',
  figuresNone: 'Il n’y a aucun signalement à compter.',
  figuresRecused: plural({
    one: '{count} signalement n’est pas compté : vous ne vous en occupez plus. Laissez les chiffres pour publication à un ou une collègue.',
    many: '{count} de signalements ne sont pas comptés : vous ne vous en occupez plus. Laissez les chiffres pour publication à un ou une collègue.',
    other:
      '{count} signalements ne sont pas comptés : vous ne vous en occupez plus. Laissez les chiffres pour publication à un ou une collègue.',
  }),
  figuresUndated: plural({
    one: '{count} signalement n’est pas compté : il a été apporté en main propre, et personne ne sait quand il a été envoyé.',
    many: '{count} de signalements ne sont pas comptés : ils ont été apportés en main propre, et personne ne sait quand ils ont été envoyés.',
    other:
      '{count} signalements ne sont pas comptés : ils ont été apportés en main propre, et personne ne sait quand ils ont été envoyés.',
  }),
  figuresPrint: 'Imprimer…',
  figuresCsv: 'Enregistrer comme tableau (CSV)',
} as const;

export const outFailures = {
  'mark-void':
    'Dans le signalement de ce numéro, une marque ne couvre plus rien. Regardez-le et retirez cette marque ; exportez ensuite à nouveau.',
  'print-too-many':
    'Cela fait trop de signalements à imprimer d’un coup. Réduisez la liste, ou choisissez un autre format.',
  'export-unwritten':
    'Le fichier n’a pas pu être écrit en entier, et n’a pas été gardé. Y a-t-il de la place sur le disque ? Réessayez, à un autre endroit.',
} as const;
