import { epochKeyPair, epochSecretKey, fromBase64, openLetter, type Bytes } from '../../../crypto/index.ts';
import type { OpenerKey } from './protocol.ts';

export const OPENED_LETTER_BYTES = 32_768;
export const OPENED_SLOTS = 8;

/** Opens letters, one after the other and again from the start, for some time. Letter i is addressed in slot i mod 8. */
export async function openLetters(
  letters: Bytes,
  key: OpenerKey,
  slotIsKnown: boolean,
  milliseconds: number,
): Promise<{ readonly opened: number; readonly milliseconds: number }> {
  const pair = await epochKeyPair(key.epoch, epochSecretKey(fromBase64(key.secretKey)));
  const count = letters.length / OPENED_LETTER_BYTES;
  const started = performance.now();
  let opened = 0;
  while (performance.now() - started < milliseconds) {
    const i = opened % count;
    const letter = letters.slice(i * OPENED_LETTER_BYTES, (i + 1) * OPENED_LETTER_BYTES);
    const outcome = await openLetter(letter, pair, slotIsKnown ? i % OPENED_SLOTS : 0);
    if (outcome?.kind !== 'opened') throw new Error('not for this key');
    opened += 1;
  }
  return { opened, milliseconds: performance.now() - started };
}
