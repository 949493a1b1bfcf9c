import type { TemplateTexts } from './texts.ts';

export const zhHans: TemplateTexts = {
  acknowledgement:
    '我们已收到您在 {received} 发来的内容，正在阅读。我们不能保证结果。到 {feedbackBy} 之前，您应该能在这里看到我们做了什么。您可以随时用同一个代码补充内容，也可以不补充。',
  question:
    '我们读了您发来的内容。有一件事能帮助我们理解：\n\n{question}\n\n只有在对您安全时才回答。您可以不回答。请不要去寻找证据：那可能有危险。',
  feedback:
    '关于您在 {received} 发来的内容，已经做了以下事情：\n\n{done}\n\n为了不让任何人陷入危险，我们在这里不写更多。您可以用同一个代码再写给我们。',
  referral:
    '{organisation} 也许能帮忙。没有您的同意，我们不会转交任何内容。如果您同意，请在这里写明，并写出哪些内容我们不能转交。如果您不回答，我们不会转交任何内容。',
  closing:
    '我们将结束处理您在 {received} 发来的内容。原因：\n\n{reason}\n\n谢谢您告诉我们。如果情况有变化，或者您认为我们错了，可以用同一个代码再写给我们。',
  safety:
    '您的安全最重要。如果您现在有危险，并且能安全地打电话，请拨打 {emergency}。我们不能到您那里去。请只在别人不会查看的设备上读和写。如果收集证据会让您或别人有危险，请不要收集。',
};
