import type { ReturnTexts } from '../catalogue.ts';
import { plural } from '../plural.ts';

export const returning: ReturnTexts = {
  link: '有代码？查看回复',
  toForm: '没有代码？写给我们',
  title: '查看回复',
  code: '您的代码',
  codeHint: '请输入 10 组数字，或者 12 个词。空格和换行都没有关系。',
  codeKept: '您的代码不会被发送，也不会被保存。用它打开的内容只在您离开之前留在本页。',
  open: '打开',
  noScript:
    '要在这台设备上打开回复，本页需要 JavaScript。这个浏览器里它是关闭的。请换一个浏览器。会用命令行的人也可以使用“amparo”程序。',

  reportTitle: '您的报告',
  answersTitle: '回复',
  lookAgain: '再看一次',
  lookBack: '再往前查看',

  writeTitle: '再写一次',
  writeHint: '阅读的人会看出这是最初写的那个人写的。他们仍然看不出您是谁。',
  message: '您要写的内容',
  readersAgain: '您上次排除了谁，哪里都没有保存。请重新选择。',
  sent: '您写的内容已经锁好并保存。您可以再写，也可以离开本页。',

  checkTitle: '检查保存的回执',
  checkHint: '文件只在这个设备上读取，不会被发送。检查时不需要代码。',
  checkFile: '回执文件',

  closeTitle: '永久关闭',
  closeHint: '所有回复都会从服务器上删除，也不会再有新的回复。您发送过的内容仍在机构那里。这个操作不能撤回。',
  closeTick: '我明白回复会被删除。',
  closedTitle: '已经关闭',
  closed: '回复已经删除，也不会再有新的回复。您现在可以离开本页。',

  emptiedTitle: '本页已经清空',
  emptied: '十分钟内没有人在这里输入或触碰。',
  enterAgain: '重新输入代码',

  script: {
    opening: '正在打开…',
    looking: '正在查看有没有回复…',
    closing: '正在关闭…',
    reading: '正在读取公开日志：{share}',

    codeMissing: '请先输入您的代码。',
    groupCount: plural({ other: '现在有 {count} 组，需要 {expected} 组。' }),
    wordCount: plural({ other: '现在有 {count} 个词，需要 {expected} 个。' }),
    groupShort: '少了一个数字：每组有五个。',
    groupsWrong: plural({ other: '请再看一下第 {places} 组。' }),
    wordsWrong: plural({ other: '第 {places} 个词不在词表里。' }),
    notTogether: '有些地方对不上。请把全部内容和您记下的对照一遍。',
    suspects: plural({ other: '有些地方对不上，请先看第 {places} 个词。' }),

    stored: '我们收到了您发送的内容：{days}。',
    shown: '公开日志里能看到它。没有人能悄悄把它拿走。',
    notShown: '公开日志里还看不到它。最晚可能要到发送后的第二天。',
    notInNewest: '公开日志最新的部分里看不到它。请再往前查看。',
    olderUnread: '公开日志更早的部分没有读取。',
    unchecked: '现在无法核对公开日志。',
    opened: '{name} 已经打开：{day}。',
    notOpened: '还没有人打开它。',
    answered: '有回复。',
    notAnswered: '还没有回复。',
    whatIsOwed: '欧盟的法律规定：7 天之内会告诉您报告已经收到，3 个月之内会告诉您做了什么。请过些时候再来看一次。',

    missing: '缺少 {name} 的一个回复。可能是服务器扣下了它。请用别的方式告诉机构。',
    missingOrExpired:
      '缺少 {name} 的一个回复。您第一次写来是在一年多以前吗？如果是，可能是服务器已经删除了它：回复只保存一年。如果不是，可能是服务器扣下了它。请用别的方式告诉机构。',
    unknownReviewer: '有一个回复没有显示：签名的人不在阅读者名单上。可能是有人编造的。请用别的方式告诉机构。',
    otherCase: '有一个回复没有显示：它不是为您上锁的。可能是有人放到这里的。请用别的方式告诉机构。',
    damaged: '有一个回复没有显示：它已损坏，或者被人改动过。请用别的方式告诉机构。',

    receiptFirst: '请先选择回执文件。',
    receiptUnreadable: '这个文件不是回执。',
    receiptForeign: '这份回执什么也证明不了：它没有这个机构日志的签名。可能是有人编造或改动过。',
    receiptNoLog: '这个机构没有公开日志，所以无法检查。',
    receiptReal: '回执是真的。服务器收到了您发送的内容：{day}。',
    receiptAbsent: '公开日志里看不到它，但应该能看到。可能是有人把它拿走了。请保存好回执，并用别的方式告诉机构。',

    messageMissing: '请先在“您要写的内容”里写一点内容。',
    tickFirst: '如果要关闭，请先在方框里打勾。',
  },
};
