import type { FromWorker } from './messages.ts';

interface Policy {
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

const WORKER_PATH = '/assets/worker.js';

/** Starts the one worker; its address is the only script address that the page's policy lets through. */
export function startWorker(onMessage: (message: FromWorker) => void, onBroken: () => void): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('amparo', {
    createScriptURL: (url) => {
      if (url !== WORKER_PATH) throw new TypeError('not our worker');
      return url;
    },
  });
  const worker = new Worker(policy?.createScriptURL(WORKER_PATH) ?? WORKER_PATH, { type: 'module' });
  worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
    onMessage(event.data);
  });
  worker.addEventListener('error', onBroken);
  return worker;
}
