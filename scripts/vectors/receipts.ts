import { fromHex, toBase64, toHex, type Bytes } from '../../crypto/bytes.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { logPublicKey } from '../../crypto/keys.ts';
import { coverEntry, encodeLogEntry } from '../../crypto/log-entry.ts';
import { emptyNote, sealNote } from '../../crypto/note.ts';
import { sealOpened } from '../../crypto/opened.ts';
import { rebuildReceipt, receiptOf, signatureIn, signReceipt } from '../../crypto/receipt.ts';
import { signStatement, type Envelope } from '../../crypto/statement.ts';
import { correspondence, type Correspondence } from './correspondence.ts';
import { flipped, type Vector, type Vectors } from './vector.ts';

const DAY = 20_781;
const REPORT = fromHex('ab'.repeat(32));
const EVIDENCE = fromHex('cd'.repeat(32));

/** All vectors of kinds `note`, `receipt`, `receipt-again` and `opened-mark`: what the log shows to whoever has the code. */
export async function receiptVectors(): Promise<Vectors> {
  const all = await correspondence('receipt');
  return new Map([
    ...(await noteVectors(all)),
    ...(await signedVectors(all)),
    ...(await againVectors(all)),
    ...(await markVectors(all)),
  ]);
}

type Outcome = object | 'not for this key' | { readonly error: ErrorCode };

/** A vector that opens to an object, or does not. */
function vector(kind: string, about: string, input: object, outcome: Outcome): Vector {
  if (outcome === 'not for this key') return { kind, about, expect: outcome, ...input };
  if ('error' in outcome) return { kind, about, expect: { error: outcome.error }, ...input };
  return { kind, about, expect: 'opens', ...input, opens: outcome };
}

async function noteVectors({ random, secret, otherSecret, mine }: Correspondence): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const add = (name: string, about: string, note: Bytes, outcome: Outcome, by = secret) => {
    vectors.set(`note-${name}`, vector('note', about, { note: toHex(note), secret: toHex(by) }, outcome));
  };
  const good = await sealNote({ report: REPORT, evidence: EVIDENCE }, mine.noteKey, random);
  const opens = { report: toHex(REPORT), evidence: toHex(EVIDENCE) };
  add('opens', 'a letter with evidence', good, opens);
  const without = await sealNote({ report: REPORT, evidence: null }, mine.noteKey, random);
  add('evidence-none', 'a letter without', without, { ...opens, evidence: null });
  add('case-other', 'with the code of another case', good, 'not for this key', otherSecret);
  add('empty', 'of a letter without a case', emptyNote(random), 'not for this key');
  add('altered', 'one bit of it', bent(good, 60), 'not for this key');
  add('cut', '103 bytes', good.slice(0, -1), 'not for this key');
  return vectors;
}

async function signedVectors({ random, mine, log, stranger }: Correspondence): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const add = (name: string, about: string, envelope: Envelope, outcome: Outcome) => {
    const input = { envelope, publicKey: toHex(log.publicKey) };
    vectors.set(`receipt-${name}`, vector('receipt', about, input, outcome));
  };
  const contents = { report: REPORT, evidence: EVIDENCE };
  const note = await sealNote(contents, mine.noteKey, random);
  const receipt = receiptOf(contents, note, DAY);
  const without = receiptOf({ ...contents, evidence: null }, note, DAY);
  const sign = (payload: object) => signStatement('receipt', payload, log.seed);

  add('opens', 'of a letter with evidence', await sign(receipt), { receipt });
  add('evidence-none', 'of a letter without', await sign(without), { receipt: without });
  add('signer-stranger', 'signed by another log', await signReceipt(receipt, stranger.seed), {
    error: 'signature-invalid',
  });
  const exchanged = { ...(await sign(receipt)), payload: (await sign(without)).payload };
  add('payload-exchanged', 'another payload under the signature', exchanged, { error: 'signature-invalid' });
  add('kind-other', 'a statement of another kind', await signStatement('reply', receipt, log.seed), {
    error: 'statement-kind',
  });
  const invalid = async (name: string, about: string, payload: object) => {
    add(name, about, await sign(payload), { error: 'receipt-invalid' });
  };
  const { shown, ...rest } = receipt;
  await invalid('order', 'its members in another order', { shown, ...rest });
  await invalid('shown-late', 'to be shown a day later than all', { ...receipt, shown: '2026-11-26' });
  await invalid('shown-missing', 'no day to be shown by', rest);
  await invalid('member-unknown', 'a member too many', { ...receipt, size: 1 });
  await invalid('note-short', 'a note of 103 bytes', { ...receipt, note: toBase64(note.slice(1)) });
  await invalid('report-capitals', 'a hash in capitals', { ...receipt, report: receipt.report.toUpperCase() });
  await invalid('day-impossible', 'a day that does not exist', { ...receipt, day: '2026-02-30' });
  return vectors;
}

