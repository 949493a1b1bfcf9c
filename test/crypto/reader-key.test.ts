import { beforeAll, describe, expect, test } from 'vitest';

import {
  AmparoError,
  askCode,
  identityPublicKey,
  NO_ENTRY,
  newEpochKeyPair,
  openEntry,
  openLetter,
  readerKey,
  sealLetter,
  signEntry,
  signingPublicKey,
  signingSeed,
  signStatement,
  systemRandom,
  toBase64,
  utf8,
  waitingKeys,
  type JournalKeys,
  type LetterShare,
  type Reviewers,
  type SigningSeed,
} from '../../crypto/index.ts';

/** SPEC.md, Reader key: an excluded reviewer who asks for shares of the letter that is about them. */
const EPOCH = 82;
const AT = '2026-11-24T09:30Z';
const LETTER = 'ab'.repeat(32);

let asker: SigningSeed;
let excluded: SigningSeed;
let among: Reviewers;
let mine: LetterShare;
let theirs: LetterShare;

const identityOf = async (seed: SigningSeed) => identityPublicKey(await signingPublicKey(seed));

beforeAll(async () => {
  [asker, excluded] = [signingSeed(systemRandom(32)), signingSeed(systemRandom(32))];
  const identities = await Promise.all([asker, excluded].map(identityOf));
  const reviewers = identities.map((identity, slot) => ({ slot, identity: toBase64(identity) }));
  among = { reviewers } as unknown as Reviewers;
  const keys = [await newEpochKeyPair(EPOCH, systemRandom), await newEpochKeyPair(EPOCH, systemRandom)];
  const recipients = new Map(keys.map(({ publicKey }, i) => [i * 2, publicKey]));
  const addressing = { epoch: EPOCH, slots: 4 as const, threshold: 2, recipients };
  const letter = await sealLetter(utf8('{"version":1,"story":"."}'), addressing, systemRandom);
  const shares = await Promise.all(keys.map((key) => openLetter(letter, key)));
  const [first, second] = shares.map((share) => (share?.kind === 'share' ? share : expect.unreachable()));
  [mine, theirs] = [first ?? expect.unreachable(), second ?? expect.unreachable()];
});

/** Asks for the shares of a letter, in the journal, under what the asker holds of it. */
async function ask(seed: SigningSeed, about: JournalKeys) {
  const entry = { seed, number: 1, previous: NO_ENTRY, at: AT, about };
  return (await signEntry({ ...entry, content: { kind: 'ask-share', letter: LETTER } }, systemRandom)).envelope;
}

const reading = (held: JournalKeys) => (tag: string) => (tag === held.tag ? held.key : undefined);

describe('who is addressed by a letter', () => {
  test('can ask the others in the journal before it is open, and is believed by its seal', async () => {
    const entry = await openEntry(
      await ask(asker, await waitingKeys(mine.readerKey, LETTER)),
      among,
      reading(await waitingKeys(theirs.readerKey, LETTER)),
    );
    expect(entry.content).toEqual({ kind: 'ask-share', letter: LETTER });
  });

  test('shows it by a code, the same for all who are addressed and another for each asker', async () => {
    const [own, other] = await Promise.all([asker, excluded].map(identityOf));
    if (!own || !other) throw new Error('two identities expected');
    const code = await askCode(mine.readerKey, own);
    expect(code).toMatch(/^\d{5} \d{5}$/);
    expect(await askCode(theirs.readerKey, own)).toBe(code);
    // An excluded colleague who overhears it cannot use it.
    expect(await askCode(theirs.readerKey, other)).not.toBe(code);
  });
});

describe('who is excluded', () => {
  test('reads neither what is asked nor of which letter', async () => {
    const envelope = await ask(asker, await waitingKeys(mine.readerKey, LETTER));
    expect(JSON.stringify(envelope) + atob(envelope.payload)).not.toContain(LETTER);
    const entry = await openEntry(envelope, among, () => undefined);
    expect(entry.content).toBeNull();
  });

  test('cannot ask as if they were addressed, not even under a tag that they saw', async () => {
    const held = await waitingKeys(theirs.readerKey, LETTER);
    const guessed = await waitingKeys(readerKey(systemRandom(16)), LETTER);
    const opening = async (about: JournalKeys) => openEntry(await ask(excluded, about), among, reading(held));
    expect((await opening(guessed)).content).toBeNull();
    const refused = await opening({ tag: held.tag, key: guessed.key }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AmparoError);
    expect(refused).toMatchObject({ code: 'journal-damaged' });
  });

  test('cannot pass a request on as their own', async () => {
    const held = await waitingKeys(theirs.readerKey, LETTER);
    const envelope = await ask(asker, await waitingKeys(mine.readerKey, LETTER));
    const { sealed } = JSON.parse(atob(envelope.payload)) as { sealed: string };
    const own = await ask(excluded, {
      tag: held.tag,
      key: (await waitingKeys(readerKey(systemRandom(16)), LETTER)).key,
    });
    const payload = { ...(JSON.parse(atob(own.payload)) as object), sealed };
    const copied = await signStatement('journal', payload, excluded);
    await expect(openEntry(copied, among, reading(held))).rejects.toMatchObject({ code: 'journal-damaged' });
  });
});
