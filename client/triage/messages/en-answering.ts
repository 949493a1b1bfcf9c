import { plural } from '../../messages/index.ts';

/** How a reporter is answered. */
export const answering = {
  title: 'Conversation',
  hint: 'All that was said in this case, by its reporter and by the office.',
  firstReport: 'First report',
  followUp: 'Follow-up',
  thisReport: 'This report',
  reply: 'Reply {number} of {name}',
  replyHidden: 'Only {name} and the reporter can read what it says.',
  waits: 'Waits to be sent',
  inBundle: 'In the bundle of {at}',
  acknowledges: 'Says that the report arrived',
  feedback: 'Says what was done',
  write: 'Write a reply',
  unacknowledged: 'Nobody has told the reporter yet that the report arrived.',
  bars: {
    'case-none': 'This report belongs to no case, so it cannot be answered.',
    'case-unusable': 'What this report says of its case is broken, so it cannot be answered.',
    'not-listed':
      'Your key is not on the office’s list of reviewers. The reporter’s page would not show what you write. Ask a colleague to answer.',
    'replies-full': 'You have written as many replies to this case as there can be. Ask a colleague to answer.',
  },
  unwished: 'The reporter asked not to be answered.',
  unwishedDespite: 'Write all the same',
  unwishedWhy: 'Do so only if silence would put somebody in danger.',
  safeDays: 'Safe days, by the report',
  safeDaysNone: 'The report names no safe days.',
  languages: 'Languages of the reporter',
  languagesNone: 'Not known',
  advice: 'Before you write',
  adviceList: [
    'Do not ask to meet, and do not ask where they are.',
    'Name nobody: no person, place or helper. Whoever they fear may read it over their shoulder.',
    'Do not tell back what only they can know.',
    'Ask only for what you need, and say that they need not answer. Never ask why they did not act.',
    'Do not send them looking for proof.',
    'Promise nothing that you cannot keep.',
  ],
  language: 'Language of the reply',
  languageOther: '{name} (not one that the reporter named)',
  template: 'Begin with a text',
  templateChoose: 'Choose a text',
  templateInsert: 'Insert',
  templateKinds: {
    acknowledgement: 'It arrived',
    question: 'A question',
    feedback: 'What was done',
    referral: 'Offer of help elsewhere',
    closing: 'Closing',
    safety: 'In danger',
  },
  templateOffice: '{kind}: {name}',
  templateDraft: '{kind} (draft)',
  templateDraftHint:
    'Texts marked as draft came with this page. No native speaker has read them yet: have somebody who speaks {language} read the reply before you seal it.',
  templateFallback: 'There is no text in {language}, so those offered are in English.',
  text: 'Reply',
  textHint: 'The reporter sees plain text. It is signed with your name and sealed to this case alone.',
  hidden: 'It holds characters that cannot be seen: {codes}. They came along when something was pasted. Take them out.',
  placesLeft: 'Still to fill in: {places}',
  charactersLeft: plural({ one: 'About {count} character left', other: 'About {count} characters left' }),
  tooLong: plural({
    one: 'Too long by about {count} character. Shorten it, or write the rest in a second reply.',
    other: 'Too long by about {count} characters. Shorten it, or write the rest in a second reply.',
  }),
  saysAcknowledges: 'It tells the reporter that the report arrived',
  saysFeedback: 'It tells the reporter what was done',
  saysHint: 'The dates that are owed to the reporter count by this.',
  preview: 'As the reporter will see it',
  previewEmpty: 'Nothing is written yet.',
  seal: 'Sign and seal reply {number}',
  sealed: 'Reply {number} is sealed, and waits in “To send”.',
  sealHint: 'Once sealed, it cannot be changed or taken back. It goes out with the next bundle.',
  draftKept: 'What you write is kept in your casebook until you seal or clear it.',
  clear: 'Clear',
} as const;

/** What goes out, and how. */
export const outbox = {
  open: 'To send',
  openCount: 'To send: {count}',
  title: 'To send',
  none: 'Nothing waits to be sent.',
  waiting: 'This waits to be sent:',
  replies: plural({ one: '{count} reply to a reporter', other: '{count} replies to reporters' }),
  marks: plural({
    one: '{count} report of which its reporter is told that it was opened',
    other: '{count} reports of which their reporters are told that they were opened',
  }),
  entries: plural({
    one: '{count} entry of the journal, for your colleagues',
    other: '{count} entries of the journal, for your colleagues',
  }),
  privates: plural({
    one: '{count} message for one colleague alone',
    other: '{count} messages, each for one colleague alone',
  }),
  unreachable: 'Not reached this time:',
  unreachableOne: '{name} has no key for this month in the list that you have. What is for them stays here.',
  unreachableLeft: 'Somebody who is no longer on the office’s list. What was for them alone stays here.',
  unreachableDo:
    'Ask them to renew their key, fetch a new bundle and open it here. The next bundle then takes along what they missed.',
  noLetters: 'Nothing for colleagues can go out now; it stays here. Replies to reporters go all the same.',
  noLettersWhy: {
    'office-unknown': 'No bundle has told yet who your colleagues are. Open one first.',
    'office-not-compared':
      'Nobody has compared the check number of the office yet. Do so under “About the office”: else what is for colleagues could be sealed to a stranger.',
    'roster-expired':
      'The office’s list of reviewers has expired. Open a new bundle, or check the date of this machine.',
    'no-epoch-key':
      'None of your colleagues has a key for this month or the last in the list that you have. Open a new bundle.',
    other: 'The office’s list of reviewers cannot be used as it is. Open a new bundle.',
  },
  saveFirst:
    'Your casebook is not saved. It is saved first, so that nothing goes out that your casebook does not know of.',
  make: 'Make the bundle to send',
  making: 'Sealing…',
  ready: plural({ one: 'The bundle is ready. Save its file:', other: 'The bundle is ready. Save its {count} files:' }),
  saveFile: 'Save {name}',
  fileSaved: 'Saved: {name}',
  carry:
    'Carry the file to the machine with a network and give it on the courier page, under “Deliver”. Delivering it twice does no harm.',
  written: 'What it holds no longer waits here. Save the casebook too, so that it knows.',
  saveCasebook: 'Save the casebook',
  made: 'Bundles made before',
  madeAt: 'Made on {at}',
  again: 'Make it again',
  againOf: 'Make it again: the bundle of {at}',
  againHint: 'If the last one was lost on the way, make it again. Whatever did arrive counts once.',
} as const;

export const answeringFailures = {
  'case-none': answering.bars['case-none'],
  'case-unusable': answering.bars['case-unusable'],
  'not-listed': answering.bars['not-listed'],
  'replies-full': answering.bars['replies-full'],
  'answer-unwished': 'The reporter asked not to be answered.',
  'reply-empty': 'Write something first.',
  'reply-places-left': 'Fill in what stands in braces first, or take it out.',
  'reply-too-long': 'The reply is too long. Shorten it, or write the rest in a second reply.',
  'reply-invalid':
    'The reply holds characters that are broken, or more than 10,000 of them. Take out what was pasted last, and try again.',
  'outbox-empty': 'Nothing waits to be sent.',
  'outbound-unwritten': 'The file could not be written whole. Save it again, perhaps in another place.',
} as const;
