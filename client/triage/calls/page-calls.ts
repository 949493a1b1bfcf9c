import type { Call } from './line.ts';

/** What changed, so that the page can show it. */
export interface Changed {
  /** Counts up with every change that a casebook would keep. */
  readonly changes: number;
  readonly isSaved: boolean;
  readonly reports: number;
  readonly unopened: number;
  /** Letters that wait for colleagues' shares. */
  readonly waiting: number;
  /** Asks of colleagues for one's own share that are not answered. */
  readonly asks: number;
  /** Letters that colleagues gave and that wait for their bundle. */
  readonly given: number;
  /** Whether somebody told two stories. */
  readonly hasForks: boolean;
}

/** What the worker asks of the page, which alone can start workers. */
export interface PageCalls {
  startHelper: Call<null, { readonly id: number; readonly port: MessagePort }>;
  endHelper: Call<number, null>;
  changed: Call<Changed, null>;
}
