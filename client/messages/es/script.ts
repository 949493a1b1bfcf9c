import type { ScriptTexts } from '../catalogue.ts';
import { plural } from '../plural.ts';

export const script: ScriptTexts = {
  preparing: 'Preparando todo para cerrar con llave lo que escriba. Ya puede empezar.',
  ready: 'Ya se puede enviar.',
  readyToSave: 'Ya se puede cerrar con llave.',
  saving: 'Guardando…',
  step: 'Paso {step} de {steps}',
  sealing: 'Cerrando con llave lo que escribió, en este dispositivo…',
  working:
    'Su dispositivo está haciendo un trabajo que impide la entrada de mensajes hechos por máquinas. Puede tardar un minuto.',
  sending: 'Enviando…',
  waiting: 'La conexión es lenta o se ha perdido. Probando otra vez…',
  finishing: 'Enviando el resto de sus archivos. Puede esperar aquí.',
  storyLeft: plural({
    one: 'Queda {count} carácter',
    many: 'Quedan {count} de caracteres',
    other: 'Quedan {count} caracteres',
  }),
  languageKept: 'Esta página está ahora en otro idioma. Lo que escribió sigue aquí.',
  languageLost: 'El otro idioma no se puede cargar ahora. Pruebe otra vez.',
  receivedId: 'Número de su relato: {id}',

  readerExclude: 'no debe leer esto',
  readerReads: 'Lee: {languages}',
  readerNoKey: 'no puede leer relatos este mes',
  readersTogether: plural({
    one: '{count} de estas personas abre su relato.',
    many: '{count} de estas personas tienen que abrir su relato juntas. Nadie puede leerlo a solas.',
    other: '{count} de estas personas tienen que abrir su relato juntas. Nadie puede leerlo a solas.',
  }),

  chooseCountry: 'Elija un país',
  remove: 'Quitar',
  removeNamed: 'Quitar {name}',
  removed: 'Se ha quitado: {name}',
  change: 'Cambiar',
  changeNamed: 'Cambiar: {name}',
  nothingAnswered: 'Dejó esto en blanco.',
  notThese: 'No es para: {names}',
  everybody: 'Todas las personas de la lista pueden leerlo.',

  voiceRecording: 'Grabando: {time}',
  voiceRecorded: 'Grabado: {time}. Escúchelo antes de añadirlo.',
  voiceChanging: 'Cambiando la voz: {percent}',
  voiceChanged: 'La voz está cambiada. Escúchela antes de añadirla.',
  voiceAdded: 'La grabación se ha añadido.',
  voiceName: 'Grabación {number}',
  voiceDenied: 'Este navegador no deja que la página use el micrófono.',
  voiceMissing: 'No se encontró ningún micrófono.',
  voiceFailed: 'La grabación no funcionó. Puede escribir en su lugar, o añadir un archivo.',

  files: plural({
    one: '{count} archivo, {size}',
    many: '{count} de archivos, {size}',
    other: '{count} archivos, {size}',
  }),
  fileChecking: 'Mirando qué lleva dentro…',
  fileClean: 'No se encontró nada en él que diga dónde, cuándo o quién lo hizo.',
  fileNotCleaned: 'Esta clase de archivo no se limpia. Puede llevar dentro un nombre, un lugar o una hora.',
  fileUnclear: 'Este archivo no se pudo leer entero. Puede llevar dentro un nombre, un lugar o una hora.',
  fileFound: 'Este archivo dice más de lo que muestra:',
  findings: {
    location: 'dónde se hizo',
    time: 'cuándo se hizo o se cambió',
    device: 'con qué aparato se hizo',
    person: 'un nombre',
    software: 'con qué programa se hizo',
    text: 'un texto que no está en la imagen',
    preview: 'una copia pequeña de la imagen, quizá de antes de que se cambiara',
    video: 'un video corto detrás de la foto',
    hidden: 'otros datos ocultos',
  },
  fileSend: '¿Qué se debe enviar?',
  fileSendCleaned: 'El archivo sin eso',
  fileSendOriginal: 'El original, con todo eso',
  fileSendBoth: 'Los dos',
  fileNote: '¿Qué es? (puede dejarlo en blanco)',
  originalName: 'Archivo original – {name}',

  uploadIdle: 'Los archivos se envían cuando usted continúa.',
  uploading: 'Enviado: {percent} de sus archivos',
  uploadLeft: 'Enviado: {percent} de sus archivos. Tiempo que falta: {time}',
  uploadPaused: 'En pausa. Enviado: {percent} de sus archivos.',
  uploadWaiting: 'La conexión es lenta o se ha perdido. Probando otra vez… Enviado: {percent} de sus archivos.',
  uploadFull:
    'El servidor no tiene espacio ahora. Probando otra vez… También puede quitar archivos y enviar sin ellos.',
  uploadDone: 'Todos sus archivos están enviados. Serán parte de su relato cuando usted lo envíe.',
  lessThanMinute: 'menos de un minuto',

  fileEmpty: '{name}: este archivo está vacío. No se ha añadido.',
  fileVanished: '{name}: este archivo ya no se puede leer. Quítelo o elíjalo otra vez.',
  fileChanged: '{name}: este archivo cambió mientras se enviaba. Quítelo o elíjalo otra vez.',
  fileTooLarge: '{name}: con este archivo es demasiado. Se pueden enviar como máximo {size}.',
  filesTooMany: 'Se pueden enviar como máximo {count} archivos. Los demás no se han añadido.',

  failures: {
    'story-missing': 'Primero escriba algo en «¿Qué pasó?», o añada una grabación.',
    'story-too-long': 'Es demasiado largo para enviarlo de una vez. Acórtelo o envíelo en dos partes.',
    'answers-too-long': 'Una de sus respuestas es demasiado larga. Acórtela.',
    'nobody-left': 'Al menos una persona tiene que poder leerlo. Desmarque una de las casillas.',
    'too-few-left': 'Quedarían muy pocas personas para abrirlo juntas. Desmarque una de las casillas.',
    'readers-changed':
      'La lista de quienes pueden leerlo cambió mientras escribía. Su relato no se ha enviado. Mire la lista otra vez y después envíe.',
    'files-unreadable': 'Uno de sus archivos ya no se puede leer. Quítelo o elíjalo otra vez.',
    'save-failed': 'El archivo no se pudo guardar. Compruebe que hay espacio en este dispositivo y pruebe otra vez.',
    offline: 'No se puede llegar al servidor. Compruebe su conexión y pruebe otra vez.',
    'server-busy': 'El servidor no puede recibirlo ahora mismo. Pruebe otra vez en unos minutos.',
    'server-full':
      'El servidor no tiene espacio para sus archivos ahora. Pruebe otra vez más tarde, o quite archivos y envíe sin ellos.',
    refused:
      'Esta página ya no encaja con el servidor. Vuelva a cargarla. Lo que escribió se borrará entonces de ella, así que cópielo antes si eso es seguro para usted.',
    'receipt-missing': 'El servidor recibió lo que escribió, pero no dio prueba de que lo guarda. Envíelo otra vez.',
    'receipt-wrong':
      'El servidor recibió lo que escribió, pero la prueba que dio no es válida. Envíelo otra vez. Si sigue así, avise a la oficina de otra forma.',
    'office-untrusted':
      'La lista de lectores no está firmada como debe. Puede que alguien la haya cambiado. No escriba aquí, y avise a esta oficina por otra vía.',
    'office-expired':
      'La lista de lectores está vencida, o la fecha de este dispositivo es errónea. Compruebe la fecha y vuelva a cargar la página. Si la fecha es correcta, avise a esta oficina por otra vía.',
    insecure:
      'Esta página no llegó por una conexión segura. Use la dirección que empieza por https, o la dirección onion.',
    unsupported:
      'Este navegador es demasiado antiguo para cerrar con llave lo que escribe. Use uno más nuevo, o el Navegador Tor.',
    unknown: 'Algo salió mal que no habíamos previsto. Pruebe otra vez o use otro navegador.',
  },
};
