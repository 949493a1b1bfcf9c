import type { Register } from './types.ts';
import type { Status } from './statuses.ts';

/** A status of the office's own, below one that every office has. Its value is `assessing/waiting-for-embassy`. */
export interface SubStatus {
  readonly of: Status;
  readonly id: string;
  readonly name: string;
}

export interface OfficeLabel {
  readonly name: string;
  readonly note?: string | undefined;
}

/** What the office agreed on, by the journal. */
export interface Settings {
  readonly subStatuses: Register<readonly SubStatus[]>;
  readonly labels: Register<readonly OfficeLabel[]>;
}
