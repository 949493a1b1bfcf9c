import type { EpochKeyPair } from '../../../crypto/index.ts';
import { Caller } from '../calls/caller.ts';
import type { HelperCalls, LetterOutcome, LetterToOpen } from '../calls/helper-calls.ts';
import type { PageCalls } from '../calls/page-calls.ts';

interface Helper {
  readonly id: number;
  readonly calls: Caller<HelperCalls>;
  waiting: number;
}

/** Helpers that open letters side by side, each on its own thread. They end with the work, and the keys with them. */
export class Crew {
  readonly #page: Caller<PageCalls>;
  readonly #helpers: readonly Helper[];

  private constructor(page: Caller<PageCalls>, helpers: readonly Helper[]) {
    this.#page = page;
    this.#helpers = helpers;
  }

  static async start(page: Caller<PageCalls>, count: number, keys: readonly EpochKeyPair[]): Promise<Crew> {
    const secrets = keys.map(({ epoch, secretKey }) => ({ epoch, secretKey }));
    const starting = Array.from({ length: count }, async () => {
      const { id, port } = await page.call('startHelper', null);
      const calls = new Caller<HelperCalls>(port);
      await calls.call('takeKeys', secrets);
      return { id, calls, waiting: 0 };
    });
    return new Crew(page, await Promise.all(starting));
  }

  get size(): number {
    return this.#helpers.length;
  }

  /** Gives the work to whoever has least to do. The letters' bytes are moved, not copied. */
  async open(letters: readonly LetterToOpen[]): Promise<readonly LetterOutcome[]> {
    const helper = this.#helpers.reduce((least, each) => (each.waiting < least.waiting ? each : least));
    helper.waiting += 1;
    try {
      return await helper.calls.call('openLetters', letters, { transfer: letters.map(({ bytes }) => bytes.buffer) });
    } finally {
      helper.waiting -= 1;
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.#helpers.map(({ id }) => this.#page.call('endHelper', id)));
  }
}
