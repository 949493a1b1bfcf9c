import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import type { Caller } from '../calls/caller.ts';
import type { DeskCalls } from '../calls/desk-calls.ts';
import { CallError, type Failure } from '../calls/line.ts';
import type { Changed } from '../calls/page-calls.ts';
import { chooseLanguage } from '../messages/index.ts';
import type { FileHandle } from './file-handle.ts';
import { RowCache } from './row-cache.ts';
import { lockedState, NO_FILES, type State } from './state.ts';
import { Store, useStore } from './store.ts';
import { Threads } from './threads.ts';
import { refreshList } from './reading.ts';
import { refreshOutbox } from './sending.ts';
import { refreshTriage } from './triaging.ts';

const IDLE_MINUTES = 10;

/** What all parts of the page share. What can be done with it is in the files beside this one, one for each kind of work. */
export class App {
  readonly store: Store<State>;
  readonly rows: RowCache;
  /** Where the casebook lies, if the browser lets the page write there. */
  handle: FileHandle | null = null;
  /** Bundles that wait until those before them are opened. */
  readonly toOpen: File[] = [];
  readonly #startWorker: () => Worker;
  #threads: Threads | null = null;

  constructor(startWorker: () => Worker, languages: readonly string[]) {
    this.#startWorker = startWorker;
    this.store = new Store<State>({
      language: chooseLanguage(languages),
      settings: { idleMinutes: IDLE_MINUTES, hasLetterKeys: true },
      chosen: NO_FILES,
      ...lockedState(),
    });
    this.rows = new RowCache(
      (from, count) => this.desk.call('rows', { from, count }),
      () => {
        this.set({ rowsVersion: this.state.rowsVersion + 1 });
      },
    );
  }

  get state(): State {
    return this.store.state;
  }

  set(change: Partial<State>): void {
    this.store.set(change);
  }

  /** The worker that holds the secrets; started when it is first asked for anything. */
  get desk(): Caller<DeskCalls> {
    this.#threads ??= new Threads(this.#startWorker, (changed) => {
      this.#takeChanged(changed);
    });
    return this.#threads.desk;
  }

  /** Ends all workers, and with them all that was open. */
  endThreads(): void {
    this.#threads?.end();
    this.#threads = null;
    this.rows.clear();
    this.toOpen.length = 0;
  }

  /** Shows why something did not work. */
  tellFailure(error: unknown, of?: string): void {
    const failure = failureIn(error);
    if (failure.code === 'line-closed') return; // the page was locked meanwhile
    this.set({ notice: { tone: 'warning', text: { kind: 'failure', failure, ...(of !== undefined && { of }) } } });
  }

  #takeChanged(changed: Changed): void {
    const isOther = changed.changes !== this.state.changed.changes;
    this.set({ changed });
    if (!this.state.session) return;
    if (isOther || this.state.list.waiting > 0) void refreshList(this);
    if (isOther) {
      void refreshTriage(this);
      void refreshOutbox(this);
    }
  }
}

export function failureIn(error: unknown): Failure {
  return error instanceof CallError ? error.failure : { code: 'unforeseen' };
}

const Context = createContext<App | null>(null);
export const AppProvider = Context.Provider;

export function useApp(): App {
  const app = useContext(Context);
  if (!app) throw new Error('no app around this component');
  return app;
}

/** A part of the page's state, in a component that is drawn again when that part is another. */
export function useAppState<Part>(pick: (state: State) => Part): Part {
  return useStore(useApp().store, pick);
}
