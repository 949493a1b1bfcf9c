import { systemRandom } from '../../crypto/index.ts';

import { failureOf } from './failure.ts';
import type { FromWorker, ToHelper, ToWorker } from './messages.ts';

/** What a worker is to itself; TypeScript has no library that knows pages and workers both. */
interface Scope {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
}
const scope = globalThis as unknown as Scope;

class PartMissing extends Error {
  override readonly name = 'PartMissing';
}

/** All that is slow or secret happens in workers, so that the page never stands still. What goes wrong is told, never thrown away. */
export function serveMessages(handle: (message: ToWorker) => Promise<void>): void {
  scope.onmessage = ({ data }) => {
    handle(data).catch((error: unknown) => {
      if (error instanceof PartMissing) tell({ type: 'part-missing' });
      else tell({ type: 'failed', failure: failureOf(error) });
    });
  };
}

export function tell(message: FromWorker): void {
  scope.postMessage(message);
}

/** What a plain report does not need is loaded when it is asked for. */
export function part<Module>(loading: Promise<Module>): Promise<Module> {
  return loading.catch(() => {
    throw new PartMissing();
  });
}

/** What has nothing to do with sealing: looking into files, changing a voice. */
export async function help(message: ToHelper): Promise<void> {
  if (message.type === 'inspect') {
    const { inspect } = await part(import('./metadata/index.ts'));
    tell({ type: 'inspected', id: message.id, inspection: await inspect(message.file) });
    return;
  }
  const { disguise } = await part(import('./voice/disguise.ts'));
  const samples = disguise(message.samples, systemRandom, (share) => {
    tell({ type: 'disguising', share });
  });
  tell({ type: 'disguised', samples });
}
