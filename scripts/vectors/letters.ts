import { concatBytes, toBase64, toHex, utf8, type Bytes } from '../../crypto/bytes.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { newEpochKeyPair, type EpochKeyPair } from '../../crypto/keys.ts';
import { letterCapacity, type SlotCount } from '../../crypto/letter.ts';
import { openLetter } from '../../crypto/open-letter.ts';
import { SLOT_BYTES } from '../../crypto/slots.ts';
import { forgeLetter, namedRandom, type Forgery } from './forge.ts';
import { intermediate } from './intermediate.ts';
import { flipped, keyMember, reportMember, type Edit, type Vector, type Vectors } from './vector.ts';

const EPOCH = 82; // November 2026
const SMALL = 32_768;
const MIDDLE = 131_072;
const LARGE = 524_288;
const slotAt = (slot: number) => 16 + slot * SLOT_BYTES;
const KEM_BYTES = 1120;

/** All vectors of kind `letter`. Reviewers sit in slots 0 and 2 of 4; `excluded` is a reviewer whom the letters do not address. */
export async function letterVectors(): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const random = await namedRandom('letters');
  const first = await newEpochKeyPair(EPOCH, random);
  const second = await newEpochKeyPair(EPOCH, random);
  const excluded = await newEpochKeyPair(EPOCH, random);
  const to = (share?: Bytes) => ({ to: first.publicKey, ...(share && { share }) });
  const base: Forgery = {
    epoch: EPOCH,
    slots: 4,
    size: SMALL,
    addressed: new Map([
      [0, to()],
      [2, { to: second.publicKey }],
    ]),
  };

  const add = (name: string, vector: Omit<Vector, 'kind'>) => {
    vectors.set(`letter-${name}`, { kind: 'letter', ...vector } as Vector);
  };
  const seal = async (change: Partial<Forgery>) => (await forgeLetter({ ...base, ...change }, random)).letter;
  const opens = async (name: string, about: string, change: Partial<Forgery>, key: EpochKeyPair = first) => {
    const letter = await seal(change);
    const opened = await openLetter(letter, key);
    if (opened?.kind !== 'opened') throw new Error(`${name} does not open`);
    add(name, {
      about,
      expect: 'opens',
      letter: toBase64(letter),
      key: keyMember(key),
      opens: { slot: opened.slot, ...reportMember(opened.report) },
    });
    return letter;
  };
  const refuses = async (name: string, about: string, error: ErrorCode, change: Partial<Forgery>) => {
    add(name, { about, expect: { error }, letter: toBase64(await seal(change)), key: keyMember(first) });
  };
  const edited = (
    name: string,
    about: string,
    expect: Vector['expect'],
    edits: readonly Edit[],
    of = 'letter-opens',
    key: EpochKeyPair = first,
  ) => {
    add(name, { about, expect, letter: { of, edits }, key: keyMember(key) });
  };
  const error = (code: ErrorCode) => ({ error: code });

  const good = await opens('opens', 'the smallest letter, 4 slots, addressed to slots 0 and 2', {});
  vectors.set('letter-opens', {
    ...vectors.get('letter-opens'),
    intermediate: await intermediate(good, first),
  } as Vector);
  edited('opens-second', 'the same letter, opened by the reviewer of slot 2', 'opens', [], 'letter-opens', second);
  vectors.set('letter-opens-second', {
    ...vectors.get('letter-opens-second'),
    opens: { ...(vectors.get('letter-opens')?.['opens'] as object), slot: 2 },
  } as Vector);

  // Who can open
  edited('excluded', 'a reviewer whom the reporter excluded', 'not for this key', [], 'letter-opens', excluded);
  edited('wrong-epoch', 'the right key pair, held for another month', error('wrong-epoch'), [], 'letter-opens', {
    ...first,
    epoch: EPOCH - 1,
  });
  for (const slots of [8, 16] as const) {
    await opens(`opens-${String(slots)}-slots`, 'addressed to the last slot alone', {
      slots,
      addressed: new Map([[slots - 1, to()]]),
    });
  }
  await opens('opens-32-slots', 'with 32 slots the smallest letter has 131,072 bytes', {
    slots: 32,
    size: MIDDLE,
    addressed: new Map([[31, to()]]),
  });
  await opens('opens-two-shares', 'two slots address one key: the first is taken', {
    addressed: new Map([
      [1, to()],
      [3, to()],
    ]),
  });

  // Sizes
  const fill = (size: number, slots: SlotCount) => {
    const frame = utf8('{"version":1,"story":""}').length;
    return utf8(JSON.stringify({ version: 1, story: 'x'.repeat(letterCapacity(size, slots) - frame) }));
  };
  const oneMore = (bytes: Bytes) => concatBytes(bytes.subarray(0, -2), utf8('x"}'));
  await opens('full-small', 'a report that fills 32,768 bytes to the last one', { report: fill(SMALL, 4) });
  await opens('full-small-and-one', 'one byte more: 131,072', { size: MIDDLE, report: oneMore(fill(SMALL, 4)) });
  await opens('full-middle', 'a report that fills 131,072 bytes to the last one', {
    size: MIDDLE,
    report: fill(MIDDLE, 4),
  });
  await opens('full-middle-and-one', 'one byte more: 524,288', { size: LARGE, report: oneMore(fill(MIDDLE, 4)) });
  await opens('full-large', 'a report that fills 524,288 bytes to the last one', {
    size: LARGE,
    report: fill(LARGE, 4),
  });
  edited('empty', 'no bytes at all', error('letter-size'), [{ cut: 0 }]);
  edited('cut-one', 'the last byte is missing', error('letter-size'), [{ cut: SMALL - 1 }]);
  edited('one-more', 'one byte too many', error('letter-size'), [{ append: '00' }]);
  edited('header-only', 'cut before the stream', error('letter-size'), [{ cut: slotAt(4) + 32 }]);
  edited(
    'cut-to-size',
    'a large letter cut to another permitted size',
    error('stream-damaged'),
    [{ cut: MIDDLE }],
    'letter-full-large',
  );
  edited('grown-to-size', 'a small letter filled with zeros to another permitted size', error('stream-damaged'), [
    { zeros: MIDDLE - SMALL },
  ]);

  // Preamble
  edited('magic-first', 'first byte of the magic altered', error('letter-malformed'), [flipped(good, 0)]);
  edited('magic-kind', 'the magic of a bundle', error('letter-malformed'), [{ at: 6, write: '01' }]);
  edited('magic-version', 'version 2', error('letter-malformed'), [{ at: 7, write: '02' }]);
  edited('epoch-altered', 'another month in the preamble', error('wrong-epoch'), [flipped(good, 11)]);
  edited(
    'epoch-altered-key-too',
    'another month in the preamble, and a key held for it',
    error('commitment-mismatch'),
    [{ at: 8, write: '00000053' }],
    'letter-opens',
    { ...first, epoch: 83 },
  );
  edited('slots-zero', 'no slots', error('letter-malformed'), [{ at: 12, write: '00' }]);
  edited('slots-five', 'a number of slots that is not permitted', error('letter-malformed'), [{ at: 12, write: '05' }]);
  edited('slots-too-many', 'more slots than the letter holds', error('letter-malformed'), [{ at: 12, write: '20' }]);
  edited('slots-doubled', '8 slots said, 4 written', error('commitment-mismatch'), [{ at: 12, write: '08' }]);
  for (const at of [13, 14, 15]) {
    edited(`reserved-${String(at)}`, `reserved byte ${String(at)} is not zero`, error('letter-malformed'), [
      { at, write: '01' },
    ]);
  }

  // Slots
  edited('own-ciphertext', 'own slot: X25519 part altered', 'not for this key', [
    flipped(good, slotAt(0) + KEM_BYTES - 1),
  ]);
  edited('own-ciphertext-ml-kem', 'own slot: ML-KEM part altered', 'not for this key', [flipped(good, slotAt(0))]);
  edited('own-share', 'own slot: sealed share altered', 'not for this key', [flipped(good, slotAt(0) + KEM_BYTES)]);
  edited('own-share-tag', 'own slot: tag altered', 'not for this key', [flipped(good, slotAt(1) - 1)]);
  edited('other-slot', 'a filled slot altered', error('commitment-mismatch'), [flipped(good, slotAt(1))]);
  edited('slots-reordered', 'own slot exchanged with another', 'not for this key', [
    { swap: [slotAt(0), slotAt(1)], length: SLOT_BYTES },
  ]);
  edited('others-reordered', 'two other slots exchanged', error('commitment-mismatch'), [
    { swap: [slotAt(1), slotAt(3)], length: SLOT_BYTES },
  ]);
  edited('slot-copied', 'own slot written over the next', error('commitment-mismatch'), [
    { at: slotAt(1), write: toHex(good.subarray(slotAt(0), slotAt(1))) },
  ]);

  // X25519 points of low order make decapsulation fail: they address nobody, and must not stop the others
  const noPoint = (slot: number) => [{ at: slotAt(slot) + KEM_BYTES - 32, write: '00'.repeat(32) }];
  edited('own-point-low-order', 'own slot: X25519 part zero', 'not for this key', noPoint(0));
  const addressedLater = { addressed: new Map([[3, to()]]) };
  await opens('opens-last', 'addressed to the last slot', addressedLater);
  edited(
    'earlier-point-low-order',
    'an earlier slot has an X25519 part of zero',
    error('commitment-mismatch'),
    noPoint(1),
    'letter-opens-last',
  );

  // Share
  const share = (...header: number[]) => concatBytes(Uint8Array.from(header), random(32));
  const withShare = (bytes: Bytes) => ({ addressed: new Map([[0, to(bytes)]]) });
  await refuses('share-kind-0', 'a share of kind 0', 'share-malformed', withShare(share(0, 1, 0, 0, 0, 0, 0, 0)));
  await refuses(
    'share-kind-2',
    'a part of a key, with the index that would be the key itself',
    'share-malformed',
    withShare(share(2, 2, 0, 0, 0, 0, 0, 0)),
  );
  await refuses(
    'share-kind-255',
    'a share of an unknown kind',
    'share-malformed',
    withShare(share(255, 1, 0, 0, 0, 0, 0, 0)),
  );
  await refuses(
    'share-threshold',
    'a whole key with threshold 2',
    'share-malformed',
    withShare(share(1, 2, 0, 0, 0, 0, 0, 0)),
  );
  await refuses('share-index', 'a whole key with index 1', 'share-malformed', withShare(share(1, 1, 1, 0, 0, 0, 0, 0)));
  await refuses(
    'share-reserved-first',
    'reserved byte of the share is not zero',
    'share-malformed',
    withShare(share(1, 1, 0, 1, 0, 0, 0, 0)),
  );
  await refuses(
    'share-reserved-last',
    'reserved byte of the share is not zero',
    'share-malformed',
    withShare(share(1, 1, 0, 0, 0, 0, 0, 1)),
  );
  await refuses(
    'share-other-key',
    'a file key that the letter was not sealed with',
    'commitment-mismatch',
    withShare(share(1, 1, 0, 0, 0, 0, 0, 0)),
  );

  // Commitment and stream
  const commitAt = slotAt(4);
  const streamAt = commitAt + 32;
  edited('commitment', 'the commitment altered', error('commitment-mismatch'), [flipped(good, commitAt)]);
  edited('commitment-end', 'its last byte altered', error('commitment-mismatch'), [flipped(good, streamAt - 1)]);
  edited('stream-first', 'first byte of the stream altered', error('stream-damaged'), [flipped(good, streamAt)]);
  edited('stream-tag', 'last byte of the stream altered', error('stream-damaged'), [flipped(good, SMALL - 1)]);
  edited(
    'chunks-swapped',
    'two chunks exchanged',
    error('stream-damaged'),
    [{ swap: [streamAt, streamAt + 65_536], length: 65_536 }],
    'letter-full-large',
  );
  await refuses('final-missing', 'the last chunk is not marked as last', 'stream-damaged', {
    place: (index) => [index, false],
  });
  await refuses('final-early', 'the first of two chunks is marked as last, the last is not', 'stream-damaged', {
    size: MIDDLE,
    place: (index) => [index, index === 0],
  });
  await refuses('final-twice', 'both chunks are marked as last', 'stream-damaged', {
    size: MIDDLE,
    place: (index) => [index, true],
  });
  await refuses('counter-from-one', 'chunks counted from 1', 'stream-damaged', {
    place: (index, count) => [index + 1, index === count - 1],
  });

  // Padding and contents
  await refuses('length-one-too-many', 'length one byte more than there is', 'length-out-of-range', {
    statedLength: letterCapacity(SMALL, 4) + 1,
  });
  await refuses('length-max', 'length 2^32 - 1', 'length-out-of-range', { statedLength: 2 ** 32 - 1 });
  await refuses('length-short', 'length shorter than the report', 'padding-not-zero', { statedLength: 10 });
  await refuses('padding-first', 'first byte of the padding is not zero', 'padding-not-zero', {
    padding: new Map([[0, 1]]),
  });
  await refuses('padding-last', 'last byte of the padding is not zero', 'padding-not-zero', {
    padding: new Map([[-1, 0x80]]),
  });
  await opens('report-empty', 'a report of no bytes: the letter opens, the report is refused later', {
    report: utf8(''),
  });
  await opens('report-not-text', 'a report that is not UTF-8: the letter opens', {
    report: Uint8Array.of(0xff, 0xfe, 0x00),
  });
  return vectors;
}
