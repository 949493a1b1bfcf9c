import { plural } from '../../../messages/index.ts';

/** How a reporter is answered. */
export const answering = {
  title: 'Conversation',
  hint: 'Tout ce qui a été dit dans ce cas, par la personne qui a signalé et par le bureau.',
  firstReport: 'Premier signalement',
  followUp: 'Suite',
  thisReport: 'Ce signalement',
  reply: 'Réponse {number} de {name}',
  replyHidden: 'Personne d’autre que {name} et la personne qui a signalé ne peut lire ce qu’elle dit.',
  waits: 'Attend d’être envoyée',
  inBundle: 'Dans le paquet du {at}',
  acknowledges: 'Dit que le signalement est arrivé',
  feedback: 'Dit ce qui a été fait',
  write: 'Écrire une réponse',
  unacknowledged: 'Personne n’a encore dit à la personne que son signalement est arrivé.',
  bars: {
    'case-none': 'Ce signalement n’appartient à aucun cas : on ne peut pas y répondre.',
    'case-unusable': 'Ce que ce signalement dit de son cas est abîmé : on ne peut pas y répondre.',
    'not-listed':
      'Votre clé n’est pas sur la liste des lecteurs du bureau. La page de la personne qui a signalé ne montrerait pas ce que vous écrivez. Demandez à un ou une collègue de répondre.',
    'replies-full':
      'Vous avez écrit dans ce cas autant de réponses qu’il peut y en avoir. Demandez à un ou une collègue de répondre.',
  },
  unwished: 'La personne qui a signalé a demandé qu’on ne lui réponde pas.',
  unwishedDespite: 'Écrire quand même',
  unwishedWhy: 'Ne le faites que si le silence mettait quelqu’un en danger.',
  safeDays: 'Jours sûrs, d’après le signalement',
  safeDaysNone: 'Le signalement ne nomme pas de jours sûrs.',
  languages: 'Langues de la personne qui a signalé',
  languagesNone: 'Pas connues',
  advice: 'Avant d’écrire',
  adviceList: [
    'Ne proposez pas de rencontre, et ne demandez pas où se trouve la personne.',
    'Ne nommez rien ni personne : ni gens, ni lieux, ni aides. Quelqu’un dont la personne a peur lit peut-être par-dessus son épaule.',
    'Ne répétez pas ce qu’elle est seule à pouvoir savoir.',
    'Ne demandez que ce dont vous avez besoin, et dites qu’elle n’est pas obligée de répondre. Ne demandez jamais pourquoi elle n’a rien fait.',
    'Ne l’envoyez pas chercher des preuves.',
    'Ne promettez rien que vous ne puissiez tenir.',
  ],
  language: 'Langue de la réponse',
  languageOther: '{name} (pas nommée par la personne)',
  template: 'Partir d’un texte',
  templateChoose: 'Choisissez un texte',
  templateInsert: 'Insérer',
  templateKinds: {
    acknowledgement: 'Le signalement est arrivé',
    question: 'Une question',
    feedback: 'Ce qui a été fait',
    referral: 'Proposition d’aide ailleurs',
    closing: 'Clôture',
    safety: 'En danger',
  },
  templateOffice: '{kind} : {name}',
  templateDraft: '{kind} (ébauche)',
  templateDraftHint:
    'Les textes marqués comme ébauche sont venus avec cette page. Personne dont c’est la langue maternelle ne les a encore lus : faites lire la réponse par quelqu’un qui parle cette langue ({language}) avant de la sceller.',
  templateFallback: 'Il n’y a pas de texte dans cette langue ({language}) : ceux qui sont proposés sont en anglais.',
  text: 'Réponse',
  textHint: 'La personne voit un texte sans mise en forme. Il est signé de votre nom et scellé pour ce seul cas.',
  hidden:
    'Elle contient des caractères qu’on ne voit pas : {codes}. Ils sont venus quand on y a collé quelque chose. Retirez-les.',
  placesLeft: 'Reste à remplir : {places}',
  charactersLeft: plural({
    one: 'Il reste environ {count} caractère',
    many: 'Il reste environ {count} de caractères',
    other: 'Il reste environ {count} caractères',
  }),
  tooLong: plural({
    one: 'Trop longue d’environ {count} caractère. Raccourcissez-la, ou écrivez le reste dans une seconde réponse.',
    many: 'Trop longue d’environ {count} de caractères. Raccourcissez-la, ou écrivez le reste dans une seconde réponse.',
    other: 'Trop longue d’environ {count} caractères. Raccourcissez-la, ou écrivez le reste dans une seconde réponse.',
  }),
  saysAcknowledges: 'Elle dit à la personne que le signalement est arrivé',
  saysFeedback: 'Elle dit à la personne ce qui a été fait',
  saysHint: 'Les délais dus à la personne sont comptés d’après ceci.',
  preview: 'Ce que verra la personne',
  previewEmpty: 'Rien n’est encore écrit.',
  seal: 'Signer et sceller la réponse {number}',
  sealed: 'La réponse {number} est scellée et attend dans « À envoyer ».',
  sealHint: 'Une fois scellée, elle ne peut être ni changée ni reprise. Elle part avec le prochain paquet.',
  draftKept: 'Ce que vous écrivez est gardé dans votre cahier des cas jusqu’à ce que vous le scelliez ou l’effaciez.',
  clear: 'Effacer',
} as const;

