/** English: defines which texts there are. Plain words, short sentences, "you". */
export const en = {
  title: 'Write to us',
  exit: 'Leave this page',
  exitHint: '"Leave this page" opens a weather page instead. You can also press Shift three times.',
  languages: 'Languages',
  unreviewed: 'A native speaker has not checked this text yet.',
  demo: 'DEMO. Do not write anything real here: its keys are not safe.',

  heading: 'Tell us what happened',
  intro:
    'Here you can tell {office} about people who are exploited, and about officials who help with it or look away. You do not have to say who you are.',
  howTitle: 'What happens with it',
  howSealed:
    'What you write is locked on this device, before it is sent. Only the people named below can open it. The server that keeps it cannot.',
  howNext: 'They read it away from the internet, usually within seven days. They decide what can be done.',
  howNot: 'This is not an emergency service. Nobody reads it at once, and nobody can promise what will come of it.',
  safeTitle: 'To stay safe',
  safeDevice: 'Do not use a phone or computer that somebody else watches, or that belongs to your work.',
  safeTor: 'Your network can see that you visited this address. The Tor Browser hides that.',
  safeWho: 'Leave out your own name, and the names of people who helped you, unless you want us to know them.',
  safeDetail: 'Think before you write what only you can know: it can show who wrote.',
  safeKeep: 'This page keeps nothing on your device. If you close it, what you wrote is gone.',
  contact: 'Another way to reach us: {contact}',

  needsScript: 'To lock what you write on this device, this page needs JavaScript.',
  needsScriptTor:
    'In the Tor Browser, choose the level "Standard" or "Safer" in the shield menu and load the page again. What you write is locked on your device at both levels.',
  starting: 'This form is not ready yet. If that does not change within a minute, load the page again.',
  preparing: 'Getting ready to lock what you write. You can start already.',
  ready: 'Ready to send.',

  dangerTitle: 'Is someone in danger now?',
  dangerNow: 'Yes, now',
  dangerSoon: 'Yes, soon',
  dangerNotNow: 'Not now',
  dangerUnknown: 'I do not know',
  ratherNotSay: 'I would rather not say',
  dangerHelp: 'If you can do it safely, call the emergency number where you are. We may read this too late to help.',
  storyTitle: 'What happened?',
  storyHint:
    'Write as much or as little as you want, in any language. For example: what you saw, where and when, and who.',
  storyLeft: '{count} characters left',
  readersTitle: 'Who may read it',
  readersHint:
    'These people can open what you write. If you do not trust one of them, tick the box. Nobody can see that you did, not even they. At least one person must stay.',
  readerExclude: 'must not read this',
  readerReads: 'Reads: {languages}',
  readerNoKey: 'cannot read reports this month',
  fingerprintTitle: 'Number of this office',
  fingerprintHint: 'If you have this number from a poster or card, compare it. If it differs, do not write here.',

  send: 'Lock and send',
  tryAgain: 'Try again',
  sealing: 'Locking what you wrote on this device…',
  working: 'Your device is working to show that this is not a flood of junk. This can take a minute.',
  sending: 'Sending…',
  waiting: 'The connection is slow or lost. Trying again…',

  receivedTitle: 'We have it',
  receivedKept: 'What you wrote is locked and stored. It has been removed from this page.',
  receivedNext: 'The people you chose will open it, usually within seven days. They cannot answer you here yet.',
  receivedId: 'Number of your report: {id}',
  receivedIdHint:
    'You do not need to keep it. It opens nothing. If you tell it to the office, they can find your report by it.',
  receivedLeave: 'You can close this page now.',

  problemTitle: 'This did not work',
  problemKept: 'What you wrote is still here.',
  'failure-story-missing': 'Please write something in "What happened?" first.',
  'failure-story-too-long': 'This is too long to send at once. Shorten it, or send it in two parts.',
  'failure-nobody-left': 'At least one person must be able to read it. Untick one of the boxes.',
  'failure-readers-changed':
    'The list of people who can read it has changed while you were writing. Nothing was sent. Look at the list again, then send.',
  'failure-offline': 'The server cannot be reached. Check your connection and try again.',
  'failure-server-busy': 'The server cannot take it just now. Try again in a few minutes.',
  'failure-refused':
    'This page does not fit the server any more. Load the page again. What you wrote will then be gone from it, so you must write it once more.',
  'failure-office-untrusted':
    'The list of readers is not signed as it should be. Somebody may have changed it. Do not write here, and tell the office in another way.',
  'failure-office-expired':
    'The list of readers is out of date, or the date of this device is wrong. Check the date and load the page again. If it is right, tell the office in another way.',
  'failure-insecure':
    'This page did not come over a safe connection. Use the address that starts with https, or the onion address.',
  'failure-unsupported': 'This browser is too old to lock what you write. Use a newer one, or the Tor Browser.',
  'failure-unknown': 'Something went wrong that we did not foresee. Try again, or use another browser.',
};

export type TextKey = keyof typeof en;

/** One language's texts. A missing one fails the type check. */
export type Catalogue = Readonly<Record<TextKey, string>>;
