/**
 * Gathers what arrives within one turn of the event loop and hands it on together, so that one write to disk serves it all.
 * Where that write fails, it fails for all, and all may be tried again.
 */
export class GroupCommit<Item, Outcome> {
  readonly #commit: (items: readonly Item[]) => readonly Outcome[];
  #waiting: Waiting<Item, Outcome>[] = [];

  /** `commit` writes all items or none, and gives one outcome each, once they are on disk. */
  constructor(commit: (items: readonly Item[]) => readonly Outcome[]) {
    this.#commit = commit;
  }

  add(item: Item): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0)
        setImmediate(() => {
          this.flush();
        });
      this.#waiting.push({ item, resolve, reject });
    });
  }

  flush(): void {
    const group = this.#waiting;
    if (group.length === 0) return;
    this.#waiting = [];
    try {
      const outcomes = this.#commit(group.map(({ item }) => item));
      for (const [index, { resolve }] of group.entries()) resolve(outcomes[index] as Outcome);
    } catch (error) {
      for (const { reject } of group) reject(error as Error);
    }
  }
}

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
}
