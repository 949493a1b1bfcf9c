/** When a key is lost or stolen: the same steps as in the office's runbooks, in the words of this page. */
export const ceremonyLost = {
  title: 'Quand une clé est perdue ou volée',
  when: 'Tout de suite. Si vous ne savez pas au juste si elle a été volée, elle l’a été.',
  intro: 'Trouvez ce qui s’est passé, et faites les étapes dans leur ordre.',
  open: 'Lire',
  cases: {
    lost: {
      title: 'Un lecteur a perdu son fichier de clé, ou sa phrase secrète',
      steps: [
        'Cherchez d’abord la deuxième copie. Essayez la phrase secrète lentement, avec un autre clavier.',
        'Ce qui a été scellé pour ce seul lecteur, personne ne peut plus le lire. Ce qui était adressé à d’autres aussi, ils l’ouvrent.',
        'Le lecteur fait un nouveau fichier de clé : « Faire un fichier de clé pour un lecteur ».',
        'Retirez l’ancienne clé de l’ébauche et mettez-y la nouvelle : « amparo roster remove », puis « amparo roster add ».',
        'Comparez les mots de la nouvelle clé, puis faites « Signer la liste des lecteurs », et publiez-la.',
      ],
    },
    stolen: {
      title: 'Le fichier de clé d’un lecteur a été volé',
      steps: [
        'Sur le serveur, tout de suite : « amparo account remove », pour que plus rien ne soit cherché sous ce nom.',
        'Ensuite, comme pour une clé perdue : la clé volée quitte la liste des lecteurs, une nouvelle y entre. Faites-le aujourd’hui.',
        'Jusqu’à ce que la nouvelle liste des lecteurs soit publiée, les signalements sont encore scellés pour la clé volée.',
        'Un voleur qui a la phrase secrète, ou qui la devine, lit les lettres des mois que le fichier contient encore. Les mois qui ont été oubliés restent fermés.',
        'Prévenez les personnes qui ont signalé et qui sont en danger, par leurs boîtes aux lettres, et toutes celles de votre propre liste de personnes à prévenir.',
      ],
    },
    charterLost: {
      title: 'La clé fondatrice est perdue',
      steps: [
        'Allez chercher le papier : « Reprendre la clé fondatrice du papier ».',
        'Sans papier : les lecteurs ouvrent encore tout, et la liste des lecteurs tient jusqu’à la fin de sa validité.',
        'Avant ce jour, créez un nouveau bureau avec une nouvelle clé fondatrice, de nouvelles affiches et une nouvelle adresse.',
      ],
    },
    charterStolen: {
      title: 'La clé fondatrice, ou son papier, a été volée',
      steps: [
        'Qui la possède peut faire une liste de lecteurs avec ses propres lecteurs. Retirez d’abord le formulaire du réseau.',
        'Créez un nouveau bureau dans un nouveau dossier : « amparo office init ». Son numéro est autre.',
        'Mettez les lecteurs sur son ébauche, signez-la, et publiez-la dans un dossier de données vide sur le serveur.',
        'Remplacez toutes les affiches et toutes les cartes. Dites ouvertement, par d’autres moyens, que l’ancien numéro n’est plus le vôtre.',
      ],
    },
    server: {
      title: 'Le serveur a été saisi, ou il est en panne',
      steps: [
        'Il ne contient rien qui ouvre un signalement. Il n’est pas nécessaire de changer les clés pour cela.',
        'Installez-en un autre à partir d’une copie de son dossier de données, ou du dossier du bureau avec « amparo roster publish ».',
        'Si la clé du registre public s’y trouvait, faites un nouveau registre et laissez le bureau s’en porter garant : « amparo log init », « amparo roster log », puis « Signer la liste des lecteurs ».',
      ],
    },
  },
} as const;
