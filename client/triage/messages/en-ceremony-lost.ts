/** When a key is lost or stolen: the same steps as in the office's runbooks, in the words of this page. */
export const ceremonyLost = {
  title: 'When a key is lost or stolen',
  when: 'At once. If you are not sure whether it was stolen, it was.',
  intro: 'Find what happened, and do the steps in their order.',
  open: 'Read',
  cases: {
    lost: {
      title: 'A reviewer lost their key file, or its pass phrase',
      steps: [
        'Look for the second copy first. Try the pass phrase slowly, with another keyboard.',
        'What was sealed to that reviewer alone can be read by nobody now. What others were addressed in as well, they open.',
        'The reviewer makes a new key file: “Make a key file for a reviewer”.',
        'Take the old key off the draft and put the new one on it: “amparo roster remove”, then “amparo roster add”.',
        'Compare the words of the new key, then “Sign the roster”, and publish it.',
      ],
    },
    stolen: {
      title: "A reviewer's key file was stolen",
      steps: [
        'On the server, at once: “amparo account remove”, so that nothing more is fetched under that name.',
        'Then as for a lost key: the stolen one leaves the roster, a new one comes. Do it today.',
        'Until the new roster is published, reports are still sealed to the stolen key.',
        'A thief who has the pass phrase, or guesses it, reads letters of the months that the file still holds. Months that were forgotten stay closed.',
        'Warn reporters who are in danger, through their mailboxes, and everybody on your own list of people to warn.',
      ],
    },
    charterLost: {
      title: 'The charter key is lost',
      steps: [
        'Fetch the paper: “Charter key back from paper”.',
        'Without paper: reviewers still open everything, and the roster holds until it expires.',
        'Before that day, make a new office with a new charter key, new posters and a new address.',
      ],
    },
    charterStolen: {
      title: 'The charter key, or its paper, was stolen',
      steps: [
        'Whoever has it can make a roster with readers of their own. Take the form off the network first.',
        'Make a new office in a new folder: “amparo office init”. Its number is another.',
        'Put the reviewers on its draft, sign it, and publish it into an empty data folder on the server.',
        'Replace every poster and card. Say openly, by other ways, that the old number is not yours any more.',
      ],
    },
    server: {
      title: 'The server was seized or broken',
      steps: [
        'It holds nothing that opens a report. Keys need not be changed for this.',
        'Set up another from a copy of its data folder, or from the folder of the office with “amparo roster publish”.',
        'If the key of the public log was on it, make a new log and let the office vouch for it: “amparo log init”, “amparo roster log”, then “Sign the roster”.',
      ],
    },
  },
} as const;
