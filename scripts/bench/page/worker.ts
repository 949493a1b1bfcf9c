/// <reference lib="dom" />
import { doJob } from './jobs.ts';
import type { Job, Outcome } from './protocol.ts';

export interface WorkerRequest {
  readonly job: Job;
  readonly file: Blob | null;
}
export type WorkerAnswer = { readonly outcome: Outcome } | { readonly error: string };

globalThis.addEventListener('message', (event: MessageEvent<WorkerRequest>) => {
  doJob(event.data.job, event.data.file).then(
    (outcome) => {
      answer({ outcome });
    },
    (error: unknown) => {
      answer({ error: String(error) });
    },
  );
});

function answer(message: WorkerAnswer): void {
  globalThis.postMessage(message);
}
