import type { CodeTexts } from '../catalogue.ts';

/** The code by which a reporter comes back, shown once after sending. */
export const code: CodeTexts = {
  title: 'Votre code',
  why: 'Avec ce code, vous pouvez revenir et lire ce que le service répond. Il n’y a pas d’autre moyen de le lire.',
  once: 'Il n’est montré que maintenant. Personne ne peut vous le redonner, pas même le service.',
  holder: 'Quiconque l’a peut lire les réponses. Ne le dites à personne, pas même au service.',
  paper: 'Écrivez-le sur du papier, pas sur cet appareil. Gardez le papier là où personne d’autre ne le trouve.',
  silent: 'Le code ne dit pas à quoi il sert. Ne l’écrivez pas à côté.',
  digits: 'Dix groupes de chiffres',
  wordsName: 'Douze mots',
  words: 'Vous pouvez noter ces 12 mots à la place. C’est le même code.',
  print: 'Imprimer',
  printHint: 'N’imprimez que là où personne d’autre ne voit ce que vous imprimez.',
  picture: 'Montrer comme image',
  pictureHint: 'L’image sert à prendre une photo avec un autre téléphone qui est sûr.',
  written: 'Je l’ai noté',
  checkTitle: 'Est-il juste sur votre papier ?',
  checkHint: 'Tapez ces deux parties en les lisant sur votre papier.',
  check: 'Vérifier',
  again: 'Montrer de nouveau le code',
  skip: 'Je l’ai gardé',
  keptTitle: 'Gardez bien votre code',
  right: 'Ce que vous avez tapé est juste.',
  kept: 'Le code a maintenant disparu de cette page. Il ne peut plus être montré.',
  receipt:
    'Vous pouvez enregistrer un reçu. Il prouve que le serveur a reçu ce que vous avez envoyé. Votre code permet de l’avoir de nouveau : vous n’avez pas besoin de le garder sur cet appareil.',
  receiptSave: 'Enregistrer le reçu',
  /** What the script says. */
  script: {
    codeGroup: 'Groupe {number}',
    codeWord: 'Mot {number}',
    codeWrong: '{place} : ce n’est pas ce qui a été montré. Regardez de nouveau le code.',
    codePicture: 'Image du code',
    codePictureLost: 'L’image ne peut pas être chargée en ce moment. Notez le code.',
  },
};
