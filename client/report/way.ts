import type { EvidenceSink, SinkEvents } from './files/evidence-sink.ts';
import type { ToSealer } from './messages.ts';
import type { StartWorker } from './start-worker.ts';

/** How a report leaves the page: to the server, or into a file that somebody carries there. All else is the same form. */
export interface Way {
  readonly startWorker: StartWorker;
  readonly readyText: 'ready' | 'readyToSave';
  /** What the sealer is told first. */
  open(charter: string): ToSealer;
  /** Where files go as they are decided on. */
  evidence(events: SinkEvents): EvidenceSink;
}
