import type { PageTexts } from '../catalogue.ts';

export const page: PageTexts = {
  title: 'Escríbanos',
  exit: 'Salir de esta página',
  exitHint:
    '«Salir de esta página» abre en su lugar una página con el pronóstico del tiempo. También puede pulsar tres veces la tecla Mayús o Shift (⇧).',
  languages: 'Idiomas',
  unreviewed: 'Ninguna persona de lengua materna española ha revisado todavía este texto.',
  demo: 'DEMOSTRACIÓN. No escriba aquí nada real: las claves de esta página no son seguras.',

  heading: 'Cuéntenos qué pasó',
  intro:
    'Aquí puede contar a {office} lo que sabe sobre personas explotadas y sobre funcionarios que ayudan a que eso pase o miran hacia otro lado. No tiene que decir quién es.',
  howTitle: 'Qué pasa con lo que escribe',
  howSealed:
    'Lo que escribe se cierra con llave en este dispositivo, antes de enviarse. El servidor que lo guarda no puede abrirlo.',
  howReaders: 'Solo estas personas pueden abrirlo. Más adelante podrá elegir cuáles de ellas no deben hacerlo.',
  howNext:
    'Lo leen en un dispositivo que nunca se conecta a internet, normalmente en un plazo de siete días. Ellas deciden qué se puede hacer.',
  howNot: 'Esto no es un servicio de emergencia. Nadie lo lee al momento, y nadie puede prometer qué saldrá de ello.',
  safeTitle: 'Para su seguridad',
  safeDevice: 'No use un teléfono o una computadora que otra persona vigile, ni los de su trabajo.',
  safeTor:
    'Su proveedor de internet, o quien es dueño del wifi, puede ver que visitó esta dirección. El Navegador Tor lo oculta.',
  safeWho: 'No ponga su nombre ni el de quienes le ayudaron, a menos que quiera que los sepamos.',
  safeDetail: 'Piénselo antes de escribir algo que solo usted puede saber: puede mostrar quién lo escribió.',
  safeKeep:
    'Esta página no guarda nada en su dispositivo. Para avanzar o volver, use los botones de la página. Si la cierra, o si usa el botón «Atrás» del navegador, lo que escribió se pierde.',
  contact: 'Otra forma de contactarnos: {contact}',

  dangerTitle: '¿Hay alguien en peligro ahora?',
  dangerHelp:
    'Si puede hacerlo sin riesgo, pida ayuda en el lugar donde está. Puede que leamos esto demasiado tarde para ayudar.',
  emergencyTitle: 'Números de emergencia',

  start: 'Empezar',
  back: 'Volver',
  next: 'Continuar',
  toSending: 'Ir al envío',
  everythingOptional: 'Puede dejar esto en blanco.',
  starting: 'Este formulario aún no está listo. Si no cambia en un minuto, vuelva a cargar la página.',

  storyTitle: '¿Qué pasó?',
  storyHint:
    'Escriba tanto o tan poco como quiera, en cualquier idioma. Por ejemplo: qué vio, dónde y cuándo, y quién.',
  voiceTitle: 'Hablar en vez de escribir',
  voiceHint:
    'Aquí puede grabar su voz. La grabación se cierra con llave y se envía como un archivo. Quien conozca su voz puede reconocerle por ella.',
  voiceStart: 'Grabar',
  voiceStop: 'Parar',
  voiceAgain: 'Grabar otra vez',
  voiceDisguise: 'Cambiar mi voz de modo que no se pueda volver a la original',
  voiceDisguiseHint:
    'Las palabras no cambian. Tampoco cambian su manera de hablar, su acento ni los sonidos de alrededor.',
  voiceUse: 'Añadir esta grabación',

  evidenceTitle: 'Fotos, videos, documentos',
  evidenceHint:
    'Añada lo que tenga, si tenerlo no es un peligro para usted. Los archivos se cierran con llave en este dispositivo y se envían mientras usted sigue escribiendo.',
  evidenceChoose: 'Elegir archivos',
  evidenceCleaning:
    'Las fotos y los videos muchas veces dicen dónde y cuándo se hicieron, y con qué aparato. Eso se quita, y la imagen queda como está. También puede enviar el original, si hace falta como prueba.',
  evidenceNot:
    'Los documentos, como los archivos PDF o Word, no se limpian. Muchas veces llevan dentro el nombre de quien los escribió. Si puede, envíe en su lugar una foto de la página.',
  evidenceOnly: 'Piense en quién más tiene la misma foto o el mismo documento. Eso puede mostrar quién lo envió.',
  uploadTitle: 'Envío de archivos',
  uploadPause: 'Pausar',
  uploadResume: 'Seguir',

  readersTitle: '¿Quién no debe leerlo?',
  readersHint:
    'Estas personas pueden abrir lo que escribe. Si no confía en alguna, marque su casilla. Nadie puede ver que lo hizo, ni siquiera esa persona. Al menos una tiene que quedar sin marcar.',
  fingerprintTitle: 'Número de comprobación de esta oficina',
  fingerprintHint: 'Si tiene este número en un cartel o una tarjeta, compárelo. Si es distinto, no escriba aquí.',

  reviewTitle: 'Mírelo otra vez y después envíelo',
  reviewHint: 'Lo que escribió no se envía hasta que pulse el botón. Todavía puede cambiarlo todo.',
  identifyTitle: '¿Algo de esto puede mostrar quién es usted?',
  identifyName: 'Su nombre, su teléfono o su dirección, o los de personas cercanas a usted.',
  identifyDetail: 'Algo que solo pueden saber usted o muy pocas personas.',
  identifyDocument: 'Un documento que solo han visto usted o muy pocas personas.',
  identifyVoice: 'Su voz, o su cara en una imagen.',
  send: 'Cerrar con llave y enviar',

  receivedTitle: 'Lo tenemos',
  receivedKept: 'Lo que escribió está cerrado con llave y guardado. Se ha borrado de esta página.',
  receivedNext: 'Las personas que eligió lo abrirán, normalmente en un plazo de siete días.',
  receivedIdHint:
    'No necesita guardar este número. No abre nada. Si se lo dice a esta oficina, con él pueden encontrar su relato.',
  receivedLeave: 'Ya puede cerrar esta página.',

  problemTitle: 'No ha funcionado',
  tryAgain: 'Probar otra vez',
  problemKept: 'Lo que escribió sigue aquí.',

  noScriptTitle: 'Sin JavaScript',
  noScript:
    'Esta página necesita JavaScript para cerrar con llave, en este dispositivo, lo que usted escribe. En este navegador está desactivado.',
  noScriptTor:
    'En el Navegador Tor, elija el nivel «Estándar» o «Más seguro» en el menú del escudo y vuelva a cargar la página. En los dos niveles, lo que escribe se cierra con llave en su dispositivo.',
  offlineTitle: 'Escribir sin conexión',
  offlineHint:
    'Guarde esta página en un dispositivo en el que confíe y ábrala allí. Funciona sin conexión y hace con lo que escribe un solo archivo cerrado con llave. Puede enviar el archivo aquí, o dárselo a alguien que lo haga.',
  offlineDownload: 'Guardar la página para escribir sin conexión',
  offlineCheck: 'Quien sepa cómo puede comprobar que la página guardada es auténtica: esta oficina la ha firmado.',
  deliverTitle: 'Enviar un archivo cerrado con llave',
  deliverHint:
    'El nombre del archivo termina en .amparo. Sigue cerrado con llave durante todo el camino. Solo pueden abrirlo las personas que figuran arriba.',
  deliverChoose: 'Archivo cerrado con llave',
  deliver: 'Enviar el archivo',
  deliveredTitle: 'Tenemos el archivo',
  deliveredNext: 'Está guardado, y sigue cerrado con llave. Ya puede borrarlo de su dispositivo y cerrar esta página.',
  notDeliveredTitle: 'No se ha aceptado el archivo',
  notDelivered: {
    'not-a-parcel':
      'Este no es un archivo cerrado con llave de la página para escribir sin conexión. Elija el archivo que termina en .amparo.',
    damaged: 'El archivo está dañado. Cópielo otra vez desde donde se hizo, o hágalo de nuevo.',
    unstamped: 'El archivo no estaba terminado cuando se guardó. Hágalo de nuevo.',
    incomplete: 'La conexión se cortó antes de que llegara el archivo entero. Envíelo otra vez.',
    'too-large': 'El archivo es más grande de lo que se puede recibir aquí. Hágalo de nuevo con menos archivos dentro.',
    'no-room':
      'El servidor no tiene espacio para tantos archivos ahora. Pruebe otra vez mañana, o hágalo de nuevo con menos archivos dentro.',
    busy: 'El servidor no puede recibirlo ahora mismo. Pruebe otra vez en unos minutos.',
  },
  tryDeliverAgain: 'Volver a la primera página',

  offlineNotice: 'Esta página funciona sin conexión. No envía nada.',
  offlineSave: 'Cerrar con llave y guardar',
  offlineSavedTitle: 'Está cerrado con llave',
  offlineSaved:
    'El archivo con el nombre {file} está guardado en este dispositivo. Solo pueden abrirlo las personas que eligió. Envíelo en la página de esta oficina, o déselo a alguien que lo haga.',
  offlineSavedDelete: 'Lo que escribió se ha borrado de esta página. Borre el archivo cuando se haya enviado.',
};
