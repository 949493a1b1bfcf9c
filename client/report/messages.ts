import type { Report } from '../../crypto/index.ts';

import type { Failure } from './failure.ts';

/** What passes between the page, which shows, and the worker, which verifies, seals and sends. */
export type ToWorker =
  | { readonly type: 'open'; readonly charter: string }
  | { readonly type: 'send'; readonly report: Report; readonly excluded: readonly number[] };

export interface ReaderFacts {
  readonly slot: number;
  readonly name: string;
  readonly role: string;
  readonly languages: readonly string[];
  readonly canRead: boolean;
}

export type Step = 'sealing' | 'working' | 'sending' | 'waiting';

export type FromWorker =
  | { readonly type: 'office'; readonly readers: readonly ReaderFacts[]; readonly fingerprint: string }
  | { readonly type: 'progress'; readonly step: Step }
  | { readonly type: 'received'; readonly id: string }
  | { readonly type: 'failed'; readonly failure: Failure };
