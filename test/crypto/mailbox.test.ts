import { beforeAll, describe, expect, test } from 'vitest';

import {
  AmparoError,
  asLetter,
  caseOfReport,
  decodeOutbound,
  decodePoll,
  decodeReport,
  encodeOutbound,
  encodePoll,
  encodeReport,
  fromHex,
  isoDateOf,
  MAILBOX_BYTES,
  mailboxOf,
  missingReplies,
  newCaseSecret,
  openCase,
  openDirectory,
  openClosing,
  openMailbox,
  openOpened,
  openReply,
  POLL_BYTES,
  REPLY_BYTES,
  sealOpened,
  sealReply,
  signClosing,
  signingSeed,
  systemRandom,
  utf8,
  type Bytes,
  type Case,
  type Letter,
  type Reply,
  type Roster,
  type SigningSeed,
} from '../../crypto/index.ts';
import { makeOffice, someLetter } from '../server/office.ts';

let roster: Roster;
let mine: Case;
let other: Case;
let seed: SigningSeed;
let secondSeed: SigningSeed;

const DAY = 20_781;
const REPORT = fromHex('ab'.repeat(32));
const words = { number: 1, day: '2026-11-24', language: 'en', text: 'We are looking into it.' };

beforeAll(async () => {
  const { directory, charter, reviewers } = await makeOffice(['Counsellor', 'Investigator']);
  roster = (await openDirectory(directory, charter, isoDateOf(new Date()))).roster;
  [seed, secondSeed] = reviewers.map((reviewer) => reviewer.seed) as [SigningSeed, SigningSeed];
  [mine, other] = await Promise.all([openCase(newCaseSecret(systemRandom)), openCase(newCaseSecret(systemRandom))]);
});

const code = async (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof AmparoError ? error.code : String(error)),
  );
const to = (of: Case) => ({ locator: of.locator, replyKey: of.replyPublicKey });
const replyFor = (of: Case, contents = words, by = seed) => sealReply(contents, to(of), by, systemRandom);
const answerOf = (...replies: readonly Bytes[]): Bytes => {
  const answer = systemRandom(MAILBOX_BYTES / 2);
  const whole = new Uint8Array(MAILBOX_BYTES);
  whole.set(answer);
  whole.set(answer, MAILBOX_BYTES / 2);
  for (const [i, reply] of replies.entries()) whole.set(reply, i * REPLY_BYTES);
  return whole;
};

