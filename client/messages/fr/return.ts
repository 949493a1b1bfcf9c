import type { ReturnTexts } from '../catalogue.ts';
import { plural } from '../plural.ts';

export const returning: ReturnTexts = {
  link: 'Vous avez un code ? Lire la réponse',
  toForm: 'Pas de code ? Écrivez-nous',
  title: 'Lire la réponse',
  code: 'Votre code',
  codeHint:
    'Tapez les 10 groupes de chiffres ou les 12 mots. Les espaces et les retours à la ligne n’ont pas d’importance.',
  codeKept:
    'Votre code n’est ni envoyé ni gardé. Ce qu’il ouvre ne reste sur cette page que jusqu’à ce que vous la quittiez.',
  open: 'Ouvrir',
  noScript:
    'Pour ouvrir des réponses sur cet appareil, cette page a besoin de JavaScript. Dans ce navigateur, il est désactivé. Prenez un autre navigateur. Si vous savez le faire, vous pouvez aussi utiliser le programme « amparo » en ligne de commande.',

  reportTitle: 'Votre signalement',
  answersTitle: 'Réponses',
  lookAgain: 'Regarder à nouveau',
  lookBack: 'Regarder plus loin en arrière',

  writeTitle: 'Écrire à nouveau',
  writeHint:
    'Les lecteurs verront que cela vient de la personne qui a écrit la première fois. Ils ne verront toujours pas qui vous êtes.',
  message: 'Votre message',
  readersAgain: 'Personne n’a gardé qui vous aviez exclu la première fois. Veuillez choisir à nouveau.',
  sent: 'Votre message est verrouillé et conservé. Vous pouvez en écrire un autre, ou quitter cette page.',

  checkTitle: 'Vérifier un reçu enregistré',
  checkHint: 'Le fichier est lu sur cet appareil et n’est pas envoyé. Il ne faut pas de code pour cela.',
  checkFile: 'Fichier du reçu',

  closeTitle: 'Fermer pour toujours',
  closeHint:
    'Toutes les réponses sont effacées du serveur, et il ne peut plus en venir. Ce que vous avez envoyé reste au service. On ne peut pas revenir en arrière.',
  closeTick: 'Je comprends que les réponses seront effacées.',
  closedTitle: 'C’est fermé',
  closed: 'Les réponses sont effacées, et il ne peut plus en venir. Vous pouvez maintenant quitter cette page.',

  emptiedTitle: 'Cette page a été vidée',
  emptied: 'Pendant dix minutes, rien n’a été tapé ni touché ici.',
  enterAgain: 'Entrer le code à nouveau',

  script: {
    opening: 'Ouverture…',
    looking: 'Recherche de réponses…',
    closing: 'Fermeture…',
    reading: 'Lecture du registre public : {share}',

    codeMissing: 'Tapez d’abord votre code.',
    groupCount: plural({
      one: 'Il y a {count} groupe ; il en faut {expected}.',
      many: 'Il y a {count} de groupes ; il en faut {expected}.',
      other: 'Il y a {count} groupes ; il en faut {expected}.',
    }),
    wordCount: plural({
      one: 'Il y a {count} mot ; il en faut {expected}.',
      many: 'Il y a {count} de mots ; il en faut {expected}.',
      other: 'Il y a {count} mots ; il en faut {expected}.',
    }),
    groupShort: 'Il manque un chiffre : chaque groupe en a cinq.',
    groupsWrong: plural({
      one: 'Regardez à nouveau le groupe {places}.',
      many: 'Regardez à nouveau les groupes {places}.',
      other: 'Regardez à nouveau les groupes {places}.',
    }),
    wordsWrong: plural({
      one: 'Le mot {places} n’est pas l’un des mots possibles.',
      many: 'Les mots {places} ne sont pas parmi les mots possibles.',
      other: 'Les mots {places} ne sont pas parmi les mots possibles.',
    }),
    notTogether: 'Quelque chose ne va pas ensemble. Comparez le tout avec ce que vous avez noté.',
    suspects: plural({
      one: 'Quelque chose ne va pas ensemble ; regardez d’abord le mot {places}.',
      many: 'Quelque chose ne va pas ensemble ; regardez d’abord les mots {places}.',
      other: 'Quelque chose ne va pas ensemble ; regardez d’abord les mots {places}.',
    }),

    stored: 'Nous avons ce que vous avez envoyé : {days}.',
    shown: 'Le registre public le montre. Personne ne peut l’enlever sans que cela se voie.',
    notShown: 'Le registre public ne le montre pas encore. Cela peut prendre jusqu’au lendemain de l’envoi.',
    notInNewest: 'La partie la plus récente du registre public ne le montre pas. Regardez plus loin en arrière.',
    olderUnread: 'Les parties plus anciennes du registre public n’ont pas été lues.',
    unchecked: 'Le registre public n’a pas pu être vérifié cette fois.',
    opened: '{name} l’a ouvert : {day}.',
    notOpened: 'Personne ne l’a encore ouvert.',
    answered: 'Il y a une réponse.',
    notAnswered: 'Pas encore de réponse.',
    whatIsOwed:
      'Dans l’Union européenne, la loi dit : dans les 7 jours, on vous confirme que votre signalement est arrivé, et dans les 3 mois, on vous dit ce qui a été fait. Revenez plus tard et regardez à nouveau.',

    missing:
      'Il manque une réponse de {name}. Le serveur la retient peut-être. Prévenez ce service par un autre moyen.',
    missingOrExpired:
      'Il manque une réponse de {name}. Avez-vous écrit pour la première fois il y a plus d’un an ? Alors le serveur l’a peut-être effacée : il garde les réponses un an. Sinon, le serveur la retient peut-être. Prévenez ce service par un autre moyen.',
    unknownReviewer:
      'Une réponse n’est pas affichée : personne de la liste des lecteurs ne l’a signée. Quelqu’un l’a peut-être inventée. Prévenez ce service par un autre moyen.',
    otherCase:
      'Une réponse n’est pas affichée : elle n’a pas été verrouillée pour vous. Quelqu’un l’a peut-être mise ici. Prévenez ce service par un autre moyen.',
    damaged:
      'Une réponse n’est pas affichée : elle est abîmée, ou quelqu’un l’a changée. Prévenez ce service par un autre moyen.',

    receiptFirst: 'Choisissez d’abord le fichier d’un reçu.',
    receiptUnreadable: 'Ce fichier n’est pas un reçu.',
    receiptForeign:
      'Ce reçu ne prouve rien : il n’est pas signé par le registre de ce service. Quelqu’un l’a peut-être inventé ou changé.',
    receiptNoLog: 'Ce service n’a pas de registre public. On ne peut donc rien vérifier.',
    receiptReal: 'Le reçu est authentique. Le serveur a reçu ce que vous avez envoyé : {day}.',
    receiptAbsent:
      'Le registre public ne le montre pas, alors qu’il devrait. Quelqu’un l’a peut-être enlevé. Gardez le reçu et prévenez ce service par un autre moyen.',

    messageMissing: 'Écrivez d’abord quelque chose dans « Votre message ».',
    tickFirst: 'Cochez d’abord la case, si vous voulez fermer.',
  },
};
