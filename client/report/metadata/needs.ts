import type { Range } from './pieces.ts';

/** What a part of the file needs of the media data. */
export interface Needs {
  /** Bytes that pictures or tracks consist of. */
  readonly kept: readonly Range[];
  /** Bytes of parts that were told of and go. */
  readonly dropped: readonly Range[];
  /** Whether `kept` is all that is needed: bytes in neither may go. */
  readonly exact: boolean;
}
