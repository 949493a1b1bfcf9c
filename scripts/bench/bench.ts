import type { ProgramName } from '../ensure-browsers.ts';
import type { Result } from './result.ts';

export interface BenchContext {
  readonly rounds: number;
  /** Aborted when the bench has had its time: browsers and servers that it started end, and so does it. */
  readonly signal: AbortSignal;
}

export interface Bench {
  readonly about: string;
  readonly needs: readonly ProgramName[];
  readonly limitMinutes: number;
  run(context: BenchContext): AsyncIterable<Result>;
}
