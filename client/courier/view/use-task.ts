import { useState } from 'preact/hooks';

import { troubleOf, type Trouble } from '../trouble.ts';

export interface Task {
  readonly isBusy: boolean;
  readonly trouble: Trouble | null;
  /** Runs one piece of work at a time. */
  run(work: () => Promise<void>): void;
  fail(trouble: Trouble): void;
}

/** Work that a button starts: shows that it goes on, and what went wrong. */
export function useTask(): Task {
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const run = (work: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    setTrouble(null);
    void work()
      .catch((error: unknown) => {
        setTrouble(troubleOf(error));
      })
      .finally(() => {
        setBusy(false);
      });
  };
  return { isBusy, trouble, run, fail: setTrouble };
}
