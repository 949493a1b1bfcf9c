/** Thrown where somebody stopped what went on. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Holds up, lets go on, and stops something that goes on step by step. */
export class Valve {
  readonly #abort = new AbortController();
  #isShut = false;
  #waiting: (() => void)[] = [];

  get isShut(): boolean {
    return this.#isShut;
  }

  /** Aborted when it is stopped. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  shut(): void {
    this.#isShut = true;
  }

  open(): void {
    this.#isShut = false;
    for (const go of this.#waiting.splice(0)) go();
  }

  stop(): void {
    this.#abort.abort();
    this.open();
  }

  /** Waits while it is shut. Throws {@link Stopped}. */
  async pass(): Promise<void> {
    while (this.#isShut && !this.signal.aborted) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.signal.aborted) throw new Stopped();
  }
}
