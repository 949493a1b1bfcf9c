import { plural } from '../../messages/index.ts';

/** What reviewers do together: letters that several open, reports for whoever joined later, and who wrote what. */
export const team = {
  menu: 'Team',
  waiting: {
    menu: 'Letters for several reviewers',
    title: 'Letters that several reviewers open together',
    link: plural({ one: '{count} letter waits for shares', other: '{count} letters wait for shares' }),
    asksLink: plural({ one: '{count} ask for your share', other: '{count} asks for your share' }),
    none: 'No letter waits for shares.',
    hint: 'You hold one share of each. Ask your colleagues. When enough of them have released theirs to you, open the bundle that brings the shares, and the report opens by itself.',
    canAsk:
      'These colleagues are on the list: {names}. Some of them may not have the letter. Nobody can see who has it, so only those who have it can answer.',
    askAll: 'Ask for all of them',
    letter: 'Letter {id}',
    shares: plural({
      one: '{have} of {threshold} shares is here: {names}',
      other: '{have} of {threshold} shares are here: {names}',
    }),
    yours: 'yours',
    ask: 'Ask colleagues',
    asked: 'You asked on {at}. Colleagues see it once your next bundle has reached them: make it under “To send”.',
    asks: '{name} asks for your share, {at}',
    release: 'Release my share to {name}',
    releaseHint:
      'They showed that the letter is meant for them, too. You cannot take a share back, and with enough shares they read the report.',
    released: 'You released your share to {name} on {at}. It goes out with the next bundle: make it under “To send”.',
    isOpen: 'You have opened this one already.',
    read: 'Read the report',
    false:
      '{name} gave a share that does not belong to this letter. It counts for nothing. Ask {name} what happened, and tell whoever leads your office.',
    unfit: 'Enough shares are here, but the letter does not open: {why} Nobody who gave a share is to blame.',
    voice: 'By voice, without waiting for the server',
    code: 'Your code for this letter',
    codeHint: 'Read it out to a colleague whom you know by voice. It is good for you and this letter alone.',
    colleague: 'Colleague who calls',
    choose: 'Choose who calls',
    theirCode: 'The code that they read out',
    theirCodeHint:
      'Ten digits. If it is wrong, release nothing, whoever asks: the reporter may have kept the letter from them.',
    releaseByCode: 'Release my share',
  },
  title: 'Team',
  given: {
    title: 'Given to you',
    link: plural({ one: '{count} report was given to you', other: '{count} reports were given to you' }),
    from: plural({
      one: '{count} report from before you came was given to you by {name}. Open the earlier bundles again: it opens by itself.',
      other:
        '{count} reports from before you came were given to you by {name}. Open the earlier bundles again: they open by themselves.',
    }),
  },
  newcomers: {
    title: 'Reports from before a colleague came',
    hint: 'A reporter chooses who may not read a report. Whoever was on no list of reviewers when the report was sent cannot have been left out by choice, and may be given it. Nobody else may.',
    none: 'No colleague joined after reports that are here.',
    give: 'Give {name} the reports that came before them',
    open: plural({
      one: '{count} report came before {name} was on any list.',
      other: '{count} reports came before {name} was on any list.',
    }),
    given: plural({ one: '{count} was given to {name} already.', other: '{count} were given to {name} already.' }),
    naming: plural({
      one: '{count} is kept back: it names {name}.',
      other: '{count} are kept back: they name {name}.',
    }),
    recused: plural({
      one: '{count} is kept back: you are off it.',
      other: '{count} are kept back: you are off them.',
    }),
    refused:
      'Nothing here may be given to {name}: each reporter could have left {name} out, and nobody can see who did.',
    since: '{name} may have been on a list since {day}.',
    missing:
      'This page never saw list {lists} of the reviewers, which may have named {name}. Open bundles of that time to know more.',
    missingMany:
      'This page never saw lists {lists} of the reviewers, which may have named {name}. Open bundles of that time to know more.',
    range: '{first} to {last}',
    sent: plural({
      one: '{count} report is ready for {name}. It goes out with the next bundle: make it under “To send”.',
      other: '{count} reports are ready for {name}. They go out with the next bundle: make it under “To send”.',
    }),
  },
  chains: {
    title: 'What each of you wrote',
    hint: 'Each reviewer numbers and signs what they do, each entry naming the one before. So it shows when something is missing or was told twice.',
    none: 'Nobody wrote anything yet.',
    entries: plural({ one: '{count} entry, on {at}', other: '{count} entries, the last on {at}' }),
    whole: 'Nothing is missing.',
    left: 'On the list no more',
    gap: plural({
      one: 'Entry {numbers} is not here.',
      other: 'Entries {numbers} are not here.',
    }),
    gapHint: 'They may still be on their way, or somebody keeps them back. Ask {name} to send them once more.',
    fork: plural({
      one: 'Number {numbers} was given to two different entries.',
      other: 'Numbers {numbers} were each given to different entries.',
    }),
    forkHint:
      'Either {name} works with two copies of one casebook, or somebody tells different colleagues different stories. Ask {name} in person which one holds. Both count, and both are in the audit trail.',
    broken: plural({
      one: 'Entry {numbers} names another entry before it than the one that is here.',
      other: 'Entries {numbers} name other entries before them than those that are here.',
    }),
    brokenHint:
      'An entry is missing, or somebody put another in its place. Compare with a colleague: open each other’s files.',
    note: 'An entry exists twice',
  },
  doubts: {
    title: 'Not believed',
    unplaced: plural({
      one: '{count} statement is signed by somebody whom no list of reviewers names. It is kept and counts for nothing until a list names them.',
      other:
        '{count} statements are signed by people whom no list of reviewers names. They are kept and count for nothing until a list names them.',
    }),
    refused: plural({
      one: '{count} statement was refused: {why}.',
      other: '{count} statements were refused: {why}.',
    }),
    why: {
      'signature-invalid': 'the signature does not hold',
      'statement-malformed': 'not a statement',
      'statement-kind': 'a statement of another kind than it says',
      'journal-damaged': 'altered, or copied from another place',
      'journal-invalid': 'not well-formed',
      'release-invalid': 'not well-formed',
      'grant-invalid': 'not well-formed',
      other: 'not signed by anybody known, and too many of those are kept',
    },
    falseRelease: '{name} gave a false share of letter {id}.',
    falseGrant: '{name} gave a key that is not that of letter {id}.',
    falseHint: 'The statement that proves it stays in your casebook.',
  },
  trail: {
    open: 'Audit trail',
    title: 'Audit trail',
    hint: 'Everything that reviewers wrote down, the newest first. Each line is signed by its author.',
    who: 'Written by',
    everybody: 'Everybody',
    count: plural({ one: '{count} entry', other: '{count} entries' }),
    none: 'Nothing was written down.',
    entry: 'Number {number}',
    about: 'Report {id}',
    aboutSealed: 'A report that you cannot read',
    aboutOffice: 'The office',
    more: 'Show more',
    verify: 'Check all signatures',
    verifying: 'Checking…',
    verified: plural({
      one: 'The signature of {count} entry holds.',
      other: 'The signatures of all {count} entries hold.',
    }),
    verifiedBad: plural({
      one: '{count} entry does not hold: its signature is not that of its author, or it was altered. Tell whoever looks after this software.',
      other:
        '{count} entries do not hold: their signatures are not those of their authors, or they were altered. Tell whoever looks after this software.',
    }),
    bad: 'Does not hold',
    twin: 'This number exists twice',
    save: 'Save as signed text',
    saveOfReport: 'Save these entries as signed text',
    saveHint: 'One signed statement a line. What is said about reports stays sealed in it.',
  },
  asked: 'Asked colleagues for their shares',
  office: 'Changed what the office agreed on: {name}',
  officeNames: { 'sub-statuses': 'statuses', labels: 'labels', filters: 'filters', templates: 'templates' },
  said: {
    asked: 'Asked.',
    released: 'Your share is released to {name}.',
  },
  opened: {
    entries: plural({ one: '{count} entry of a colleague came.', other: '{count} entries of colleagues came.' }),
    refused: plural({ one: '{count} statement was not believed.', other: '{count} statements were not believed.' }),
    see: 'See',
  },
} as const;

export const teamFailures = {
  'release-unasked': 'This colleague has not shown that the letter is meant for them. Nothing was released.',
  'ask-code-wrong':
    'This is not that colleague’s code for this letter. Nothing was released. Have it read out once more; if it stays wrong, release nothing.',
  'release-to-self': 'This is you. Your share is here already.',
  'reviewer-unknown': 'This person is not on the list of reviewers of today. Nothing was given.',
  'letter-unknown': 'This letter is not here. Open the bundle that it came in.',
  'grant-refused':
    'Nothing was given: the reporter of each report that is here could have left this colleague out, and may have.',
} as const;
