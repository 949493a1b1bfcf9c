import { blake2b } from '@noble/hashes/blake2.js';
import { mnemonicToEntropy } from '@scure/bip39';
import { expect, test } from 'vitest';

import { WORD_LISTS } from '../../client/shared/word-lists.ts';
import { charterPublicKey, fingerprint, fingerprintWords, toHex, utf8 } from '../../crypto/index.ts';

const KEY = charterPublicKey(new Uint8Array(32).fill(7));

test.each(Object.entries(WORD_LISTS))('the words of a fingerprint are its first 16 bytes, in %s', async (_, list) => {
  const hash = blake2b(new Uint8Array([...utf8('amparo/v1/fingerprint'), ...KEY]), { dkLen: 64 });
  const words = await fingerprintWords(KEY, list);
  expect(words).toHaveLength(12);
  expect(toHex(mnemonicToEntropy(words.join(' '), [...list]))).toBe(toHex(hash.slice(0, 16)));
});

test('another key has other words and other digits', async () => {
  const other = charterPublicKey(new Uint8Array(32).fill(8));
  expect(await fingerprintWords(other, WORD_LISTS.en)).not.toEqual(await fingerprintWords(KEY, WORD_LISTS.en));
  expect(await fingerprint(other)).not.toBe(await fingerprint(KEY));
});
