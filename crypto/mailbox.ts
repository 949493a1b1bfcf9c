import { concatBytes, readU32, sized, u32, utf8, type Branded, type Bytes } from './bytes.ts';
import { dayOf, type IsoDate } from './calendar.ts';
import type { Case } from './case.ts';
import { AmparoError, type ErrorCode } from './errors.ts';
import { locator, SIGNING_KEY_BYTES, type Locator } from './keys.ts';
import { isReply, openReply, REPLY_BYTES, type OpenedReply } from './reply.ts';
import type { Roster } from './roster.ts';
import { sodium } from './sodium.ts';

/** SPEC.md, Mailbox: how a reporter asks for replies. Every question and every answer has one size. */
export const MAILBOX_REPLIES = 4;
export const MAILBOX_BYTES = MAILBOX_REPLIES * REPLY_BYTES;
export const POLL_BYTES = SIGNING_KEY_BYTES + 4;
const SIGNATURE_BYTES = 64;
export const CLOSING_BYTES = SIGNING_KEY_BYTES + SIGNATURE_BYTES;
const PAGES_MAX = 10_000;
/** How many days a server keeps a reply after the one on which it took it in. */
export const REPLY_DAYS = 365;

export interface Poll {
  readonly locator: Locator;
  /** 0: the newest replies; 1: those before them, and so on. */
  readonly page: number;
}

export function encodePoll({ locator: of, page }: Poll): Bytes {
  return concatBytes(of, u32(page));
}

/** Throws `poll-malformed`. */
export function decodePoll(bytes: Bytes): Poll {
  if (bytes.length !== POLL_BYTES) throw new AmparoError('poll-malformed');
  const page = readU32(bytes, SIGNING_KEY_BYTES);
  if (page >= PAGES_MAX) throw new AmparoError('poll-malformed');
  return { locator: locator(bytes.slice(0, SIGNING_KEY_BYTES)), page };
}

export type Closing = Branded<'Closing'>;
const closing = sized<'Closing'>('closing', CLOSING_BYTES);

/** The word of whoever holds the case code that its mailbox be emptied and take nothing more. */
export async function signClosing({ seed, locator: of }: Case): Promise<Closing> {
  const { crypto_sign_seed_keypair, crypto_sign_detached } = await sodium();
  return closing(concatBytes(of, crypto_sign_detached(closingBytes(of), crypto_sign_seed_keypair(seed).privateKey)));
}

/** The locator that is closed. Throws `closing-malformed` and `signature-invalid`. */
export async function openClosing(bytes: Bytes): Promise<Locator> {
  if (bytes.length !== CLOSING_BYTES) throw new AmparoError('closing-malformed');
  const of = locator(bytes.slice(0, SIGNING_KEY_BYTES));
  const { crypto_sign_verify_detached } = await sodium();
  const isSigned = crypto_sign_verify_detached(bytes.slice(SIGNING_KEY_BYTES), closingBytes(of), of);
  if (!isSigned) throw new AmparoError('signature-invalid');
  return of;
}

function closingBytes(of: Locator): Bytes {
  return concatBytes(utf8('amparo/v1/close-mailbox'), of);
}

export interface MailboxContents {
  /** Oldest first. */
  readonly replies: readonly OpenedReply[];
  /** What lay in the mailbox and is not shown, by name. */
  readonly refused: readonly ErrorCode[];
}

/** What of an answer claims to be a reply. Throws `mailbox-size`. */
export function repliesIn(answer: Bytes): readonly Bytes[] {
  if (answer.length !== MAILBOX_BYTES) throw new AmparoError('mailbox-size');
  const places = Array.from({ length: MAILBOX_REPLIES }, (_, i) =>
    answer.subarray(i * REPLY_BYTES, (i + 1) * REPLY_BYTES),
  );
  return places.filter(isReply);
}

/** Opens an answer to a poll. What is no reply is filling. Throws `mailbox-size`. */
export async function openMailbox(answer: Bytes, of: Case, roster: Roster): Promise<MailboxContents> {
  const replies: OpenedReply[] = [];
  const refused: ErrorCode[] = [];
  for (const bytes of repliesIn(answer)) {
    try {
      replies.push(await openReply(bytes, of, roster));
    } catch (error) {
      if (!(error instanceof AmparoError)) throw error;
      refused.push(error.code);
    }
  }
  return { replies: inOrder(replies), refused };
}

export interface MissingReply {
  readonly name: string;
  readonly number: number;
  /** Whether it may have been deleted for its age, as an honest server does: nobody can tell that from keeping it back. */
  readonly mayHaveExpired: boolean;
}

/**
 * Numbers that are missing below the highest of each reviewer's. One above a number that is there cannot have expired before it, and none
 * has in a case whose first report came less than {@link REPLY_DAYS} ago. `begun` is the day of that report, `null` where it is not known.
 */
export function missingReplies(
  replies: readonly OpenedReply[],
  begun: IsoDate | null,
  today: IsoDate,
): readonly MissingReply[] {
  const isOldEnough = begun === null || dayOf(new Date(begun)) + REPLY_DAYS < dayOf(new Date(today));
  const numbers = new Map<string, Set<number>>();
  for (const { reviewer, number } of replies) {
    numbers.set(reviewer.name, (numbers.get(reviewer.name) ?? new Set()).add(number));
  }
  return [...numbers].flatMap(([name, seen]) => {
    const lowest = Math.min(...seen);
    return Array.from({ length: Math.max(...seen) }, (_, i) => i + 1)
      .filter((number) => !seen.has(number))
      .map((number) => ({ name, number, mayHaveExpired: isOldEnough && number < lowest }));
  });
}

/** Oldest first, each once: a server may give one twice, also on different pages. */
export function inOrder(replies: readonly OpenedReply[]): readonly OpenedReply[] {
  const once = [...new Map(replies.map((reply) => [JSON.stringify(reply), reply])).values()];
  return once.sort(byDay);
}

function byDay(a: OpenedReply, b: OpenedReply): number {
  return a.day.localeCompare(b.day) || a.reviewer.name.localeCompare(b.reviewer.name) || a.number - b.number;
}
