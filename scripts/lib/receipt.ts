import {
  AmparoError,
  fromBase64,
  isReceiptFor,
  logPublicKey,
  openReceipt,
  type Envelope,
  type LogPublicKey,
  type Note,
  type NoteContents,
  type Roster,
} from '../../crypto/index.ts';
import type { Outcome } from './command.ts';
import { EXIT, Failure, type ExitCode } from './failure.ts';
import { exists, SECRET_MODE, writeWhole } from './files.ts';

export const RECEIPT_OPTION = ['--receipt-out <FILE>', 'save the receipt of the server as JSON'] as const;

/** What came of the server's word that it holds a letter. */
export type ReceiptCheck =
  /** None came, and the roster names no log. */
  | { readonly state: 'none' }
  /** None came, though the roster names a log. */
  | { readonly state: 'missing' }
  /** One came, but the roster names no log whose signature it could be. */
  | { readonly state: 'unchecked'; readonly envelope: Envelope }
  | { readonly state: 'good'; readonly envelope: Envelope }
  | { readonly state: 'refused'; readonly envelope: Envelope; readonly code: string };

/** Holds a receipt against the log key of the roster, and against the letter that was sent. */
export async function checkReceipt(
  envelope: Envelope | undefined,
  roster: Roster,
  contents: NoteContents,
  note: Note,
): Promise<ReceiptCheck> {
  const log = logKeyOf(roster);
  if (envelope === undefined) return { state: log === null ? 'none' : 'missing' };
  if (log === null) return { state: 'unchecked', envelope };
  try {
    const isOurs = isReceiptFor(await openReceipt(envelope, log), contents, note);
    return isOurs ? { state: 'good', envelope } : { state: 'refused', envelope, code: 'receipt-of-another' };
  } catch (error) {
    if (error instanceof AmparoError) return { state: 'refused', envelope, code: error.code };
    throw error;
  }
}

/** The key of the office's log, or `null` where its roster names none. */
function logKeyOf({ log }: Roster): LogPublicKey | null {
  return log === undefined ? null : logPublicKey(fromBase64(log.publicKey));
}

const LINES = {
  none: [],
  missing: ['Warning: the server gave no receipt, though the office has a log. The report may not be shown there.'],
  unchecked: ['The server gave a receipt, but the list of reviewers names no log to check it against.'],
  good: ['The receipt of the server is good: the report must be in the log by the day after tomorrow.'],
  refused: ['Warning: the receipt of the server is not good. Tell the office, and keep the receipt.'],
} as const satisfies Record<ReceiptCheck['state'], readonly string[]>;

/** Throws `file-exists`, before anything is sent. */
export async function requireReceiptPlace(out: string | undefined): Promise<void> {
  if (out !== undefined && (await exists(out))) throw new Failure('file-exists', out);
}

/** Saves the receipt where that is wanted, good or not: one that is not good shows what the server did. */
export async function concludeReceipt(
  check: ReceiptCheck,
  out: string | undefined,
): Promise<Outcome & { readonly exit: ExitCode }> {
  const envelope = 'envelope' in check ? check.envelope : null;
  if (out !== undefined && envelope !== null) {
    await writeWhole(out, `${JSON.stringify(envelope)}\n`, { mode: SECRET_MODE, replace: false });
  }
  const isLacking = out !== undefined && envelope === null;
  const isFaulty = check.state === 'missing' || check.state === 'refused' || isLacking;
  return {
    lines: [
      ...LINES[check.state],
      ...(isLacking ? [`No receipt came, so ${out} was not written.`] : []),
      ...(out !== undefined && envelope !== null ? [`The receipt is in ${out}.`] : []),
    ],
    json: {
      receipt: check.state,
      ...(check.state === 'refused' && { receiptRefused: check.code }),
      ...(out !== undefined && envelope !== null && { receiptFile: out }),
    },
    exit: isFaulty ? EXIT.partial : EXIT.ok,
  };
}
