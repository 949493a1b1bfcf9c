import type { ScriptTexts } from '../catalogue.ts';
import { plural } from '../plural.ts';

export const script: ScriptTexts = {
  preparing: 'A página está quase pronta para trancar o que escreve. Já pode começar.',
  ready: 'Tudo pronto para enviar.',
  readyToSave: 'Tudo pronto para trancar.',
  saving: 'Um momento: o arquivo vai ser guardado…',
  step: 'Passo {step} de {steps}',
  sealing: 'Um momento: o que escreveu vai ser trancado, neste aparelho…',
  working:
    'O seu aparelho faz um trabalho que impede a entrada de mensagens feitas por máquinas. Pode demorar um minuto.',
  sending: 'Envio em curso…',
  waiting: 'A internet está lenta ou caiu. Nova tentativa…',
  finishing: 'O resto dos seus arquivos está a caminho. Pode esperar aqui.',
  storyLeft: plural({
    one: 'Resta {count} caractere',
    many: 'Restam {count} de caracteres',
    other: 'Restam {count} caracteres',
  }),
  languageKept: 'Esta página está agora noutra língua. O que escreveu ainda está aqui.',
  languageLost: 'Agora não é possível abrir a outra língua. Tente de novo.',
  receivedId: 'Número do seu relato: {id}',

  readerExclude: 'não deve ler isto',
  readerReads: 'Lê: {languages}',
  readerNoKey: 'não pode ler relatos este mês',
  readersTogether: plural({
    one: '{count} destas pessoas abre o seu relato.',
    many: '{count} destas pessoas têm de abrir o seu relato em conjunto. Ninguém o pode ler sozinho.',
    other: '{count} destas pessoas têm de abrir o seu relato em conjunto. Ninguém o pode ler sozinho.',
  }),

  chooseCountry: 'Escolha um país',
  remove: 'Retirar',
  removeNamed: 'Retirar {name}',
  removed: 'Retirado: {name}',
  change: 'Mudar',
  changeNamed: 'Mudar: {name}',
  nothingAnswered: 'Deixou isto em branco.',
  notThese: 'Não é para: {names}',
  everybody: 'Todas as pessoas da lista podem ler.',

  voiceRecording: 'Gravação em curso: {time}',
  voiceRecorded: 'Gravado: {time}. Ouça antes de adicionar.',
  voiceChanging: 'Mudança da voz: {percent}',
  voiceChanged: 'A voz já foi mudada. Ouça antes de adicionar.',
  voiceAdded: 'A gravação foi adicionada.',
  voiceName: 'Gravação {number}',
  voiceDenied: 'Este navegador não deixa a página usar o microfone.',
  voiceMissing: 'Não foi encontrado nenhum microfone.',
  voiceFailed: 'A gravação não funcionou. Pode escrever em vez de gravar, ou adicionar um arquivo.',

  files: plural({
    one: '{count} arquivo, {size}',
    many: '{count} de arquivos, {size}',
    other: '{count} arquivos, {size}',
  }),
  fileChecking: 'Um momento: vamos ver o que ele traz dentro…',
  fileClean: 'Não foi encontrado nada nele que diga onde, quando ou por quem foi feito.',
  fileNotCleaned: 'Este tipo de arquivo não é limpo. Pode trazer dentro um nome, um lugar ou uma hora.',
  fileUnclear: 'Não foi possível ler este arquivo por inteiro. Pode trazer dentro um nome, um lugar ou uma hora.',
  fileFound: 'Este arquivo diz mais do que mostra:',
  findings: {
    location: 'onde foi feito',
    time: 'quando foi feito ou mudado',
    device: 'com que aparelho foi feito',
    person: 'um nome',
    software: 'com que programa foi feito',
    text: 'um texto que não está na imagem',
    preview: 'uma cópia pequena da imagem, talvez de antes de ser mudada',
    video: 'um pequeno vídeo por trás da foto',
    hidden: 'outros dados escondidos',
  },
  fileSend: 'O que deve ser enviado?',
  fileSendCleaned: 'O arquivo sem isso',
  fileSendOriginal: 'O original, com tudo isso',
  fileSendBoth: 'Os dois',
  fileNote: 'O que é? (pode deixar em branco)',
  originalName: 'Arquivo original – {name}',

  uploadIdle: 'Os arquivos são enviados quando continuar.',
  uploading: 'Já enviado: {percent} dos seus arquivos',
  uploadLeft: 'Já enviado: {percent} dos seus arquivos. Tempo que falta: {time}',
  uploadPaused: 'Em pausa. Já enviado: {percent} dos seus arquivos.',
  uploadWaiting: 'A internet está lenta ou caiu. Nova tentativa… Já enviado: {percent} dos seus arquivos.',
  uploadFull: 'O servidor não tem espaço agora. Nova tentativa… Também pode retirar arquivos e enviar sem eles.',
  uploadDone: 'Todos os seus arquivos foram enviados. Farão parte do seu relato quando o enviar.',
  lessThanMinute: 'menos de um minuto',

  fileEmpty: '{name}: este arquivo está vazio. Não foi adicionado.',
  fileVanished: '{name}: já não é possível ler este arquivo. Retire-o, ou escolha-o de novo.',
  fileChanged: '{name}: este arquivo mudou enquanto era enviado. Retire-o, ou escolha-o de novo.',
  fileTooLarge: '{name}: com este arquivo é demais. Podem ser enviados no máximo {size}.',
  filesTooMany: 'Podem ser enviados no máximo {count} arquivos. Os outros não foram adicionados.',

  failures: {
    'story-missing': 'Primeiro escreva algo em “O que aconteceu?”, ou adicione uma gravação.',
    'story-too-long': 'É longo demais para enviar de uma vez. Encurte, ou envie em duas partes.',
    'answers-too-long': 'Uma das suas respostas é longa demais. Encurte essa resposta.',
    'nobody-left': 'Pelo menos uma pessoa tem de poder ler. Desmarque um dos quadrados.',
    'too-few-left': 'Ficariam muito poucas pessoas para o abrir em conjunto. Desmarque um dos quadrados.',
    'readers-changed':
      'A lista das pessoas que podem ler mudou enquanto escrevia. O seu relato não foi enviado. Veja a lista outra vez e depois envie.',
    'files-unreadable': 'Já não é possível ler um dos seus arquivos. Retire-o, ou escolha-o de novo.',
    'save-failed': 'Não foi possível guardar o arquivo. Veja se há espaço neste aparelho e tente de novo.',
    offline: 'Não é possível chegar ao servidor. Veja se tem internet e tente de novo.',
    'server-busy': 'O servidor não pode receber neste momento. Tente de novo daqui a alguns minutos.',
    'server-full':
      'O servidor não tem espaço agora para os seus arquivos. Tente de novo mais tarde, ou retire arquivos e envie sem eles.',
    refused:
      'Esta página já não combina com o servidor. Recarregue a página. O que escreveu vai então desaparecer dela; por isso copie o texto antes, se isso for seguro.',
    'receipt-missing': 'O servidor recebeu o que escreveu, mas não deu prova de que o guarda. Envie outra vez.',
    'receipt-wrong':
      'O servidor recebeu o que escreveu, mas a prova que deu está errada. Envie outra vez. Se isto continuar, avise o serviço de outra forma.',
    'office-untrusted':
      'A lista de leitores não está assinada como deve ser. Talvez alguém a tenha mudado. Não escreva aqui, e avise este serviço por outro meio.',
    'office-expired':
      'A lista de leitores está fora do prazo, ou a data deste aparelho está errada. Verifique a data e recarregue a página. Se a data estiver certa, avise este serviço por outro meio.',
    insecure:
      'Esta página não chegou por uma conexão segura. Use o endereço que começa com https, ou o endereço onion.',
    unsupported: 'Este navegador é antigo demais para trancar o que escreve. Use um mais novo, ou o Navegador Tor.',
    unknown: 'Aconteceu um erro que não tínhamos previsto. Tente de novo, ou use outro navegador.',
  },
};
