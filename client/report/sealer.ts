import { sealReport, systemRandom, type Letter, type Office, type Report } from '../../crypto/index.ts';

import { SendError } from './failure.ts';
import type { ReaderFacts } from './messages.ts';
import type { OfficeAnswer, TrustedOffice } from './office.ts';

/** Seals a report to whom the page has shown, and to nobody else. */
export class Sealer {
  readonly #trusted: TrustedOffice;
  readonly #show: (facts: OfficeAnswer) => void;
  /** Whom the page names to the reporter as readers. */
  #shown: readonly ReaderFacts[] = [];
  /** Kept while the same report is tried again, so that a lost answer does not store it twice. */
  #sealed: { readonly of: string; readonly letter: Letter } | undefined;

  constructor(trusted: TrustedOffice, show: (facts: OfficeAnswer) => void) {
    this.#trusted = trusted;
    this.#show = show;
  }

  async open(): Promise<void> {
    await this.#tellWhoReads(await this.#trusted.open(() => undefined));
  }

  /** Throws `readers-changed` where the page must show its readers anew, and as `sealReport`. */
  async seal(report: Report, excluded: readonly number[], onWaiting: () => void): Promise<Letter> {
    const of = JSON.stringify([report, excluded]);
    if (this.#sealed?.of === of) return this.#sealed.letter;
    // Fetched again: somebody may have been taken off the roster while the person was writing. Nobody may be put on it unseen,
    // not even by a server that holds back a reviewer's key until now.
    const office = await this.#trusted.open(onWaiting);
    const { readers } = await this.#trusted.facts(office);
    if (JSON.stringify(readers) !== JSON.stringify(this.#shown)) {
      await this.#tellWhoReads(office);
      throw new SendError('readers-changed');
    }
    const letter = await sealReport(report, office, new Set(excluded), systemRandom);
    this.#sealed = { of, letter };
    return letter;
  }

  /** The letter has arrived: the same report sent once more is another one. */
  forget(): void {
    this.#sealed = undefined;
  }

  async #tellWhoReads(office: Office): Promise<void> {
    const facts = await this.#trusted.facts(office);
    this.#shown = facts.readers;
    this.#show(facts);
  }
}