describe('a case', () => {
  test('gives the same keys from the same code, and others from another', async () => {
    const secret = newCaseSecret(systemRandom);
    expect(await openCase(secret)).toEqual(await openCase(secret));
    for (const member of ['locator', 'replyPublicKey', 'noteKey', 'openedKey', 'seed'] as const) {
      expect(mine[member]).not.toEqual(other[member]);
    }
    expect(await mailboxOf(mine.locator)).not.toEqual(mine.locator);
  });

  test('signs its reports, and is known by them', async () => {
    const bytes = await encodeReport({ version: 1, story: 'A border clerk asked for money.' }, mine);
    const known = await caseOfReport(bytes, decodeReport(bytes));
    expect(known).toEqual({ ...to(mine), openedKey: mine.openedKey });
    const plain = await encodeReport({ version: 1, story: 'No case.' });
    expect(await caseOfReport(plain, decodeReport(plain))).toBeNull();
  });

  test('is not claimed by somebody without its code, and no word of its report can be changed', async () => {
    const bytes = await encodeReport({ version: 1, story: 'A border clerk asked for money.' }, mine);
    const text = new TextDecoder().decode(bytes);
    const changes = [
      text.replace('money', 'honey'),
      text.replace(/,"signature":"[^"]+"/, ''),
      text.replace(/\}$/, ',"more":1}'),
      text.replace(/"signature":"[^"]+"/, `"signature":"${'A'.repeat(86)}=="`),
      text.replace('"version":1', '"version":1,"signature":"x"').replace(/("signature":")([A-Z])/, '$1a'),
    ];
    for (const changed of changes) {
      const altered = utf8(changed);
      expect(await code(caseOfReport(altered, decodeReport(altered)))).toBe('case-unproven');
    }
    const loose = utf8(text.replace('"locator":"', '"locator":" '));
    expect(await code(caseOfReport(loose, decodeReport(loose)))).toBe('case-invalid');
  });
});

describe('a reply', () => {
  test('opens for its case, says who wrote it, and is always of one size', async () => {
    for (const text of ['', words.text, 'x'.repeat(10_000), 'ა'.repeat(3_400)]) {
      const reply = await replyFor(mine, { ...words, text });
      expect(reply).toHaveLength(REPLY_BYTES);
      expect(await openReply(reply, mine, roster)).toMatchObject({ ...words, text, reviewer: { name: 'Counsellor' } });
    }
    expect(await code(replyFor(mine, { ...words, text: 'ა'.repeat(9_000) }))).toBe('reply-too-long');
    expect(await code(replyFor(mine, { ...words, text: 'a\ud800' }))).toBe('reply-invalid');
  });

  test('of somebody who is not on the roster is named and not shown', async () => {
    const forged = await replyFor(mine, words, signingSeed(systemRandom(32)));
    expect(await openMailbox(answerOf(forged), mine, roster)).toEqual({
      replies: [],
      refused: ['reply-unknown-reviewer'],
    });
  });

  test('of another case, or sealed here under the name of another mailbox, is named and not shown', async () => {
    const swapped = await replyFor(other);
    const reSealed = await sealReply(words, { ...to(mine), locator: other.locator }, seed, systemRandom);
    expect(await openMailbox(answerOf(swapped, reSealed), mine, roster)).toEqual({
      replies: [],
      refused: ['reply-of-another-case', 'reply-of-another-case'],
    });
  });

  test('altered anywhere is named or taken for filling, never shown', async () => {
    const reply = await replyFor(mine);
    for (const at of [0, 7, 8, 500, 1127, 1128, 9000, REPLY_BYTES - 1]) {
      const altered = reply.slice() as Reply;
      altered[at] = (altered[at] ?? 0) ^ 1;
      const { replies, refused } = await openMailbox(answerOf(altered), mine, roster);
      expect(replies).toEqual([]);
      expect(refused).toEqual(at < 8 ? [] : ['reply-of-another-case']);
    }
  });

  test('that comes twice is one; one that is kept back leaves a gap that is seen', async () => {
    const first = await replyFor(mine);
    const third = await replyFor(mine, { ...words, number: 3, text: 'Third.' });
    const byOther = await replyFor(mine, { ...words, number: 2, text: 'Mine.' }, secondSeed);
    const { replies } = await openMailbox(answerOf(third, first, first, byOther), mine, roster);
    expect(replies.map(({ number, reviewer }) => [reviewer.name, number])).toEqual([
      ['Counsellor', 1],
      ['Counsellor', 3],
      ['Investigator', 2],
    ]);
    expect(missingReplies(replies, '2026-11-01', '2026-11-24')).toEqual([
      { name: 'Counsellor', number: 2, mayHaveExpired: false },
      { name: 'Investigator', number: 1, mayHaveExpired: false },
    ]);
  });

  test('that is missing may have expired only where no older one of its writer is there, in a case that is old enough', async () => {
    const numbers = [3, 5];
    const made = await Promise.all(numbers.map((number) => replyFor(mine, { ...words, number })));
    const { replies } = await openMailbox(answerOf(...made), mine, roster);
    const expired = (begun: string | null, today: string) =>
      missingReplies(replies, begun, today).flatMap(({ number, mayHaveExpired }) => (mayHaveExpired ? [number] : []));
    expect(expired(null, '2026-11-24')).toEqual([1, 2]);
    expect(expired('2025-11-23', '2026-11-24')).toEqual([1, 2]);
    expect(expired('2025-11-24', '2026-11-24')).toEqual([]); // taken in that day, it is kept this day still
    expect(missingReplies(replies, null, '2026-11-24').map(({ number }) => number)).toEqual([1, 2, 4]);
  });

  test('an answer of another size is refused', async () => {
    expect(await code(openMailbox(systemRandom(1000), mine, roster))).toBe('mailbox-size');
  });
});

describe('asking and closing', () => {
  test('a question has one size, whatever it asks', () => {
    for (const page of [0, 7, 9_999]) {
      const poll = encodePoll({ locator: mine.locator, page });
      expect(poll).toHaveLength(POLL_BYTES);
      expect(decodePoll(poll)).toEqual({ locator: mine.locator, page });
    }
    expect(() => decodePoll(encodePoll({ locator: mine.locator, page: 10_000 }))).toThrow(AmparoError);
    expect(() => decodePoll(systemRandom(POLL_BYTES - 1))).toThrow(AmparoError);
  });

  test('only whoever holds the code closes a mailbox', async () => {
    const closing = await signClosing(mine);
    expect(await openClosing(closing)).toEqual(mine.locator);
    const forOther = closing.slice();
    forOther.set(other.locator);
    expect(await code(openClosing(forOther))).toBe('signature-invalid');
    expect(await code(openClosing(closing.slice(1)))).toBe('closing-malformed');
  });
});

describe('an opened mark', () => {
  test('tells its case who opened which letter', async () => {
    const mark = await sealOpened(REPORT, DAY, seed, mine.openedKey, systemRandom);
    expect(await openOpened(mark, DAY, mine.openedKey, roster)).toMatchObject({
      report: REPORT,
      reviewer: { name: 'Counsellor' },
    });
    expect(await openOpened(mark, DAY, other.openedKey, roster)).toBeNull();
    expect(await code(openOpened(mark, DAY + 1, mine.openedKey, roster))).toBe('signature-invalid');
    const forged = await sealOpened(REPORT, DAY, signingSeed(systemRandom(32)), mine.openedKey, systemRandom);
    expect(await code(openOpened(forged, DAY, mine.openedKey, roster))).toBe('opened-unknown-reviewer');
  });
});

describe('an outbound bundle', () => {
  test('gives back what was put in, and nothing where it was cut or altered', async () => {
    const reply = await replyFor(mine);
    const mark = await sealOpened(REPORT, DAY, seed, mine.openedKey, systemRandom);
    const outbound = {
      replies: [{ mailbox: await mailboxOf(mine.locator), reply }],
      opened: [{ day: DAY, mark }],
      letters: [asLetter(someLetter()), asLetter(someLetter(131_072))],
    };
    const bytes = encodeOutbound(outbound);
    expect(decodeOutbound(bytes)).toEqual(outbound);
    expect(decodeOutbound(encodeOutbound({}))).toEqual({ replies: [], opened: [], letters: [] });
    for (const letter of [someLetter().slice(1), new Uint8Array(32_768)]) {
      const wrong = encodeOutbound({ letters: [letter as Letter] });
      expect(() => decodeOutbound(wrong)).toThrow(expect.objectContaining({ code: 'outbound-malformed' }));
    }
    for (let cut = 0; cut < bytes.length; cut += cut < 100 ? 1 : 997) {
      expect(() => decodeOutbound(bytes.slice(0, cut))).toThrow(
        expect.objectContaining({ code: 'outbound-malformed' }),
      );
    }
    const longer = new Uint8Array(bytes.length + 1);
    longer.set(bytes);
    expect(() => decodeOutbound(longer)).toThrow(expect.objectContaining({ code: 'outbound-malformed' }));
  });
});
