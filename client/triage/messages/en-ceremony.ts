/** Keys and ceremony: what everybody needs, whichever step they take. The steps are in `en-ceremony-steps.ts`. */
export const ceremony = {
  entry: 'Keys and ceremony',
  title: 'Keys and ceremony',
  intro:
    'How an office makes its keys, keeps them and gives them up. Use the machine that never sees a network. What you open here ends when you leave the step; nothing leaves this page but the files that you save.',
  leave: 'Back to unlocking',
  back: 'All steps',
  begin: 'Begin',
  beginNamed: '{act}: {step}',
  when: 'When',
  who: 'Who must be there',
  todo: 'What to do',
  ifFails: 'If it fails',
  working: 'Working. This takes a few seconds, on purpose.',
  idle: 'Nobody touched this page for a while, so the step was closed. What was not saved is gone: take the step again.',
  unsaved: {
    title: 'Not everything is saved',
    hint: 'A file that was made here is not saved yet. Without it, take the step again from its beginning.',
    stay: 'Stay and save it',
    leave: 'Leave without it',
  },
  passphrase: {
    of: 'Pass phrase of this file',
    fresh: 'New pass phrase',
    freshHint: 'At least 12 characters: four or more random words. Nobody can find it again for you.',
    again: 'The same again',
    suggest: 'Make one for me',
    suggested: 'Write these words down on paper before you go on, then keep the paper apart from the file:',
    show: 'Show what I type',
    short: 'Use at least 12 characters.',
    differs: 'The two pass phrases are not the same.',
  },
  file: {
    chosen: 'Chosen: {name}',
    save: 'Save {name}',
    saved: 'Given to the browser to save as {name}. See that it is among your downloads, then move it to its place.',
    waiting: 'Not saved yet',
  },
  number: {
    digits: 'Number',
    digitsHint: 'This is what stands on posters and cards.',
    words: 'The same, to read out',
    wordsHint: 'These words are public. One reads them out, the other follows on their own screen or paper.',
  },
  slip: {
    count: 'There must be {expected} words; {given} were typed.',
    places: 'No list has the words at these places: {places}. Compare them with the paper.',
    together: 'Each word could be right, but not all of them together. Compare them all with the paper.',
    suspects: 'Each word could be right, but not all of them together. Look first at these places: {places}.',
  },
  languages: {
    en: 'English',
    es: 'Spanish',
    fr: 'French',
    pt: 'Portuguese',
    zh: 'Chinese',
  },
} as const;

/** Why a step did not work, beside the failures that other work has too. */
export const ceremonyFailures = {
  'key-of-reviewer': 'This is the key file of a reviewer. Choose the charter key: the file charter.key of the office.',
  'key-is-charter': 'This is the charter key of the office. Choose the key file of a reviewer.',
  'file-of-no-office': 'This is no file of an office. Choose the files that the step names.',
  'file-without-number':
    'This file names no key. Choose a key file, a public file (.pub.json) or the directory.json of the office.',
  'draft-missing': 'The draft is missing. Choose roster.json from the folder of the office as well.',
  'file-twice': 'Two drafts, or two signed rosters, were chosen. Choose one of each.',
  'charter-of-another':
    'The roster that was signed last is of another charter key. Choose the charter key of this office, or ask who changed it.',
  'reviewers-few':
    'More reviewers must open a report together than are on the draft. Add reviewers, or lower the number.',
  'no-epoch-key':
    'No reviewer on the draft has a key for this month. Choose their public files as well, or let them take the step for a new month.',
  'epoch-key-conflict': 'A reviewer has two different keys for one month. Ask them for their newest public file.',
  'epoch-key-invalid': 'The public file of a reviewer is not well-formed. Ask them to make it again.',
  'roster-expired': 'The roster has expired by the date of this machine. Check the date, then try again.',
} as const;
