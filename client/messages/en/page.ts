/** What stands on the pages before any script runs. Plain words, short sentences, "you". */
export const page = {
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
  howSealed: 'What you write is locked on this device, before it is sent. The server that keeps it cannot open it.',
  howReaders: 'Only these people can open it. Later you can choose who of them must not.',
  howNext: 'They read it on a device that is never online, usually within seven days. They decide what can be done.',
  howNot: 'This is not an emergency service. Nobody reads it at once, and nobody can promise what will come of it.',
  safeTitle: 'To stay safe',
  safeDevice: 'Do not use a phone or computer that somebody else watches, or that belongs to your work.',
  safeTor:
    'Your internet provider, or the owner of the Wi-Fi, can see that you visited this address. The Tor Browser hides that.',
  safeWho: 'Leave out your own name, and the names of people who helped you, unless you want us to know them.',
  safeDetail: 'Think before you write what only you can know: it can show who wrote.',
  safeKeep:
    'This page keeps nothing on your device. Move with the buttons on the page. If you close it or use the back button of the browser, what you wrote is gone.',
  contact: 'Another way to reach us: {contact}',

  dangerTitle: 'Is someone in danger now?',
  dangerHelp: 'If you can do it safely, call for help where you are. We may read this too late to help.',
  emergencyTitle: 'Emergency numbers',

  start: 'Start',
  back: 'Back',
  next: 'Continue',
  toSending: 'Go to sending',
  everythingOptional: 'You can leave this empty.',
  starting: 'This form is not ready yet. If that does not change within a minute, load the page again.',

  storyTitle: 'What happened?',
  storyHint:
    'Write as much or as little as you want, in any language. For example: what you saw, where and when, and who.',
  voiceTitle: 'Speak instead of writing',
  voiceHint:
    'You can record your voice here. It is locked and sent like a file. People who know your voice may know you by it.',
  voiceStart: 'Record',
  voiceStop: 'Stop',
  voiceAgain: 'Record again',
  voiceDisguise: 'Change my voice so that it cannot be changed back',
  voiceDisguiseHint: 'The words stay. How you speak, your accent and sounds around you stay too.',
  voiceUse: 'Add this recording',

  evidenceTitle: 'Photos, videos, documents',
  evidenceHint:
    'Add what you have, if it is safe for you to have it. Files are locked on this device and sent while you go on writing.',
  evidenceChoose: 'Choose files',
  evidenceCleaning:
    'Photos and videos often say where and when they were taken, and with which device. That is removed, and the picture stays as it is. You can send the original too, if it is needed as proof.',
  evidenceNot:
    'Documents, such as PDF or Word files, are not cleaned. They often hold the name of who wrote them. If you can, send a picture of the page instead.',
  evidenceOnly: 'Think about who else has the same photo or document. It may show who sent it.',
  uploadTitle: 'Sending files',
  uploadPause: 'Pause',
  uploadResume: 'Go on',

  readersTitle: 'Who must not read it?',
  readersHint:
    'These people can open what you write. If you do not trust one of them, tick the box. Nobody can see that you did, not even they. At least one person must stay.',
  fingerprintTitle: 'Check number of this office',
  fingerprintHint: 'If you have this number from a poster or card, compare it. If it differs, do not write here.',

  reviewTitle: 'Look at it again, then send',
  reviewHint: 'What you wrote is not sent before you press the button. You can still change everything.',
  identifyTitle: 'Could this show who you are?',
  identifyName: 'Your own name, phone number or address, or those of people close to you.',
  identifyDetail: 'Something that only you, or very few people, can know.',
  identifyDocument: 'A document that only you, or very few people, have seen.',
  identifyVoice: 'Your voice, or your face in a picture.',
  send: 'Lock and send',

  receivedTitle: 'We have it',
  receivedKept: 'What you wrote is locked and stored. It has been removed from this page.',
  receivedNext: 'The people you chose will open it, usually within seven days.',
  receivedIdHint:
    'You do not need to keep this number. It opens nothing. If you tell it to the office, they can find your report by it.',
  receivedLeave: 'You can close this page now.',

  problemTitle: 'This did not work',
  tryAgain: 'Try again',
  problemKept: 'What you wrote is still here.',

  noScriptTitle: 'Without JavaScript',
  noScript: 'To lock what you write on this device, this page needs JavaScript. In this browser it is switched off.',
  noScriptTor:
    'In the Tor Browser, choose the level "Standard" or "Safer" in the shield menu and load the page again. What you write is locked on your device at both levels.',
  offlineTitle: 'Write without being connected',
  offlineHint:
    'Save this page on a device that you trust, and open it there. It works without a connection and makes one locked file of what you write. You can send the file here, or give it to someone who does.',
  offlineDownload: 'Save the page for writing offline',
  offlineCheck: 'Who knows how can check that the saved page is real: the office has signed it.',
  deliverTitle: 'Send a locked file',
  deliverHint: 'The file ends with .amparo. It stays locked on its way. Only the people above can open it.',
  deliverChoose: 'Locked file',
  deliver: 'Send the file',
  deliveredTitle: 'We have the file',
  deliveredNext: 'It is stored, and still locked. You can delete it from your device and close this page now.',
  notDeliveredTitle: 'The file was not taken',
  notDelivered: {
    'not-a-parcel':
      'This is not a locked file from the page for writing offline. Choose the file that ends with .amparo.',
    damaged: 'The file is damaged. Copy it again from where it was made, or make it again.',
    unstamped: 'The file was not finished when it was saved. Make it again.',
    incomplete: 'The connection broke before all of the file was here. Send it again.',
    'too-large': 'The file is larger than what can be taken here. Make it again with fewer files.',
    'no-room': 'The server has no room for so many files now. Try again tomorrow, or make it again with fewer files.',
    busy: 'The server cannot take it just now. Try again in a few minutes.',
  },
  tryDeliverAgain: 'Back to the first page',

  offlineNotice: 'This page works without a connection. It sends nothing.',
  offlineSave: 'Lock and save',
  offlineSavedTitle: 'It is locked',
  offlineSaved:
    'The file with the name {file} is saved on this device. Only the people you chose can open it. Send it on the page of the office, or give it to someone who does.',
  offlineSavedDelete: 'What you wrote has been removed from this page. Delete the file when it has been sent.',
} as const;
