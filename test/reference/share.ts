import { allZero, concat, equal, slice, utf8 } from './bytes.ts';
import { blake2b256 } from './primitives.ts';
import { Refusal } from './refusal.ts';

// SPEC, Letter, Share; Opening, 5.
const MALFORMED = 'share-malformed';

export type Share =
  | { readonly k: 1; readonly index: 0; readonly fileKey: Uint8Array }
  | {
      readonly k: number;
      readonly index: number;
      readonly value: Uint8Array;
      readonly readerKey: Uint8Array;
    };

export function readShare(share: Uint8Array, slot: number, slots: number): Share {
  const [kind = 0, k = 0, index = 0] = share;
  if (kind === 1 && k === 1 && index === 0 && allZero(slice(share, 3, 5))) {
    return { k, index, fileKey: slice(share, 8, 32) };
  }
  if (kind === 2 && k >= 2 && k <= slots && index === slot + 1) {
    return { k, index, value: slice(share, 3, 21), readerKey: slice(share, 24, 16) };
  }
  throw new Refusal(MALFORMED, `kind ${String(kind)}, k ${String(k)}, index ${String(index)}`);
}

export function fileKeyOf(shares: readonly Share[]): Uint8Array {
  const [first] = shares;
  if (first === undefined) throw new RangeError('no shares');
  if ('fileKey' in first) return first.fileKey;
  const points = shares.flatMap((share) => ('value' in share ? [share] : []));
  const isOfOne = points.every(({ readerKey }) => equal(readerKey, first.readerKey));
  if (!isOfOne) throw new Refusal(MALFORMED, 'the shares have different reader keys');
  return blake2b256(secretOf(points), concat(utf8('amparo/v1/shared'), first.readerKey));
}

/** f(0), byte by byte, by Lagrange's formula: in this field minus is plus, and plus is XOR. */
function secretOf(points: readonly { readonly index: number; readonly value: Uint8Array }[]): Uint8Array {
  return new Uint8Array(21).map((_, at) =>
    points.reduce((sum, { index, value }) => {
      const others = points.filter((other) => other.index !== index);
      const basis = others.reduce((product, { index: x }) => times(product, times(x, inverse(x ^ index))), 1);
      return sum ^ times(value[at] ?? 0, basis);
    }, 0),
  );
}

/** GF(2^8) modulo x^8 + x^4 + x^3 + x + 1, bit by bit. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ (product & 0x80 ? 0x11b : 0);
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

/** The one by which it gives 1. */
function inverse(a: number): number {
  for (let b = 1; b < 256; b++) if (times(a, b) === 1) return b;
  throw new RangeError('zero has no inverse: two shares with one index');
}
