import { combine } from 'shamir-secret-sharing';

import { concatBytes, isZero, utf8, type Branded, type Bytes, type RandomBytes } from './bytes.ts';
import { AmparoError } from './errors.ts';
import {
  FILE_KEY_BYTES,
  fileKey,
  newFileKey,
  READER_KEY_BYTES,
  readerKey,
  type FileKey,
  type ReaderKey,
} from './keys.ts';
import { sodium } from './sodium.ts';

/** What a slot seals (SPEC.md, Share): the file key, or one part of a secret, of which as many as the threshold give it. */
export type Share = Branded<'Share'>;

const KIND_WHOLE_KEY = 1;
const KIND_PART = 2;
const WHOLE_KEY_HEADER_BYTES = 8;
const PART_HEADER_BYTES = 3;
const WHOLE_KEY_INDEX = 0;
/** All that a share has room for beside the reader key: 168 bits. */
const SECRET_BYTES = 21;
export const SHARE_BYTES = WHOLE_KEY_HEADER_BYTES + FILE_KEY_BYTES;

/** A point of the polynomial over GF(2^8) whose value at 0 is the secret. */
interface Point {
  readonly index: number;
  readonly value: Bytes;
}

/** What a slot held. `threshold`: how many shares of the letter open it. */
export type ReadShare = WholeKey | Part;

interface WholeKey {
  readonly kind: 'whole';
  readonly threshold: 1;
  readonly fileKey: FileKey;
}

interface Part extends Point {
  readonly kind: 'part';
  readonly threshold: number;
  /** The same in every share: known to those whom the letter addresses, before it is open. */
  readonly readerKey: ReaderKey;
}

/** A share of kind 1: the file key itself. */
export function wholeKeyShare(key: FileKey): Share {
  return concatBytes(Uint8Array.of(KIND_WHOLE_KEY, 1, WHOLE_KEY_INDEX, 0, 0, 0, 0, 0), key) as Share;
}

export interface KeyAndShares {
  readonly fileKey: FileKey;
  /** Of all slots, in order, whether or not anybody is addressed there. */
  readonly shares: readonly Share[];
}

/** A new file key, and shares of which as many as the threshold give it. */
export async function newKeyAndShares(slots: number, threshold: number, random: RandomBytes): Promise<KeyAndShares> {
  if (threshold > 1) return newSharedKey(slots, threshold, random);
  const key = newFileKey(random);
  return { fileKey: key, shares: Array.from({ length: slots }, () => wholeKeyShare(key)) };
}

/**
 * The first `threshold - 1` values are drawn, and with the secret they decide the
 * others: the same distribution as drawn coefficients, by interpolation alone.
 */
async function newSharedKey(slots: number, threshold: number, random: RandomBytes): Promise<KeyAndShares> {
  const secret = random(SECRET_BYTES);
  const common = readerKey(random(READER_KEY_BYTES));
  const points: Point[] = [{ index: 0, value: secret }];
  while (points.length < threshold) points.push({ index: points.length, value: random(SECRET_BYTES) });
  const shares: Share[] = [];
  for (let slot = 0; slot < slots; slot += 1) {
    const index = indexOf(slot);
    const { value } = points[index] ?? { value: await valueAt(index, points) };
    shares.push(concatBytes(Uint8Array.of(KIND_PART, threshold, index), value, common) as Share);
  }
  return { fileKey: await sharedFileKey(secret, common), shares };
}

/** What slot `slot` of `slots` held. Throws `share-malformed`. */
export function readShare(share: Share, slot: number, slots: number): ReadShare {
  const [kind, threshold = 0, index = 0] = share;
  if (kind === KIND_WHOLE_KEY && threshold === 1 && index === WHOLE_KEY_INDEX) {
    if (isZero(share.subarray(PART_HEADER_BYTES, WHOLE_KEY_HEADER_BYTES))) {
      return { kind: 'whole', threshold, fileKey: fileKey(share.slice(WHOLE_KEY_HEADER_BYTES)) };
    }
  } else if (kind === KIND_PART && threshold >= 2 && threshold <= slots && index === indexOf(slot)) {
    const end = PART_HEADER_BYTES + SECRET_BYTES;
    const value = share.slice(PART_HEADER_BYTES, end);
    return { kind: 'part', threshold, index, value, readerKey: readerKey(share.slice(end)) };
  }
  throw new AmparoError('share-malformed');
}

/**
 * The file key, from as many shares of one letter as their threshold. Throws `share-malformed` where they cannot be of one key; others that do not fit
 * give another key, which the commitment tells.
 */
export async function keyFrom(shares: readonly ReadShare[]): Promise<FileKey> {
  const [first] = shares;
  if (first?.threshold !== shares.length) throw new RangeError('shares: as many as their threshold expected');
  if (first.kind === 'whole') return first.fileKey;
  const { memcmp } = await sodium();
  const isOfFirst = (share: ReadShare): share is Part =>
    share.kind === 'part' && memcmp(share.readerKey, first.readerKey);
  const parts = shares.filter(isOfFirst);
  if (parts.length < shares.length) throw new AmparoError('share-malformed', 'reader key');
  return sharedFileKey(await valueAt(0, parts), first.readerKey);
}

/** Every slot has its own, so that no two shares of a letter can have the same. */
function indexOf(slot: number): number {
  return slot + 1;
}

/** The package interpolates at 0; adding in GF(2^8) is XOR, so points moved by `index` give the value there. */
async function valueAt(index: number, points: readonly Point[]): Promise<Bytes> {
  const moved = points.map((point) => concatBytes(point.value, Uint8Array.of(point.index ^ index)));
  return new Uint8Array(await combine(moved));
}

async function sharedFileKey(secret: Bytes, common: ReaderKey): Promise<FileKey> {
  const { crypto_generichash } = await sodium();
  return fileKey(crypto_generichash(FILE_KEY_BYTES, concatBytes(utf8('amparo/v1/shared'), common), secret));
}
