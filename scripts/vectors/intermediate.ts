import { concatBytes, toHex, utf8, type Bytes } from '../../crypto/bytes.ts';
import { deriveSubkey, SUBKEY, type EpochKeyPair } from '../../crypto/keys.ts';
import { openLetter } from '../../crypto/open-letter.ts';
import { KEM_CIPHERTEXT_BYTES as KEM_BYTES, openSlot, SLOT_BYTES } from '../../crypto/slots.ts';
import { sodium } from '../../crypto/sodium.ts';

const slotAt = (slot: number) => 16 + slot * SLOT_BYTES;

/** The values on the way to the report in a letter of 4 slots that addresses slot 0. */
export async function intermediate(letter: Bytes, key: EpochKeyPair): Promise<object> {
  const opened = await openLetter(letter, key);
  if (opened?.kind !== 'opened') throw new Error('a letter for this key expected');
  const { crypto_kem_xwing_dec, crypto_generichash } = await sodium();
  const slot = letter.subarray(slotAt(0), slotAt(1));
  const ciphertext = slot.subarray(0, KEM_BYTES);
  const sharedSecret = crypto_kem_xwing_dec(ciphertext, key.secretKey);
  const context = concatBytes(utf8('amparo/v1/slot'), Uint8Array.of(0), ciphertext, key.publicKey);
  const unwrapped = await openSlot(0, slot, key);
  return {
    sharedSecret: toHex(sharedSecret),
    wrapKey: toHex(crypto_generichash(32, context, sharedSecret)),
    share: toHex(unwrapped?.share ?? new Uint8Array()),
    fileKey: toHex(opened.fileKey),
    commitKey: toHex(await deriveSubkey(opened.fileKey, SUBKEY.commitment)),
    commit: toHex(letter.subarray(slotAt(4), slotAt(4) + 32)),
    streamKey: toHex(await deriveSubkey(opened.fileKey, SUBKEY.letterStream)),
  };
}