/** What goes out, and how. */
export const outbox = {
  open: 'À envoyer',
  openCount: 'À envoyer : {count}',
  title: 'À envoyer',
  none: 'Rien n’attend d’être envoyé.',
  waiting: 'Ceci attend d’être envoyé :',
  replies: plural({
    one: '{count} réponse à la personne qui a signalé',
    many: '{count} de réponses aux personnes qui ont signalé',
    other: '{count} réponses aux personnes qui ont signalé',
  }),
  marks: plural({
    one: '{count} signalement dont la personne apprend qu’il a été ouvert',
    many: '{count} de signalements dont les personnes apprennent qu’ils ont été ouverts',
    other: '{count} signalements dont les personnes apprennent qu’ils ont été ouverts',
  }),
  entries: plural({
    one: '{count} entrée du journal, pour vos collègues',
    many: '{count} d’entrées du journal, pour vos collègues',
    other: '{count} entrées du journal, pour vos collègues',
  }),
  privates: plural({
    one: '{count} message pour une seule personne parmi vos collègues',
    many: '{count} de messages, chacun pour une seule personne parmi vos collègues',
    other: '{count} messages, chacun pour une seule personne parmi vos collègues',
  }),
  unreachable: 'Injoignables cette fois :',
  unreachableOne: '{name} n’a pas de clé pour ce mois dans la liste que vous avez. Ce qui est pour {name} reste ici.',
  unreachableLeft: 'Quelqu’un qui n’est plus sur la liste du bureau. Ce qui était pour cette seule personne reste ici.',
  unreachableDo:
    'Demandez-leur de renouveler leur clé, cherchez un nouveau paquet et ouvrez-le ici. Le prochain paquet emporte alors ce qui leur a manqué.',
  noLetters:
    'Rien pour les collègues ne peut partir maintenant ; cela reste ici. Les réponses aux personnes qui ont signalé partent quand même.',
  noLettersWhy: {
    'office-unknown': 'Aucun paquet n’a encore dit qui sont vos collègues. Ouvrez-en un d’abord.',
    'office-not-compared':
      'Personne n’a encore comparé le numéro de vérification du bureau. Faites-le sous « À propos du bureau » : sinon, ce qui est pour des collègues pourrait être scellé pour une personne étrangère au bureau.',
    'roster-expired':
      'La liste des lecteurs du bureau n’est plus valable. Ouvrez un nouveau paquet, ou vérifiez la date de cette machine.',
    'no-epoch-key':
      'Parmi vos collègues, personne n’a de clé pour ce mois ou le mois dernier dans la liste que vous avez. Ouvrez un nouveau paquet.',
    other: 'La liste des lecteurs du bureau ne peut pas servir telle quelle. Ouvrez un nouveau paquet.',
  },
  saveFirst: 'Votre cahier des cas n’est pas enregistré. Il l’est d’abord, pour que tout ce qui part y figure.',
  make: 'Faire le paquet à envoyer',
  making: 'Scellement…',
  ready: plural({
    one: 'Le paquet est prêt. Enregistrez son fichier :',
    many: 'Le paquet est prêt. Enregistrez ses fichiers ({count}) :',
    other: 'Le paquet est prêt. Enregistrez ses {count} fichiers :',
  }),
  saveFile: 'Enregistrer {name}',
  fileSaved: 'Enregistré : {name}',
  carry:
    'Portez le fichier à la machine qui a un réseau et remettez-le sur la page « Messager », sous « Remettre des réponses ». Le remettre deux fois ne fait pas de mal.',
  written:
    'Enregistré. Ce qu’il contient n’attend plus ici. Enregistrez aussi le cahier des cas, pour que cela y figure.',
  saveCasebook: 'Enregistrer le cahier des cas',
  made: 'Paquets faits auparavant',
  madeAt: 'Fait le {at}',
  again: 'Le refaire',
  againOf: 'Refaire le paquet du {at}',
  againHint: 'Si le dernier s’est perdu en route, refaites-le. Ce qui est tout de même arrivé ne compte qu’une fois.',
} as const;

export const answeringFailures = {
  'case-none': answering.bars['case-none'],
  'case-unusable': answering.bars['case-unusable'],
  'not-listed': answering.bars['not-listed'],
  'replies-full': answering.bars['replies-full'],
  'answer-unwished': 'La personne qui a signalé a demandé qu’on ne lui réponde pas.',
  'reply-empty': 'Écrivez d’abord quelque chose.',
  'reply-places-left': 'Remplissez d’abord ce qui est entre accolades, ou retirez-le.',
  'reply-too-long': 'La réponse est trop longue. Raccourcissez-la, ou écrivez le reste dans une seconde réponse.',
  'reply-invalid':
    'La réponse contient des caractères abîmés, ou plus de 10 000 caractères. Retirez ce que vous avez collé en dernier, et réessayez.',
  'outbox-empty': 'Rien n’attend d’être envoyé.',
  'outbound-unwritten':
    'Le fichier n’a pas pu être écrit en entier. Enregistrez-le à nouveau, peut-être à un autre endroit.',
} as const;
