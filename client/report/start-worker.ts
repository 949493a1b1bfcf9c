import type { FromWorker } from './messages.ts';

interface Policy {
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

const WORKER_PATH = '/assets/worker.js';

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
/** Made once: a second policy of the same name is refused. */
const policy = trustedTypes?.createPolicy('amparo', {
  createScriptURL: (url) => {
    if (url !== WORKER_PATH) throw new TypeError('not our worker');
    return url;
  },
});

/** Starts the one worker; its address is the only script address that the page's policy lets through. */
export function startWorker(
  onMessage: (message: FromWorker) => void,
  onBroken: (why: 'offline' | 'unsupported') => void,
): Worker {
  const worker = new Worker(policy?.createScriptURL(WORKER_PATH) ?? WORKER_PATH, { type: 'module' });
  worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
    onMessage(event.data);
  });
  // A script that does not run says why; one that did not arrive says nothing.
  worker.addEventListener('error', (event: Event) => {
    onBroken(event instanceof ErrorEvent && event.message !== '' ? 'unsupported' : 'offline');
  });
  return worker;
}
