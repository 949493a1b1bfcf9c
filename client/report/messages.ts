import type { Bytes, CaseSecret, Envelope, Report } from '../../crypto/index.ts';

import type { EvidenceItem, EvidenceProgress, FinishedEvidence, WhyItemFailed } from './evidence/evidence-upload.ts';
import type { Failure } from './failure.ts';
import type { EvidenceRemedy } from './send.ts';
import type { Inspection } from './metadata/index.ts';
import type { FromReturn, ToReturn } from './return/messages.ts';

/** What is to be sealed: for the server, or into a file. */
export type ToSeal =
  | {
      readonly type: 'send';
      readonly report: Report;
      /** Where the report's evidence lies on the server, and the digest of it. */
      readonly sent: { readonly uploadId: string; readonly digest: Bytes } | null;
      readonly excluded: readonly number[];
    }
  | {
      readonly type: 'save';
      readonly report: Report;
      readonly items: readonly EvidenceItem[];
      readonly excluded: readonly number[];
    };

/** What passes between the page, which shows, and its workers. Each worker runs the same script and is asked one group of these. */
export type ToSealer =
  /** The directory comes with a page that works offline; others fetch it. */
  | { readonly type: 'open'; readonly charter: string; readonly directory?: unknown }
  /** `secret`: of the case that an earlier try gave the report; `null` where there was none. */
  | (ToSeal & { readonly secret: CaseSecret | null });

export type ToEvidence =
  | { readonly type: 'add'; readonly item: EvidenceItem }
  | { readonly type: 'remove'; readonly id: string }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** After a letter could not name its evidence. */
  | { readonly type: 'recover'; readonly remedy: EvidenceRemedy }
  | { readonly type: 'finish' };

export type ToHelper =
  | { readonly type: 'inspect'; readonly id: string; readonly file: Blob }
  | { readonly type: 'disguise'; readonly samples: Float32Array };

export type ToWorker = ToSealer | ToEvidence | ToHelper | ToReturn;

export interface ReaderFacts {
  readonly slot: number;
  readonly name: string;
  readonly role: string;
  readonly languages: readonly string[];
  readonly canRead: boolean;
}

/** Who can read, and how many of them it takes to open a report. */
export interface Readers {
  readonly readers: readonly ReaderFacts[];
  readonly threshold: number;
}

export type Step = 'sealing' | 'working' | 'sending' | 'waiting' | 'finishing' | 'saving';

export type FromWorker =
  | (Readers & { readonly type: 'office'; readonly fingerprint: string })
  | { readonly type: 'progress'; readonly step: Step }
  /** The report has a case: to be told with each further try, so that the report keeps it. */
  | { readonly type: 'case'; readonly secret: CaseSecret }
  | {
      readonly type: 'received';
      readonly id: string;
      /** The groups of the case code. */
      readonly digits: readonly string[];
      /** Checked; `null` where the office keeps no log. */
      readonly receipt: Envelope | null;
    }
  | { readonly type: 'evidence-lost'; readonly remedy: EvidenceRemedy }
  | { readonly type: 'saved'; readonly file: Blob; readonly name: string; readonly digits: readonly string[] }
  | { readonly type: 'upload'; readonly progress: EvidenceProgress }
  | { readonly type: 'item-failed'; readonly id: string; readonly why: WhyItemFailed }
  | { readonly type: 'finished'; readonly sent: FinishedEvidence | null }
  | { readonly type: 'inspected'; readonly id: string; readonly inspection: Inspection }
  | { readonly type: 'disguising'; readonly share: number }
  | { readonly type: 'disguised'; readonly samples: Float32Array }
  /** A part of the script did not arrive. Only a new worker asks for it again. */
  | { readonly type: 'part-missing' }
  | { readonly type: 'failed'; readonly failure: Failure }
  | FromReturn;
