import { allZero, slice } from './bytes.ts';
import { Refusal } from './refusal.ts';

// SPEC, Letter, Share; Opening, 5.
const MALFORMED = 'share-malformed';

export interface Share {
  readonly k: number;
  readonly index: number;
  readonly value: Uint8Array;
}

export function readShare(share: Uint8Array, slot: number, slots: number): Share {
  const [kind = 0, k = 0, index = 0] = share;
  if (!allZero(slice(share, 3, 5))) throw new Refusal(MALFORMED, 'reserved bytes are not zero');
  const isWhole = kind === 1 && k === 1 && index === 0;
  const isPart = kind === 2 && k >= 2 && k <= slots && index === slot + 1;
  if (!isWhole && !isPart) throw new Refusal(MALFORMED, `kind ${String(kind)}, k ${String(k)}, index ${String(index)}`);
  return { k, index, value: slice(share, 8, 32) };
}

/** f(0), byte by byte, by Lagrange's formula: in this field minus is plus, and plus is XOR. */
export function fileKeyOf(shares: readonly Share[]): Uint8Array {
  const [only] = shares;
  if (only?.k === 1) return only.value;
  return new Uint8Array(32).map((_, at) =>
    shares.reduce((sum, { index, value }) => {
      const others = shares.filter((other) => other.index !== index);
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
