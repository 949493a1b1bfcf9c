import { plural } from '../plural.ts';

/** The page where somebody comes back with their code. */
export const returning = {
  link: 'You have a code? Read the answer',
  toForm: 'No code? Write to us',
  title: 'Read the answer',
  code: 'Your code',
  codeHint: 'Type the 10 groups of numbers, or the 12 words. Spaces and lines do not matter.',
  codeKept: 'Your code is not sent, and not kept. What it opens stays on this page only until you leave.',
  open: 'Open',
  noScript:
    'To open answers on this device, this page needs JavaScript. In this browser it is switched off. Use another browser. Those who know how can also use the program "amparo" on a command line.',

  reportTitle: 'Your report',
  answersTitle: 'Answers',
  lookAgain: 'Look again',
  lookBack: 'Look further back',

  writeTitle: 'Write again',
  writeHint: 'They will see that it comes from the person who wrote first. They will still not see who you are.',
  message: 'Your message',
  readersAgain: 'Nobody has kept whom you left out before. Please choose again.',
  sent: 'Your message is locked and stored. You can write another one, or leave this page.',

  checkTitle: 'Check a saved receipt',
  checkHint: 'The file is read on this device and is not sent. You need no code for this.',
  checkFile: 'File of the receipt',

  closeTitle: 'Close for good',
  closeHint:
    'All answers are deleted from the server, and no new ones can come. What you sent stays with the office. You cannot take this back.',
  closeTick: 'I understand that answers will be deleted.',
  closedTitle: 'It is closed',
  closed: 'The answers are deleted, and no new ones can come. You can leave this page now.',

  emptiedTitle: 'This page was emptied',
  emptied: 'Nothing was typed or touched here for ten minutes.',
  enterAgain: 'Enter the code again',

  script: {
    opening: 'Opening…',
    looking: 'Looking for answers…',
    closing: 'Closing…',
    reading: 'Reading the public log: {share}',

    codeMissing: 'Type your code first.',
    groupCount: plural({
      one: 'There is {count} group; it takes {expected}.',
      other: 'There are {count} groups; it takes {expected}.',
    }),
    wordCount: plural({
      one: 'There is {count} word; it takes {expected}.',
      other: 'There are {count} words; it takes {expected}.',
    }),
    groupShort: 'A number is missing: each group has five.',
    groupsWrong: plural({ one: 'Look at group {places} again.', other: 'Look at groups {places} again.' }),
    wordsWrong: plural({
      one: 'Word {places} is not one of the words.',
      other: 'Words {places} are not among the words.',
    }),
    notTogether: 'Something does not fit together. Compare all of it with what you wrote down.',
    suspects: plural({
      one: 'Something does not fit together; look first at word {places}.',
      other: 'Something does not fit together; look first at words {places}.',
    }),

    stored: 'We have what you sent: {days}.',
    shown: 'The public log shows it. Nobody can take it away unseen.',
    notShown: 'The public log does not show it yet. That can take until the day after you sent it.',
    notInNewest: 'The newest part of the public log does not show it. Look further back.',
    olderUnread: 'Older parts of the public log were not read.',
    unchecked: 'The public log could not be checked now.',
    opened: '{name} has opened it: {day}.',
    notOpened: 'Nobody has opened it yet.',
    answered: 'There is an answer.',
    notAnswered: 'No answer yet.',
    whatIsOwed:
      'In the European Union the law says: within 7 days you are told that your report has come, and within 3 months what was done about it. Come back later and look again.',

    missing: 'An answer of {name} is missing. The server may hold it back. Tell the office in another way.',
    missingOrExpired:
      'An answer of {name} is missing. Did you first write more than a year ago? Then the server may have deleted it: it keeps answers for one year. If not, the server may hold it back. Tell the office in another way.',
    unknownReviewer:
      'An answer is not shown: it is signed by nobody on the list of readers. Somebody may have made it up. Tell the office in another way.',
    otherCase:
      'An answer is not shown: it was not locked for you. Somebody may have put it here. Tell the office in another way.',
    damaged: 'An answer is not shown: it is damaged, or somebody changed it. Tell the office in another way.',

    receiptFirst: 'Choose the file of a receipt first.',
    receiptUnreadable: 'This file is not a receipt.',
    receiptForeign:
      'This receipt proves nothing: it is not signed by the log of this office. Somebody may have made it up or changed it.',
    receiptNoLog: 'This office has no public log. So nothing can be checked.',
    receiptReal: 'The receipt is real. The server took what you sent on {day}.',
    receiptAbsent:
      'The public log does not show it, but it should. Somebody may have taken it away. Keep the receipt, and tell the office in another way.',

    messageMissing: 'Please write something in "Your message" first.',
    tickFirst: 'Tick the box first, if you want to close.',
  },
} as const;
