import { plural } from '../../../messages/index.ts';

/** What leaves the desk: exports, what is taken out of them first, and figures. */
export const out = {
  export: 'Exportar…',
  exportShown: plural({
    one: 'Exportar la {count} mostrada',
    many: 'Exportar las {count} mostradas',
    other: 'Exportar las {count} mostradas',
  }),
  figures: 'Cifras',
  back: 'Volver a las denuncias',
  title: plural({
    one: 'Exportar una denuncia',
    many: 'Exportar {count} de denuncias',
    other: 'Exportar {count} denuncias',
  }),
  intro:
    'Nada sale hasta que usted lo guarde o lo imprima. Quien lo reciba puede conservarlo durante años: suprima todo lo que pueda mostrar quién denunció.',
  recused: plural({
    one: 'Se omite {count} denuncia: usted se ha apartado de ella.',
    many: 'Se omiten {count} de denuncias: usted se ha apartado de ellas.',
    other: 'Se omiten {count} denuncias: usted se ha apartado de ellas.',
  }),
  nothing: 'Usted no puede exportar ninguna de estas denuncias.',

  takeOut: 'Suprimir',
  selectionHint: 'Lo que se marca en una denuncia se suprime en todas las que salen juntas.',
  selectionMarks: plural({ one: '{count} marca', many: '{count} de marcas', other: '{count} marcas' }),
  selectionNoMarks: 'Nada marcado',
  selectionUnmarked: plural({
    one: 'En {count} denuncia no hay nada marcado.',
    many: 'En {count} de denuncias no hay nada marcado.',
    other: 'En {count} denuncias no hay nada marcado.',
  }),
  selectionMore: plural({ one: 'Y {count} más.', many: 'Y {count} más.', other: 'Y {count} más.' }),
  leaveOut: 'Dejarla aquí',
  leaveOutOf: 'Dejarla aquí: denuncia {id}',
  mark: 'Mirarla y marcar',
  markOf: 'Mirarla y marcar: denuncia {id}',
  markDone: 'Terminar con esta denuncia',
  markTitle: 'Denuncia {id}',
  loading: 'Cargando…',

  howTo:
    'Seleccione palabras con el ratón, o recorra un texto con las flechas y con Mayús para seleccionar más. Intro suprime lo seleccionado, en cualquier lugar de la denuncia y se escriba como se escriba.',
  selected: 'Seleccionado:',
  selectedNone: 'No hay nada seleccionado.',
  takeOutSelected: 'Suprimirlo',
  anyWord: 'Una palabra, un nombre o un número, en cualquier lugar',
  anyWordAdd: 'Suprimir',
  suggestions: 'Esto puede mostrar de quién se trata. Suprima lo que lo muestre:',
  suggestionKinds: {
    phone: 'teléfono',
    account: 'cuenta',
    email: 'correo electrónico',
    handle: 'nombre en una red',
    website: 'sitio web',
    vehicle: 'vehículo',
    official: 'un funcionario o una funcionaria',
    capitals: 'quizá un nombre',
  },
  suggestionTake: 'Suprimir {text} {kind}',
  wholeAnswer: 'Suprimirlo todo',
  wholeOf: 'Suprimirlo todo: {title}',
  textOf: '{title}, {label}',
  isOut: '{text}, suprimido',
  marks: 'Lo que usted marcó',
  marksNone: 'Nada todavía: sale toda la denuncia, salvo sus claves y su número.',
  marksKept: 'Las marcas se conservan en su libro de casos. No cambian nada en la denuncia misma.',
  markedWhole: 'Todo: {title}',
  places: plural({ one: 'en {count} lugar', many: 'en {count} de lugares', other: 'en {count} lugares' }),
  placesNone: 'en ningún lugar de esta denuncia: compruebe cómo está escrito',
  markVoid: 'Una marca que ya no cubre nada. Quítela para continuar.',
  putBack: 'Restablecer',
  putBackOf: 'Restablecer {text}',
  saidOut: 'Suprimido: {text}',
  saidBack: 'Restablecido: {text}',
  filesHint:
    'Un archivo sale tal como se envió. Lo que muestran las imágenes, dicen las voces y contienen los documentos no se suprime: suprima el archivo entero.',

  form: 'Formato',
  forms: {
    print: 'Imprimir, o un PDF al imprimir',
    csv: 'Tabla (CSV)',
    json: 'Datos (JSON)',
    htcds: 'Datos de casos de trata (HTCDS 2.0)',
    package: 'Paquete de pruebas (ZIP)',
  },
  formHints: {
    print:
      'Cada denuncia en su propia página, para leerla. En el cuadro de imprimir, desactive los encabezados y pies de página: los navegadores imprimen ahí dónde está esta página.',
    csv: 'Una fila por denuncia, para hojas de cálculo. Ninguna celda puede actuar como fórmula.',
    json: 'Todo lo que sale, exactamente, para otros programas.',
    htcds: 'Según la norma de datos de la OIM, para estadísticas de casos. El relato no está incluido.',
    package:
      'La denuncia, sus archivos, el SHA-256 de cada uno y quién los tuvo y cuándo, firmado con su clave. Para un tribunal o una autoridad.',
  },
  language: 'Idioma de la exportación',
  languageHint: 'Lo que escribió quien denunció queda como está.',
  notes: 'Con las notas de los revisores',
  to: 'Para quién es',
  toHint: 'Se anota en el diario y se escribe en un paquete de pruebas. Puede dejarlo en blanco.',

  leaves: 'Esto es lo que sale',
  leavesPart: 'Esto es lo que sale: las {shown} primeras de {of} denuncias',
  leavesText: 'El texto del archivo',
  leavesReport: 'Tal como se lee',
  leavesCut: 'Este es su comienzo.',
  packedFiles: 'Archivos del paquete',
  packedStates: {
    packed: 'como se envió',
    out: 'suprimido',
    'not-at-hand': 'no está a mano',
  },
  notAtHand:
    'Los archivos están en {bundle}. Sin él, el paquete de pruebas no lleva ninguno, y así lo dice. Abra primero ese paquete otra vez.',
  openBundle: 'Abrir el paquete',

  doPrint: 'Imprimir…',
  doSave: 'Guardar el archivo',
  doPack: 'Empaquetar y guardar',
  making: 'Haciendo el archivo',
  packing: 'Empaquetando',
  left: 'falta: {time}',
  stop: 'Parar',
  stopped: 'Parado. No se guardó nada.',
  done: 'Guardado como {name}. El diario lo anota.',
  sha256: 'SHA-256',
  failed: 'No se guardó nada.',
  failedFile: 'El archivo {number} no se pudo empaquetar. No se conservó nada del paquete.',

  sheet: 'Documento',
  sheetPrint: 'Imprimir',
  sheetBack: 'Volver',
  printNothing: 'Desde aquí no se imprime nada. Para imprimir una denuncia o cifras, expórtelas.',

  figuresTitle: 'Cifras',
  figuresIntro: 'Se cuentan casos: varias denuncias de una persona son uno.',
  figuresFor: 'Para quién',
  figuresOffice: 'Solo para la oficina',
  figuresPublic: 'Para publicar',
  figuresOfficeHint: 'Solo para la oficina. Los números pequeños pueden mostrar quién denunció: no los pase a nadie.',
  figuresPublicHint:
    'Los números pequeños se reservan, y con ellos todos aquellos de los que podrían calcularse. Publique períodos que no se solapen: dos que se solapan pueden mostrar lo que cada uno reserva.',
  figuresFrom: 'Desde',
  figuresTo: 'Hasta',
  figuresNone: 'No hay denuncias que contar.',
  figuresRecused: plural({
    one: '{count} denuncia no se cuenta: usted se ha apartado de ella. Deje las cifras para publicar a un o una colega.',
    many: '{count} de denuncias no se cuentan: usted se ha apartado de ellas. Deje las cifras para publicar a un o una colega.',
    other:
      '{count} denuncias no se cuentan: usted se ha apartado de ellas. Deje las cifras para publicar a un o una colega.',
  }),
  figuresUndated: plural({
    one: '{count} denuncia no se cuenta: se trajo en mano, y nadie sabe cuándo se envió.',
    many: '{count} de denuncias no se cuentan: se trajeron en mano, y nadie sabe cuándo se enviaron.',
    other: '{count} denuncias no se cuentan: se trajeron en mano, y nadie sabe cuándo se enviaron.',
  }),
  figuresPrint: 'Imprimir…',
  figuresCsv: 'Guardar como tabla (CSV)',
} as const;

export const outFailures = {
  'mark-void':
    'En la denuncia de este número hay una marca que ya no cubre nada. Mírela y quite esa marca; después exporte otra vez.',
  'print-too-many': 'Son demasiadas denuncias para imprimirlas de una vez. Reduzca la lista, o elija otro formato.',
  'export-unwritten':
    'El archivo no se pudo escribir entero, y no se conservó. ¿Hay sitio en el disco? Inténtelo de nuevo, en otro lugar.',
} as const;
