import { newFileKey, sealReport, systemRandom, type Letter, type Office, type Report } from '../../crypto/index.ts';

import { failureOf, SendError } from './failure.ts';
import type { FromWorker, ReaderFacts, Step, ToWorker } from './messages.ts';
import { TrustedOffice } from './office.ts';
import { doWork, postLetter } from './send.ts';

/** All that is slow or secret happens here, so that the page never stands still. */
interface Scope {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
}
const scope = globalThis as unknown as Scope;

let trusted: TrustedOffice | undefined;
/** Whom the page names to the reporter as readers. */
let shown: readonly ReaderFacts[] = [];
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
  await show(trusted, await trusted.open(() => undefined));
}

async function show(from: TrustedOffice, office: Office): Promise<void> {
  const facts = await from.facts(office);
  shown = facts.readers;
  scope.postMessage(facts);
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
  // Fetched again: somebody may have been taken off the roster while the person was writing. Nobody may be put on it unseen,
  // not even by a server that holds back a reviewer's key until now.
  const office = await trusted.open(() => {
    tell('waiting');
  });
  const { readers } = await trusted.facts(office);
  if (JSON.stringify(readers) !== JSON.stringify(shown)) {
    await show(trusted, office);
    throw new SendError('readers-changed');
  }
  const letter = await sealReport(report, newFileKey(systemRandom), office, new Set(excluded), systemRandom);
  sealed = { of, letter };
  return letter;
}

function tell(step: Step): void {
  scope.postMessage({ type: 'progress', step });
}
