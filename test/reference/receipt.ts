import { allZero, bigEndian, concat, equal, fromHex, hex, slice, toBase64, utf8 } from './bytes.ts';
import { date } from './calendar.ts';
import type { Case } from './case.ts';
import { base64, members, text } from './json.ts';
import { openXChaCha } from './primitives.ts';
import { Refusal } from './refusal.ts';
import type { Roster } from './roster.ts';
import { openStatement } from './statement.ts';
import { verifyStrictly } from './verify-strictly.ts';

// SPEC, Note, Receipt, Opened mark, Log entries.
const INVALID = 'receipt-invalid';
const DAY_MS = 86_400_000;
const TYPE = 'application/vnd.amparo.receipt+json';

export interface Note {
  readonly report: Uint8Array;
  readonly evidence: Uint8Array | null;
}

export function openNote(note: Uint8Array, noteKey: Uint8Array): Note | null {
  const opened = openSealed(note, noteKey);
  if (opened?.length !== 64) return null;
  const evidence = slice(opened, 32, 32);
  return { report: slice(opened, 0, 32), evidence: allZero(evidence) ? null : evidence };
}

function openSealed(sealed: Uint8Array, key: Uint8Array): Uint8Array | null {
  return openXChaCha(key, slice(sealed, 0, 24), sealed.slice(24));
}

export function openReceipt(envelope: unknown, log: Uint8Array): unknown {
  const { payload, payloadBytes } = openStatement(envelope, 'receipt', log);
  const found = members(payload, ['report', 'evidence', 'note', 'day', 'shown'], [], INVALID);
  const hash = (value: unknown) => {
    const digits = text(value, 64, 64, INVALID);
    if (!/^[0-9a-f]*$/.test(digits)) throw new Refusal(INVALID, 'a hash');
    return fromHex(digits);
  };
  const evidence = found['evidence'] === null ? null : hash(found['evidence']);
  const note = base64(found['note'], 104, INVALID);
  const day = Date.parse(date(found['day'], INVALID)) / DAY_MS;
  date(found['shown'], INVALID);
  if (!equal(payloadOf({ report: hash(found['report']), evidence }, note, day), payloadBytes)) {
    throw new Refusal(INVALID, 'other bytes than can be made again');
  }
  return payload;
}

function payloadOf({ report, evidence }: Note, note: Uint8Array, day: number): Uint8Array {
  const dayOf = (days: number) => new Date(days * DAY_MS).toISOString().slice(0, 10);
  const digest = evidence === null ? 'null' : `"${hex(evidence)}"`;
  const [first, second] = [dayOf(day), dayOf(day + 1)];
  return utf8(
    `{"report":"${hex(report)}","evidence":${digest},"note":"${toBase64(note)}","day":"${first}","shown":"${second}"}`,
  );
}

/** The receipt, made again from an entry of the log; null where its note is not of this case. */
export function receiptAgain(entry: Uint8Array, of: Case, log: Uint8Array): unknown {
  if (entry.length !== 173 || (entry[0] !== 1 && entry[0] !== 2))
    throw new Refusal('log-entry-malformed', 'length or kind');
  const note = slice(entry, 5, 104);
  const contents = openNote(note, of.noteKey);
  if (contents === null) return null;
  const day = new DataView(slice(entry, 1, 4).buffer).getUint32(0);
  const payload = payloadOf(contents, note, day);
  const signatures = [{ keyid: hex(log), sig: toBase64(slice(entry, 109, 64)) }];
  const envelope = { payloadType: TYPE, payload: toBase64(payload), signatures };
  openReceipt(envelope, log);
  return envelope;
}

export function openMark(mark: Uint8Array, day: number, of: Case, roster: Roster) {
  const opened = openSealed(mark, of.openedKey);
  if (opened === null) return null;
  const [identity, report] = [slice(opened, 0, 32), slice(opened, 32, 32)];
  const reviewer = roster.reviewers.find((each) => equal(each.identity, identity));
  if (reviewer === undefined) throw new Refusal('opened-unknown-reviewer', 'not on the roster');
  const signed = concat(utf8('amparo/v1/opened'), bigEndian(day, 4), report);
  if (!verifyStrictly(slice(opened, 64, 64), signed, identity)) throw new Refusal('signature-invalid', 'of the mark');
  return { report: hex(report), reviewer: reviewer.name };
}
