/** Every way in which the protocol refuses something (SPEC.md, each section's errors). Codes are stable; vectors expect them. */
export const ERROR_MESSAGES = {
  'encoding-invalid': 'The text is not canonical base64 or hex. Check that it was copied whole.',
  'insecure-context':
    'This page was not loaded over a secure connection, so it cannot seal. Use the https or onion address.',

  'statement-malformed': 'This is not a signed statement. Fetch it again from the office.',
  'statement-kind': 'This statement is of another kind than the one expected here.',
  'signature-invalid': 'The signature does not match the expected key. Do not use it; tell the office by another way.',

  'roster-invalid': 'The list of reviewers is signed but not well-formed. The office must sign it anew.',
  'roster-expired':
    'The list of reviewers has expired. The office must sign a new one; check the date of this device too.',
  'roster-rolled-back': 'The list of reviewers is older than one already seen. Do not use it; tell the office.',
  'roster-conflict':
    'There are two different lists of reviewers with the same version. Do not use either; tell the office.',

  'epoch-key-unknown-reviewer': 'The key belongs to nobody on the list of reviewers.',
  'epoch-key-invalid': 'A monthly key is signed but not well-formed. The reviewer must publish it anew.',
  'epoch-key-expired': 'A monthly key has expired. The reviewer must publish a new one.',
  'epoch-key-conflict': 'A reviewer has two different keys for one month. Do not use them; tell the office.',
  'no-epoch-key': 'No reviewer has a key for this month. The office must publish one before reports can be sealed.',
  'no-recipient': 'Every reviewer is excluded. At least one must be able to read the report.',
  'threshold-unreachable':
    'Fewer reviewers can be addressed than must open a report together. Exclude fewer; if nobody is excluded, tell the office.',

  'build-invalid': 'The list of pages is signed but not well-formed. The office must sign it anew.',

  'letter-size': 'The letter is not of a permitted size.',
  'letter-malformed': 'The bytes are not a letter of a version known here.',
  'wrong-epoch': 'The letter was sealed to another month than this key is for.',
  'share-malformed': 'The sealed share is not well-formed. Keep the letter and report the fault.',
  'commitment-mismatch': 'The letter was altered after it was sealed: its header does not match its key.',
  'release-invalid': 'A released share is signed but not well-formed. Ask for it again.',
  'release-unknown-reviewer': 'A released share is signed by nobody on the list of reviewers. Do not use it.',
  'release-false':
    'What a reviewer released does not open their part of the letter. Ask them again; if it stays so, ask another.',
  'stream-damaged': 'The letter was altered or cut after it was sealed.',
  'length-out-of-range': 'The letter opened, but its length field is impossible. Keep it and report the fault.',
  'padding-not-zero': 'The contents opened, but the padding holds data. Keep them and report the fault.',

  'report-too-long': 'The report does not fit the largest letter. Shorten it, or attach the long part as a file.',
  'report-not-text': 'The report opened, but is not text.',
  'report-not-json': 'The report opened, but is not JSON.',
  'report-invalid': 'The report is not of the form this version knows.',

  'evidence-too-large':
    'The files are larger together than one report can carry. Send some of them in a second report.',
  'evidence-changed': 'A file changed or vanished while it was being read. Attach it again.',
  'evidence-size': 'A piece of evidence is not of the right size.',
  'evidence-damaged': 'A piece of evidence was altered, moved, or belongs to another report.',

  'key-file-malformed': 'This is not a key file. Choose another file, or restore it from a copy.',
  'key-file-unsupported': 'The key file is of a kind this version does not know. Update it.',
  'key-file-locked': 'Wrong pass phrase, or the key file was altered. Try again, or restore it from a copy.',
  'epoch-key-missing': 'The key file holds no key for the month of this letter: forgotten, or never made.',

  'casebook-malformed': 'This is not a casebook. Choose another file, or restore it from a copy.',
  'casebook-unsupported': 'The casebook is of a newer kind than this version knows. Update it.',
  'casebook-locked':
    'Wrong pass phrase, or the start of the casebook was altered. Try again, or restore it from a copy.',
  'casebook-damaged':
    'The casebook was altered or cut. What stands before the damage was read; take the rest from a copy.',

  'bundle-malformed': 'The bundle is damaged. Fetch it again.',
  'bundle-truncated': 'The bundle stops before its end. Fetch it again; what came before was read.',

  'parcel-malformed':
    'This is not one sealed report as a parcel holds it. Choose another file, or seal the report again.',
  'case-invalid': 'The report opened, but names its case in a form that this version does not know.',
  'case-unproven': 'The report names a case whose code its writer did not have. Do not count it to that case.',
  'reply-invalid': 'The reply is not of the form this version knows. Correct the member that is named.',
  'reply-too-long': 'The reply does not fit. Shorten it, or answer in two parts.',
  'reply-of-another-case':
    'A reply in this mailbox was sealed for another case. Somebody put it there; tell the office.',
  'reply-unknown-reviewer': 'A reply is signed by nobody on the list of reviewers. Do not believe it; tell the office.',
  'mailbox-size': 'The answer of the mailbox is not of its one size. Ask again; if it stays so, tell the office.',
  'poll-malformed': 'This is no question to a mailbox.',
  'closing-malformed': 'This does not close a mailbox.',
  'outbound-malformed': 'The file for the server is damaged. Make it again on the offline machine.',
  'opened-unknown-reviewer': 'The log says that somebody opened the report who is not on the list of reviewers.',
  'receipt-invalid': 'The receipt is signed but not well-formed. Tell the office.',

  'journal-unknown-reviewer':
    'An entry of the journal is signed by nobody on the list of reviewers. Do not believe it; ask the office.',
  'journal-invalid': 'An entry of the journal is signed but not of the form this version knows. Ask its author.',
  'journal-damaged': 'An entry of the journal does not open with the key of its report. Ask its author.',
  'journal-letter-invalid':
    'The letter carries entries of the journal, but not in the form this version knows. Have them sent again.',
  'grant-unknown-reviewer':
    'Somebody who is not on the list of reviewers hands over a report. Do not believe it; ask the office.',
  'grant-invalid': 'A report was handed over, but not in the form this version knows. Ask whoever signed it.',

  'stamp-missing': 'The sealed report carries no proof of work. Seal it again with the page or command made for that.',
  'stamp-invalid': 'The proof of work does not hold for this sealed report. Seal it again.',

  'note-malformed': 'This is not a signed note. Fetch it again.',
  'checkpoint-malformed': 'The checkpoint of the log is signed but not well-formed. Tell the office.',
  'log-signature-invalid':
    'The log, or a witness of it, did not sign this with the key that the office vouches for. Do not rely on it; tell the office.',
  'log-origin-wrong': 'This is the checkpoint of another log. Check the address; tell the office.',
  'log-entry-malformed': 'An entry of the log is not of a kind known here.',
  'log-proof-malformed': 'This is not a proof from a log. Fetch it again.',
  'log-proof-invalid': 'The proof does not show what it should. Do not rely on it; tell the office.',
  'log-tile-altered': 'A part of the log is not what its checkpoint vouches for. Keep the checkpoint; tell others.',
  'log-entries-altered':
    'Entries of the log are not what its checkpoint vouches for. Keep the checkpoint; tell others.',
  'log-incomplete': 'The log does not show a part that its checkpoint vouches for. Try again later; then tell others.',
  'log-rolled-back': 'The log is shorter than one that it signed before: entries were taken back. Tell others.',
  'log-split-view':
    'The log has signed two histories that contradict each other. Keep both checkpoints: together they prove it.',
  'log-entry-missing':
    'The log does not show a letter that a receipt promised to show by now. Keep the receipt: it proves it.',
} as const;

export type ErrorCode = keyof typeof ERROR_MESSAGES;

/** The one error that `crypto/` throws on bad input. `detail` names the member at fault, never secret content. */
export class AmparoError extends Error {
  override readonly name = 'AmparoError';
  readonly code: ErrorCode;
  readonly detail: string | undefined;

  constructor(code: ErrorCode, detail?: string) {
    super(detail === undefined ? ERROR_MESSAGES[code] : `${ERROR_MESSAGES[code]} (${detail})`);
    this.code = code;
    this.detail = detail;
  }
}
