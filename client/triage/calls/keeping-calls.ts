import type { Call, Failure } from './line.ts';

export interface SealedCasebook {
  readonly file: Blob;
  readonly generation: number;
  /** What `saved` is told, once the file is safely there. */
  readonly changes: number;
}

export interface MergeAsked {
  readonly file: Blob;
  /** `null`: that of the casebook that is open. */
  readonly passphrase: string | null;
}

export interface Merged {
  readonly reports: number;
  readonly entries: number;
  /** Of the other file. */
  readonly generation: number;
  readonly isOlder: boolean;
  readonly damage: Failure | null;
}

export interface KeepingCalls {
  seal: Call<null, SealedCasebook>;
  /** The file is where the reviewer keeps it. */
  saved: Call<Pick<SealedCasebook, 'generation' | 'changes'>, null>;
  /** Takes in what another file of the same casebook holds. */
  merge: Call<MergeAsked, Merged>;
  changePassphrase: Call<string, null>;
}
