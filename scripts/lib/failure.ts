import { inert } from './inert.ts';

/** What a shell sees (README: Running an office). */
export const EXIT = { ok: 0, partial: 1, usage: 2, wrongKey: 3, network: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

interface Entry {
  readonly exit: ExitCode;
  /** What happened, and what to do. */
  readonly message: string;
}

/** Every way in which the command line itself refuses; the protocol's own are in crypto/errors.ts. */
const FAILURES = {
  'option-invalid': { exit: EXIT.usage, message: 'The command was not understood. See its --help.' },
  'file-unreadable': { exit: EXIT.usage, message: 'A file cannot be read. Check its path and permissions.' },
  'file-unwritable': {
    exit: EXIT.partial,
    message: 'A file cannot be written. Check the path, the permissions and the room on the disk.',
  },
  'file-exists': {
    exit: EXIT.usage,
    message: 'This exists already and was left as it is. Choose another name, or add --force to replace it.',
  },
  'passphrase-needed': {
    exit: EXIT.usage,
    message: 'There is no terminal on which to ask for the pass phrase. Use --passphrase-file FILE.',
  },
  'passphrase-short': {
    exit: EXIT.usage,
    message: 'A new pass phrase has at least 12 characters. Take four or more random words.',
  },
  'confirmation-needed': {
    exit: EXIT.usage,
    message: 'This cannot be undone, and there is no terminal on which to ask. Add --yes if it is meant.',
  },
  cancelled: { exit: EXIT.usage, message: 'Stopped as you asked. Nothing was changed.' },

  'office-missing': {
    exit: EXIT.usage,
    message: 'This folder holds no office. Make one with `amparo office init`.',
  },
  'office-invalid': {
    exit: EXIT.partial,
    message: "The office's roster.json is not well-formed. Correct it, or restore it from a copy.",
  },
  'form-invalid': {
    exit: EXIT.partial,
    message:
      'The questionnaire or the emergency numbers hold mistakes. Correct them; `amparo office check` lists them.',
  },
  'cover-missing': {
    exit: EXIT.usage,
    message:
      'This folder has no cover.json, and no --per-day says how many. Write {"server": "https://...", "perDay": 12} there.',
  },
  'cover-invalid': {
    exit: EXIT.partial,
    message: 'The cover.json holds mistakes. Correct them; `amparo office check` lists them.',
  },
  'office-unsigned': { exit: EXIT.usage, message: 'The office is not signed yet. Run `amparo roster sign` first.' },
  'public-file-invalid': {
    exit: EXIT.partial,
    message: "This is not a reviewer's public file (*.pub.json). Ask the reviewer for it again.",
  },
  'reviewer-unknown': { exit: EXIT.usage, message: 'There is no reviewer of that name.' },
  'reviewer-known': {
    exit: EXIT.usage,
    message: 'This reviewer is on the roster already. Remove the entry first to change it.',
  },
  'slots-full': {
    exit: EXIT.usage,
    message: 'Every slot is taken. Remove a reviewer, or make the roster larger ("slots" in roster.json).',
  },
  'reviewers-few': {
    exit: EXIT.usage,
    message:
      'More reviewers must open a report together than are on the draft. Add reviewers, or set another number with `amparo roster threshold`.',
  },
  'reviewer-keyless': {
    exit: EXIT.usage,
    message: 'This reviewer has no key for this month, so nothing can be sealed to them. They must publish one first.',
  },
  'key-role': { exit: EXIT.wrongKey, message: 'This is a key file of another kind. Check which file you chose.' },
  'months-in-use': {
    exit: EXIT.usage,
    message:
      'Reports can still be sealed to this month or the one before; without their keys those could never be opened. Choose an earlier month, or add --force.',
  },
  'charter-differs': {
    exit: EXIT.wrongKey,
    message: 'The fingerprint is not the one expected: this is another office, or somebody pretends to be it.',
  },
  'assets-missing': { exit: EXIT.partial, message: 'The pages are not built. Run `npm run build` first.' },
  'data-missing': {
    exit: EXIT.usage,
    message: 'There is no such data folder. Make it with `amparo roster publish`.',
  },
  'data-foreign': {
    exit: EXIT.usage,
    message:
      'The data folder holds something but no directory.json, so no demo office was made in it. Publish the office with `amparo roster publish`, or choose an empty folder with AMPARO_DATA.',
  },
  'demo-too-old': {
    exit: EXIT.partial,
    message:
      "The demo office is too old: its reviewers' monthly keys or its roster have expired. Move the data folder away or delete it, and start again to make a new one.",
  },

  'letter-unknown': {
    exit: EXIT.usage,
    message:
      'No letter here has this id. Take it from the list of `amparo bundle open`, 8 characters of it at least, and name the bundle that holds it.',
  },
  'letter-ambiguous': { exit: EXIT.usage, message: 'The ids of several letters begin like this. Give more of it.' },
  'share-none': {
    exit: EXIT.usage,
    message: 'You have no share of this letter: it is not for this key, or you open it alone.',
  },
  'ask-code-wrong': {
    exit: EXIT.wrongKey,
    message:
      'This is not the code of that colleague for this letter. Nothing was released: the reporter may have excluded them. Ask them for the code that `amparo bundle open` shows them, and type it again.',
  },
  'release-to-self': { exit: EXIT.usage, message: 'This is your own key. Name the colleague who asked you.' },
  'release-foreign': {
    exit: EXIT.usage,
    message:
      'This file holds nothing that was released to you. Choose one that `amparo share release` wrote for your name.',
  },
  'directory-needed': {
    exit: EXIT.usage,
    message: 'To know who released a share, give the directory of the office with --directory.',
  },

  'report-file-invalid': { exit: EXIT.partial, message: 'The report file is not JSON in UTF-8. Correct it.' },
  'attachment-invalid': {
    exit: EXIT.usage,
    message: 'An attachment must be a file with a name of 1 to 255 characters, and there can be at most 500.',
  },
  'evidence-in-report': {
    exit: EXIT.usage,
    message: 'The report file has a member "evidence", which is made from the attachments. Leave it out, use --attach.',
  },

  'code-unreadable': {
    exit: EXIT.usage,
    message:
      'The file with the case code cannot be read. Give --code the path of a file, or - for standard input; never the code itself.',
  },
  'code-count': {
    exit: EXIT.wrongKey,
    message:
      'A case code has 10 groups of 5 digits, or 12 words; a charter key on paper has 24 words. Check that it was copied whole.',
  },
  'code-places': {
    exit: EXIT.wrongKey,
    message: 'There is a slip in it. Compare these places with what was written down.',
  },
  'code-together': {
    exit: EXIT.wrongKey,
    message: 'Each part could be right, but not all of them together. Compare it with what was written down.',
  },
  'stdin-twice': {
    exit: EXIT.usage,
    message: 'Only one thing can come from standard input. Put the other into a file.',
  },
  'text-invalid': { exit: EXIT.usage, message: 'The text is empty, or not UTF-8. Correct it.' },
  'story-or-file': {
    exit: EXIT.usage,
    message: 'Give either --story or --file: the one is text, the other a report as JSON.',
  },
  'case-none': {
    exit: EXIT.usage,
    message:
      'This folder holds no case.json: its report belongs to no case, so nobody can be answered. Choose the folder of another report.',
  },
  'case-file-invalid': {
    exit: EXIT.partial,
    message:
      'The file about the case is not well-formed. Restore it from a copy, or open the report again into another folder.',
  },
  'reply-number-used': {
    exit: EXIT.usage,
    message:
      'A reply with this number was written to this case already. Choose a number that is free, or leave it out.',
  },
  'outbound-newer': {
    exit: EXIT.usage,
    message:
      'The file for the server holds records of a newer version, which would be lost. Choose another --outbound.',
  },
  'outbound-full': {
    exit: EXIT.usage,
    message: 'The file for the server is full. Deliver it, and choose another --outbound.',
  },

  'url-invalid': { exit: EXIT.usage, message: 'This is not the address of a server, such as https://example.org.' },
  'url-insecure': {
    exit: EXIT.usage,
    message: 'Without TLS others can read and change what is sent. Use the https or the onion address.',
  },
  network: {
    exit: EXIT.network,
    message: 'The server cannot be reached. Check the address and the connection, and try again.',
  },
  'answer-malformed': {
    exit: EXIT.network,
    message: 'The answer does not come from an Amparo server of this version. Check the address.',
  },
  'server-refused': { exit: EXIT.network, message: 'The server refused.' },
  'work-unsolved': {
    exit: EXIT.network,
    message: 'The proof of work that the server asks for could not be done in time. Try again in a few minutes.',
  },
  'sign-in-failed': {
    exit: EXIT.wrongKey,
    message:
      'Name, pass phrase and second factor do not fit together. The sign-in pass phrase is not that of the key file; a code is good once, so wait for the next; an account with a passkey signs in on the page only.',
  },
  'second-factor-wanted': {
    exit: EXIT.usage,
    message:
      'People sign in with a second factor: `amparo account invite NAME` prints a code for them. For a sign-in with a pass phrase alone add --without-second-factor.',
  },
  'audit-head-invalid': {
    exit: EXIT.usage,
    message: 'A head of the trail is 64 hexadecimal digits, as `amparo audit show` and the courier page print it.',
  },
  'transfer-cut': {
    exit: EXIT.network,
    message: 'The transfer stopped early. What came is kept; run the same command again to go on from there.',
  },
  'parcel-foreign': {
    exit: EXIT.usage,
    message: 'This file is not a sealed report (*.amparo). Choose another file.',
  },
  'pages-none': {
    exit: EXIT.usage,
    message: 'This folder holds no pages (*.html) to sign. Check its path.',
  },
  'page-name': {
    exit: EXIT.usage,
    message: 'A page to be signed has a name of up to 100 letters, digits, dots, dashes and underscores. Rename it.',
  },
  'log-none': {
    exit: EXIT.partial,
    message: "The office's roster names no public log. Ask the office why.",
  },
  'log-key-missing': {
    exit: EXIT.usage,
    message: 'This data folder holds no log key. Make one with `amparo log init`.',
  },
  'log-key-exists': {
    exit: EXIT.usage,
    message: 'There is a log key already, under another name. It stays: another key or name would be another log.',
  },
  'log-file-invalid': {
    exit: EXIT.partial,
    message: 'This is not the public half of a log, as `amparo log show` prints it. Get it again.',
  },
  'receipt-foreign': { exit: EXIT.usage, message: 'This file is not a receipt. Choose another file.' },
  'build-foreign': {
    exit: EXIT.partial,
    message: 'This is not the signed list of pages (build.json). Get it again from the office.',
  },
  'since-parcel': {
    exit: EXIT.usage,
    message:
      'This is a single sealed report, which does not come from a server. Give the bundle of your last fetch to --since.',
  },
  'part-of-other': {
    exit: EXIT.usage,
    message:
      'An unfinished transfer of another fetch is in the way. Finish it with the command that began it, delete it, or choose another --out.',
  },
} as const satisfies Record<string, Entry>;

export type FailureCode = keyof typeof FAILURES;

/** What the command line throws on its own account. `detail` may hold text from outside; it is made harmless. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly exit: ExitCode;

  constructor(code: FailureCode, detail?: string) {
    const { message, exit } = FAILURES[code];
    super(detail === undefined ? message : `${message} (${inert(detail)})`);
    this.code = code;
    this.exit = exit;
  }
}
