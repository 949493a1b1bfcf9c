import type { PageTexts } from '../catalogue.ts';

export const page: PageTexts = {
  title: 'Escreva para nós',
  exit: 'Sair desta página',
  exitHint:
    '“Sair desta página” abre, no lugar dela, uma página com a previsão do tempo. Também pode pressionar três vezes a tecla Shift (⇧).',
  languages: 'Línguas',
  unreviewed: 'Este texto ainda não foi revisto por uma pessoa de língua materna portuguesa.',
  demo: 'DEMONSTRAÇÃO. Não escreva aqui nada de real: as chaves desta página não são seguras.',

  heading: 'Conte-nos o que aconteceu',
  intro:
    'Aqui pode contar a {office} o que sabe sobre pessoas exploradas e sobre agentes do Estado que ajudam nisso ou fecham os olhos. Não é preciso revelar a sua identidade.',
  howTitle: 'O que acontece com o que escreve',
  howSealed:
    'O que escreve é trancado neste aparelho, antes de ser enviado. O servidor que guarda tudo não consegue abrir nada.',
  howReaders: 'Só estas pessoas podem abrir o que escreve. Mais adiante, pode escolher quais delas não devem abrir.',
  howNext:
    'Elas leem num aparelho que nunca se liga à internet, normalmente dentro de sete dias. São elas que decidem o que se pode fazer.',
  howNot:
    'Isto não é um serviço de emergência. Ninguém lê imediatamente, e ninguém pode prometer o que vai resultar daqui.',
  safeTitle: 'Para a sua segurança',
  safeDevice: 'Não use um telefone ou computador que outra pessoa vigie, ou que seja do seu trabalho.',
  safeTor:
    'A empresa que lhe fornece a internet, ou quem é dono do Wi-Fi, pode ver que visitou este endereço. O Navegador Tor esconde isso.',
  safeWho: 'Não escreva o seu nome, nem o de pessoas que lhe deram ajuda, a não ser que queira que nós saibamos.',
  safeDetail: 'Pense antes de escrever algo que mais ninguém pode saber: isso pode mostrar quem escreveu.',
  safeKeep:
    'Esta página não guarda nada no seu aparelho. Para avançar ou voltar, use os botões da página. Se fechar a página ou usar o botão de voltar do navegador, o que escreveu perde-se.',
  contact: 'Outra forma de falar com este serviço: {contact}',

  dangerTitle: 'Alguém está em perigo agora?',
  dangerHelp:
    'Se puder fazer isso em segurança, peça ajuda no lugar onde está. Podemos ler isto tarde demais para ajudar.',
  emergencyTitle: 'Números de emergência',

  start: 'Começar',
  back: 'Voltar',
  next: 'Continuar',
  toSending: 'Ir para o envio',
  everythingOptional: 'Pode deixar isto em branco.',
  starting: 'Este formulário ainda não está pronto. Se isso não mudar dentro de um minuto, recarregue a página.',

  storyTitle: 'O que aconteceu?',
  storyHint:
    'Escreva tanto ou tão pouco quanto quiser, em qualquer língua. Por exemplo: o que viu, onde e quando, e quem.',
  voiceTitle: 'Falar em vez de escrever',
  voiceHint:
    'Aqui pode gravar a sua voz. A gravação é trancada e enviada como um arquivo. Quem conhece a sua voz pode reconhecer que é a sua.',
  voiceStart: 'Gravar',
  voiceStop: 'Parar',
  voiceAgain: 'Gravar de novo',
  voiceDisguise: 'Mudar a minha voz de modo que não se possa voltar à original',
  voiceDisguiseHint: 'As palavras não mudam. A sua maneira de falar, o seu sotaque e os sons à volta também não mudam.',
  voiceUse: 'Adicionar esta gravação',

  evidenceTitle: 'Fotos, vídeos, documentos',
  evidenceHint:
    'Adicione o que tiver, se não for perigoso ter isso. Os arquivos (ficheiros) são trancados neste aparelho e enviados enquanto continua a escrever.',
  evidenceChoose: 'Escolher arquivos (ficheiros)',
  evidenceCleaning:
    'As fotos e os vídeos dizem muitas vezes onde e quando foram feitos, e com que aparelho. Isso é retirado, e a imagem fica como está. Também pode enviar o original, se for preciso como prova.',
  evidenceNot:
    'Os documentos, como PDF ou Word, não são limpos. Muitas vezes trazem dentro o nome de quem os escreveu. Se puder, em vez disso envie uma foto da página.',
  evidenceOnly: 'Pense em quem mais tem a mesma foto ou o mesmo documento. Isso pode mostrar quem enviou.',
  uploadTitle: 'Envio de arquivos (ficheiros)',
  uploadPause: 'Pausar',
  uploadResume: 'Continuar',

  readersTitle: 'Quem não deve ler?',
  readersHint:
    'Estas pessoas podem abrir o que escreve. Se não confia em alguma delas, marque o quadrado. Ninguém pode ver que marcou, nem mesmo essa pessoa. Pelo menos uma tem de ficar sem marca.',
  fingerprintTitle: 'Número de verificação deste serviço',
  fingerprintHint: 'Se tem este número num cartaz ou num cartão, compare. Se for diferente, não escreva aqui.',

  reviewTitle: 'Veja tudo outra vez e depois envie',
  reviewHint: 'O que escreveu não é enviado antes de pressionar o botão. Ainda pode mudar tudo.',
  identifyTitle: 'Alguma coisa aqui pode mostrar a sua identidade?',
  identifyName: 'O seu nome, o seu telefone ou o seu endereço, ou os de pessoas próximas.',
  identifyDetail: 'Algo que mais ninguém, ou muito pouca gente, pode saber.',
  identifyDocument: 'Um documento que mais ninguém, ou muito pouca gente, viu.',
  identifyVoice: 'A sua voz, ou o seu rosto numa imagem.',
  send: 'Trancar e enviar',

  receivedTitle: 'Recebemos',
  receivedKept: 'O que escreveu está trancado e guardado. Foi apagado desta página.',
  receivedNext: 'As pessoas que escolheu vão abrir, normalmente dentro de sete dias.',
  receivedIdHint:
    'Não é preciso guardar este número. Ele não abre nada. Se disser o número a este serviço, será possível encontrar o seu relato.',
  receivedLeave: 'Já pode fechar esta página.',

  problemTitle: 'Não funcionou',
  tryAgain: 'Tentar de novo',
  problemKept: 'O que escreveu ainda está aqui.',

  noScriptTitle: 'Sem JavaScript',
  noScript:
    'Esta página precisa do JavaScript para trancar, neste aparelho, o que escreve. Neste navegador ele está desligado.',
  noScriptTor:
    'No Navegador Tor, abra o menu do escudo, escolha o nível “Padrão” ou “Intermediário” (em algumas versões, “Predefinido” ou “Mais Segura”) e recarregue a página. Nos dois níveis, o que escreve é trancado no seu aparelho.',
  offlineTitle: 'Escrever sem internet',
  offlineHint:
    'Guarde esta página num aparelho em que confia e abra a página lá. Ela funciona sem internet e faz, com o que escreve, um só arquivo (ficheiro) trancado. Pode enviar esse arquivo aqui, ou dá-lo a alguém que o envie.',
  offlineDownload: 'Guardar a página para escrever sem internet',
  offlineCheck:
    'Quem sabe como se faz pode verificar que a página guardada é verdadeira: ela foi assinada por este serviço.',
  deliverTitle: 'Enviar um arquivo (ficheiro) trancado',
  deliverHint:
    'O nome do arquivo termina em .amparo. Ele continua trancado durante todo o caminho. Só as pessoas acima podem abri-lo.',
  deliverChoose: 'Arquivo trancado',
  deliver: 'Enviar o arquivo',
  deliveredTitle: 'Recebemos o arquivo',
  deliveredNext: 'Está guardado, e continua trancado. Já pode apagá-lo do seu aparelho e fechar esta página.',
  notDeliveredTitle: 'Não foi possível receber o arquivo',
  notDelivered: {
    'not-a-parcel':
      'Este não é um arquivo trancado da página para escrever sem internet. Escolha o arquivo que termina em .amparo.',
    damaged: 'O arquivo está estragado. Copie de novo a partir do lugar onde foi feito, ou faça outra vez.',
    unstamped: 'O arquivo não estava terminado quando foi guardado. Faça outra vez.',
    incomplete: 'A internet caiu antes de o arquivo chegar inteiro. Envie outra vez.',
    'too-large': 'O arquivo é maior do que se pode receber aqui. Faça outra vez com menos arquivos dentro.',
    'no-room':
      'O servidor não tem espaço agora para tantos arquivos. Tente de novo amanhã, ou faça outra vez com menos arquivos dentro.',
    busy: 'O servidor não pode receber neste momento. Tente de novo daqui a alguns minutos.',
  },
  tryDeliverAgain: 'Voltar à primeira página',

  offlineNotice: 'Esta página funciona sem internet. Ela não envia nada.',
  offlineSave: 'Trancar e guardar',
  offlineSavedTitle: 'Está trancado',
  offlineSaved:
    'O arquivo com o nome {file} está guardado neste aparelho. Só as pessoas que escolheu podem abri-lo. Envie esse arquivo na página deste serviço, ou dê a alguém que o envie.',
  offlineSavedDelete: 'O que escreveu foi apagado desta página. Apague o arquivo depois de ter sido enviado.',
};
