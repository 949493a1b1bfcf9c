import {
  caseOfReport,
  caseSecret,
  charterPublicKey,
  concatBytes,
  decodeLogEntry,
  decodePoll,
  decodeReport,
  fromHex,
  hasDigits,
  logPublicKey,
  mailboxOf,
  missingReplies,
  openCase,
  openClosing,
  openMailbox,
  openNote,
  openOpened,
  openReceipt,
  openReply,
  openRoster,
  readCodeDigits,
  readCodeWords,
  rebuildReceipt,
  REPLY_BYTES,
  toBase64,
  toHex,
  type Bytes,
  type Case,
  type Envelope,
  type Locator,
  type Roster,
} from '../../crypto/index.ts';
import { WORD_LISTS } from '../../client/shared/word-lists.ts';
import type { Edit, Vector } from '../../scripts/vectors/vector.ts';
import { applyEdits, bytesOf } from './vector-bytes.ts';

type All = ReadonlyMap<string, Vector>;

/** Runs the vectors of what passes between a reporter who comes back, the server, and the office. */
export const CASE_RUNNERS = {
  'case-code': runCode,
  case: runCase,
  'report-case': runReportCase,
  reply: runReply,
  note: runNote,
  receipt: runReceipt,
  'receipt-again': runReceiptAgain,
  'opened-mark': runMark,
  mailbox: runMailbox,
  poll: runPoll,
  closing: runClosing,
} as const;

async function runCode(vector: Vector): Promise<unknown> {
  const code = vector['code'] as string;
  const reading = hasDigits(code) ? await readCodeDigits(code) : readCodeWords(code, Object.values(WORD_LISTS));
  return 'secret' in reading ? { secret: toHex(reading.secret) } : reading;
}

async function runCase(vector: Vector): Promise<unknown> {
  const of = await caseIn(vector);
  return {
    locator: toHex(of.locator),
    replyKey: toBase64(of.replyPublicKey),
    noteKey: toHex(of.noteKey),
    openedKey: toHex(of.openedKey),
    mailbox: toHex(await mailboxOf(of.locator)),
  };
}

async function runReportCase(vector: Vector, all: All): Promise<unknown> {
  const bytes = bytesOf(vector, 'bytes', all);
  const known = await caseOfReport(bytes, decodeReport(bytes));
  if (known === null) return { case: null };
  const { locator, replyKey, openedKey } = known;
  return { case: { locator: toBase64(locator), replyKey: toBase64(replyKey), openedKey: toBase64(openedKey) } };
}

async function runReply(vector: Vector, all: All): Promise<unknown> {
  const opened = await openReply(bytesOf(vector, 'reply', all), await caseIn(vector), await rosterIn(vector));
  const shown = Object.entries({ ...opened, reviewer: opened.reviewer.name }).filter(([name]) => name !== 'mailbox');
  return Object.fromEntries(shown);
}

async function runNote(vector: Vector): Promise<unknown> {
  const opened = await openNote(hexIn(vector, 'note'), (await caseIn(vector)).noteKey);
  return opened && { report: toHex(opened.report), evidence: opened.evidence && toHex(opened.evidence) };
}

async function runReceipt(vector: Vector): Promise<unknown> {
  return { receipt: await openReceipt(vector['envelope'], logIn(vector)) };
}

async function runReceiptAgain(vector: Vector): Promise<unknown> {
  const entry = decodeLogEntry(hexIn(vector, 'entry'));
  if (entry.kind !== 'received') throw new Error('an entry of a letter expected');
  const contents = await openNote(entry.note, (await caseIn(vector)).noteKey);
  if (contents === null) return null;
  return { envelope: (await rebuildReceipt(contents, entry, logIn(vector))).envelope };
}

async function runMark(vector: Vector): Promise<unknown> {
  const { openedKey } = await caseIn(vector);
  const opened = await openOpened(hexIn(vector, 'mark'), vector['day'] as number, openedKey, await rosterIn(vector));
  return opened && { report: toHex(opened.report), reviewer: opened.reviewer.name };
}

async function runMailbox(vector: Vector, all: All): Promise<unknown> {
  const places = (vector['places'] as (string | null)[]).map((name) => {
    const reply = name === null ? null : all.get(name);
    return reply ? bytesOf(reply, 'reply', all) : new Uint8Array(REPLY_BYTES);
  });
  const answer = applyEdits(concatBytes(...places), (vector['edits'] ?? []) as Edit[]);
  const { replies, refused } = await openMailbox(answer, await caseIn(vector), await rosterIn(vector));
  return {
    replies: replies.map(({ reviewer, number }) => ({ reviewer: reviewer.name, number })),
    refused,
    missing: missingReplies(replies, vector['begun'] as string | null, vector['today'] as string),
  };
}

async function runPoll(vector: Vector): Promise<unknown> {
  const { locator, page } = decodePoll(hexIn(vector, 'poll'));
  return { ...(await named(locator)), page };
}

async function runClosing(vector: Vector): Promise<unknown> {
  return named(await openClosing(hexIn(vector, 'closing')));
}

async function named(locator: Locator): Promise<object> {
  return { locator: toHex(locator), mailbox: toHex(await mailboxOf(locator)) };
}

function caseIn(vector: Vector): Promise<Case> {
  return openCase(caseSecret(hexIn(vector, 'secret')));
}

async function rosterIn(vector: Vector): Promise<Roster> {
  const charter = charterPublicKey(hexIn(vector, 'charter'));
  return openRoster(vector['roster'] as Envelope, charter, vector['today'] as string);
}

function logIn(vector: Vector) {
  return logPublicKey(hexIn(vector, 'publicKey'));
}

function hexIn(vector: Vector, member: string): Bytes {
  return fromHex(vector[member] as string);
}
