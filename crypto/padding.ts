import { concatBytes, isZero, readU32, u32, type Bytes } from './bytes.ts';
import { AmparoError } from './errors.ts';

export const LENGTH_BYTES = 4;

/** `u32(length) || content || zeros`, `total` bytes in all (SPEC.md, Padding). The caller has chosen a `total` that fits. */
export function pad(content: Uint8Array, total: number): Bytes {
  const zeros = total - LENGTH_BYTES - content.length;
  if (zeros < 0) throw new RangeError(`total: ${String(content.length)} bytes of content do not fit ${String(total)}`);
  return concatBytes(u32(content.length), content, new Uint8Array(zeros));
}

/** The content of a padded plaintext. Throws `length-out-of-range` and `padding-not-zero`. */
export function unpad(padded: Bytes): Bytes {
  const end = LENGTH_BYTES + readU32(padded, 0);
  if (end > padded.length) throw new AmparoError('length-out-of-range');
  if (!isZero(padded.subarray(end))) throw new AmparoError('padding-not-zero');
  return padded.subarray(LENGTH_BYTES, end);
}

/**
 * Rounds a count up so that its lowest bits tell little: Padme, from "Reducing Metadata Leakage from Encrypted Files and
 * Communication with PURBs" (Nikitin et al., 2019), section 4. At most 12% more.
 */
export function padme(count: number): number {
  const exponent = Math.floor(Math.log2(count));
  if (exponent < 1) return count;
  const keptBits = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** Math.max(0, exponent - keptBits);
  return Math.ceil(count / step) * step;
}
