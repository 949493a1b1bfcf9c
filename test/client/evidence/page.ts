/// <reference lib="dom" />
import type { FromWorker, Seen, ToWorker } from './protocol.ts';

/** The test's page: hands files to the worker and remembers what the worker says. */
interface Harness {
  tell(message: ToWorker): void;
  /** Adds the file that was put into the input. */
  addChosen(id: string): void;
  /** Adds `mebibytes` of one MiB over and over, which takes no more memory than that. */
  addRepeated(id: string, mebibytes: number): void;
  addBytes(id: string, length: number, fill: number, name?: string): void;
  seen(): Seen;
  /** Asks for the end and waits, without anybody asking the page meanwhile; gives the longest task of its thread since then. */
  finishQuietly(): Promise<number>;
}
declare global {
  var harness: Harness;
}

interface Policy {
  createScriptURL(url: string): string;
}
const OBSERVER_DELIVERY_MS = 200; // long tasks are reported some time after they ended
const WORKER = '/assets/evidence-worker.js';
const { trustedTypes } = globalThis as {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
};
const policy = trustedTypes?.createPolicy('amparo', { createScriptURL: (url) => url });

const progress: Seen['progress'][number][] = [];
const failed: Seen['failed'][number][] = [];
const answers: Seen['answers'][number][] = [];
let longestTaskMs = 0;

const worker = new Worker(policy?.createScriptURL(WORKER) ?? WORKER, { type: 'module' });
let onAnswer: (() => void) | undefined;
worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
  if (data.said === 'progress') progress.push(data.progress);
  else if (data.said === 'failed') failed.push({ id: data.id, why: data.why });
  else answers.push(data);
  if (data.said === 'finished') onAnswer?.();
};
worker.onerror = (event) => {
  answers.push({ said: 'refused', what: `the worker did not run: ${event.message}` });
};

if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
  new PerformanceObserver((list) => {
    longestTaskMs = Math.max(longestTaskMs, ...list.getEntries().map((entry) => entry.duration));
  }).observe({ type: 'longtask' });
}

function tell(message: ToWorker): void {
  worker.postMessage(message);
}

globalThis.harness = {
  tell,
  addChosen(id) {
    const file = document.querySelector<HTMLInputElement>('input')?.files?.item(0);
    if (!file) throw new Error('no file was chosen');
    tell({ do: 'add', id, name: file.name, content: file });
  },
  addRepeated(id, mebibytes) {
    const piece = new Blob([new Uint8Array(1_048_576).fill(7)]);
    const content = new File(
      Array.from({ length: mebibytes }, () => piece),
      id,
    );
    tell({ do: 'add', id, name: id, content });
  },
  addBytes(id, length, fill, name = id) {
    tell({ do: 'add', id, name, content: new Blob([new Uint8Array(length).fill(fill)]) });
  },
  async finishQuietly() {
    longestTaskMs = 0;
    await new Promise<void>((resolve) => {
      onAnswer = resolve;
      tell({ do: 'finish' });
    });
    await new Promise((resolve) => setTimeout(resolve, OBSERVER_DELIVERY_MS));
    return longestTaskMs;
  },
  seen: () => ({
    progress,
    states: progress.flatMap(({ state }, i) => (progress[i - 1]?.state === state ? [] : [state])),
    failed,
    answers,
  }),
};
