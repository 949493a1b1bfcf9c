import type { Catalogue } from './en.ts';

/** Spanish. */
export const es: Catalogue = {
  title: 'Escríbanos',
  exit: 'Salir de esta página',
  exitHint:
    '«Salir de esta página» abre en su lugar una página del tiempo. También puede pulsar Mayúsculas tres veces.',
  languages: 'Idiomas',
  unreviewed: 'Este texto aún no lo ha revisado una persona que hable español de nacimiento.',
  demo: 'DEMOSTRACIÓN. No escriba aquí nada real: sus claves no son seguras.',

  heading: 'Cuéntenos qué pasó',
  intro:
    'Aquí puede contar a {office} lo que sabe sobre personas explotadas y sobre funcionarios que ayudan a ello o miran hacia otro lado. No tiene que decir quién es.',
  howTitle: 'Qué pasa con lo que escribe',
  howSealed:
    'Lo que escribe se cierra con llave en este dispositivo, antes de enviarse. Solo pueden abrirlo las personas que figuran abajo. El servidor que lo guarda no puede.',
  howNext: 'Lo leen fuera de internet, normalmente en siete días. Ellas deciden qué se puede hacer.',
  howNot: 'Esto no es un servicio de emergencia. Nadie lo lee al momento, y nadie puede prometer qué saldrá de ello.',
  safeTitle: 'Para su seguridad',
  safeDevice: 'No use un teléfono o una computadora que otra persona vigile, ni los de su trabajo.',
  safeTor: 'Su red puede ver que visitó esta dirección. El Navegador Tor lo oculta.',
  safeWho: 'No ponga su nombre ni el de quienes le ayudaron, salvo que quiera que lo sepamos.',
  safeDetail: 'Piense antes de escribir algo que solo usted puede saber: puede mostrar quién escribió.',
  safeKeep: 'Esta página no guarda nada en su dispositivo. Si la cierra, lo escrito se pierde.',
  contact: 'Otra forma de contactarnos: {contact}',

  needsScript: 'Para cerrar con llave lo que escribe en este dispositivo, esta página necesita JavaScript.',
  needsScriptTor:
    'En el Navegador Tor, elija el nivel «Estándar» o «Más seguro» en el menú del escudo y vuelva a cargar la página. En los dos niveles, lo que escribe se cierra en su dispositivo.',
  starting: 'Este formulario aún no está listo. Si no cambia en un minuto, vuelva a cargar la página.',
  preparing: 'Preparando la llave. Ya puede empezar a escribir.',
  ready: 'Listo para enviar.',

  dangerTitle: '¿Hay alguien en peligro ahora?',
  dangerNow: 'Sí, ahora',
  dangerSoon: 'Sí, pronto',
  dangerNotNow: 'Ahora no',
  dangerUnknown: 'No lo sé',
  ratherNotSay: 'Prefiero no decirlo',
  dangerHelp:
    'Si puede hacerlo sin riesgo, llame al número de emergencias del lugar donde está. Puede que leamos esto demasiado tarde para ayudar.',
  storyTitle: '¿Qué pasó?',
  storyHint:
    'Escriba tanto o tan poco como quiera, en cualquier idioma. Por ejemplo: qué vio, dónde y cuándo, y quién.',
  storyLeft: 'Quedan {count} caracteres',
  readersTitle: 'Quién puede leerlo',
  readersHint:
    'Estas personas pueden abrir lo que escribe. Si no confía en alguna, marque la casilla. Nadie puede ver que lo hizo, ni siquiera ella. Al menos una tiene que quedar.',
  readerExclude: 'no debe leer esto',
  readerReads: 'Lee: {languages}',
  readerNoKey: 'no puede leer informes este mes',
  fingerprintTitle: 'Número de esta oficina',
  fingerprintHint: 'Si tiene este número en un cartel o una tarjeta, compárelo. Si es distinto, no escriba aquí.',

  send: 'Cerrar con llave y enviar',
  tryAgain: 'Probar otra vez',
  sealing: 'Cerrando con llave lo que escribió, en este dispositivo…',
  working:
    'Su dispositivo está trabajando para mostrar que esto no es una avalancha de basura. Puede tardar un minuto.',
  sending: 'Enviando…',
  waiting: 'La conexión es lenta o se ha perdido. Probando otra vez…',

  receivedTitle: 'Lo tenemos',
  receivedKept: 'Lo que escribió está cerrado con llave y guardado. Se ha borrado de esta página.',
  receivedNext: 'Las personas que eligió lo abrirán, normalmente en siete días. Todavía no pueden responderle aquí.',
  receivedId: 'Número de su informe: {id}',
  receivedIdHint:
    'No necesita guardarlo. No abre nada. Si se lo dice a la oficina, pueden encontrar su informe con él.',
  receivedLeave: 'Ya puede cerrar esta página.',

  problemTitle: 'No ha funcionado',
  problemKept: 'Lo que escribió sigue aquí.',
  'failure-story-missing': 'Primero escriba algo en «¿Qué pasó?».',
  'failure-story-too-long': 'Es demasiado largo para enviarlo de una vez. Acórtelo o envíelo en dos partes.',
  'failure-nobody-left': 'Al menos una persona tiene que poder leerlo. Desmarque una de las casillas.',
  'failure-readers-changed':
    'La lista de quienes pueden leerlo cambió mientras escribía. No se ha enviado nada. Mire la lista otra vez y después envíe.',
  'failure-offline': 'No se puede llegar al servidor. Compruebe su conexión y pruebe otra vez.',
  'failure-server-busy': 'El servidor no puede recibirlo ahora. Pruebe otra vez en unos minutos.',
  'failure-refused':
    'Esta página ya no encaja con el servidor. Vuelva a cargarla. Lo que escribió se borrará de ella, así que tendrá que escribirlo otra vez.',
  'failure-office-untrusted':
    'La lista de lectores no está firmada como debe. Puede que alguien la haya cambiado. No escriba aquí y avise a la oficina por otra vía.',
  'failure-office-expired':
    'La lista de lectores está vencida, o la fecha de este dispositivo es errónea. Compruebe la fecha y vuelva a cargar la página. Si es correcta, avise a la oficina por otra vía.',
  'failure-insecure':
    'Esta página no llegó por una conexión segura. Use la dirección que empieza por https, o la dirección onion.',
  'failure-unsupported':
    'Este navegador es demasiado antiguo para cerrar con llave lo que escribe. Use uno más nuevo, o el Navegador Tor.',
  'failure-unknown': 'Algo salió mal que no habíamos previsto. Pruebe otra vez o use otro navegador.',
};
