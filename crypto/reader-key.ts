import { concatBytes, utf8 } from './bytes.ts';
import { journalKeys, type JournalKeys } from './journal.ts';
import { FILE_KEY_BYTES, fileKey, type IdentityPublicKey, type ReaderKey } from './keys.ts';
import { sodium } from './sodium.ts';

/** SPEC.md, Reader key: what those whom a letter addresses can do together before it is open. */

/** How the letter, by its SHA-256 in hex, is named in the journal until it is open, and what is said of it then is sealed with. */
export async function waitingKeys(key: ReaderKey, letter: string): Promise<JournalKeys> {
  const { crypto_generichash } = await sodium();
  return journalKeys(fileKey(crypto_generichash(FILE_KEY_BYTES, utf8('amparo/v1/waiting'), key)), letter);
}

const CODE_BYTES = 5;
const CODE_DIGITS = 10;
const GROUP = /\d{5}(?=\d)/g;

/** Two groups of five digits by which a reviewer shows a colleague, by voice, that the letter addresses them too. */
export async function askCode(key: ReaderKey, asker: IdentityPublicKey): Promise<string> {
  const { crypto_generichash } = await sodium();
  const hash = crypto_generichash(FILE_KEY_BYTES, concatBytes(utf8('amparo/v1/ask'), asker), key);
  const number = hash.subarray(0, CODE_BYTES).reduce((value, byte) => value * 256 + byte, 0);
  return String(number % 10 ** CODE_DIGITS)
    .padStart(CODE_DIGITS, '0')
    .replace(GROUP, '$& ');
}