async function againVectors({ random, secret, otherSecret, mine, log, stranger }: Correspondence): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const add = (name: string, about: string, entry: Bytes, outcome: Outcome, by = secret) => {
    const input = { entry: toHex(entry), secret: toHex(by), publicKey: toHex(log.publicKey) };
    vectors.set(`receipt-again-${name}`, vector('receipt-again', about, input, outcome));
  };
  const contents = { report: REPORT, evidence: EVIDENCE };
  const note = await sealNote(contents, mine.noteKey, random);
  const signatureBy = async (of: typeof contents, seed = log.seed) =>
    signatureIn(await signReceipt(receiptOf(of, note, DAY), seed));
  const entryWith = (signature: Bytes, day = DAY) => encodeLogEntry({ kind: 'received', day, note, signature });
  const signature = await signatureBy(contents);
  const good = entryWith(signature);
  const { envelope } = await rebuildReceipt(contents, { note, day: DAY, signature }, logPublicKey(log.publicKey));

  add('opens', 'from the entry of a letter', good, { envelope });
  add('case-other', 'with the code of another case', good, 'not for this key', otherSecret);
  add('cover', 'an entry for no letter', await coverEntry(random, DAY), 'not for this key');
  const copied = entryWith(await signatureBy({ ...contents, report: random(32) }));
  add('note-copied', 'the note, beside the signature for a letter of somebody else', copied, {
    error: 'signature-invalid',
  });
  const foreign = entryWith(await signatureBy(contents, stranger.seed));
  add('signer-stranger', 'signed by another log', foreign, { error: 'signature-invalid' });
  add('day-other', 'of another day than was signed', entryWith(signature, DAY + 1), { error: 'signature-invalid' });
  add('cut', '172 bytes', good.slice(0, -1), { error: 'log-entry-malformed' });
  const unknown = good.slice();
  unknown[0] = 3;
  add('kind-unknown', 'an entry of kind 3', unknown, { error: 'log-entry-malformed' });
  return vectors;
}

async function markVectors(all: Correspondence): Promise<Vectors> {
  const { random, secret, otherSecret, mine, reviewer, stranger, roster } = all;
  const vectors: Vectors = new Map();
  const add = (name: string, about: string, mark: Bytes, outcome: Outcome, { day = DAY, by = secret } = {}) => {
    const input = { mark: toHex(mark), day, secret: toHex(by), ...roster };
    vectors.set(`opened-mark-${name}`, vector('opened-mark', about, input, outcome));
  };
  const good = await sealOpened(REPORT, DAY, reviewer.seed, mine.openedKey, random);
  add('opens', 'that a reviewer has opened a letter', good, { report: toHex(REPORT), reviewer: 'Counsellor' });
  add('case-other', 'with the code of another case', good, 'not for this key', { by: otherSecret });
  add('altered', 'one bit of it', bent(good, 100), 'not for this key');
  add('cut', '167 bytes', good.slice(0, -1), 'not for this key');
  add('day-other', 'shown with another day', good, { error: 'signature-invalid' }, { day: DAY + 1 });
  const unknown = await sealOpened(REPORT, DAY, stranger.seed, mine.openedKey, random);
  add('signer-stranger', 'by nobody on the roster', unknown, { error: 'opened-unknown-reviewer' });
  return vectors;
}

function bent(bytes: Bytes, at: number): Bytes {
  const edit = flipped(bytes, at);
  if (!('write' in edit)) throw new Error('a bit is written');
  const altered = bytes.slice();
  altered.set(fromHex(edit.write), at);
  return altered;
}
