import type { CodeTexts } from '../catalogue.ts';

/** The code by which a reporter comes back, shown once after sending. */
export const code: CodeTexts = {
  title: 'O seu código',
  why: 'Com este código pode voltar e ler o que o serviço responder. Não há outra forma de ler a resposta.',
  once: 'Só é mostrado agora. Ninguém o pode dar outra vez, nem mesmo o serviço.',
  holder: 'Quem o tiver pode ler as respostas. Não o diga a ninguém, nem mesmo ao serviço.',
  paper: 'Escreva-o em papel, não neste aparelho. Guarde o papel onde mais ninguém o encontre.',
  silent: 'O código não diz para que serve. Não escreva isso ao lado dele.',
  digits: 'Dez grupos de algarismos',
  wordsName: 'Doze palavras',
  words: 'Em vez disso, pode anotar estas 12 palavras. São o mesmo código.',
  print: 'Imprimir',
  printHint: 'Imprima apenas onde mais ninguém veja o que imprime.',
  picture: 'Mostrar como imagem',
  pictureHint: 'A imagem serve para tirar uma foto com outro telefone que seja seguro.',
  written: 'Já anotei',
  checkTitle: 'Está certo no seu papel?',
  checkHint: 'Escreva aqui estas duas partes do seu papel.',
  check: 'Verificar',
  again: 'Mostrar o código outra vez',
  skip: 'Já o guardei',
  keptTitle: 'Guarde bem o seu código',
  right: 'O que escreveu está certo.',
  kept: 'O código já não está nesta página. Não pode ser mostrado outra vez.',
  receipt:
    'Pode guardar um recibo. Ele prova que o servidor recebeu o que enviou. Pode obtê-lo outra vez com o seu código, por isso não é preciso guardá-lo neste aparelho.',
  receiptSave: 'Guardar o recibo',
  /** What the script says. */
  script: {
    codeGroup: 'Grupo {number}',
    codeWord: 'Palavra {number}',
    codeWrong: '{place}: não é o que foi mostrado. Veja o código outra vez.',
    codePicture: 'Imagem do código',
    codePictureLost: 'Não é possível carregar a imagem agora. Anote o código.',
  },
};
