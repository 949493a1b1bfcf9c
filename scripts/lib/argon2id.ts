import argon2 from 'argon2';

import type { Argon2id } from '../../crypto/index.ts';

const HASH_BYTES = 32;

/** Argon2id as key files ask for it (SPEC.md, Conventions): version 0x13, one lane, 32 bytes. */
export const argon2id: Argon2id = (passphrase, salt, { memoryKiB, passes }) =>
  argon2.hash(Buffer.from(passphrase), {
    raw: true,
    type: argon2.argon2id,
    version: 0x13,
    salt: Buffer.from(salt),
    memoryCost: memoryKiB,
    timeCost: passes,
    parallelism: 1,
    hashLength: HASH_BYTES,
  });
