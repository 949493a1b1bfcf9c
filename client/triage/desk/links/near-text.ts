/**
 * Near-duplicates of a text: the same story sent twice, or copied with small changes. MinHash in one permutation (Li, Owen, Zhang, 2012): the
 * hash of every shingle falls into a bin, which keeps its least. Two texts that share most shingles share most bins, in any script.
 */
const BINS = 64;
const BAND_BINS = 4;
const SHINGLE_CHARACTERS = 8;
/** Shorter texts are alike by chance. */
const CHARACTERS_MIN = 120;
const EMPTY = 0xffffffff;
/** Share of the bins from which two texts count as nearly the same. */
const NEAR = 0.5;

export type Sketch = Uint32Array;

/** `null` where the text is too short to tell. */
export function sketchOf(text: string): Sketch | null {
  const plain = text.normalize('NFKC').toLowerCase();
  const sketch = new Uint32Array(BINS).fill(EMPTY);
  const shingle = new Uint16Array(SHINGLE_CHARACTERS); // a ring of the last characters
  let rolling = 0;
  let count = 0;
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at);
    if (isPassedOver(code)) continue;
    const place = count % SHINGLE_CHARACTERS;
    rolling = (Math.imul(rolling, BASE) + code - Math.imul(shingle[place] ?? 0, LEAVING)) | 0;
    shingle[place] = code;
    count += 1;
    if (count < SHINGLE_CHARACTERS) continue;
    const hash = mixed(rolling);
    const bin = hash % BINS;
    if (hash < (sketch[bin] ?? EMPTY)) sketch[bin] = hash;
  }
  return count < CHARACTERS_MIN ? null : sketch;
}

/** Spaces and punctuation, of the scripts that have their own as well: copies differ in them most. */
function isPassedOver(code: number): boolean {
  if (code < 0x80) return code < 0x30 || (code > 0x39 && code < 0x61) || code > 0x7a;
  return (code >= 0x2000 && code < 0x2070) || (code >= 0x3000 && code < 0x3040) || code === 0x60c || code === 0xa0;
}

/** Keys of which two texts that are nearly the same share at least one, with great likelihood. */
export function sketchKeys(sketch: Sketch): string[] {
  const keys: string[] = [];
  for (let bin = 0; bin < BINS; bin += BAND_BINS) {
    const band = sketch.subarray(bin, bin + BAND_BINS);
    if (!band.includes(EMPTY))
      keys.push(`text:${String(bin)}:${String(band.reduce((key, hash) => mixed(key ^ hash), 0))}`);
  }
  return keys;
}

/** How much of two texts is the same, by their bins: 0 to 1. */
export function nearness(a: Sketch, b: Sketch): number {
  const filled = a.reduce((count, hash, bin) => count + Number(hash !== EMPTY || b[bin] !== EMPTY), 0);
  const same = a.reduce((count, hash, bin) => count + Number(hash !== EMPTY && hash === b[bin]), 0);
  return filled === 0 ? 0 : same / filled;
}

export function isNearText(a: Sketch, b: Sketch): boolean {
  return nearness(a, b) >= NEAR;
}

/** Rabin and Karp's rolling hash: each shingle costs the same, however long. */
const BASE = 0x01000193;
const LEAVING = Array.from({ length: SHINGLE_CHARACTERS }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** MurmurHash3's end, as the low bits choose the bin. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
