import argon2 from 'argon2';

import type { Bytes, RandomBytes } from '../../crypto/index.ts';
import { toHex } from '../../crypto/index.ts';

import { Refusal } from '../problems.ts';

/** RFC 9106's second choice, where memory is short; the one place that sets these. Each digest carries its own. */
export const ARGON2ID = { type: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1, hashLength: 32 } as const;

/** 64 MiB and some 150 ms of a core each: two at a time leave room for letters. */
const AT_ONCE = 2;
const WAITING_MAX = 8;
const DECOY_BYTES = 16;

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

/** Checks pass phrases, a few at a time; a name that does not exist costs what one that does costs. */
export class PassphraseChecker {
  readonly #hasher: PassphraseHasher;
  readonly #decoy: Promise<string>;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  private constructor(hasher: PassphraseHasher, decoy: Promise<string>) {
    this.#hasher = hasher;
    this.#decoy = decoy;
  }

  static async create(hasher: PassphraseHasher, random: RandomBytes): Promise<PassphraseChecker> {
    const decoy = hasher.hash(toHex(random(DECOY_BYTES)));
    await decoy;
    return new PassphraseChecker(hasher, decoy);
  }

  /** `digest` is `null` where there is no such account. */
  async check(digest: string | null, passphrase: string): Promise<boolean> {
    await this.#enter();
    try {
      const holds = await this.#hasher.verify(digest ?? (await this.#decoy), passphrase);
      return holds && digest !== null;
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
