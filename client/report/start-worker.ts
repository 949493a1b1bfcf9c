import type { FromWorker } from './messages.ts';

interface Policy {
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

export type StartWorker = (
  onMessage: (message: FromWorker) => void,
  onBroken: (why: 'offline' | 'unsupported') => void,
) => Worker;

/** What starts workers from one address: the only script address that the page's policy lets through. Made once for a page. */
export function workersFrom(address: string, type: WorkerType): StartWorker {
  return workersAmong([address], type)(address);
}

/** The same for a page with several scripts for workers. */
export function workersAmong(addresses: readonly string[], type: WorkerType): (address: string) => StartWorker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('amparo', {
    createScriptURL: (url) => {
      if (!addresses.includes(url)) throw new TypeError('not our worker');
      return url;
    },
  });
  return (address) => (onMessage, onBroken) => {
    const worker = new Worker(policy?.createScriptURL(address) ?? address, { type });
    worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
      onMessage(event.data);
    });
    // A script that does not run says why; one that did not arrive says nothing.
    worker.addEventListener('error', (event: Event) => {
      onBroken(event instanceof ErrorEvent && event.message !== '' ? 'unsupported' : 'offline');
    });
    return worker;
  };
}
