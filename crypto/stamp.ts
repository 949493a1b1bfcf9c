import { concatBytes, toHex, u32, type Bytes } from './bytes.ts';
import { AmparoError } from './errors.ts';

/**
 * SPEC.md, Stamp: work done for one letter, without a server. 256 tries of 40,000 iterations on average, eight times what the form
 * does on a calm server, since it cannot rise with the load: some 3 s of one desktop core, half a minute on an old phone, while
 * checking one takes 10 ms.
 */
export const STAMP_ITERATIONS = 40_000;
export const STAMP_PREFIX = '00';
export const STAMP_BYTES = 4;

const HALF_ID_BYTES = 16;
const KEY_BYTES = 32;

export interface Stamp {
  /** The number that was found. */
  readonly counter: number;
}

/** The work to do for the letter whose SHA-256 is `id`, in the words of altcha's challenges. */
export function stampParameters(id: Bytes) {
  return {
    algorithm: 'PBKDF2/SHA-256',
    cost: STAMP_ITERATIONS,
    keyLength: KEY_BYTES,
    keyPrefix: STAMP_PREFIX,
    nonce: toHex(id.subarray(0, HALF_ID_BYTES)),
    salt: toHex(id.subarray(HALF_ID_BYTES)),
  } as const;
}

/** Throws `stamp-invalid` where a stamp does not hold for the letter whose SHA-256 is `id`. */
export async function checkStamp(id: Bytes, { counter }: Stamp): Promise<void> {
  const password = concatBytes(id.subarray(0, HALF_ID_BYTES), u32(counter));
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const salt = id.slice(HALF_ID_BYTES);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: STAMP_ITERATIONS };
  const derived = toHex(new Uint8Array(await subtle.deriveBits(derivation, key, KEY_BYTES * 8)));
  if (!derived.startsWith(STAMP_PREFIX)) throw new AmparoError('stamp-invalid');
}
