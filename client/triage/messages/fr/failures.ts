/** Why something did not work, and what to do, by the code of the failure. */
export const failures = {
  'letter-size': 'Elle n’a pas la taille d’une lettre. Cherchez à nouveau le paquet.',
  'letter-malformed':
    'Ce n’est pas une lettre d’une version connue ici. Cherchez à nouveau le paquet, ou utilisez une page plus récente.',
  'wrong-epoch':
    'Elle a été scellée pour un autre mois que celui de la clé. Prévenez la personne qui s’occupe de ce logiciel.',
  'epoch-key-missing':
    'Votre fichier de clé n’a pas de clé pour ce mois : elle a été oubliée, ou jamais faite. S’il existe une copie plus ancienne du fichier de clé, déverrouillez avec elle. Sinon, un autre lecteur doit l’ouvrir.',
  'share-malformed':
    'Sa part n’est pas bien formée. Gardez le paquet et prévenez la personne qui s’occupe de ce logiciel.',
  'takes-several': 'Elle ne s’ouvre que si plusieurs lecteurs remettent leur part à l’un d’eux.',
  'commitment-mismatch':
    'Elle a été modifiée après avoir été scellée. Gardez le paquet, et cherchez-le à nouveau un autre jour.',
  'stream-damaged': 'Elle a été modifiée ou coupée après avoir été scellée. Cherchez à nouveau le paquet.',
  'length-out-of-range':
    'Elle s’est ouverte, mais sa longueur est impossible. Gardez le paquet et prévenez la personne qui s’occupe de ce logiciel.',
  'padding-not-zero':
    'Elle s’est ouverte, mais contient des données là où il ne doit pas y en avoir. Gardez le paquet et prévenez la personne qui s’occupe de ce logiciel.',
  'report-not-text':
    'Elle s’est ouverte, mais ce n’est pas du texte. Ouvrez-la par la ligne de commande pour voir ses octets.',
  'report-not-json':
    'Elle s’est ouverte, mais ce n’est pas un signalement. Ouvrez-la par la ligne de commande pour voir ses octets.',
  'report-invalid':
    'Elle s’est ouverte, mais ce n’est pas un signalement d’un formulaire connu ici. Utilisez une page plus récente, ou la ligne de commande.',
  'report-too-deep':
    'Elle s’est ouverte, mais elle a été faite pour casser les programmes qui la lisent. Ouvrez-la par la ligne de commande pour voir ses octets.',

  'bundle-malformed': 'Le paquet est abîmé. Ce qui précède le dommage est ici. Cherchez-le à nouveau.',
  'bundle-truncated': 'Le paquet s’arrête avant sa fin. Ce qui précède est ici. Copiez-le ou cherchez-le à nouveau.',
  'file-unreadable':
    'Le fichier ne peut pas être lu. La clé USB est-elle toujours branchée ? Choisissez à nouveau le fichier.',
  'file-unknown': 'Ce n’est ni un fichier de clé, ni un cahier des cas, ni un paquet. Choisissez un autre fichier.',

  'key-file-malformed': 'Ce fichier de clé est abîmé. Prenez-le dans une copie.',
  'key-file-unsupported':
    'Ce fichier de clé est d’un genre que cette page ne connaît pas. Utilisez une page plus récente.',
  'key-file-locked':
    'La phrase secrète est fausse, ou le fichier de clé a été modifié. Réessayez ; sinon, prenez le fichier dans une copie.',
  'key-of-charter':
    'C’est la clé fondatrice du bureau. Elle ne doit jamais être près des signalements. Choisissez votre propre fichier de clé.',

  'casebook-malformed': 'Ce cahier des cas est abîmé à son début. Prenez-le dans une copie.',
  'casebook-unsupported':
    'Ce cahier des cas est d’un genre que cette page ne connaît pas. Utilisez une page plus récente.',
  'casebook-locked':
    'Le cahier des cas ne s’ouvre pas avec cette phrase secrète. Tapez celle du cahier des cas ; si elle est juste, le fichier a été modifié : prenez-le dans une copie.',
  'casebook-damaged': 'Le cahier des cas est abîmé. Ce qui précède le dommage est ici.',
  'casebook-line':
    'Le cahier des cas contient quelque chose que cette page ne comprend pas. Utilisez une page plus récente.',
  'casebook-of-another':
    'Ce cahier des cas est celui d’une autre clé. Choisissez celui qui va avec votre fichier de clé.',
  'casebook-waiting':
    'Des changements que vous avez faits attendent ici, scellés, et ne sont encore dans aucun fichier. Déverrouillez et enregistrez d’abord ; ouvrez ensuite l’autre cahier des cas.',
  'casebook-unwritten':
    'Le fichier n’est pas entier sur le disque. Y a-t-il de la place ? Enregistrez à nouveau, à un autre endroit.',

  'statement-malformed': 'Ce qui est venu comme liste de lecteurs n’en est pas une. Cherchez-la à nouveau.',
  'statement-kind': 'Ce qui est venu comme liste de lecteurs est un autre document. Cherchez-la à nouveau.',
  'signature-invalid':
    'La liste des lecteurs n’est pas signée par le bureau. Ne l’utilisez pas, et prévenez le bureau par un autre moyen.',
  'roster-invalid': 'La liste des lecteurs est signée, mais n’est pas bien formée. Le bureau doit la signer à nouveau.',
  'roster-conflict':
    'Il y a deux listes de lecteurs différentes de la même version. N’utilisez aucune des deux, et prévenez le bureau par un autre moyen.',
  'charter-differs':
    'Ceci nomme un autre bureau que celui de votre cahier des cas : son numéro de vérification est différent. Ne l’utilisez pas. Prévenez le bureau par un autre moyen.',
  'charter-refused':
    'Ce bureau a été oublié. Ne vous fiez pas à ce paquet : quelqu’un se fait peut-être passer pour votre bureau. Demandez son numéro au bureau par un autre moyen.',

  'case-invalid':
    'Ce signalement nomme son cas sous une forme qui n’est pas connue ici ; il n’y a donc pas été rattaché.',
  'case-unproven':
    'Ce signalement nomme un cas dont la personne qui l’a écrit n’avait pas le code ; il n’y a donc pas été rattaché. Quelqu’un se fait peut-être passer pour elle.',

  'evidence-size': 'Un morceau des preuves est coupé. Cherchez à nouveau le paquet.',
  'evidence-damaged':
    'Un morceau des preuves a été modifié, ou appartient à un autre signalement. Cherchez à nouveau le paquet.',
  'evidence-missing':
    'Le fichier n’est pas arrivé avec le signalement. Cherchez à nouveau les lettres ; s’il manque toujours, le serveur l’a perdu.',
  'evidence-count': 'Il n’est pas arrivé autant de preuves que le signalement en nomme. Cherchez à nouveau le paquet.',
  'evidence-not-at-hand': 'Les preuves sont dans leur paquet. Ouvrez à nouveau ce paquet.',

  'report-unknown': 'Ce signalement n’est pas ici. Ouvrez le paquet dans lequel il est arrivé.',
  'duplicate-of-itself':
    'Il est déjà noté que cet autre signalement répète celui-ci. Annulez cela d’abord, ou laissez celui-ci tel quel.',
  'link-to-itself': 'C’est le même signalement. Choisissez-en un autre.',
  'note-of-another': 'Seule la personne qui a écrit une note peut la changer. Écrivez la vôtre.',
  recused: 'Vous ne vous occupez plus de ce signalement : il vous est donc caché.',
  'journal-invalid': 'Cela ne peut pas être noté tel quel : c’est vide, ou trop long. Changez-le et réessayez.',

  'setting-invalid':
    'Cela ne peut pas être gardé tel quel : un nom est vide, trop long, ou existe déjà. Changez-le et réessayez.',

  'out-of-memory':
    'La machine n’a pas assez de mémoire pour cela. Fermez d’autres programmes, ou ouvrez moins de paquets à la fois.',
  'already-unlocked': 'La page est déjà déverrouillée.',
  locked: 'La page est verrouillée. Déverrouillez-la d’abord.',
  'line-closed': 'La page a été verrouillée pendant que cela se faisait.',
  cancelled: 'Vous avez arrêté.',
  unforeseen:
    'Un problème qui n’était pas prévu est arrivé. Réessayez ; si cela continue, prévenez la personne qui s’occupe de ce logiciel.',
} as const;
