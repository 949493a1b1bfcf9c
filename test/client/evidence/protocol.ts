import type {
  EvidenceProgress,
  EvidenceState,
  FinishedEvidence,
} from '../../../client/report/evidence/evidence-upload.ts';
import type { WhyItemFailed } from '../../../client/report/evidence/item.ts';

/** What passes between the test's page and the worker in which evidence is uploaded. */
export type ToWorker =
  | { readonly do: 'add'; readonly id: string; readonly name: string; readonly content: Blob }
  | { readonly do: 'remove'; readonly id: string }
  | { readonly do: 'pause' | 'resume' | 'finish' | 'discard' }
  | { readonly do: 'recover'; readonly remedy: 'complete' | 'start-over' }
  | { readonly do: 'post'; readonly letter: string; readonly uploadId: string };

export type FromWorker =
  | { readonly said: 'progress'; readonly progress: EvidenceProgress }
  | { readonly said: 'failed'; readonly id: string; readonly why: WhyItemFailed }
  | { readonly said: 'finished'; readonly finished: FinishedEvidence | null }
  | { readonly said: 'posted'; readonly id: string }
  | { readonly said: 'refused'; readonly what: string };

/** What was seen so far. */
export interface Seen {
  readonly progress: readonly EvidenceProgress[];
  readonly states: readonly EvidenceState[];
  readonly failed: readonly { readonly id: string; readonly why: WhyItemFailed }[];
  /** Answers to `finish` and `post`, oldest first. */
  readonly answers: readonly Exclude<FromWorker, { said: 'progress' | 'failed' }>[];
}
