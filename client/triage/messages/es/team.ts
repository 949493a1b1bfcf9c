import { plural } from '../../../messages/index.ts';

/** What reviewers do together: letters that several open, reports for whoever joined later, and who wrote what. */
export const team = {
  menu: 'Equipo',
  waiting: {
    menu: 'Cartas para varios revisores',
    title: 'Cartas que varios revisores abren juntos',
    link: plural({
      one: '{count} carta espera partes',
      many: '{count} de cartas esperan partes',
      other: '{count} cartas esperan partes',
    }),
    asksLink: plural({
      one: '{count} petición de su parte',
      many: '{count} de peticiones de su parte',
      other: '{count} peticiones de su parte',
    }),
    none: 'Ninguna carta espera partes.',
    hint: 'Usted tiene una parte de la clave de cada una. Pida las demás a sus colegas. Cuando le hayan entregado bastantes, abra el paquete que trae las partes, y la denuncia se abre sola.',
    canAsk:
      'Estos colegas están en la lista: {names}. Puede que algunos no tengan la carta. Nadie puede ver quién la tiene, así que solo pueden responder quienes la tienen.',
    askAll: 'Pedir para todas',
    letter: 'Carta {id}',
    shares: plural({
      one: 'Está aquí {have} de las {threshold} partes: {names}',
      many: 'Están aquí {have} de las {threshold} partes: {names}',
      other: 'Están aquí {have} de las {threshold} partes: {names}',
    }),
    yours: 'la de usted',
    ask: 'Pedir a colegas',
    asked:
      'Usted la pidió el {at}. Sus colegas lo ven cuando les llega el próximo paquete de usted: hágalo en «Por enviar».',
    asks: '{name} le pide su parte, {at}',
    release: 'Entregar mi parte a {name}',
    releaseHint:
      'Ha demostrado que la carta también es para esa persona. Una parte no se puede recuperar, y con bastantes partes esa persona lee la denuncia.',
    released: 'Usted entregó su parte a {name} el {at}. Sale con el próximo paquete: hágalo en «Por enviar».',
    isOpen: 'Usted ya ha abierto esta.',
    read: 'Leer la denuncia',
    false:
      '{name} dio una parte que no es de esta carta. No cuenta. Pregunte a {name} qué pasó, y avise a quien dirige su oficina.',
    unfit:
      'Aquí hay bastantes partes, pero la carta no se abre: {why} Ninguna de las personas que dieron una parte tiene la culpa.',
    voice: 'De viva voz, sin esperar al servidor',
    code: 'Su código para esta carta',
    codeHint: 'Léaselo en voz alta a un o una colega cuya voz conozca. Sirve solo para usted y para esta carta.',
    colleague: 'Colega que llama',
    choose: 'Elija quién llama',
    theirCode: 'El código que le lee esa persona',
    theirCodeHint:
      'Diez cifras. Si no es correcto, no entregue nada, lo pida quien lo pida: puede que quien denunció no quisiera que esa persona tuviera la carta.',
    releaseByCode: 'Entregar mi parte',
  },
  title: 'Equipo',
  given: {
    title: 'Lo que le han dado',
    link: plural({
      one: 'Le han dado {count} denuncia',
      many: 'Le han dado {count} de denuncias',
      other: 'Le han dado {count} denuncias',
    }),
    from: plural({
      one: '{name} le dio {count} denuncia de antes de que usted llegara. Abra otra vez los paquetes anteriores: se abre sola.',
      many: '{name} le dio {count} de denuncias de antes de que usted llegara. Abra otra vez los paquetes anteriores: se abren solas.',
      other:
        '{name} le dio {count} denuncias de antes de que usted llegara. Abra otra vez los paquetes anteriores: se abren solas.',
    }),
  },
  newcomers: {
    title: 'Denuncias de antes de que llegara un o una colega',
    hint: 'Quien denuncia elige quién no debe leer su denuncia. Si alguien no estaba en ninguna lista de revisores cuando se envió la denuncia, nadie pudo excluir a esa persona a propósito, y se le puede dar. A nadie más.',
    none: 'Nadie llegó después de las denuncias que hay aquí.',
    give: 'Dar a {name} las denuncias de antes de su llegada',
    open: plural({
      one: '{count} denuncia llegó antes de que {name} estuviera en alguna lista.',
      many: '{count} de denuncias llegaron antes de que {name} estuviera en alguna lista.',
      other: '{count} denuncias llegaron antes de que {name} estuviera en alguna lista.',
    }),
    given: plural({
      one: '{count} ya se dio a {name}.',
      many: '{count} ya se dieron a {name}.',
      other: '{count} ya se dieron a {name}.',
    }),
    naming: plural({
      one: '{count} no se da: nombra a {name}.',
      many: '{count} no se dan: nombran a {name}.',
      other: '{count} no se dan: nombran a {name}.',
    }),
    recused: plural({
      one: '{count} no se da: usted se apartó de ella.',
      many: '{count} no se dan: usted se apartó de ellas.',
      other: '{count} no se dan: usted se apartó de ellas.',
    }),
    refused:
      'Nada de lo que hay aquí se puede dar a {name}: en cada denuncia, quien la hizo pudo excluir a {name}, y nadie puede ver quién lo hizo.',
    since: 'Puede que {name} esté en una lista desde el {day}.',
    missing:
      'Esta página no vio nunca la lista de revisores {lists}, que pudo nombrar a {name}. Para saber más, abra paquetes de aquel tiempo.',
    missingMany:
      'Esta página no vio nunca las listas de revisores {lists}, que pudieron nombrar a {name}. Para saber más, abra paquetes de aquel tiempo.',
    range: 'de {first} a {last}',
    sent: plural({
      one: '{count} denuncia está lista para {name}. Sale con el próximo paquete: hágalo en «Por enviar».',
      many: '{count} de denuncias están listas para {name}. Salen con el próximo paquete: hágalo en «Por enviar».',
      other: '{count} denuncias están listas para {name}. Salen con el próximo paquete: hágalo en «Por enviar».',
    }),
  },
  chains: {
    title: 'Lo que escribió cada cual',
    hint: 'Cada revisor numera y firma lo que hace, y cada anotación nombra a la anterior. Así se ve si falta algo o si algo se contó de dos maneras.',
    none: 'Nadie ha escrito nada todavía.',
    entries: plural({
      one: '{count} anotación, el {at}',
      many: '{count} de anotaciones, la última el {at}',
      other: '{count} anotaciones, la última el {at}',
    }),
    whole: 'No falta nada.',
    left: 'Ya no está en la lista',
    gap: plural({
      one: 'La anotación {numbers} no está aquí.',
      many: 'Las anotaciones {numbers} no están aquí.',
      other: 'Las anotaciones {numbers} no están aquí.',
    }),
    gapHint: 'Puede que aún estén en camino, o que alguien las retenga. Pida a {name} que las envíe una vez más.',
    fork: plural({
      one: 'El número {numbers} se dio a dos anotaciones distintas.',
      many: 'Los números {numbers} se dieron cada uno a anotaciones distintas.',
      other: 'Los números {numbers} se dieron cada uno a anotaciones distintas.',
    }),
    forkHint:
      'O bien {name} trabaja con dos copias de un mismo libro de casos, o bien alguien cuenta cosas distintas a distintos colegas. Pregunte a {name} en persona cuál vale. Las dos cuentan, y las dos están en el registro de actos.',
    broken: plural({
      one: 'La anotación {numbers} nombra como anterior a otra que la que está aquí.',
      many: 'Las anotaciones {numbers} nombran como anteriores a otras que las que están aquí.',
      other: 'Las anotaciones {numbers} nombran como anteriores a otras que las que están aquí.',
    }),
    brokenHint:
      'Falta una anotación, o alguien puso otra en su lugar. Compare con un o una colega: abra cada cual los archivos de la otra persona.',
    note: 'Una anotación existe dos veces',
  },
  doubts: {
    title: 'Lo que no se cree',
    unplaced: plural({
      one: '{count} declaración está firmada por alguien a quien no nombra ninguna lista de revisores. Se conserva, y no cuenta hasta que una lista nombre a esa persona.',
      many: '{count} de declaraciones están firmadas por personas a las que no nombra ninguna lista de revisores. Se conservan, y no cuentan hasta que una lista nombre a esas personas.',
      other:
        '{count} declaraciones están firmadas por personas a las que no nombra ninguna lista de revisores. Se conservan, y no cuentan hasta que una lista nombre a esas personas.',
    }),
    refused: plural({
      one: 'Se rechazó {count} declaración: {why}.',
      many: 'Se rechazaron {count} de declaraciones: {why}.',
      other: 'Se rechazaron {count} declaraciones: {why}.',
    }),
    why: {
      'signature-invalid': 'la firma no es válida',
      'statement-malformed': 'no es una declaración',
      'statement-kind': 'es una declaración de otra clase de la que dice',
      'journal-damaged': 'se alteró, o se copió de otro lugar',
      'journal-invalid': 'no está bien formada',
      'release-invalid': 'no está bien formada',
      'grant-invalid': 'no está bien formada',
      other: 'no la firma nadie conocido, y ya se conservan demasiadas así',
    },
    falseRelease: '{name} dio una parte falsa de la carta {id}.',
    falseGrant: '{name} dio una clave que no es la de la carta {id}.',
    falseHint: 'La declaración que lo prueba queda en su libro de casos.',
  },
  trail: {
    open: 'Registro de actos',
    title: 'Registro de actos',
    hint: 'Todo lo que anotaron los revisores, primero lo más nuevo. Cada línea va firmada por quien la escribió.',
    who: 'Escrito por',
    everybody: 'Todas las personas',
    count: plural({
      one: '{count} anotación',
      many: '{count} de anotaciones',
      other: '{count} anotaciones',
    }),
    none: 'No se ha anotado nada.',
    entry: 'Número {number}',
    about: 'Denuncia {id}',
    aboutSealed: 'Una denuncia que usted no puede leer',
    aboutOffice: 'La oficina',
    more: 'Mostrar más',
    verify: 'Comprobar todas las firmas',
    verifying: 'Comprobando…',
    verified: plural({
      one: 'La firma de {count} anotación es válida.',
      many: 'Las firmas de todas las anotaciones ({count}) son válidas.',
      other: 'Las firmas de las {count} anotaciones son válidas.',
    }),
    verifiedBad: plural({
      one: '{count} anotación no es válida: su firma no es la de quien figura, o se alteró. Avise a quien se ocupa de este programa.',
      many: '{count} de anotaciones no son válidas: sus firmas no son las de quienes figuran, o se alteraron. Avise a quien se ocupa de este programa.',
      other:
        '{count} anotaciones no son válidas: sus firmas no son las de quienes figuran, o se alteraron. Avise a quien se ocupa de este programa.',
    }),
    bad: 'No es válida',
    twin: 'Este número existe dos veces',
    save: 'Guardar como texto firmado',
    saveOfReport: 'Guardar estas anotaciones como texto firmado',
    saveHint: 'Una declaración firmada por línea. Lo que se dice de las denuncias sigue sellado en él.',
  },
  asked: 'Pidió sus partes a los colegas',
  office: 'Cambió lo acordado por la oficina: {name}',
  officeNames: { 'sub-statuses': 'estados', labels: 'etiquetas', filters: 'filtros', templates: 'textos modelo' },
  said: {
    asked: 'Pedido.',
    released: 'Su parte está entregada a {name}.',
  },
  opened: {
    entries: plural({
      one: 'Llegó {count} anotación de un o una colega.',
      many: 'Llegaron {count} de anotaciones de colegas.',
      other: 'Llegaron {count} anotaciones de colegas.',
    }),
    refused: plural({
      one: '{count} declaración no se creyó.',
      many: '{count} de declaraciones no se creyeron.',
      other: '{count} declaraciones no se creyeron.',
    }),
    see: 'Ver',
  },
} as const;

export const teamFailures = {
  'release-unasked': 'Esta persona no ha demostrado que la carta sea para ella. No se entregó nada.',
  'ask-code-wrong':
    'Este no es el código de esa persona para esta carta. No se entregó nada. Haga que lo lea una vez más; si sigue sin ser correcto, no entregue nada.',
  'release-to-self': 'Es usted. Su parte ya está aquí.',
  'reviewer-unknown': 'Esta persona no está en la lista de revisores de hoy. No se dio nada.',
  'letter-unknown': 'Esta carta no está aquí. Abra el paquete en que llegó.',
  'grant-refused':
    'No se dio nada: en cada una de las denuncias que hay aquí, quien la hizo pudo excluir a esta persona, y puede que la excluyera.',
} as const;
