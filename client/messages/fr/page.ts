import type { PageTexts } from '../catalogue.ts';

export const page: PageTexts = {
  title: 'Écrivez-nous',
  exit: 'Quitter cette page',
  exitHint:
    '« Quitter cette page » ouvre une page météo à la place. Vous pouvez aussi appuyer trois fois sur la touche Maj (⇧).',
  languages: 'Langues',
  unreviewed: 'Ce texte n’a pas encore été relu par une personne de langue maternelle française.',
  demo: 'DÉMONSTRATION. N’écrivez rien de réel ici : les clés de cette page ne sont pas sûres.',

  heading: 'Dites-nous ce qui s’est passé',
  intro:
    'Ici, vous pouvez raconter à {office} ce que vous savez sur des personnes exploitées, et sur des agents de l’État qui y aident ou qui ferment les yeux. Vous n’avez pas à dire qui vous êtes.',
  howTitle: 'Ce que devient votre texte',
  howSealed:
    'Ce que vous écrivez est verrouillé sur cet appareil, avant d’être envoyé. Le serveur qui le garde ne peut pas l’ouvrir.',
  howReaders:
    'Seules ces personnes peuvent l’ouvrir. Plus tard, vous pourrez choisir celles qui ne doivent pas le faire.',
  howNext:
    'Elles le lisent sur un appareil qui n’est jamais connecté à internet, en général dans les sept jours. Elles décident de ce qu’on peut faire.',
  howNot:
    'Ce n’est pas un service d’urgence. Personne ne le lit tout de suite, et personne ne peut promettre ce qui en sortira.',
  safeTitle: 'Pour votre sécurité',
  safeDevice:
    'N’utilisez pas un téléphone ou un ordinateur que quelqu’un surveille, ou qui appartient à votre travail.',
  safeTor:
    'Votre fournisseur d’accès à internet, ou la personne à qui appartient le Wi-Fi, peut voir que vous avez visité cette adresse. Le navigateur Tor cache cela.',
  safeWho:
    'N’écrivez ni votre nom ni celui des personnes qui vous ont apporté de l’aide, sauf si vous voulez que nous les connaissions.',
  safeDetail:
    'Réfléchissez avant d’écrire ce que personne d’autre que vous ne peut savoir : cela peut montrer qui a écrit.',
  safeKeep:
    'Cette page ne garde rien sur votre appareil. Pour avancer ou reculer, utilisez les boutons de la page. Si vous la fermez ou si vous utilisez le bouton de retour du navigateur, ce que vous avez écrit est perdu.',
  contact: 'Un autre moyen de nous joindre : {contact}',

  dangerTitle: 'Quelqu’un est-il en danger maintenant ?',
  dangerHelp:
    'Si vous pouvez le faire sans risque, appelez à l’aide là où vous êtes. Il se peut que nous lisions ceci trop tard pour aider.',
  emergencyTitle: 'Numéros d’urgence',

  start: 'Commencer',
  back: 'Retour',
  next: 'Continuer',
  toSending: 'Aller à l’envoi',
  everythingOptional: 'Vous pouvez laisser ceci vide.',
  starting: 'Ce formulaire n’est pas encore prêt. Si cela ne change pas d’ici une minute, rechargez la page.',

  storyTitle: 'Que s’est-il passé ?',
  storyHint:
    'Écrivez beaucoup ou peu, comme vous voulez, dans n’importe quelle langue. Par exemple : ce que vous avez vu, où et quand, et qui.',
  voiceTitle: 'Parler au lieu d’écrire',
  voiceHint:
    'Vous pouvez enregistrer votre voix ici. L’enregistrement est verrouillé et envoyé comme un fichier. Les gens qui connaissent votre voix peuvent vous reconnaître.',
  voiceStart: 'Enregistrer',
  voiceStop: 'Arrêter',
  voiceAgain: 'Enregistrer à nouveau',
  voiceDisguise: 'Changer ma voix sans retour possible à l’originale',
  voiceDisguiseHint:
    'Les mots restent. Votre façon de parler, votre accent et les bruits autour de vous restent aussi.',
  voiceUse: 'Ajouter cet enregistrement',

  evidenceTitle: 'Photos, vidéos et documents',
  evidenceHint:
    'Ajoutez ce que vous avez, si le garder n’est pas dangereux pour vous. Les fichiers sont verrouillés sur cet appareil et envoyés pendant que vous continuez à écrire.',
  evidenceChoose: 'Choisir des fichiers',
  evidenceCleaning:
    'Les photos et les vidéos disent souvent où et quand elles ont été prises, et avec quel appareil. Cela est retiré, et l’image reste telle quelle. Vous pouvez aussi envoyer l’original, s’il faut une preuve.',
  evidenceNot:
    'Les documents, comme les fichiers PDF ou Word, ne sont pas nettoyés. Ils contiennent souvent le nom de la personne qui les a écrits. Si vous le pouvez, envoyez plutôt une photo de la page.',
  evidenceOnly: 'Demandez-vous qui d’autre a la même photo ou le même document. Cela peut montrer qui l’a envoyé.',
  uploadTitle: 'Envoi des fichiers',
  uploadPause: 'Mettre en pause',
  uploadResume: 'Reprendre',

  readersTitle: 'Qui ne doit pas le lire ?',
  readersHint:
    'Ces personnes peuvent ouvrir ce que vous écrivez. Si vous ne faites pas confiance à l’une d’elles, cochez sa case. Personne ne peut voir que vous l’avez fait, pas même cette personne. Il doit en rester au moins une.',
  fingerprintTitle: 'Numéro de vérification de ce service',
  fingerprintHint:
    'Si vous avez ce numéro sur une affiche ou une carte, comparez-le. S’il est différent, n’écrivez pas ici.',

  reviewTitle: 'Regardez encore une fois, puis envoyez',
  reviewHint:
    'Ce que vous avez écrit n’est pas envoyé avant que vous appuyiez sur le bouton. Vous pouvez encore tout changer.',
  identifyTitle: 'Est-ce que cela peut montrer qui vous êtes ?',
  identifyName: 'Votre nom, votre numéro de téléphone ou votre adresse, ou ceux de vos proches.',
  identifyDetail: 'Une chose que vous êtes la seule personne à savoir, ou que très peu de gens savent.',
  identifyDocument: 'Un document que vous êtes la seule personne à avoir vu, ou que très peu de gens ont vu.',
  identifyVoice: 'Votre voix, ou votre visage sur une image.',
  send: 'Verrouiller et envoyer',

  receivedTitle: 'Nous l’avons reçu',
  receivedKept: 'Ce que vous avez écrit est verrouillé et conservé. Cela a été effacé de cette page.',
  receivedNext: 'Les personnes que vous avez choisies l’ouvriront, en général dans les sept jours.',
  receivedIdHint:
    'Vous n’avez pas besoin de garder ce numéro. Il n’ouvre rien. Si vous le donnez à ce service, il permet de retrouver votre signalement.',
  receivedLeave: 'Vous pouvez maintenant fermer cette page.',

  problemTitle: 'Cela n’a pas marché',
  tryAgain: 'Réessayer',
  problemKept: 'Ce que vous avez écrit est toujours là.',

  noScriptTitle: 'Sans JavaScript',
  noScript:
    'Pour verrouiller sur cet appareil ce que vous écrivez, cette page a besoin de JavaScript. Dans ce navigateur, il est désactivé.',
  noScriptTor:
    'Dans le navigateur Tor, choisissez le niveau « Normal » ou « Plus sûr » dans le menu du bouclier et rechargez la page. Aux deux niveaux, ce que vous écrivez est verrouillé sur votre appareil.',
  offlineTitle: 'Écrire sans connexion',
  offlineHint:
    'Enregistrez cette page sur un appareil auquel vous faites confiance et ouvrez-la là. Elle marche sans connexion et fait, de ce que vous écrivez, un seul fichier verrouillé. Vous pouvez envoyer ce fichier ici, ou le donner à quelqu’un qui le fera.',
  offlineDownload: 'Enregistrer la page pour écrire sans connexion',
  offlineCheck:
    'Les personnes qui savent le faire peuvent vérifier que la page enregistrée est authentique : ce service l’a signée.',
  deliverTitle: 'Envoyer un fichier verrouillé',
  deliverHint:
    'Le nom du fichier se termine par .amparo. Il reste verrouillé pendant tout le trajet. Seules les personnes ci-dessus peuvent l’ouvrir.',
  deliverChoose: 'Fichier verrouillé',
  deliver: 'Envoyer le fichier',
  deliveredTitle: 'Nous avons le fichier',
  deliveredNext:
    'Il est conservé, et toujours verrouillé. Vous pouvez maintenant l’effacer de votre appareil et fermer cette page.',
  notDeliveredTitle: 'Le fichier n’a pas été accepté',
  notDelivered: {
    'not-a-parcel':
      'Ce n’est pas un fichier verrouillé venant de la page pour écrire sans connexion. Choisissez le fichier qui se termine par .amparo.',
    damaged: 'Le fichier est abîmé. Copiez-le à nouveau depuis l’endroit où il a été fait, ou refaites-le.',
    unstamped: 'Le fichier n’était pas terminé quand il a été enregistré. Refaites-le.',
    incomplete: 'La connexion a été coupée avant que tout le fichier soit arrivé. Envoyez-le à nouveau.',
    'too-large': 'Le fichier est plus gros que ce qui peut être reçu ici. Refaites-le avec moins de fichiers.',
    'no-room':
      'Le serveur n’a pas de place pour autant de fichiers en ce moment. Réessayez demain, ou refaites-le avec moins de fichiers.',
    busy: 'Le serveur ne peut pas le recevoir en ce moment. Réessayez dans quelques minutes.',
  },
  tryDeliverAgain: 'Retour à la première page',

  offlineNotice: 'Cette page marche sans connexion. Elle n’envoie rien.',
  offlineSave: 'Verrouiller et enregistrer',
  offlineSavedTitle: 'C’est verrouillé',
  offlineSaved:
    'Le fichier qui porte le nom {file} est enregistré sur cet appareil. Seules les personnes que vous avez choisies peuvent l’ouvrir. Envoyez-le sur la page de ce service, ou donnez-le à quelqu’un qui le fera.',
  offlineSavedDelete:
    'Ce que vous avez écrit a été effacé de cette page. Effacez le fichier une fois qu’il a été envoyé.',
};
