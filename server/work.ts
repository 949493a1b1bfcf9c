import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

import {
  challengeSchema,
  fromBase64,
  parse,
  parseJson,
  toHex,
  workSchema,
  type Challenge,
  type RandomBytes,
  type Work,
} from '../crypto/index.ts';

import type { Clock } from './clock.ts';
import { BASE_DIFFICULTY, difficultyAt, type Difficulty } from './difficulty.ts';
import { Refusal } from './problems.ts';

const LIFETIME_MS = 20 * 60_000; // solved while the report is written; a slow phone under load needs most of it
const SPENT_MAX = 400_000; // some 40 MB; 330 a second for twenty minutes, by when the difficulty is at its highest
const SECRET_BYTES = 32;
const RECENT_MS = 60_000;
const HEADER_CHARACTERS_MAX = 4_096;

/** One proof of work on its way through a request. Exactly one of its methods is called. */
export interface Admission {
  /** What it was shown for is done: it stays spent. */
  accept(): void;
  /** Nothing was kept for it: it may be shown again. */
  release(): void;
}

export interface WorkGate {
  challenge(): Promise<Challenge>;
  /** Checks what an Amparo-Work header holds and keeps it from being shown twice. Throws {@link Refusal}. */
  admit(header: string | undefined): Promise<Admission>;
}

export interface WorkOptions {
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly base?: Difficulty;
}

/**
 * Challenges carry their own proof that this process made them, so that only spent ones are remembered. The secret dies with the
 * process and every challenge with it; that is what makes a memory of spent ones sound.
 */
export function createWorkGate({ clock, random, base = BASE_DIFFICULTY }: WorkOptions): WorkGate {
  const secret = toHex(random(SECRET_BYTES));
  const spent = new SpentWork();
  const load = new Load(clock);

  return {
    async challenge() {
      const made = await createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        deriveKey,
        expiresAt: Math.floor((clock().getTime() + LIFETIME_MS) / 1000),
        hmacSignatureSecret: secret,
        ...difficultyAt(load.now(), base),
      });
      return challengeSchema.parse(made);
    },

    async admit(header) {
      const work = decodeWork(header);
      const { nonce, expiresAt } = work.challenge.parameters;
      if (expiresAt * 1000 <= clock().getTime()) throw new Refusal('work-expired');
      spent.reserve(nonce, expiresAt * 1000, clock().getTime());
      const fault = await faultIn(work, secret);
      // A wrong answer to a challenge of ours stays spent: otherwise one challenge would buy any number of costly checks.
      if (fault !== null && fault !== 'answer') spent.release(nonce);
      if (fault !== null) throw new Refusal(fault === 'age' ? 'work-expired' : 'work-invalid');
      load.enter();
      return {
        accept() {
          load.leave(true);
        },
        release() {
          spent.release(nonce);
          load.leave(false);
        },
      };
    },
  };
}

function decodeWork(header: string | undefined): Work {
  if (header === undefined || header === '') throw new Refusal('work-required');
  if (header.length > HEADER_CHARACTERS_MAX) throw new Refusal('work-invalid');
  try {
    return parse(workSchema, parseJson(fromBase64(header), 'encoding-invalid'), 'encoding-invalid');
  } catch {
    throw new Refusal('work-invalid');
  }
}

async function faultIn({ challenge, solution }: Work, secret: string): Promise<'age' | 'signature' | 'answer' | null> {
  const result = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret: secret });
  if (result.verified) return null;
  if (result.expired) return 'age';
  return result.invalidSignature === true ? 'signature' : 'answer';
}

/** The nonces of challenges that were shown, until they expire on their own. */
class SpentWork {
  readonly #expiry = new Map<string, number>();

  /** Reserved before it is verified, so that no second request slips in meanwhile. */
  reserve(nonce: string, expiryMs: number, nowMs: number): void {
    this.#forgetExpired(nowMs);
    if (this.#expiry.has(nonce)) throw new Refusal('work-spent');
    if (this.#expiry.size >= SPENT_MAX) throw new Refusal('busy', { 'Retry-After': '60' });
    this.#expiry.set(nonce, expiryMs);
  }

  release(nonce: string): void {
    this.#expiry.delete(nonce);
  }

  /** From the oldest on, up to one that has not expired: each is looked at once, and stays for two lifetimes at most. */
  #forgetExpired(nowMs: number): void {
    for (const [nonce, expiryMs] of this.#expiry) {
      if (expiryMs > nowMs) return;
      this.#expiry.delete(nonce);
    }
  }
}

/** How much is being taken in: what was accepted lately, fading over a minute, and what is under way. */
class Load {
  readonly #clock: Clock;
  #recent = 0;
  #countedMs: number;
  #underWay = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#countedMs = clock().getTime();
  }

  now(): number {
    this.#fade();
    return this.#recent + this.#underWay;
  }

  enter(): void {
    this.#underWay += 1;
  }

  leave(accepted: boolean): void {
    this.#underWay -= 1;
    if (!accepted) return;
    this.#fade();
    this.#recent += 1;
  }

  #fade(): void {
    const nowMs = this.#clock().getTime();
    this.#recent *= Math.exp(-Math.max(0, nowMs - this.#countedMs) / RECENT_MS);
    this.#countedMs = nowMs;
  }
}
