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
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  if (folded.length < CHARACTERS_MIN) return null;
  const sketch = new Uint32Array(BINS).fill(EMPTY);
  for (let start = 0; start + SHINGLE_CHARACTERS <= folded.length; start++) {
    const hash = shingleHash(folded, start);
    const bin = hash % BINS;
    if (hash < (sketch[bin] ?? EMPTY)) sketch[bin] = hash;
  }
  return sketch;
}

/** Keys of which two texts that are nearly the same share at least one, with great likelihood. */
export function sketchKeys(sketch: Sketch): string[] {
  const keys: string[] = [];
  for (let bin = 0; bin < BINS; bin += BAND_BINS) {
    const band = sketch.subarray(bin, bin + BAND_BINS);
    if (!band.includes(EMPTY)) keys.push(`text:${String(bin)}:${band.join('.')}`);
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

/** FNV-1a over code units, then mixed (MurmurHash3's end), as the low bits choose the bin. */
function shingleHash(text: string, start: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < SHINGLE_CHARACTERS; i++) hash = Math.imul(hash ^ text.charCodeAt(start + i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
