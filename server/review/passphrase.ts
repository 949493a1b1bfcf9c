import argon2 from 'argon2';

import type { Bytes, RandomBytes } from '../../crypto/index.ts';
import { toBase64 } from '../../crypto/index.ts';

import { Refusal } from '../problems.ts';

/** RFC 9106's second choice, where memory is short; the one place that sets these. Each digest carries its own. */
export const ARGON2ID = { type: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1, hashLength: 32 } as const;

/** 64 MiB and some 150 ms of a core each: two at a time leave room for letters. */
const AT_ONCE = 2;
const WAITING_MAX = 8;
const DECOY_SALT_BYTES = 16;

export interface PassphraseHasher {
  hash(passphrase: string): Promise<string>;
  verify(digest: string, passphrase: string): Promise<boolean>;
}

/** Argon2id under a pepper: who has the database alone cannot try pass phrases. */
export function createHasher(pepper: Bytes): PassphraseHasher {
  const secret = Buffer.from(pepper);
  return {
    hash: (passphrase) => argon2.hash(normalized(passphrase), { ...ARGON2ID, secret }),
    verify: (digest, passphrase) => argon2.verify(digest, normalized(passphrase), { secret }),
  };
}

/** The same text from every keyboard. */
function normalized(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

/** A digest of no pass phrase: random bytes in its form, which cost as much to check as any. */
function decoyDigest(random: RandomBytes): string {
  const { memoryCost, timeCost, parallelism, hashLength } = ARGON2ID;
  const [salt, hash] = [DECOY_SALT_BYTES, hashLength].map((bytes) => toBase64(random(bytes)).replace(/=+$/, ''));
  const costs = `m=${String(memoryCost)},t=${String(timeCost)},p=${String(parallelism)}`;
  return `$argon2id$v=19$${costs}$${salt ?? ''}$${hash ?? ''}`;
}

/** Checks pass phrases, a few at a time; a name that does not exist costs what one that does costs. */
export class PassphraseChecker {
  readonly #hasher: PassphraseHasher;
  readonly #decoy: string;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(hasher: PassphraseHasher, random: RandomBytes) {
    this.#hasher = hasher;
    this.#decoy = decoyDigest(random);
  }

  /** `digest` is `null` where there is no such account. */
  async check(digest: string | null, passphrase: string): Promise<boolean> {
    await this.#enter();
    try {
      const holds = await this.#hasher.verify(digest ?? this.#decoy, passphrase);
      return holds && digest !== null;
    } finally {
      this.#leave();
    }
  }

  /** Of a new pass phrase. */
  async hash(passphrase: string): Promise<string> {
    await this.#enter();
    try {
      return await this.#hasher.hash(passphrase);
    } finally {
      this.#leave();
    }
  }

  async #enter(): Promise<void> {
    if (this.#running < AT_ONCE) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.length >= WAITING_MAX) throw new Refusal('busy', { 'Retry-After': '5' });
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Whoever waits takes over the place of whoever leaves. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running -= 1;
  }
}
