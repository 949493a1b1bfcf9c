import { newFileKey, sealReport, systemRandom, type Letter, type Report } from '../../crypto/index.ts';

import { failureOf } from './failure.ts';
import type { FromWorker, Step, ToWorker } from './messages.ts';
import { TrustedOffice } from './office.ts';
import { doWork, postLetter } from './send.ts';

/** All that is slow or secret happens here, so that the page never stands still. */
interface Scope {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
}
const scope = globalThis as unknown as Scope;

let trusted: TrustedOffice | undefined;
/** Kept while the same report is tried again, so that a lost answer does not store it twice. */
let sealed: { readonly of: string; readonly letter: Letter } | undefined;

scope.onmessage = ({ data }) => {
  const done = data.type === 'open' ? open(data.charter) : send(data.report, data.excluded);
  done.catch((error: unknown) => {
    scope.postMessage({ type: 'failed', failure: failureOf(error) });
  });
};

async function open(charter: string): Promise<void> {
  trusted ??= new TrustedOffice(charter);
  const office = await trusted.open(() => undefined);
  scope.postMessage(await trusted.facts(office));
}

async function send(report: Report, excluded: readonly number[]): Promise<void> {
  tell('sealing');
  const sealing = seal(report, excluded).then((letter) => {
    tell('working');
    return letter;
  });
  const [letter, work] = await Promise.all([sealing, doWork(tell)]);
  const id = await postLetter(letter, work, tell);
  sealed = undefined;
  scope.postMessage({ type: 'received', id });
}

async function seal(report: Report, excluded: readonly number[]): Promise<Letter> {
  const of = JSON.stringify([report, excluded]);
  if (sealed?.of === of) return sealed.letter;
  if (!trusted) throw new Error('open comes before send');
  // Fetched again: the roster may have been renewed while the person was writing.
  const office = await trusted.open(() => {
    tell('waiting');
  });
  const letter = await sealReport(report, newFileKey(systemRandom), office, new Set(excluded), systemRandom);
  sealed = { of, letter };
  return letter;
}

function tell(step: Step): void {
  scope.postMessage({ type: 'progress', step });
}
