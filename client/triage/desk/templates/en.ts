import type { TemplateTexts } from './texts.ts';

export const en: TemplateTexts = {
  acknowledgement:
    'We have received what you sent on {received}, and we are reading it. We cannot promise a result. By {feedbackBy} you should find word here of what was done. You can add something at any time with the same code. You do not have to.',
  question:
    'We have read what you sent. One thing would help us to understand it:\n\n{question}\n\nAnswer only if that is safe for you. You can leave it out. Please do not go looking for proof: that can be dangerous.',
  feedback:
    'This is what was done about what you sent on {received}:\n\n{done}\n\nWe do not write more here, so that nobody is put in danger. You can write to us again with the same code.',
  referral:
    '{organisation} may be able to help. We pass nothing on to them unless you say yes. If you agree, write it here, and write what we must leave out. If you do not answer, we pass nothing on.',
  closing:
    'We are closing what you sent on {received}. The reason:\n\n{reason}\n\nThank you for telling us. If something changes, or if you think that we are wrong, you can write to us again with the same code.',
  safety:
    'Your safety comes first. If you are in danger now, and if you can do it safely, call {emergency}. We cannot come to you. Read and write here only on a device that nobody else looks at. Do not collect proof if that puts you or others at risk.',
};
