import type { Slip } from '../../../crypto/index.ts';
import type { WordLanguage } from '../../shared/word-lists.ts';
import type { RosterChange } from '../desk/roster-changes.ts';
import type { Call } from './line.ts';

/** A public key, as people compare it. */
export interface Fingerprint {
  readonly digits: string;
  readonly words: readonly string[];
}

export interface PassphraseOf {
  readonly file: Blob;
  readonly passphrase: string;
}

export interface NewSecret {
  readonly name: string;
  readonly passphrase: string;
}

/** A reviewer's key file and the public file that goes with it, to be saved. */
export interface ReviewerFiles {
  readonly keyFile: Blob;
  readonly publicFile: Blob;
  /** `YYYY-MM` */
  readonly months: readonly string[];
}

export interface MadeKey extends ReviewerFiles {
  readonly fingerprint: Fingerprint;
}

/** What a new month would change in a key file. Months are `YYYY-MM`. */
export interface MonthsPlan {
  readonly name: string;
  /** As this machine has it. */
  readonly today: string;
  readonly held: readonly string[];
  readonly missing: readonly string[];
  /** Letters of these can never be opened again once they are forgotten. */
  readonly over: readonly string[];
}

export interface Charter {
  readonly name: string;
  readonly fingerprint: Fingerprint;
}

export type PaperReading = { readonly fingerprint: Fingerprint } | Slip;

/** Whose key a file tells of. `claimed`: nothing but the comparison says that it is right. */
export interface NumberOf {
  readonly of: 'office' | 'charter' | 'reviewer';
  readonly name: string;
  readonly fingerprint: Fingerprint;
}

/** What signing the draft would do. */
export interface RosterPlan {
  readonly office: string;
  readonly fingerprint: Fingerprint;
  /** `null`: nothing signed before was chosen. */
  readonly before: { readonly version: number; readonly expires: string } | null;
  readonly version: number;
  /** `YYYY-MM-DD` */
  readonly expires: string;
  readonly threshold: number;
  readonly changes: readonly RosterChange[];
  readonly reviewers: readonly { readonly name: string; readonly role: string; readonly hasMonth: boolean }[];
}

export interface SignedRoster {
  readonly directory: Blob;
  readonly version: number;
  readonly expires: string;
  readonly readers: readonly string[];
}

/** The key ceremony. Keys that were opened stay in the worker until it ends. */
export interface CeremonyCalls {
  suggestPassphrase: Call<null, string>;
  makeKey: Call<NewSecret, MadeKey>;
  /** Opens a reviewer's key file, for `renewKey`. */
  planMonths: Call<PassphraseOf, MonthsPlan>;
  renewKey: Call<{ readonly forgets: boolean }, ReviewerFiles>;
  /** Opens the charter key, for `writePaper` and `planRoster`. */
  openCharter: Call<PassphraseOf, Charter>;
  writePaper: Call<WordLanguage, readonly string[]>;
  /** Reads the charter key back from its words, for `sealCharter`. */
  readPaper: Call<string, PaperReading>;
  sealCharter: Call<NewSecret, Blob>;
  numberOf: Call<Blob, NumberOf>;
  /** Draft, directory and public files in any order, for `signRoster`. */
  planRoster: Call<readonly Blob[], RosterPlan>;
  signRoster: Call<null, SignedRoster>;
}
