import {
  fingerprint,
  fingerprintWords,
  identityPublicKey,
  openKeyFile,
  type Argon2id,
  type Bytes,
  type IsoDate,
  type KeyFileRole,
  type Keys,
  type RandomBytes,
  readKeyFileHeader,
} from '../../../../crypto/index.ts';
import { WORD_LISTS } from '../../../shared/word-lists.ts';
import type { Fingerprint, PassphraseOf } from '../../calls/ceremony-calls.ts';
import { CallError } from '../../calls/line.ts';

/** What a ceremony needs of the machine that it is held on. */
export interface Means {
  readonly argon2id: Argon2id;
  readonly random: RandomBytes;
  readonly today: () => IsoDate;
}

/** No file of an office comes near this. */
const TEXT_FILE_BYTES_MAX = 4_194_304;

/** Opens a key file of one role. Throws as `openKeyFile`, and `key-of-reviewer`, `key-is-charter`, before the pass phrase is tried. */
export async function openKeyOf(
  role: KeyFileRole,
  { file, passphrase }: PassphraseOf,
  { argon2id }: Means,
): Promise<Keys> {
  const text = await textOf(file);
  if (readKeyFileHeader(text).role !== role) {
    throw new CallError({ code: role === 'charter' ? 'key-of-reviewer' : 'key-is-charter' });
  }
  return openKeyFile(text, passphrase, argon2id);
}

/** Throws `file-of-no-office` where it is too large to be any file of an office. */
export async function textOf(file: Blob): Promise<string> {
  if (file.size > TEXT_FILE_BYTES_MAX) throw new CallError({ code: 'file-of-no-office' });
  return file.text();
}

export async function fingerprintOf(publicKey: Bytes): Promise<Fingerprint> {
  const key = identityPublicKey(publicKey);
  return { digits: await fingerprint(key), words: await fingerprintWords(key, WORD_LISTS.en) };
}
