/** Keys and ceremony: what everybody needs, whichever step they take. The steps are in `ceremony-steps.ts`. */
export const ceremony = {
  entry: 'Clés et cérémonie',
  title: 'Clés et cérémonie',
  intro:
    'Comment un bureau fait ses clés, les garde et les abandonne. Utilisez la machine qui n’est jamais sur un réseau. Ce que vous ouvrez ici prend fin quand vous quittez l’étape ; rien ne sort de cette page, sauf les fichiers que vous enregistrez.',
  leave: 'Retour au déverrouillage',
  back: 'Toutes les étapes',
  begin: 'Commencer',
  beginNamed: '{act} : {step}',
  when: 'Quand',
  who: 'Qui doit être là',
  todo: 'Ce qu’il faut faire',
  ifFails: 'Si cela échoue',
  working: 'En cours. Cela prend quelques secondes, exprès.',
  idle: 'Personne n’a touché cette page depuis un moment : l’étape a donc été fermée. Ce qui n’était pas enregistré est perdu : refaites l’étape.',
  unsaved: {
    title: 'Tout n’est pas enregistré',
    hint: 'Un fichier qui a été fait ici n’est pas encore enregistré. Sans lui, il faudra refaire l’étape depuis le début.',
    stay: 'Rester et l’enregistrer',
    leave: 'Quitter sans lui',
  },
  passphrase: {
    of: 'Phrase secrète de ce fichier',
    fresh: 'Nouvelle phrase secrète',
    freshHint: 'Au moins 12 caractères : quatre mots au hasard ou plus. Personne ne peut la retrouver pour vous.',
    again: 'La même encore une fois',
    suggest: 'M’en proposer une',
    suggested: 'Écrivez ces mots sur du papier avant de continuer, puis gardez le papier loin du fichier :',
    show: 'Montrer ce que je tape',
    short: 'Prenez au moins 12 caractères.',
    differs: 'Les deux phrases secrètes ne sont pas les mêmes.',
  },
  file: {
    chosen: 'Choisi : {name}',
    save: 'Enregistrer {name}',
    saved:
      'Remis au navigateur pour être enregistré sous le nom {name}. Vérifiez qu’il est parmi vos téléchargements, puis mettez-le à sa place.',
    waiting: 'Pas encore enregistré',
  },
  number: {
    digits: 'Numéro',
    digitsHint: 'C’est celui qui figure sur les affiches et les cartes.',
    words: 'Le même, à lire à voix haute',
    wordsHint:
      'Ces mots sont publics. Une personne les lit à voix haute, l’autre les suit sur son propre écran ou sur son papier.',
  },
  slip: {
    count: 'Il doit y avoir {expected} mots ; {given} ont été tapés.',
    places: 'Aucune liste ne contient les mots qui se trouvent à ces places : {places}. Comparez-les avec le papier.',
    together: 'Chaque mot pourrait être juste, mais pas tous ensemble. Comparez-les tous avec le papier.',
    suspects: 'Chaque mot pourrait être juste, mais pas tous ensemble. Regardez d’abord à ces places : {places}.',
  },
  languages: {
    en: 'Anglais',
    es: 'Espagnol',
    fr: 'Français',
    pt: 'Portugais',
    zh: 'Chinois',
  },
} as const;

/** Why a step did not work, beside the failures that other work has too. */
export const ceremonyFailures = {
  'key-of-reviewer':
    'C’est le fichier de clé d’un lecteur. Choisissez la clé fondatrice : le fichier charter.key du bureau.',
  'key-is-charter': 'C’est la clé fondatrice du bureau. Choisissez le fichier de clé d’un lecteur.',
  'file-of-no-office': 'Ce n’est pas un fichier d’un bureau. Choisissez les fichiers que nomme l’étape.',
  'file-without-number':
    'Ce fichier ne nomme aucune clé. Choisissez un fichier de clé, un fichier public (.pub.json) ou le directory.json du bureau.',
  'draft-missing': 'L’ébauche manque. Choisissez aussi roster.json, dans le dossier du bureau.',
  'file-twice': 'Deux ébauches, ou deux listes de lecteurs signées, ont été choisies. Choisissez une seule de chaque.',
  'charter-of-another':
    'La dernière liste de lecteurs signée est d’une autre clé fondatrice. Choisissez la clé fondatrice de ce bureau, ou demandez qui l’a changée.',
  'reviewers-few':
    'Il faut, pour ouvrir un signalement ensemble, plus de lecteurs qu’il n’y en a sur l’ébauche. Ajoutez des lecteurs, ou baissez le nombre.',
  'no-epoch-key':
    'Aucun lecteur de l’ébauche n’a de clé pour ce mois. Choisissez aussi leurs fichiers publics, ou demandez-leur de faire l’étape du nouveau mois.',
  'epoch-key-conflict':
    'Un lecteur a deux clés différentes pour un même mois. Demandez-lui son fichier public le plus récent.',
  'epoch-key-invalid': 'Le fichier public d’un lecteur n’est pas bien formé. Demandez-lui de le refaire.',
  'roster-expired':
    'La liste des lecteurs n’est plus valable, d’après la date de cette machine. Vérifiez la date, puis réessayez.',
} as const;
