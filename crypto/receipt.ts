import * as z from 'zod/mini';

import { fromBase64, fromHex, toBase64, toHex, utf8, type Bytes } from './bytes.ts';
import { dayOf, isoDate, isoDateOfDay, type IsoDate } from './calendar.ts';
import { AmparoError } from './errors.ts';
import type { LogPublicKey, SigningSeed } from './keys.ts';
import { encodeLogEntry, type LogEntry } from './log-entry.ts';
import { NOTE_BYTES, type Note, type NoteContents } from './note.ts';
import { base64Bytes, parse } from './parse.ts';
import { envelopeSchema, openStatement, signStatement, statementOf, type Envelope } from './statement.ts';

/** SPEC.md, Receipt: the server's word that it holds a letter and will show it in the log. */
const HASH_HEX = /^[0-9a-f]{64}$/;

export const receiptSchema = z.strictObject({
  /** SHA-256 of the letter. */
  report: z.string().check(z.regex(HASH_HEX)),
  /** The evidence digest. */
  evidence: z.nullable(z.string().check(z.regex(HASH_HEX))),
  note: base64Bytes(NOTE_BYTES),
  day: isoDate,
  /** The last day on which the log may still lack it. */
  shown: isoDate,
});

export type Receipt = z.infer<typeof receiptSchema>;

/** The log is published once a day at least. */
const SHOWN_AFTER_DAYS = 1;

/** What the server promises for a letter that it took in on `day`, counted from 1970-01-01. */
export function receiptOf({ report, evidence }: NoteContents, note: Note | Bytes, day: number): Receipt {
  return {
    report: toHex(report),
    evidence: evidence && toHex(evidence),
    note: toBase64(note),
    day: isoDateOfDay(day),
    shown: isoDateOfDay(day + SHOWN_AFTER_DAYS),
  };
}

export function signReceipt(receipt: Receipt, logSeed: SigningSeed): Promise<Envelope> {
  return signStatement('receipt', receipt, logSeed);
}

/**
 * Throws as `openStatement`, and `receipt-invalid`: also where whoever holds the case code could not make these very bytes again from the
 * log, which shows their signature alone.
 */
export async function openReceipt(envelope: unknown, log: LogPublicKey): Promise<Receipt> {
  const receipt = await openStatement('receipt', envelope, log, receiptSchema, 'receipt-invalid');
  const again = receiptOf(
    { report: fromHex(receipt.report), evidence: receipt.evidence === null ? null : fromHex(receipt.evidence) },
    fromBase64(receipt.note),
    dayOf(new Date(receipt.day)),
  );
  const { payload } = parse(envelopeSchema, envelope, 'statement-malformed');
  if (payload !== toBase64(utf8(JSON.stringify(again)))) throw new AmparoError('receipt-invalid', 'payload');
  return receipt;
}

/**
 * The receipt that the server gave, from what the log shows and the case code opens. Throws `signature-invalid` where the entry does not
 * hold the signature of just this receipt.
 */
export async function rebuildReceipt(
  contents: NoteContents,
  shown: { readonly note: Bytes; readonly day: number; readonly signature: Bytes },
  log: LogPublicKey,
): Promise<{ readonly receipt: Receipt; readonly envelope: Envelope }> {
  const envelope = statementOf('receipt', receiptOf(contents, shown.note, shown.day), log, shown.signature);
  return { receipt: await openReceipt(envelope, log), envelope };
}

/** The signature in a receipt: 64 bytes. */
export function signatureIn(receipt: Envelope): Bytes {
  return fromBase64(receipt.signatures[0].sig);
}

/** The entry that the log must show for a receipt: just this one, or whoever holds the case code could not make the receipt again. */
export function entryOf(receipt: Receipt, envelope: Envelope): LogEntry {
  return encodeLogEntry({
    kind: 'received',
    day: dayOf(new Date(receipt.day)),
    note: fromBase64(receipt.note),
    signature: signatureIn(envelope),
  });
}

/** Whether a receipt is for this very letter and evidence. */
export function isReceiptFor(receipt: Receipt, { report, evidence }: NoteContents, note: Note): boolean {
  return (
    receipt.report === toHex(report) &&
    receipt.evidence === (evidence && toHex(evidence)) &&
    receipt.note === toBase64(note)
  );
}

export function reportIn(receipt: Receipt): Bytes {
  return fromHex(receipt.report);
}

/** Whether the log must show it by now. */
export function isDue(receipt: Receipt, today: IsoDate): boolean {
  return receipt.shown < today;
}
