import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';

import { concatBytes, toHex, u32, type Bytes } from '../../crypto/bytes.ts';
import { STAMP_PREFIX } from '../../crypto/stamp.ts';

const derive = promisify(pbkdf2);

/** Whether a counter would do for a letter's id at some cost: for stamps made with too little work. */
export async function doesStampHold(id: Bytes, counter: number, iterations: number): Promise<boolean> {
  const password = concatBytes(id.subarray(0, 16), u32(counter));
  return toHex(await derive(password, id.subarray(16), iterations, 32, 'sha256')).startsWith(STAMP_PREFIX);
}
