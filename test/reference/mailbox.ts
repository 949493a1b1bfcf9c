import { concat, equal, hex, readBigEndian, slice, utf8 } from './bytes.ts';
import { mailboxOf, type Case } from './case.ts';
import { Refusal } from './refusal.ts';
import { openReply, REPLY_BYTES, REPLY_MAGIC, type Reply } from './reply.ts';
import type { Roster } from './roster.ts';
import { verifyStrictly } from './verify-strictly.ts';

// SPEC, Mailbox.
const PLACES = 4;
const DAYS_KEPT = 365;
const DAY_MS = 86_400_000;

export function openMailbox(answer: Uint8Array, of: Case, roster: Roster, begun: string | null, today: string) {
  if (answer.length !== PLACES * REPLY_BYTES) throw new Refusal('mailbox-size', String(answer.length));
  const found = new Map<string, Reply>();
  const refused: string[] = [];
  for (let place = 0; place < PLACES; place += 1) {
    const bytes = slice(answer, place * REPLY_BYTES, REPLY_BYTES);
    if (!equal(bytes.slice(0, REPLY_MAGIC.length), REPLY_MAGIC)) continue;
    try {
      const reply = openReply(bytes, of, roster);
      found.set(JSON.stringify(reply), reply);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(error.code);
    }
  }
  const replies = [...found.values()].map(({ reviewer, number }) => ({ reviewer, number }));
  return { replies, refused, missing: missingIn(replies, begun, today) };
}

function missingIn(replies: { reviewer: string; number: number }[], begun: string | null, today: string) {
  const isOld = begun === null || Date.parse(today) - Date.parse(begun) > DAYS_KEPT * DAY_MS;
  return [...new Set(replies.map(({ reviewer }) => reviewer))].flatMap((name) => {
    const there = replies.filter(({ reviewer }) => reviewer === name).map(({ number }) => number);
    const missing: { name: string; number: number; mayHaveExpired: boolean }[] = [];
    for (let number = 1; number < Math.max(...there); number += 1) {
      const isBelowAll = there.every((each) => each > number);
      if (!there.includes(number)) missing.push({ name, number, mayHaveExpired: isOld && isBelowAll });
    }
    return missing;
  });
}

export function readPoll(poll: Uint8Array) {
  const page = poll.length === 36 ? Number(readBigEndian(slice(poll, 32, 4))) : 10_000;
  if (page >= 10_000) throw new Refusal('poll-malformed', 'length or page');
  return { ...named(slice(poll, 0, 32)), page };
}

export function openClosing(closing: Uint8Array) {
  if (closing.length !== 96) throw new Refusal('closing-malformed', String(closing.length));
  const locator = slice(closing, 0, 32);
  const signed = concat(utf8('amparo/v1/close-mailbox'), locator);
  if (!verifyStrictly(slice(closing, 32, 64), signed, locator))
    throw new Refusal('signature-invalid', 'of the closing');
  return named(locator);
}

function named(locator: Uint8Array) {
  return { locator: hex(locator), mailbox: hex(mailboxOf(locator)) };
}
