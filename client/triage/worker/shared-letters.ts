import {
  fromBase64,
  readerKey,
  waitingKeys,
  wrapKey,
  type Bytes,
  type Contribution,
  type JournalKeys,
} from '../../../crypto/index.ts';
import type { Failure } from '../calls/line.ts';
import type { Identity, ReportTag } from '../desk/journal-types.ts';
import type { SharedLetter } from '../desk/types.ts';

/** A letter of several, as long as it waits with its bytes. */
export interface KeptShared extends SharedLetter {
  /** `null` once it is open: then there is a report. */
  bytes: Bytes | null;
  /** Why it does not open though enough shares are here: nobody who gave one is to blame. */
  failure: Failure | null;
  /** What colleagues say to each other about it before it is open (SPEC.md, Reader key). */
  readonly waiting: JournalKeys;
}

/** The letters that several open together, by their ids and by the tags under which they wait. */
export class SharedLetters {
  readonly #letters = new Map<string, KeptShared>();
  readonly #byTag = new Map<ReportTag, KeptShared>();

  /** Gives what is kept; one that was known stays as it is. */
  async add(letter: SharedLetter, bytes: Bytes | null): Promise<KeptShared> {
    const known = this.#letters.get(letter.letter);
    if (known) return known;
    const waiting = await waitingKeys(readerKey(fromBase64(letter.readerKey)), letter.letter);
    const kept = { ...letter, bytes, failure: null, waiting };
    this.#letters.set(letter.letter, kept);
    this.#byTag.set(waiting.tag, kept);
    return kept;
  }

  get(letter: string): KeptShared | undefined {
    return this.#letters.get(letter);
  }

  ofTag(tag: ReportTag): KeptShared | undefined {
    return this.#byTag.get(tag);
  }

  all(): IterableIterator<KeptShared> {
    return this.#letters.values();
  }

  /** Those that are not open yet. */
  waiting(): KeptShared[] {
    return [...this.all()].filter(({ bytes }) => bytes !== null);
  }

  /** It is a report now, and its bytes are of no more use. */
  open(letter: string): void {
    const kept = this.#letters.get(letter);
    if (kept) kept.bytes = null;
  }
}

/** One's own part, as something that counts towards opening. */
export function ownShare({ slot, wrapKey: key }: SharedLetter, me: Identity): Contribution<Identity> {
  return { slot, wrapKey: wrapKey(fromBase64(key)), from: me };
}
