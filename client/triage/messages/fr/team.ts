import { plural } from '../../../messages/index.ts';

/** What reviewers do together: letters that several open, reports for whoever joined later, and who wrote what. */
export const team = {
  menu: 'Équipe',
  waiting: {
    menu: 'Lettres pour plusieurs lecteurs',
    title: 'Lettres que plusieurs lecteurs ouvrent ensemble',
    link: plural({
      one: '{count} lettre attend des parts',
      many: '{count} de lettres attendent des parts',
      other: '{count} lettres attendent des parts',
    }),
    asksLink: plural({
      one: '{count} demande de votre part de clé',
      many: '{count} de demandes de votre part de clé',
      other: '{count} demandes de votre part de clé',
    }),
    none: 'Aucune lettre n’attend de parts.',
    hint: 'Pour chacune, vous avez une part de la clé. Demandez les autres à vos collègues. Quand assez de collègues vous ont remis la leur, ouvrez le paquet qui apporte les parts, et le signalement s’ouvre tout seul.',
    canAsk:
      'Ces collègues sont sur la liste : {names}. Certains n’ont peut-être pas la lettre. Personne ne peut voir qui l’a ; seules les personnes qui l’ont peuvent donc répondre.',
    askAll: 'Demander pour toutes',
    letter: 'Lettre {id}',
    shares: plural({
      one: '{have} part sur {threshold} est ici : {names}',
      many: '{have} parts sur {threshold} sont ici : {names}',
      other: '{have} parts sur {threshold} sont ici : {names}',
    }),
    yours: 'la vôtre',
    ask: 'Demander aux collègues',
    asked:
      'Vous avez demandé le {at}. Vos collègues le voient une fois que votre prochain paquet leur est parvenu : faites-le sous « À envoyer ».',
    asks: '{name} demande votre part de clé, {at}',
    release: 'Remettre ma part à {name}',
    releaseHint:
      'Cette personne a montré que la lettre lui est aussi destinée. Une part ne peut pas être reprise et, avec assez de parts, cette personne lit le signalement.',
    released:
      'Vous avez remis votre part à {name} le {at}. Elle part avec le prochain paquet : faites-le sous « À envoyer ».',
    isOpen: 'Vous avez déjà ouvert celle-ci.',
    read: 'Lire le signalement',
    false:
      '{name} a donné une part qui n’est pas de cette lettre. Elle ne compte pas. Demandez à {name} ce qui s’est passé, et prévenez la personne qui dirige votre bureau.',
    unfit:
      'Il y a ici assez de parts, mais la lettre ne s’ouvre pas : {why} Aucune des personnes qui ont donné une part n’y est pour quelque chose.',
    voice: 'De vive voix, sans attendre le serveur',
    code: 'Votre code pour cette lettre',
    codeHint:
      'Lisez-le à un ou une collègue dont vous connaissez la voix. Il ne sert que pour vous et pour cette lettre.',
    colleague: 'Collègue qui appelle',
    choose: 'Choisissez qui appelle',
    theirCode: 'Le code que cette personne vous lit',
    theirCodeHint:
      'Dix chiffres. S’il est faux, ne remettez rien, quelle que soit la personne qui demande : la personne qui a signalé n’a peut-être pas voulu qu’elle ait la lettre.',
    releaseByCode: 'Remettre ma part',
  },
  title: 'Équipe',
  given: {
    title: 'Ce qu’on vous a donné',
    link: plural({
      one: '{count} signalement vous a été donné',
      many: '{count} de signalements vous ont été donnés',
      other: '{count} signalements vous ont été donnés',
    }),
    from: plural({
      one: '{name} vous a donné {count} signalement d’avant votre arrivée. Ouvrez à nouveau les paquets antérieurs : il s’ouvre tout seul.',
      many: '{name} vous a donné {count} de signalements d’avant votre arrivée. Ouvrez à nouveau les paquets antérieurs : ils s’ouvrent tout seuls.',
      other:
        '{name} vous a donné {count} signalements d’avant votre arrivée. Ouvrez à nouveau les paquets antérieurs : ils s’ouvrent tout seuls.',
    }),
  },
  newcomers: {
    title: 'Signalements d’avant l’arrivée d’un ou une collègue',
    hint: 'La personne qui signale choisit qui ne doit pas lire son signalement. Un lecteur qui n’était sur aucune liste quand le signalement a été envoyé n’a pas pu être exclu par choix : on peut le lui donner. À personne d’autre.',
    none: 'Personne n’est arrivé après les signalements qui sont ici.',
    give: 'Donner à {name} les signalements d’avant son arrivée',
    open: plural({
      one: '{count} signalement est arrivé avant que {name} soit sur une liste.',
      many: '{count} de signalements sont arrivés avant que {name} soit sur une liste.',
      other: '{count} signalements sont arrivés avant que {name} soit sur une liste.',
    }),
    given: plural({
      one: '{count} a déjà été donné à {name}.',
      many: '{count} ont déjà été donnés à {name}.',
      other: '{count} ont déjà été donnés à {name}.',
    }),
    naming: plural({
      one: '{count} est retenu : il nomme {name}.',
      many: '{count} sont retenus : ils nomment {name}.',
      other: '{count} sont retenus : ils nomment {name}.',
    }),
    recused: plural({
      one: '{count} est retenu : vous ne vous en occupez plus.',
      many: '{count} sont retenus : vous ne vous en occupez plus.',
      other: '{count} sont retenus : vous ne vous en occupez plus.',
    }),
    refused:
      'Rien de ce qui est ici ne peut être donné à {name} : pour chaque signalement, la personne qui l’a fait a pu exclure {name}, et on ne peut pas voir qui l’a fait.',
    since: '{name} est peut-être sur une liste depuis le {day}.',
    missing:
      'Cette page n’a jamais vu la liste de lecteurs {lists}, qui a pu nommer {name}. Pour en savoir plus, ouvrez des paquets de cette époque.',
    missingMany:
      'Cette page n’a jamais vu les listes de lecteurs {lists}, qui ont pu nommer {name}. Pour en savoir plus, ouvrez des paquets de cette époque.',
    range: '{first} à {last}',
    sent: plural({
      one: '{count} signalement est prêt pour {name}. Il part avec le prochain paquet : faites-le sous « À envoyer ».',
      many: '{count} de signalements sont prêts pour {name}. Ils partent avec le prochain paquet : faites-le sous « À envoyer ».',
      other:
        '{count} signalements sont prêts pour {name}. Ils partent avec le prochain paquet : faites-le sous « À envoyer ».',
    }),
  },
  chains: {
    title: 'Ce que chaque personne a écrit',
    hint: 'Chaque lecteur numérote et signe ce qu’il fait, et chaque entrée nomme la précédente. On voit ainsi s’il manque quelque chose, ou si une chose a été dite de deux façons.',
    none: 'Personne n’a encore rien écrit.',
    entries: plural({
      one: '{count} entrée, le {at}',
      many: '{count} d’entrées, la dernière le {at}',
      other: '{count} entrées, la dernière le {at}',
    }),
    whole: 'Il ne manque rien.',
    left: 'N’est plus sur la liste',
    gap: plural({
      one: 'L’entrée {numbers} n’est pas ici.',
      many: 'Les entrées {numbers} ne sont pas ici.',
      other: 'Les entrées {numbers} ne sont pas ici.',
    }),
    gapHint:
      'Elles sont peut-être encore en route, ou quelqu’un les retient. Demandez à {name} de les envoyer encore une fois.',
    fork: plural({
      one: 'Le numéro {numbers} a été donné à deux entrées différentes.',
      many: 'Les numéros {numbers} ont été donnés chacun à des entrées différentes.',
      other: 'Les numéros {numbers} ont été donnés chacun à des entrées différentes.',
    }),
    forkHint:
      'Ou bien {name} travaille avec deux copies d’un même cahier des cas, ou bien quelqu’un ne dit pas la même chose à tous les collègues. Demandez à {name}, de vive voix, laquelle vaut. Les deux comptent, et les deux sont dans le registre des actes.',
    broken: plural({
      one: 'L’entrée {numbers} nomme comme précédente une autre entrée que celle qui est ici.',
      many: 'Les entrées {numbers} nomment comme précédentes d’autres entrées que celles qui sont ici.',
      other: 'Les entrées {numbers} nomment comme précédentes d’autres entrées que celles qui sont ici.',
    }),
    brokenHint:
      'Il manque une entrée, ou quelqu’un en a mis une autre à sa place. Comparez avec un ou une collègue : ouvrez chacun les fichiers de l’autre.',
    note: 'Une entrée existe en double',
  },
  doubts: {
    title: 'Ce qui n’est pas cru',
    unplaced: plural({
      one: '{count} déclaration est signée par quelqu’un qu’aucune liste de lecteurs ne nomme. Elle est gardée, et ne compte pas tant qu’aucune liste ne nomme cette personne.',
      many: '{count} de déclarations sont signées par des gens qu’aucune liste de lecteurs ne nomme. Elles sont gardées, et ne comptent pas tant qu’aucune liste ne nomme ces personnes.',
      other:
        '{count} déclarations sont signées par des gens qu’aucune liste de lecteurs ne nomme. Elles sont gardées, et ne comptent pas tant qu’aucune liste ne nomme ces personnes.',
    }),
    refused: plural({
      one: '{count} déclaration a été refusée : {why}.',
      many: '{count} de déclarations ont été refusées : {why}.',
      other: '{count} déclarations ont été refusées : {why}.',
    }),
    why: {
      'signature-invalid': 'la signature n’est pas valable',
      'statement-malformed': 'ce n’est pas une déclaration',
      'statement-kind': 'ce n’est pas le genre de déclaration annoncé',
      'journal-damaged': 'modifiée, ou copiée d’un autre endroit',
      'journal-invalid': 'mal formée',
      'release-invalid': 'mal formée',
      'grant-invalid': 'mal formée',
      other: 'signée par une personne inconnue, et il y en a déjà trop de ce genre',
    },
    falseRelease: '{name} a donné une fausse part de la lettre {id}.',
    falseGrant: '{name} a donné une clé qui n’est pas celle de la lettre {id}.',
    falseHint: 'La déclaration qui le prouve reste dans votre cahier des cas.',
  },
  trail: {
    open: 'Registre des actes',
    title: 'Registre des actes',
    hint: 'Tout ce que les lecteurs ont noté, le plus récent d’abord. Chaque ligne est signée par la personne qui l’a écrite.',
    who: 'Écrit par',
    everybody: 'Tout le monde',
    count: plural({ one: '{count} entrée', many: '{count} d’entrées', other: '{count} entrées' }),
    none: 'Rien n’a été noté.',
    entry: 'Numéro {number}',
    about: 'Signalement {id}',
    aboutSealed: 'Un signalement que vous ne pouvez pas lire',
    aboutOffice: 'Le bureau',
    more: 'Afficher plus',
    verify: 'Vérifier toutes les signatures',
    verifying: 'Vérification…',
    verified: plural({
      one: 'La signature de {count} entrée est valable.',
      many: 'Les signatures de toutes les entrées ({count}) sont valables.',
      other: 'Les signatures des {count} entrées sont toutes valables.',
    }),
    verifiedBad: plural({
      one: '{count} entrée n’est pas valable : sa signature n’est pas celle de la personne indiquée, ou elle a été modifiée. Prévenez la personne qui s’occupe de ce logiciel.',
      many: '{count} d’entrées ne sont pas valables : leurs signatures ne sont pas celles des personnes indiquées, ou elles ont été modifiées. Prévenez la personne qui s’occupe de ce logiciel.',
      other:
        '{count} entrées ne sont pas valables : leurs signatures ne sont pas celles des personnes indiquées, ou elles ont été modifiées. Prévenez la personne qui s’occupe de ce logiciel.',
    }),
    bad: 'Pas valable',
    twin: 'Ce numéro existe en double',
    save: 'Enregistrer comme texte signé',
    saveOfReport: 'Enregistrer ces entrées comme texte signé',
    saveHint: 'Une déclaration signée par ligne. Ce qui est dit des signalements y reste scellé.',
  },
  asked: 'A demandé leurs parts aux collègues',
  office: 'A changé ce dont le bureau est convenu : {name}',
  officeNames: { 'sub-statuses': 'états', labels: 'étiquettes', filters: 'filtres', templates: 'textes types' },
  said: {
    asked: 'C’est demandé.',
    released: 'Votre part est remise à {name}.',
  },
  opened: {
    entries: plural({
      one: '{count} entrée d’un ou une collègue est arrivée.',
      many: '{count} d’entrées de collègues sont arrivées.',
      other: '{count} entrées de collègues sont arrivées.',
    }),
    refused: plural({
      one: '{count} déclaration n’a pas été crue.',
      many: '{count} de déclarations n’ont pas été crues.',
      other: '{count} déclarations n’ont pas été crues.',
    }),
    see: 'Voir',
  },
} as const;

export const teamFailures = {
  'release-unasked': 'Cette personne n’a pas montré que la lettre lui est destinée. Rien n’a été remis.',
  'ask-code-wrong':
    'Ce n’est pas le code de cette personne pour cette lettre. Rien n’a été remis. Faites-le lire encore une fois ; s’il reste faux, ne remettez rien.',
  'release-to-self': 'C’est vous. Votre part est déjà ici.',
  'reviewer-unknown': 'Cette personne n’est pas sur la liste actuelle des lecteurs. Rien n’a été donné.',
  'letter-unknown': 'Cette lettre n’est pas ici. Ouvrez le paquet dans lequel elle est arrivée.',
  'grant-refused':
    'Rien n’a été donné : pour chaque signalement qui est ici, la personne qui l’a fait a pu exclure ce ou cette collègue, et l’a peut-être fait.',
} as const;
