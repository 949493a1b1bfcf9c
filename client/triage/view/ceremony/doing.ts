import { useState } from 'preact/hooks';

import { failureIn } from '../../app/app.ts';
import type { Failure } from '../../calls/line.ts';

/** One piece of work of a step: whether it goes on, and why it did not succeed. */
export interface Doing {
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  run(work: () => Promise<void>): void;
}

export function useDoing(): Doing {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      const found = failureIn(error);
      if (found.code !== 'line-closed') setFailure(found); // else the step was left meanwhile
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, failure, run: (work) => void run(work) };
}
