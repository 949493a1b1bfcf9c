import type { ReturnTexts } from '../catalogue.ts';
import { plural } from '../plural.ts';

export const returning: ReturnTexts = {
  link: '¿Tiene un código? Lea la respuesta',
  toForm: '¿No tiene código? Escríbanos',
  title: 'Leer la respuesta',
  code: 'Su código',
  codeHint: 'Escriba los 10 grupos de números o las 12 palabras. Los espacios y las líneas no importan.',
  codeKept: 'Su código no se envía ni se guarda. Lo que abre está en esta página solo hasta que usted la deje.',
  open: 'Abrir',
  noScript:
    'Esta página necesita JavaScript para abrir respuestas en este dispositivo. En este navegador está desactivado. Use otro navegador. Quien sepa hacerlo puede usar también el programa «amparo» en la línea de órdenes.',

  reportTitle: 'Su denuncia',
  answersTitle: 'Respuestas',
  lookAgain: 'Mirar otra vez',
  lookBack: 'Mirar más atrás',

  writeTitle: 'Escribir otra vez',
  writeHint: 'Verán que viene de la persona que escribió primero. Seguirán sin ver quién es usted.',
  message: 'Su mensaje',
  readersAgain: 'No se ha guardado en ningún sitio a quién excluyó antes. Por favor, elija otra vez.',
  sent: 'Su mensaje está cerrado con llave y guardado. Puede escribir otro o dejar esta página.',

  checkTitle: 'Comprobar un recibo guardado',
  checkHint: 'El archivo se lee en este dispositivo y no se envía. Para esto no necesita código.',
  checkFile: 'Archivo del recibo',

  closeTitle: 'Cerrar para siempre',
  closeHint:
    'Todas las respuestas se borran del servidor y ya no pueden llegar más. Lo que usted envió se queda en la oficina. Esto no se puede deshacer.',
  closeTick: 'Entiendo que se borrarán las respuestas.',
  closedTitle: 'Está cerrado',
  closed: 'Las respuestas se han borrado y ya no pueden llegar más. Ya puede dejar esta página.',

  emptiedTitle: 'Esta página se ha vaciado',
  emptied: 'Durante diez minutos nadie escribió ni tocó nada aquí.',
  enterAgain: 'Escribir el código otra vez',

  script: {
    opening: 'Abriendo…',
    looking: 'Buscando respuestas…',
    closing: 'Cerrando…',
    reading: 'Leyendo el registro público: {share}',

    codeMissing: 'Primero escriba su código.',
    groupCount: plural({
      one: 'Hay {count} grupo; hacen falta {expected}.',
      many: 'Hay {count} de grupos; hacen falta {expected}.',
      other: 'Hay {count} grupos; hacen falta {expected}.',
    }),
    wordCount: plural({
      one: 'Hay {count} palabra; hacen falta {expected}.',
      many: 'Hay {count} de palabras; hacen falta {expected}.',
      other: 'Hay {count} palabras; hacen falta {expected}.',
    }),
    groupShort: 'Falta un número: cada grupo tiene cinco.',
    groupsWrong: plural({
      one: 'Mire otra vez el grupo {places}.',
      many: 'Mire otra vez los grupos {places}.',
      other: 'Mire otra vez los grupos {places}.',
    }),
    wordsWrong: plural({
      one: 'La palabra {places} no es una de las palabras posibles.',
      many: 'Las palabras {places} no están entre las palabras posibles.',
      other: 'Las palabras {places} no están entre las palabras posibles.',
    }),
    notTogether: 'Algo no encaja. Compárelo todo con lo que anotó.',
    suspects: plural({
      one: 'Algo no encaja; mire primero la palabra {places}.',
      many: 'Algo no encaja; mire primero las palabras {places}.',
      other: 'Algo no encaja; mire primero las palabras {places}.',
    }),

    stored: 'Tenemos lo que envió: {days}.',
    shown: 'El registro público lo muestra. Nadie puede quitarlo sin que se vea.',
    notShown: 'El registro público aún no lo muestra. Puede tardar hasta el día después del envío.',
    notInNewest: 'La parte más reciente del registro público no lo muestra. Mire más atrás.',
    olderUnread: 'No se han leído las partes más antiguas del registro público.',
    unchecked: 'Ahora no se ha podido comprobar el registro público.',
    opened: '{name} lo ha abierto: {day}.',
    notOpened: 'Nadie lo ha abierto todavía.',
    answered: 'Hay una respuesta.',
    notAnswered: 'Todavía no hay respuesta.',
    whatIsOwed:
      'En la Unión Europea la ley dice: en 7 días se le confirma que su denuncia ha llegado, y en 3 meses se le dice qué se ha hecho. Vuelva más tarde y mire otra vez.',

    missing: 'Falta una respuesta de {name}. Puede que el servidor la retenga. Avise a esta oficina por otra vía.',
    missingOrExpired:
      'Falta una respuesta de {name}. ¿Escribió por primera vez hace más de un año? Entonces puede que el servidor la haya borrado: guarda las respuestas un año. Si no, puede que el servidor la retenga. Avise a esta oficina por otra vía.',
    unknownReviewer:
      'Hay una respuesta que no se muestra: no la firma nadie de la lista de lectores. Puede que alguien la haya inventado. Avise a esta oficina por otra vía.',
    otherCase:
      'Hay una respuesta que no se muestra: no se cerró con llave para usted. Puede que alguien la haya puesto aquí. Avise a esta oficina por otra vía.',
    damaged: 'Hay una respuesta que no se muestra: está dañada o alguien la cambió. Avise a esta oficina por otra vía.',

    receiptFirst: 'Primero elija el archivo de un recibo.',
    receiptUnreadable: 'Este archivo no es un recibo.',
    receiptForeign:
      'Este recibo no prueba nada: no lo firma el registro de esta oficina. Puede que alguien lo haya inventado o cambiado.',
    receiptNoLog: 'Esta oficina no tiene registro público. Por eso no se puede comprobar nada.',
    receiptReal: 'El recibo es auténtico. El servidor recibió lo que envió: {day}.',
    receiptAbsent:
      'El registro público no lo muestra, aunque debería. Puede que alguien lo haya quitado. Guarde el recibo y avise a esta oficina por otra vía.',

    messageMissing: 'Primero escriba algo en «Su mensaje».',
    tickFirst: 'Si quiere cerrar, marque primero la casilla.',
  },
};
