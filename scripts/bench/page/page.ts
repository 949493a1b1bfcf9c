/// <reference lib="dom" />
import { doJob } from './jobs.ts';
import type { Answer, Job, Outcome } from './protocol.ts';
import type { WorkerAnswer, WorkerRequest } from './worker.ts';

declare global {
  /** What the bench calls in its page. */
  var bench: (job: Job) => Promise<Answer>;
}

globalThis.bench = async (job) => {
  const tasks = watchLongTasks();
  const started = Date.now();
  const file = document.querySelector<HTMLInputElement>('input[type=file]')?.files?.item(0) ?? null;
  const onPage = job.kind === 'file' && job.where === 'page';
  const outcome = await (onPage ? doJob(job, file) : inFreshWorker({ job, file }));
  return { ...outcome, firstMs: outcome.firstEndedAt - started, longestTaskMs: await tasks.longest() };
};

/** A worker that has loaded nothing yet, so that one job never warms another. */
async function inFreshWorker(request: WorkerRequest): Promise<Outcome> {
  const worker = new Worker(workerUrl(), { type: 'module' });
  try {
    const answer = await new Promise<WorkerAnswer>((resolve, reject) => {
      worker.onmessage = (event: MessageEvent<WorkerAnswer>) => {
        resolve(event.data);
      };
      worker.onerror = (event) => {
        reject(new Error(event.message || 'the worker did not load'));
      };
      worker.postMessage(request);
    });
    if ('error' in answer) throw new Error(answer.error);
    return answer.outcome;
  } finally {
    worker.terminate();
  }
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}
const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
const policy = trustedTypes?.createPolicy('amparo', { createScriptURL: (url) => url });

function workerUrl(): string {
  return policy?.createScriptURL('/worker.js') ?? '/worker.js';
}

const OBSERVER_DELIVERY_MS = 200; // long tasks are reported some time after they ended

function watchLongTasks(): { longest(): Promise<number> } {
  let longestMs = 0;
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask'))
    return { longest: () => Promise.resolve(Number.NaN) };
  const observer = new PerformanceObserver((list) => {
    longestMs = Math.max(longestMs, ...list.getEntries().map((entry) => entry.duration));
  });
  observer.observe({ type: 'longtask' });
  return {
    async longest() {
      await new Promise((resolve) => setTimeout(resolve, OBSERVER_DELIVERY_MS));
      observer.disconnect();
      return longestMs;
    },
  };
}
