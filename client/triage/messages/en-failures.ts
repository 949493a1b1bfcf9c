import { answeringFailures } from './en-answering.ts';

/** Why something did not work, and what to do, by the code of the failure. */
export const failures = {
  ...answeringFailures,
  'letter-size': 'It is not of the size of a letter. Fetch the bundle again.',
  'letter-malformed': 'It is not a letter of a version known here. Fetch the bundle again, or use a newer page.',
  'wrong-epoch': 'It was sealed to another month than the key. Tell whoever looks after this software.',
  'epoch-key-missing':
    'Your key file has no key for this month: it was forgotten, or never made. If an older copy of the key file exists, unlock with that one. Otherwise another reviewer has to open it.',
  'share-malformed': 'Its share is not well-formed. Keep the bundle and tell whoever looks after this software.',
  'takes-several': 'It opens only when several reviewers release their shares to one of them.',
  'commitment-mismatch': 'It was altered after it was sealed. Keep the bundle, and fetch it again another day.',
  'stream-damaged': 'It was altered or cut after it was sealed. Fetch the bundle again.',
  'length-out-of-range':
    'It opened, but its length is impossible. Keep the bundle and tell whoever looks after this software.',
  'padding-not-zero':
    'It opened, but holds data where none belongs. Keep the bundle and tell whoever looks after this software.',
  'report-not-text': 'It opened, but is not text. Open it with the command line to see its bytes.',
  'report-not-json': 'It opened, but is not a report. Open it with the command line to see its bytes.',
  'report-invalid': 'It opened, but is not a report of a form known here. Use a newer page, or the command line.',
  'report-too-deep':
    'It opened, but was made to break programs that read it. Open it with the command line to see its bytes.',

  'bundle-malformed': 'The bundle is damaged. What came before the damage is here. Fetch it again.',
  'bundle-truncated': 'The bundle stops before its end. What came before is here. Copy or fetch it again.',
  'file-unreadable': 'The file cannot be read. Is the stick still plugged in? Choose the file again.',
  'file-unknown': 'This is neither a key file nor a casebook nor a bundle. Choose another file.',

  'key-file-malformed': 'This key file is damaged. Take it from a copy.',
  'key-file-unsupported': 'This key file is of a kind that this page does not know. Use a newer page.',
  'key-file-locked': 'Wrong pass phrase, or the key file was altered. Try again; otherwise take the file from a copy.',
  'key-of-charter': 'This is the charter key of the office. It belongs nowhere near reports. Choose your own key file.',

  'casebook-malformed': 'This casebook is damaged at its beginning. Take it from a copy.',
  'casebook-unsupported': 'This casebook is of a kind that this page does not know. Use a newer page.',
  'casebook-locked':
    'The casebook does not open with this pass phrase. Enter the one of the casebook; if it is right, the file was altered: take it from a copy.',
  'casebook-damaged': 'The casebook is damaged. What came before the damage is here.',
  'casebook-line': 'The casebook holds something that this page does not understand. Use a newer page.',
  'casebook-of-another': 'This casebook belongs to another key. Choose the one that goes with your key file.',
  'casebook-waiting':
    'Changes of yours wait here, sealed, and are in no file yet. Unlock and save first; then open the other casebook.',
  'casebook-unwritten': 'The file is not whole on the disk. Is there room on it? Save again, in another place.',

  'statement-malformed': 'What came as list of reviewers is none. Fetch it again.',
  'statement-kind': 'What came as list of reviewers is another document. Fetch it again.',
  'signature-invalid':
    'The list of reviewers is not signed by the office. Do not use it, and tell the office by another way.',
  'roster-invalid': 'The list of reviewers is signed, but not well-formed. The office must sign it anew.',
  'roster-conflict':
    'There are two different lists of reviewers of the same version. Use neither, and tell the office by another way.',
  'charter-differs':
    'This names another office than the one in your casebook: its check number differs. Do not use it. Tell the office by another way.',
  'charter-refused':
    'The office was forgotten. Do not trust this bundle: somebody may pretend to be your office. Ask the office for its number by another way.',

  'case-invalid': 'This report names its case in a form that is not known here, so it was not counted to it.',
  'case-unproven':
    'This report names a case whose code its writer did not have, so it was not counted to it. Somebody may be pretending to be that person.',

  'evidence-size': 'A piece of the evidence is cut. Fetch the bundle again.',
  'evidence-damaged': 'A piece of the evidence was altered, or belongs to another report. Fetch the bundle again.',
  'evidence-missing': 'The file did not come with the report. Fetch again; if it is still missing, the server lost it.',
  'evidence-count': 'Another amount of evidence came than the report lists. Fetch the bundle again.',
  'evidence-not-at-hand': 'The evidence is in its bundle. Open that bundle again.',

  'report-unknown': 'That report is not here. Open the bundle that it came in.',
  'duplicate-of-itself': 'That report repeats this one already. Take that back first, or keep this one.',
  'link-to-itself': 'This is the same report. Choose another one.',
  'note-of-another': 'Only its author can change a note. Write one of your own.',
  recused: 'You have taken yourself off this report, so it is hidden from you.',
  'journal-invalid': 'This cannot be noted as it is: it is empty, or too long. Change it and try again.',

  'setting-invalid':
    'This cannot be kept as it is: a name is empty, too long, or there already. Change it and try again.',
  'mark-void':
    'In the report of this number a mark covers nothing any more. Look at it and remove that mark; then export again.',
  'print-too-many': 'So many reports are too much to print at once. Narrow the list, or choose another form.',
  'export-unwritten':
    'The file could not be written whole, and was not kept. Is there room on the disk? Try again, in another place.',

  'out-of-memory': 'The machine has not enough memory for this. Close other programs, or open fewer bundles at a time.',
  'already-unlocked': 'The page is unlocked already.',
  locked: 'The page is locked. Unlock it first.',
  'line-closed': 'The page was locked while this went on.',
  cancelled: 'You stopped it.',
  unforeseen:
    'Something went wrong that was not foreseen. Try again; if it stays so, tell whoever looks after this software.',
} as const;
