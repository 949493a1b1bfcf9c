import type { TemplateTexts } from './texts.ts';

export const fil: TemplateTexts = {
  acknowledgement:
    'Natanggap namin ang ipinadala mo noong {received}, at binabasa namin ito. Hindi kami makapangangako ng resulta. Hanggang {feedbackBy}, dapat may makita ka rito kung ano ang ginawa. Maaari kang magdagdag anumang oras gamit ang parehong code. Hindi mo kailangang gawin ito.',
  question:
    'Nabasa namin ang ipinadala mo. May isang bagay na makatutulong sa amin na maintindihan ito:\n\n{question}\n\nSumagot lang kung ligtas ito para sa iyo. Maaaring hindi ka sumagot. Huwag kang maghanap ng ebidensya: maaaring mapanganib iyon.',
  feedback:
    'Ito ang ginawa tungkol sa ipinadala mo noong {received}:\n\n{done}\n\nHindi na kami magsusulat ng higit pa rito, para walang malagay sa panganib. Maaari kang sumulat muli sa amin gamit ang parehong code.',
  referral:
    'Maaaring makatulong ang {organisation}. Wala kaming ipapasa sa kanila kung hindi ka papayag. Kung payag ka, isulat mo rito, at isulat mo kung ano ang hindi namin dapat isama. Kung hindi ka sasagot, wala kaming ipapasa.',
  closing:
    'Isinasara namin ang ipinadala mo noong {received}. Ang dahilan:\n\n{reason}\n\nSalamat sa pagsabi sa amin. Kung may magbago, o kung sa tingin mo ay mali kami, maaari kang sumulat muli gamit ang parehong code.',
  safety:
    'Una ang kaligtasan mo. Kung nasa panganib ka ngayon, at kung ligtas itong gawin, tumawag sa {emergency}. Hindi kami makapupunta sa iyo. Magbasa at sumulat dito sa device lang na walang ibang tumitingin. Huwag mangolekta ng ebidensya kung malalagay ka o ang iba sa panganib.',
};
