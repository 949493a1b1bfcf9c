import type { CodeTexts } from '../catalogue.ts';

/** The code by which a reporter comes back, shown once after sending. */
export const code: CodeTexts = {
  title: 'Su código',
  why: 'Con este código puede volver y leer lo que responda la oficina. No hay otra forma de leerlo.',
  once: 'Solo se muestra ahora. Nadie puede dárselo otra vez, ni siquiera la oficina.',
  holder: 'Quien lo tenga puede leer las respuestas. No se lo diga a nadie, ni siquiera a la oficina.',
  paper: 'Escríbalo en papel, no en este dispositivo. Guarde el papel donde nadie más lo encuentre.',
  silent: 'El código no dice para qué sirve. No lo escriba al lado.',
  digits: 'Diez grupos de cifras',
  wordsName: 'Doce palabras',
  words: 'En su lugar puede anotar estas 12 palabras. Son el mismo código.',
  print: 'Imprimir',
  printHint: 'Imprima solo donde nadie más vea lo que imprime.',
  picture: 'Mostrar como imagen',
  pictureHint: 'La imagen sirve para hacerle una foto con otro teléfono que sea seguro.',
  written: 'Ya lo anoté',
  checkTitle: '¿Está bien en su papel?',
  checkHint: 'Escriba aquí estas dos partes de su papel.',
  check: 'Comprobar',
  again: 'Mostrar el código otra vez',
  skip: 'Ya lo guardé',
  keptTitle: 'Guarde bien su código',
  right: 'Lo que escribió es correcto.',
  kept: 'El código ya no está en esta página. No se puede mostrar otra vez.',
  receipt:
    'Puede guardar un recibo. Prueba que el servidor recibió lo que envió. Puede obtenerlo otra vez con su código, así que no necesita guardarlo en este dispositivo.',
  receiptSave: 'Guardar el recibo',
  /** What the script says. */
  script: {
    codeGroup: 'Grupo {number}',
    codeWord: 'Palabra {number}',
    codeWrong: '{place}: no es lo que se mostró. Mire el código otra vez.',
    codePicture: 'Imagen del código',
    codePictureLost: 'La imagen no se puede cargar ahora. Anote el código.',
  },
};
