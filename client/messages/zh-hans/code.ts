import type { CodeTexts } from '../catalogue.ts';

/** The code by which a reporter comes back, shown once after sending. */
export const code: CodeTexts = {
  title: '您的代码',
  why: '凭这个代码，您可以回来阅读机构的回复。没有别的办法可以读到。',
  once: '它只在现在显示。没有人能再给您一次，机构也不能。',
  holder: '谁有这个代码，谁就能阅读回复。不要告诉任何人，也不要告诉机构。',
  paper: '请写在纸上，不要存在这个设备上。把纸放在别人找不到的地方。',
  silent: '代码不会透露它的用途。请不要在旁边写明用途。',
  digits: '十组数字',
  wordsName: '十二个字',
  words: '您也可以改为抄下这 12 个字。它们是同一个代码。',
  print: '打印',
  printHint: '只在别人看不到打印内容的地方打印。',
  picture: '显示为图片',
  pictureHint: '图片是为了让您用另一部安全的手机拍下来。',
  written: '我已经抄下来了',
  checkTitle: '您纸上写的对吗？',
  checkHint: '请照着您的纸，输入这两个部分。',
  check: '检查',
  again: '再次显示代码',
  skip: '我已经保存好了',
  keptTitle: '请保管好您的代码',
  right: '您输入的是正确的。',
  kept: '代码现在已从本页消失，不能再次显示。',
  receipt: '您可以保存一份回执。它证明服务器已经收到您发送的内容。凭代码可以再次取得，所以不必把它留在这个设备上。',
  receiptSave: '保存回执',
  /** What the script says. */
  script: {
    codeGroup: '第 {number} 组',
    codeWord: '第 {number} 个字',
    codeWrong: '{place}：与显示的不一样。请再看一遍代码。',
    codePicture: '代码的图片',
    codePictureLost: '图片现在无法加载。请把代码抄下来。',
  },
};
