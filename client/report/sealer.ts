import {
  openCase,
  sealNote,
  sealReport,
  sha256,
  systemRandom,
  logOf,
  logPublicKey,
  toHex,
  type Bytes,
  type CaseSecret,
  type Letter,
  type LogPublicKey,
  type Note,
  type NoteContents,
  type Office,
  type Report,
} from '../../crypto/index.ts';

import { SendError } from './failure.ts';
import type { Readers } from './messages.ts';
import type { OfficeAnswer, TrustedOffice } from './office.ts';

export interface ToBeSealed {
  readonly report: Report;
  readonly excluded: readonly number[];
  /** The evidence digest, where it is known before the letter is sealed. */
  readonly digest: Bytes | null;
  /** The case that the report belongs to. */
  readonly secret: CaseSecret;
}

export interface Sealed {
  readonly letter: Letter;
  /** What the log is to show of it, and what stands in that. */
  readonly note: Note;
  readonly contents: NoteContents;
  /** By which the receipt is signed; `undefined` where the office has no log. */
  readonly log: LogPublicKey | undefined;
}

/** Seals a report to whom the page has shown, and to nobody else. */
export class Sealer {
  readonly #trusted: TrustedOffice;
  readonly #show: (facts: OfficeAnswer) => void;
  /** Whom the page names to the reporter as readers. */
  #shown: Readers = { readers: [], threshold: 0 };
  /** Kept while the same report is tried again, so that a lost answer does not store it twice, and a receipt fits its note. */
  #sealed: (Sealed & { readonly of: string }) | undefined;

  constructor(trusted: TrustedOffice, show: (facts: OfficeAnswer) => void) {
    this.#trusted = trusted;
    this.#show = show;
  }

  async open(onWaiting: () => void = () => undefined): Promise<Office> {
    const office = await this.#trusted.open(onWaiting);
    await this.#tellWhoReads(office);
    return office;
  }

  /** Throws `readers-changed` where the page must show its readers anew, and as `sealReport`. */
  async seal(what: ToBeSealed, onWaiting: () => void): Promise<Sealed> {
    const { report, excluded, digest, secret } = what;
    const of = JSON.stringify([report, excluded, digest && toHex(digest), toHex(secret)]);
    if (this.#sealed?.of === of) return this.#sealed;
    // Fetched again: somebody may have been taken off the roster while the person was writing. Nobody may be put on it unseen,
    // not even by a server that holds back a reviewer's key until now.
    const office = await this.#trusted.open(onWaiting);
    const { readers, threshold } = await this.#trusted.facts(office);
    if (JSON.stringify({ readers, threshold }) !== JSON.stringify(this.#shown)) {
      await this.#tellWhoReads(office);
      throw new SendError('readers-changed');
    }
    const its = await openCase(secret);
    const letter = await sealReport(report, office, new Set(excluded), systemRandom, its);
    const contents = { report: await sha256(letter), evidence: digest };
    const note = await sealNote(contents, its.noteKey, systemRandom);
    const log = logOf(office.roster)?.log.publicKey;
    this.#sealed = { of, letter, note, contents, log: log && logPublicKey(log) };
    return this.#sealed;
  }

  /** The letter has arrived: the same report sent once more is another one. */
  forget(): void {
    this.#sealed = undefined;
  }

  async #tellWhoReads(office: Office): Promise<void> {
    const facts = await this.#trusted.facts(office);
    const { readers, threshold } = facts;
    this.#shown = { readers, threshold };
    this.#show(facts);
  }
}
