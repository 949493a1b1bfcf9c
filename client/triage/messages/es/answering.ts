import { plural } from '../../../messages/index.ts';

/** How a reporter is answered. */
export const answering = {
  title: 'Conversación',
  hint: 'Todo lo que se dijo en este caso, quien denunció y la oficina.',
  firstReport: 'Primera denuncia',
  followUp: 'Mensaje posterior',
  thisReport: 'Esta denuncia',
  reply: 'Respuesta {number} de {name}',
  replyHidden: 'Solo {name} y quien denunció pueden leer lo que dice.',
  waits: 'Espera para enviarse',
  inBundle: 'En el paquete del {at}',
  acknowledges: 'Dice que la denuncia llegó',
  feedback: 'Dice qué se ha hecho',
  write: 'Escribir una respuesta',
  unacknowledged: 'Nadie ha dicho todavía a quien denunció que la denuncia llegó.',
  bars: {
    'case-none': 'Esta denuncia no pertenece a ningún caso, así que no se puede responder.',
    'case-unusable': 'Lo que esta denuncia dice de su caso está dañado, así que no se puede responder.',
    'not-listed':
      'Su clave no está en la lista de revisores de la oficina. La página de quien denunció no mostraría lo que usted escriba. Pida a un o una colega que responda.',
    'replies-full':
      'Usted ha escrito en este caso todas las respuestas que puede haber. Pida a un o una colega que responda.',
  },
  unwished: 'Quien denunció pidió que no se le respondiera.',
  unwishedDespite: 'Escribir de todos modos',
  unwishedWhy: 'Hágalo solo si el silencio pondría a alguien en peligro.',
  safeDays: 'Días seguros, según la denuncia',
  safeDaysNone: 'La denuncia no nombra días seguros.',
  languages: 'Idiomas de quien denunció',
  languagesNone: 'No se conocen',
  advice: 'Antes de escribir',
  adviceList: [
    'No proponga un encuentro, y no pregunte dónde está la persona.',
    'No nombre a nadie: ni personas, ni lugares, ni a quien ayuda. Alguien a quien la persona teme puede estar leyendo por encima de su hombro.',
    'No repita lo que solo esa persona puede saber.',
    'Pregunte solo lo que necesite, y diga que no tiene que responder. Nunca pregunte por qué no actuó.',
    'No le pida que vaya a buscar pruebas.',
    'No prometa nada que usted no pueda cumplir.',
  ],
  language: 'Idioma de la respuesta',
  languageOther: '{name} (quien denunció no lo nombró)',
  template: 'Empezar con un texto',
  templateChoose: 'Elija un texto',
  templateInsert: 'Insertar',
  templateKinds: {
    acknowledgement: 'La denuncia llegó',
    question: 'Una pregunta',
    feedback: 'Qué se ha hecho',
    referral: 'Oferta de ayuda en otro lugar',
    closing: 'Cierre',
    safety: 'En peligro',
  },
  templateOffice: '{kind}: {name}',
  templateDraft: '{kind} (borrador)',
  templateDraftHint:
    'Los textos marcados como borrador vinieron con esta página. Ningún hablante nativo los ha leído todavía: pida a alguien que hable {language} que lea la respuesta antes de que usted la selle.',
  templateFallback: 'No hay ningún texto en {language}, así que los que se ofrecen están en inglés.',
  text: 'Respuesta',
  textHint: 'Quien denunció ve un texto sin formato. Va firmado con el nombre de usted y sellado solo para este caso.',
  hidden: 'Contiene caracteres que no se ven: {codes}. Entraron al pegar algo. Quítelos.',
  placesLeft: 'Falta rellenar: {places}',
  charactersLeft: plural({
    one: 'Queda aproximadamente {count} carácter',
    many: 'Quedan aproximadamente {count} de caracteres',
    other: 'Quedan aproximadamente {count} caracteres',
  }),
  tooLong: plural({
    one: 'Sobra aproximadamente {count} carácter. Acórtela, o escriba el resto en una segunda respuesta.',
    many: 'Sobran aproximadamente {count} de caracteres. Acórtela, o escriba el resto en una segunda respuesta.',
    other: 'Sobran aproximadamente {count} caracteres. Acórtela, o escriba el resto en una segunda respuesta.',
  }),
  saysAcknowledges: 'Dice a quien denunció que la denuncia llegó',
  saysFeedback: 'Dice a quien denunció qué se ha hecho',
  saysHint: 'De esto dependen los plazos que se deben a quien denunció.',
  preview: 'Así lo verá quien denunció',
  previewEmpty: 'Todavía no hay nada escrito.',
  seal: 'Firmar y sellar la respuesta {number}',
  sealed: 'La respuesta {number} está sellada y espera en «Por enviar».',
  sealHint: 'Una vez sellada, no se puede cambiar ni retirar. Sale con el próximo paquete.',
  draftKept: 'Lo que escriba se conserva en su libro de casos hasta que lo selle o lo borre.',
  clear: 'Borrar',
} as const;

