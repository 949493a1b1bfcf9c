/** Keys and ceremony: what everybody needs, whichever step they take. The steps are in `ceremony-steps.ts`. */
export const ceremony = {
  entry: 'Claves y ceremonia',
  title: 'Claves y ceremonia',
  intro:
    'Cómo hace una oficina sus claves, cómo las guarda y cómo las deja. Use el equipo que nunca se conecta a una red. Lo que abra aquí termina cuando usted sale del paso; de esta página no sale nada más que los archivos que usted guarde.',
  leave: 'Volver a desbloquear',
  back: 'Todos los pasos',
  begin: 'Empezar',
  beginNamed: '{act}: {step}',
  when: 'Cuándo',
  who: 'Quién tiene que estar presente',
  todo: 'Qué hacer',
  ifFails: 'Si no funciona',
  working: 'Trabajando. Tarda unos segundos, a propósito.',
  idle: 'Hacía rato que nadie tocaba esta página, así que el paso se cerró. Lo que no se guardó se ha borrado: haga el paso otra vez.',
  unsaved: {
    title: 'No está todo guardado',
    hint: 'Un archivo que se hizo aquí todavía no está guardado. Sin él, tendrá que hacer el paso otra vez desde el comienzo.',
    stay: 'Quedarse y guardarlo',
    leave: 'Salir sin él',
  },
  passphrase: {
    of: 'Frase de contraseña de este archivo',
    fresh: 'Nueva frase de contraseña',
    freshHint: 'Al menos 12 caracteres: cuatro o más palabras al azar. Nadie puede recuperarla por usted.',
    again: 'La misma otra vez',
    suggest: 'Proponerme una',
    suggested: 'Escriba estas palabras en papel antes de seguir, y después guarde el papel lejos del archivo:',
    show: 'Mostrar lo que escribo',
    short: 'Use al menos 12 caracteres.',
    differs: 'Las dos frases de contraseña no son iguales.',
  },
  file: {
    chosen: 'Elegido: {name}',
    save: 'Guardar {name}',
    saved:
      'Entregado al navegador para guardarlo como {name}. Compruebe que está entre sus descargas, y después llévelo a su lugar.',
    waiting: 'Sin guardar todavía',
  },
  number: {
    digits: 'Número',
    digitsHint: 'Es el que está en los carteles y las tarjetas.',
    words: 'Lo mismo, para leerlo en voz alta',
    wordsHint:
      'Estas palabras son públicas. Una persona las lee en voz alta, la otra las sigue en su propia pantalla o en su papel.',
  },
  slip: {
    count: 'Tienen que ser {expected} palabras; se escribieron {given}.',
    places: 'Ninguna lista tiene las palabras de estos lugares: {places}. Compárelas con el papel.',
    together: 'Cada palabra podría ser correcta, pero no todas juntas. Compárelas todas con el papel.',
    suspects: 'Cada palabra podría ser correcta, pero no todas juntas. Mire primero en estos lugares: {places}.',
  },
  languages: {
    en: 'Inglés',
    es: 'Español',
    fr: 'Francés',
    pt: 'Portugués',
    zh: 'Chino',
  },
} as const;

/** Why a step did not work, beside the failures that other work has too. */
export const ceremonyFailures = {
  'key-of-reviewer':
    'Este es el archivo de clave de un revisor. Elija la clave fundacional: el archivo charter.key de la oficina.',
  'key-is-charter': 'Esta es la clave fundacional de la oficina. Elija el archivo de clave de un revisor.',
  'file-of-no-office': 'Esto no es un archivo de una oficina. Elija los archivos que nombra el paso.',
  'file-without-number':
    'Este archivo no nombra ninguna clave. Elija un archivo de clave, un archivo público (.pub.json) o el directory.json de la oficina.',
  'draft-missing': 'Falta el borrador. Elija también roster.json, de la carpeta de la oficina.',
  'file-twice': 'Se eligieron dos borradores, o dos listas de revisores firmadas. Elija uno de cada clase.',
  'charter-of-another':
    'La última lista de revisores firmada es de otra clave fundacional. Elija la clave fundacional de esta oficina, o pregunte quién la cambió.',
  'reviewers-few':
    'Para abrir una denuncia se exigen más revisores juntos de los que hay en el borrador. Añada revisores, o baje el número.',
  'no-epoch-key':
    'Ningún revisor del borrador tiene clave para este mes. Elija también sus archivos públicos, o pídales que hagan el paso del mes nuevo.',
  'epoch-key-conflict':
    'Un revisor tiene dos claves distintas para un mismo mes. Pídale su archivo público más reciente.',
  'epoch-key-invalid': 'El archivo público de un revisor no está bien formado. Pídale que lo haga otra vez.',
  'roster-expired':
    'La lista de revisores está vencida según la fecha de este equipo. Compruebe la fecha, y después inténtelo de nuevo.',
} as const;
