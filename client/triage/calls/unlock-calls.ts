import type { Call, Failure } from './line.ts';

/** What a file turned out to be. Its name says nothing: it may have been changed on the way. */
export type LookedAt =
  | { readonly kind: 'key'; readonly name: string; readonly identity: string }
  | { readonly kind: 'casebook' | 'bundle' | 'directory' | 'charter-key' | 'unknown' };

export interface UnlockAsked {
  readonly keyFile: Blob;
  readonly passphrase: string;
  /** Left out: a new casebook is begun. */
  readonly casebook: Blob | null;
  /** `null` where it is the same as that of the key file. */
  readonly casebookPassphrase: string | null;
  /** The casebook is in no file yet: it was sealed when the page locked itself. */
  readonly isUnsaved: boolean;
}

/** Whose page it is now, and what the casebook held. */
export interface Unlocked {
  readonly name: string;
  /** Base64, as the roster names them. */
  readonly identity: string;
  /** The months whose letters this key opens, `YYYY-MM`. */
  readonly months: readonly string[];
  readonly isNew: boolean;
  /** Of the casebook. */
  readonly generation: number;
  /** Why the casebook could not be read to its end; what came before it is there. */
  readonly damage: Failure | null;
}

export type UnlockStep = { readonly step: 'key' | 'casebook' } | { readonly step: 'reading'; readonly lines: number };

export interface UnlockCalls {
  look: Call<Blob, LookedAt>;
  unlock: Call<UnlockAsked, Unlocked, UnlockStep>;
}