/** What goes out, and how. */
export const outbox = {
  open: 'Por enviar',
  openCount: 'Por enviar: {count}',
  title: 'Por enviar',
  none: 'No hay nada que espere para enviarse.',
  waiting: 'Esto espera para enviarse:',
  replies: plural({
    one: '{count} respuesta a quien denunció',
    many: '{count} de respuestas a quienes denunciaron',
    other: '{count} respuestas a quienes denunciaron',
  }),
  marks: plural({
    one: '{count} denuncia de la que se avisa a quien denunció que se abrió',
    many: '{count} de denuncias de las que se avisa a quienes denunciaron que se abrieron',
    other: '{count} denuncias de las que se avisa a quienes denunciaron que se abrieron',
  }),
  entries: plural({
    one: '{count} anotación del diario, para sus colegas',
    many: '{count} de anotaciones del diario, para sus colegas',
    other: '{count} anotaciones del diario, para sus colegas',
  }),
  privates: plural({
    one: '{count} mensaje para una sola persona de entre sus colegas',
    many: '{count} de mensajes, cada uno para una sola persona de entre sus colegas',
    other: '{count} mensajes, cada uno para una sola persona de entre sus colegas',
  }),
  unreachable: 'Esta vez no les llega:',
  unreachableOne:
    '{name} no tiene clave para este mes en la lista de que usted dispone. Lo que es para {name} se queda aquí.',
  unreachableLeft: 'Alguien que ya no está en la lista de la oficina. Lo que era solo para esa persona se queda aquí.',
  unreachableDo:
    'Pídales que renueven su clave, recoja un paquete nuevo y ábralo aquí. El próximo paquete llevará entonces lo que no les llegó.',
  noLetters:
    'Ahora no puede salir nada para colegas; se queda aquí. Las respuestas a quienes denunciaron salen de todos modos.',
  noLettersWhy: {
    'office-unknown': 'Ningún paquete ha dicho todavía quiénes son sus colegas. Abra uno primero.',
    'office-not-compared':
      'Nadie ha comparado todavía el número de comprobación de la oficina. Hágalo en «Sobre la oficina»: si no, lo que es para colegas podría sellarse para alguien extraño.',
    'roster-expired':
      'La lista de revisores de la oficina está vencida. Abra un paquete nuevo, o compruebe la fecha de este equipo.',
    'no-epoch-key':
      'Nadie de sus colegas tiene clave para este mes o el anterior en la lista de que usted dispone. Abra un paquete nuevo.',
    other: 'La lista de revisores de la oficina no se puede usar como está. Abra un paquete nuevo.',
  },
  saveFirst: 'Su libro de casos no está guardado. Se guarda primero, para que conste en él todo lo que sale.',
  make: 'Hacer el paquete para enviar',
  making: 'Sellando…',
  ready: plural({
    one: 'El paquete está listo. Guarde su archivo:',
    many: 'El paquete está listo. Guarde sus {count} de archivos:',
    other: 'El paquete está listo. Guarde sus {count} archivos:',
  }),
  saveFile: 'Guardar {name}',
  fileSaved: 'Guardado: {name}',
  carry:
    'Lleve el archivo al equipo con conexión y entréguelo en la página «Mensajería», en «Entregar respuestas». Entregarlo dos veces no causa daño.',
  written: 'Guardado. Lo que contiene ya no espera aquí. Guarde también el libro de casos, para que conste en él.',
  saveCasebook: 'Guardar el libro de casos',
  made: 'Paquetes hechos antes',
  madeAt: 'Hecho el {at}',
  again: 'Hacerlo otra vez',
  againOf: 'Hacer otra vez el paquete del {at}',
  againHint: 'Si el último se perdió por el camino, hágalo otra vez. Lo que sí llegó cuenta una sola vez.',
} as const;

export const answeringFailures = {
  'case-none': answering.bars['case-none'],
  'case-unusable': answering.bars['case-unusable'],
  'not-listed': answering.bars['not-listed'],
  'replies-full': answering.bars['replies-full'],
  'answer-unwished': 'Quien denunció pidió que no se le respondiera.',
  'reply-empty': 'Escriba algo primero.',
  'reply-places-left': 'Primero rellene lo que está entre llaves, o quítelo.',
  'reply-too-long': 'La respuesta es demasiado larga. Acórtela, o escriba el resto en una segunda respuesta.',
  'reply-invalid':
    'La respuesta contiene caracteres dañados, o tiene más de 10 000 caracteres. Quite lo último que pegó, e inténtelo de nuevo.',
  'outbox-empty': 'No hay nada que espere para enviarse.',
  'outbound-unwritten': 'El archivo no se pudo escribir entero. Guárdelo otra vez, quizá en otro lugar.',
} as const;
