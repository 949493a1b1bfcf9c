import type { Report } from '../../../crypto/index.ts';

import type { EvidenceItem, WhyItemFailed } from '../evidence/evidence-upload.ts';
import type { Failure } from '../failure.ts';
import type { ToSeal } from '../messages.ts';
import type { EvidenceRemedy } from '../send.ts';

export interface SinkEvents {
  onItemFailed(id: string, why: WhyItemFailed): void;
  onFailure(failure: Failure): void;
}

export interface Outgoing {
  /** Without its files. */
  readonly report: Report;
  readonly excluded: readonly number[];
  /** What the person wrote about each item, in the order in which they were added; empty where nothing. */
  readonly notes: readonly string[];
}

/** Where files go once it is decided what shall be sent of them: to the server while the person goes on, or nowhere yet. */
export interface EvidenceSink {
  /** Binds what it shows to the page, and again after the page's words were exchanged. */
  mount(): void;
  add(item: EvidenceItem): void;
  remove(id: string): void;
  /** What to tell the sealer, once the files are where they have to be. Takes as long as that takes. */
  prepare(outgoing: Outgoing): Promise<ToSeal>;
  /** After the server would not have the letter name what `prepare` gave: for another `prepare`. */
  recover(remedy: EvidenceRemedy): void;
  /** Stops and forgets. What lies on the server unnamed is removed there after a day. */
  clear(): void;
}
