import {
  AmparoError,
  envelopeSchema,
  fromBase64,
  identityPublicKey,
  parse,
  type Envelope,
  type IdentityPublicKey,
  type Reviewers,
} from '../../../crypto/index.ts';
import type { Identity } from '../desk/journal-types.ts';

/** A statement to this reviewer alone: a release or a grant. */
export interface Kept<Opened> {
  readonly envelope: Envelope;
  readonly opened: Opened;
  /** The letter showed that it is not true. It is kept, signed as it is, and counts for nothing. */
  isFalse: boolean;
}

/** What the statements have to know of the desk that they came to. */
export interface StatementDesk {
  readonly session: { readonly identity: Identity } | null;
  readonly rosters: { reviewers(): Reviewers };
}

type Open<Opened> = (envelope: unknown, among: Reviewers, me: IdentityPublicKey) => Promise<Opened | null>;

/** Whoever sends made-up statements fills no more than this. */
const UNPLACED_MAX = 10_000;

/**
 * Releases or grants that came to this reviewer, by the letters that they are for. Each is believed by its own signature; whether it is
 * true only the letter shows. Those signed by somebody whom no known list names wait for a list that does.
 */
export class PrivateStatements<Opened extends { readonly letter: string; readonly from: Identity }> {
  readonly #desk: StatementDesk;
  readonly #open: Open<Opened>;
  readonly #byLetter = new Map<string, Kept<Opened>[]>();
  readonly #unplaced = new Map<string, { readonly envelope: Envelope; readonly isFalse: boolean }>();

  constructor(desk: StatementDesk, open: Open<Opened>) {
    this.#desk = desk;
    this.#open = open;
  }

  /** Throws as `openRelease` and `openGrant`; where no list names the signer it waits. */
  async take(value: unknown, isFalse = false): Promise<'added' | 'known' | 'unplaced' | 'to-another'> {
    const envelope = parse(envelopeSchema, value, 'statement-malformed');
    const opened = await this.#openOrWait(envelope, isFalse);
    if (opened === 'unplaced' || opened === 'known') return opened;
    this.#unplaced.delete(keyOf(envelope));
    if (opened === null) return 'to-another';
    const known = this.of(opened.letter);
    if (known.some((each) => keyOf(each.envelope) === keyOf(envelope))) return 'known';
    this.#byLetter.set(opened.letter, [...known, { envelope, opened, isFalse }]);
    return 'added';
  }

  async #openOrWait(envelope: Envelope, isFalse: boolean): Promise<Opened | null | 'unplaced' | 'known'> {
    const { session, rosters } = this.#desk;
    try {
      // While the casebook is read nobody knows yet whose it is.
      if (session) return await this.#open(envelope, rosters.reviewers(), asIdentity(session.identity));
    } catch (error) {
      const isOfUnknown = error instanceof AmparoError && error.code.endsWith('-unknown-reviewer');
      if (!isOfUnknown || this.#unplaced.size >= UNPLACED_MAX) throw error;
    }
    if (this.#unplaced.has(keyOf(envelope))) return 'known';
    this.#unplaced.set(keyOf(envelope), { envelope, isFalse });
    return 'unplaced';
  }

  /** A list of reviewers came: some of what nobody could place may be theirs. What turns out to be none is let go. */
  async placeAgain(): Promise<void> {
    for (const { envelope, isFalse } of [...this.#unplaced.values()]) {
      await this.take(envelope, isFalse).catch(() => this.#unplaced.delete(keyOf(envelope)));
    }
  }

  of(letter: string): readonly Kept<Opened>[] {
    return this.#byLetter.get(letter) ?? [];
  }

  /** Those that may be true. */
  standing(letter: string): readonly Opened[] {
    return this.of(letter).flatMap(({ opened, isFalse }) => (isFalse ? [] : [opened]));
  }

  /** Letters that any of them is for. */
  letters(): string[] {
    return [...this.#byLetter.keys()];
  }

  falseOnes(): readonly Opened[] {
    return [...this.#byLetter.values()].flat().flatMap(({ opened, isFalse }) => (isFalse ? [opened] : []));
  }

  get unplaced(): number {
    return this.#unplaced.size;
  }

  /** The letter is open: what was true has done its work, and what was false stays. */
  close(letter: string): void {
    this.#byLetter.set(
      letter,
      this.of(letter).filter(({ isFalse }) => isFalse),
    );
  }

  /** All that is to be kept. */
  *[Symbol.iterator](): Generator<{ readonly envelope: Envelope; readonly isFalse: boolean }> {
    for (const kept of this.#byLetter.values()) for (const { envelope, isFalse } of kept) yield { envelope, isFalse };
    yield* this.#unplaced.values();
  }
}

function asIdentity(identity: Identity): IdentityPublicKey {
  return identityPublicKey(fromBase64(identity));
}

/** Ed25519 gives one signature for one text, so that the same statement is the same text. */
function keyOf(envelope: Envelope): string {
  return JSON.stringify(envelope);
}
