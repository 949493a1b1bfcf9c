import type { ReturnTexts } from '../catalogue.ts';
import { plural } from '../plural.ts';

export const returning: ReturnTexts = {
  link: 'Tem um código? Leia a resposta',
  toForm: 'Não tem código? Escreva-nos',
  title: 'Ler a resposta',
  code: 'O seu código',
  codeHint: 'Escreva os 10 grupos de números ou as 12 palavras. Os espaços e as linhas não importam.',
  codeKept: 'O seu código não é enviado nem guardado. O que ele abre fica nesta página só até sair dela.',
  open: 'Abrir',
  noScript:
    'Esta página precisa do JavaScript para abrir respostas neste aparelho. Neste navegador ele está desligado. Use outro navegador. Quem souber também pode usar o programa “amparo” na linha de comandos.',

  reportTitle: 'A sua denúncia',
  answersTitle: 'Respostas',
  lookAgain: 'Ver de novo',
  lookBack: 'Ver mais para trás',

  writeTitle: 'Escrever de novo',
  writeHint: 'Vão ver que vem da pessoa que escreveu primeiro. Continuam a não ver quem é essa pessoa.',
  message: 'A sua mensagem',
  readersAgain: 'Ninguém guardou quem excluiu da primeira vez. Por favor, escolha de novo.',
  sent: 'A sua mensagem está trancada e guardada. Pode escrever outra, ou sair desta página.',

  checkTitle: 'Verificar um recibo guardado',
  checkHint: 'O ficheiro é lido neste aparelho e não é enviado. Para isto não precisa de código.',
  checkFile: 'Ficheiro do recibo',

  closeTitle: 'Fechar para sempre',
  closeHint:
    'Todas as respostas são apagadas do servidor, e já não podem chegar outras. O que enviou fica com o serviço. Não é possível voltar atrás.',
  closeTick: 'Compreendo que as respostas serão apagadas.',
  closedTitle: 'Está fechado',
  closed: 'As respostas foram apagadas, e já não podem chegar outras. Já pode sair desta página.',

  emptiedTitle: 'Esta página foi esvaziada',
  emptied: 'Durante dez minutos, nada foi escrito nem tocado aqui.',
  enterAgain: 'Escrever o código de novo',

  script: {
    opening: 'A abrir…',
    looking: 'À procura de respostas…',
    closing: 'A fechar…',
    reading: 'A ler o registo público: {share}',

    codeMissing: 'Primeiro escreva o seu código.',
    groupCount: plural({
      one: 'Há {count} grupo; são precisos {expected}.',
      many: 'Há {count} de grupos; são precisos {expected}.',
      other: 'Há {count} grupos; são precisos {expected}.',
    }),
    wordCount: plural({
      one: 'Há {count} palavra; são precisas {expected}.',
      many: 'Há {count} de palavras; são precisas {expected}.',
      other: 'Há {count} palavras; são precisas {expected}.',
    }),
    groupShort: 'Falta um número: cada grupo tem cinco.',
    groupsWrong: plural({
      one: 'Veja de novo o grupo {places}.',
      many: 'Veja de novo os grupos {places}.',
      other: 'Veja de novo os grupos {places}.',
    }),
    wordsWrong: plural({
      one: 'A palavra {places} não é uma das palavras possíveis.',
      many: 'As palavras {places} não estão entre as palavras possíveis.',
      other: 'As palavras {places} não estão entre as palavras possíveis.',
    }),
    notTogether: 'Alguma coisa não bate certo. Compare tudo com o que anotou.',
    suspects: plural({
      one: 'Alguma coisa não bate certo; veja primeiro a palavra {places}.',
      many: 'Alguma coisa não bate certo; veja primeiro as palavras {places}.',
      other: 'Alguma coisa não bate certo; veja primeiro as palavras {places}.',
    }),

    stored: 'Temos o que enviou: {days}.',
    shown: 'O registo público mostra-o. Ninguém o pode tirar sem que se veja.',
    notShown: 'O registo público ainda não o mostra. Pode demorar até ao dia depois do envio.',
    notInNewest: 'A parte mais recente do registo público não o mostra. Veja mais para trás.',
    olderUnread: 'As partes mais antigas do registo público não foram lidas.',
    unchecked: 'Agora não foi possível verificar o registo público.',
    opened: '{name} já abriu: {day}.',
    notOpened: 'Ainda ninguém abriu.',
    answered: 'Há uma resposta.',
    notAnswered: 'Ainda não há resposta.',
    whatIsOwed:
      'Na União Europeia a lei diz: em 7 dias confirmam-lhe que a sua denúncia chegou, e em 3 meses dizem-lhe o que foi feito. Volte mais tarde e veja de novo.',

    missing: 'Falta uma resposta de {name}. Talvez o servidor a retenha. Avise este serviço por outro meio.',
    missingOrExpired:
      'Falta uma resposta de {name}. Escreveu pela primeira vez há mais de um ano? Então talvez o servidor a tenha apagado: guarda as respostas durante um ano. Se não, talvez o servidor a retenha. Avise este serviço por outro meio.',
    unknownReviewer:
      'Uma resposta não é mostrada: ninguém da lista de leitores a assinou. Talvez alguém a tenha inventado. Avise este serviço por outro meio.',
    otherCase:
      'Uma resposta não é mostrada: não foi trancada para si. Talvez alguém a tenha posto aqui. Avise este serviço por outro meio.',
    damaged: 'Uma resposta não é mostrada: está danificada, ou alguém a mudou. Avise este serviço por outro meio.',

    receiptFirst: 'Primeiro escolha o ficheiro de um recibo.',
    receiptUnreadable: 'Este ficheiro não é um recibo.',
    receiptForeign:
      'Este recibo não prova nada: não foi assinado pelo registo deste serviço. Talvez alguém o tenha inventado ou mudado.',
    receiptNoLog: 'Este serviço não tem registo público. Por isso não se pode verificar nada.',
    receiptReal: 'O recibo é verdadeiro. O servidor recebeu o que enviou: {day}.',
    receiptAbsent:
      'O registo público não o mostra, mas devia mostrar. Talvez alguém o tenha tirado. Guarde o recibo e avise este serviço por outro meio.',

    messageMissing: 'Primeiro escreva algo em “A sua mensagem”.',
    tickFirst: 'Se quer fechar, marque primeiro o quadrado.',
  },
};
