import { concatBytes, toBase64, toHex, type Bytes } from '../../crypto/bytes.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { newEpochKeyPair, type EpochKeyPair } from '../../crypto/keys.ts';
import { openLetter, openWithReleases, type LetterShare } from '../../crypto/open-letter.ts';
import { SLOT_BYTES } from '../../crypto/slots.ts';
import { forgeLetter, namedRandom, type Addressed, type Forgery } from './forge.ts';
import { flipped, keyMember, reportMember, type Edit, type Vector, type Vectors } from './vector.ts';

const EPOCH = 82;
const SMALL = 32_768;
const slotAt = (slot: number) => 16 + slot * SLOT_BYTES;

interface Given {
  readonly slot: number;
  readonly wrapKey: Bytes;
  readonly from: string;
}

/** Vectors of kinds `letter` and `letter-together`, of letters to slots 0, 1 and 3 of 4 that take two or three together. */
export async function sharedLetterVectors(): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const random = await namedRandom('shared-letters');
  const keys = [await newEpochKeyPair(EPOCH, random), await newEpochKeyPair(EPOCH, random)] as const;
  const third = await newEpochKeyPair(EPOCH, random);
  const excluded = await newEpochKeyPair(EPOCH, random);
  const base: Forgery = {
    epoch: EPOCH,
    slots: 4,
    size: SMALL,
    threshold: 2,
    addressed: new Map([
      [0, { to: keys[0].publicKey }],
      [1, { to: keys[1].publicKey }],
      [3, { to: third.publicKey }],
    ]),
  };
  const seal = async (change: Partial<Forgery> = {}) => (await forgeLetter({ ...base, ...change }, random)).letter;

  const share = async (name: string, about: string, letter: Bytes, key: EpochKeyPair) => {
    const opened = await shareOf(letter, key);
    vectors.set(`letter-${name}`, {
      kind: 'letter',
      about,
      expect: 'opens',
      letter: toBase64(letter),
      key: keyMember(key),
      opens: {
        slot: opened.slot,
        threshold: opened.threshold,
        wrapKey: toHex(opened.wrapKey),
        readerKey: toHex(opened.readerKey),
      },
    });
  };
  const malformed = async (name: string, about: string, ...header: number[]) => {
    const bytes = concatBytes(Uint8Array.from(header), random(37));
    const letter = await seal({ addressed: new Map([[0, { to: keys[0].publicKey, share: bytes }]]) });
    vectors.set(`letter-${name}`, {
      kind: 'letter',
      about,
      expect: { error: 'share-malformed' },
      letter: toBase64(letter),
      key: keyMember(keys[0]),
    });
  };
  const two = await seal();
  const three = await seal({ threshold: 3 });
  await share('share', 'one share of two', two, keys[0]);
  await share('share-last', 'one share of three, in the last slot', three, third);
  vectors.set('letter-share-excluded', {
    kind: 'letter',
    about: 'a reviewer whom the reporter excluded, of a letter that takes two',
    expect: 'not for this key',
    letter: { of: 'letter-share', edits: [] },
    key: keyMember(excluded),
  });
  await malformed('share-part-of-none', 'a part of a key with threshold 0', 2, 0, 1);
  await malformed('share-part-of-one', 'a part of a key with threshold 1', 2, 1, 1);
  await malformed('share-part-of-many', 'a threshold over the number of slots', 2, 5, 1);
  await malformed('share-part-index-other', 'the index of the next slot', 2, 2, 2);

  const given = async (letter: Bytes, key: EpochKeyPair, from: string): Promise<Given> => ({
    ...(await shareOf(letter, key)),
    from,
  });
  const add = (
    name: string,
    about: string,
    releases: readonly Given[],
    more: { readonly expect: Vector['expect']; readonly letter: unknown; readonly opens?: object },
  ) => {
    vectors.set(`letter-together-${name}`, {
      kind: 'letter-together',
      about,
      ...more,
      releases: releases.map(({ slot, wrapKey, from }) => ({ slot, wrapKey: toHex(wrapKey), from })),
    });
  };
  const together = async (name: string, about: string, letter: Bytes, releases: readonly Given[]) => {
    const outcome = await openWithReleases(letter, releases as Parameters<typeof openWithReleases<string>>[1]);
    const opens = 'opened' in outcome ? reportMember(outcome.opened.report) : { missing: outcome.missing };
    const member = letter === two ? { of: 'letter-share', edits: [] } : toBase64(letter);
    add(name, about, releases, { expect: 'opens', letter: member, opens: { false: outcome.false, ...opens } });
  };
  const refuses = (
    name: string,
    about: string,
    error: ErrorCode,
    letter: string | { of: string; edits: readonly Edit[] },
    releases: readonly Given[],
  ) => {
    add(name, about, releases, { expect: { error }, letter });
  };

  const [one, other] = [await given(two, keys[0], 'first'), await given(two, keys[1], 'second')];
  const last = await given(two, third, 'third');
  const falseKey = { ...other, wrapKey: random(32) };
  await together('first-two', 'the first two of three', two, [one, other]);
  await together('first-last', 'the first and the last', two, [one, last]);
  await together('order', 'given the other way round', two, [last, one]);
  await together('all', 'more than it takes', two, [one, other, last]);
  const ofThree = await Promise.all([third, keys[1], keys[0]].map((key, i) => given(three, key, String(i))));
  await together('three', 'three of three', three, ofThree);
  await together('three-missing', 'two of three', three, ofThree.slice(0, 2));
  await together('missing', 'one of two', two, [one]);
  await together('nobody', 'nothing was given: at least one is missing', two, []);
  await together('same-twice', 'one slot given twice counts once', two, [one, { ...one, from: 'again' }]);
  await together('false', 'a wrap key that opens nothing names its giver', two, [one, falseKey]);
  await together('false-beside-true', 'the true one of a slot counts, the false one is named', two, [
    falseKey,
    one,
    { ...other, from: 'true' },
  ]);
  await together('slot-other', 'a true wrap key for another slot', two, [one, { ...other, slot: 3 }]);
  await together('slot-beyond', 'a slot that the letter does not have', two, [one, { ...other, slot: 4 }]);
  await together('letter-other', 'of another letter to the same reviewers', two, [
    one,
    await given(await seal(), keys[1], 'second'),
  ]);

  /** The second reviewer's share with a byte changed. */
  const changed = (at: number) =>
    seal({
      addressed: new Map<number, Addressed>([
        [0, { to: keys[0].publicKey }],
        [1, { to: keys[1].publicKey, share: (honest) => concatBytes(honest).fill(3, at, at + 1) }],
      ]),
    });
  const misfit = await changed(23);
  const pair = async (letter: Bytes) => [await given(letter, keys[0], 'first'), await given(letter, keys[1], 'second')];
  refuses('misfit', 'two true shares that do not fit', 'commitment-mismatch', toBase64(misfit), await pair(misfit));
  const strangers = await changed(39);
  refuses(
    'reader-key-differs',
    'two shares with two reader keys',
    'share-malformed',
    toBase64(strangers),
    await pair(strangers),
  );
  const disagreeing = await changed(1);
  refuses(
    'threshold-differs',
    'one share says two, the other three',
    'share-malformed',
    toBase64(disagreeing),
    await pair(disagreeing),
  );
  const edited = (edits: readonly Edit[]) => ({ of: 'letter-share', edits });
  refuses(
    'header-altered',
    'a third slot altered: both shares are true',
    'commitment-mismatch',
    edited([flipped(two, slotAt(2))]),
    [one, other],
  );
  refuses('stream-altered', 'the stream altered', 'stream-damaged', edited([flipped(two, SMALL - 1)]), [one, other]);
  refuses('cut', 'the last byte is missing', 'letter-size', edited([{ cut: SMALL - 1 }]), [one, other]);
  return vectors;
}

async function shareOf(letter: Bytes, key: EpochKeyPair): Promise<LetterShare> {
  const opened = await openLetter(letter, key);
  if (opened?.kind !== 'share') throw new Error('a share expected');
  return opened;
}
