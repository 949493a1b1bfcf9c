import sodium from 'libsodium-wrappers-sumo';

import type { Argon2id } from '../../../crypto/index.ts';
import type { PageCalls } from '../calls/page-calls.ts';
import { Caller } from '../calls/caller.ts';
import type { HelperCalls } from '../calls/helper-calls.ts';

const HASH_BYTES = 32;
const BYTES_PER_KIB = 1024;

/** Argon2id as key files and casebooks ask for it (SPEC.md, Conventions): version 0x13, one lane, 32 bytes. */
export const hashHere: Argon2id = async (passphrase, salt, { memoryKiB, passes }) => {
  await sodium.ready;
  const memory = memoryKiB * BYTES_PER_KIB;
  return sodium.crypto_pwhash(HASH_BYTES, passphrase, salt, passes, memory, sodium.crypto_pwhash_ALG_ARGON2ID13);
};

/** The same on a thread of its own that then ends: WebAssembly never gives memory back, and it takes 256 MiB and more. */
export function hashElsewhere(page: Caller<PageCalls>): Argon2id {
  return async (passphrase, salt, costs) => {
    const { id, port } = await page.call('startHelper', null);
    try {
      return await new Caller<HelperCalls>(port).call('hashPassphrase', { passphrase, salt, costs });
    } finally {
      await page.call('endHelper', id);
    }
  };
}
