import { combine } from 'shamir-secret-sharing';

import { concatBytes, isZero, type Branded, type Bytes, type RandomBytes } from './bytes.ts';
import { AmparoError } from './errors.ts';
import { FILE_KEY_BYTES, fileKey, type FileKey } from './keys.ts';

/** What a slot seals (SPEC.md, Share): the file key, or one part of it, of which as many as the threshold give it. */
export type Share = Branded<'Share'>;

const HEADER_BYTES = 8;
const RESERVED_OFFSET = 3;
export const SHARE_BYTES = HEADER_BYTES + FILE_KEY_BYTES;

const KIND_WHOLE_KEY = 1;
const KIND_PART = 2;
const WHOLE_KEY_INDEX = 0;

/** A point of the polynomial over GF(2^8) whose value at 0 is the file key. */
export interface SharePoint {
  readonly index: number;
  readonly value: Bytes;
}

export interface ReadShare extends SharePoint {
  /** How many shares of the letter open it. */
  readonly threshold: number;
}

/** A share of kind 1: the file key itself. */
export function wholeKeyShare(key: FileKey): Share {
  return encode(KIND_WHOLE_KEY, 1, { index: WHOLE_KEY_INDEX, value: key });
}

/**
 * The shares of all slots, in order, whether or not anybody is addressed there. The first `threshold - 1` values are drawn, and with the file
 * key they decide the others: the same distribution as drawn coefficients, by interpolation alone.
 */
export async function sharesFor(
  slots: number,
  threshold: number,
  key: FileKey,
  random: RandomBytes,
): Promise<readonly Share[]> {
  if (threshold === 1) return Array.from({ length: slots }, () => wholeKeyShare(key));
  const points: SharePoint[] = [{ index: 0, value: key }];
  while (points.length < threshold) points.push({ index: points.length, value: random(FILE_KEY_BYTES) });
  const shares: Share[] = [];
  for (let slot = 0; slot < slots; slot += 1) {
    const index = indexOf(slot);
    const point = points[index] ?? { index, value: await valueAt(index, points) };
    shares.push(encode(KIND_PART, threshold, point));
  }
  return shares;
}

/** What slot `slot` of `slots` held. Throws `share-malformed`. */
export function readShare(share: Share, slot: number, slots: number): ReadShare {
  const [kind, threshold = 0, index = 0] = share;
  const isWellFormed =
    isZero(share.subarray(RESERVED_OFFSET, HEADER_BYTES)) &&
    ((kind === KIND_WHOLE_KEY && threshold === 1 && index === WHOLE_KEY_INDEX) ||
      (kind === KIND_PART && threshold >= 2 && threshold <= slots && index === indexOf(slot)));
  if (!isWellFormed) throw new AmparoError('share-malformed');
  return { threshold, index, value: share.slice(HEADER_BYTES) };
}

/** The file key, from as many shares of one letter as their threshold. Shares that do not fit each other give another key: the commitment tells. */
export async function keyFrom(shares: readonly ReadShare[]): Promise<FileKey> {
  const [first] = shares;
  if (first?.threshold !== shares.length) throw new RangeError('shares: as many as their threshold expected');
  return fileKey(first.threshold === 1 ? first.value : await valueAt(0, shares));
}

/** Every slot has its own, so that no two shares of a letter can have the same. */
function indexOf(slot: number): number {
  return slot + 1;
}

/** The package interpolates at 0; adding in GF(2^8) is XOR, so points moved by `index` give the value there. */
async function valueAt(index: number, points: readonly SharePoint[]): Promise<Bytes> {
  const moved = points.map((point) => concatBytes(point.value, Uint8Array.of(point.index ^ index)));
  return new Uint8Array(await combine(moved));
}

function encode(kind: number, threshold: number, { index, value }: SharePoint): Share {
  return concatBytes(Uint8Array.of(kind, threshold, index, 0, 0, 0, 0, 0), value) as Share;
}
