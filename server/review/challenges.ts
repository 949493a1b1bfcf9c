import { createHmac, timingSafeEqual } from 'node:crypto';

import { concatBytes, toBytes, type Bytes, type RandomBytes } from '../../crypto/index.ts';

import type { Clock } from '../clock.ts';

const NONCE_BYTES = 16;
const TIME_BYTES = 4;
const MAC_BYTES = 32;
const KEY_BYTES = 32;
/** Enough to find a key and touch it. */
export const CHALLENGE_SECONDS = 300;

/**
 * Challenges for passkeys that are not remembered until they are used: asking for any number of them costs no memory. Each is good
 * once, for five minutes, and until the next start.
 */
export class Challenges {
  readonly #key: Bytes;
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  /** When each spent one would have expired. */
  readonly #spent = new Map<string, number>();

  constructor(clock: Clock, random: RandomBytes) {
    this.#key = random(KEY_BYTES);
    this.#clock = clock;
    this.#random = random;
  }

  make(): Bytes {
    const head = concatBytes(this.#random(NONCE_BYTES), timeBytes(this.#seconds() + CHALLENGE_SECONDS));
    return concatBytes(head, this.#mac(head));
  }

  /** Whether it is one of ours that is still good. */
  isGood(challenge: Bytes): boolean {
    if (challenge.length !== NONCE_BYTES + TIME_BYTES + MAC_BYTES) return false;
    const head = challenge.subarray(0, NONCE_BYTES + TIME_BYTES);
    if (!timingSafeEqual(challenge.subarray(NONCE_BYTES + TIME_BYTES), this.#mac(head))) return false;
    return expiryOf(challenge) > this.#seconds() && !this.#spent.has(keyOf(challenge));
  }

  /** To be called only for what a passkey has signed: nobody else fills the memory of spent ones. False where it was spent before. */
  spend(challenge: Bytes): boolean {
    if (!this.isGood(challenge)) return false;
    for (const [key, until] of this.#spent) if (until <= this.#seconds()) this.#spent.delete(key);
    this.#spent.set(keyOf(challenge), expiryOf(challenge));
    return true;
  }

  #mac(head: Bytes): Bytes {
    return toBytes(createHmac('sha256', this.#key).update(head).digest());
  }

  #seconds(): number {
    return Math.floor(this.#clock().getTime() / 1000);
  }
}

function timeBytes(seconds: number): Buffer {
  const bytes = Buffer.alloc(TIME_BYTES);
  bytes.writeUInt32BE(seconds);
  return bytes;
}

function expiryOf(challenge: Bytes): number {
  return Buffer.from(challenge).readUInt32BE(NONCE_BYTES);
}

function keyOf(challenge: Bytes): string {
  return Buffer.from(challenge).toString('base64');
}
