import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

/** One state, replaced in part, and those who look at it. */
export class Store<State extends object> {
  #state: State;
  readonly #watchers = new Set<() => void>();

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    for (const watcher of this.#watchers) watcher();
  }

  /** Gives what ends the watching. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}

/** A part of the state, in a component that is drawn again when that part is another. */
export function useStore<State extends object, Part>(store: Store<State>, pick: (state: State) => Part): Part {
  const [, drawAgain] = useReducer<number, null>((count) => count + 1, 0);
  const part = pick(store.state);
  const drawn = useRef({ part, pick });
  drawn.current = { part, pick };
  useLayoutEffect(
    () =>
      store.watch(() => {
        if (!Object.is(drawn.current.pick(store.state), drawn.current.part)) drawAgain(null);
      }),
    [store],
  );
  return part;
}
