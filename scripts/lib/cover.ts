import { letterCapacity, type LetterSize, type RandomBytes, type SlotCount } from '../../crypto/index.ts';

/** Cover letters at random times (SPEC.md, Cover letters). Whatever is random is drawn outside and given as `uniform`, from 0 to below 1. */
const DAY_MS = 86_400_000;

/** How many of a hundred letters have which size: reports seldom fill more than the smallest. */
const SIZES: readonly { readonly size: LetterSize; readonly share: number }[] = [
  { size: 32_768, share: 0.9 },
  { size: 131_072, share: 0.08 },
  { size: 524_288, share: 0.02 },
];

const MANTISSA_BYTES = 7; // 53 of their 56 bits: all that a number between 0 and 1 holds

/** A number from 0 to below 1, drawn evenly. */
export function drawUniform(random: RandomBytes): number {
  const value = random(MANTISSA_BYTES).reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
  return Number(value >> 3n) / 2 ** 53;
}

/** How long until the next letter, where `perDay` come on average and none knows of the others: a Poisson process has exponential gaps. */
export function nextGapMs(perDay: number, uniform: number): number {
  return (-Math.log1p(-uniform) * DAY_MS) / perDay;
}

/** The size of a letter; the smallest that holds the slots, where the one drawn does not. */
export function coverSize(slots: SlotCount, uniform: number): LetterSize {
  let below = 0;
  for (const { size, share } of SIZES) {
    below += share;
    if (uniform < below && letterCapacity(size, slots) >= 0) return size;
  }
  return 524_288;
}
