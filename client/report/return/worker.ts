import { codeDigits, openCase, type Case, type CaseSecret } from '../../../crypto/index.ts';

import type { Step } from '../messages.ts';
import { checkReceipt } from '../receipt-check.ts';
import { fetchDirectory, loadSodium, TrustedOffice } from '../office.ts';
import { Sealer } from '../sealer.ts';
import { doWork, EvidenceLost, postLetter } from '../send.ts';
import { serveMessages, tell } from '../worker-scope.ts';
import { closeMailbox } from './close.ts';
import { findInLog } from './log.ts';
import { lookInto } from './mailbox.ts';
import type { ToReturn } from './messages.ts';
import { readCode } from './read-code.ts';

/** The worker of the page where one comes back: it alone holds the case, and ends with the page. */
let mine: { readonly secret: CaseSecret; readonly of: Case; readonly sealer: Sealer } | undefined;

serveMessages(async (message) => {
  switch (message.type) {
    case 'enter':
      return enter(message);
    case 'look':
      return look();
    case 'send':
      return send(message).catch((error: unknown) => {
        if (!(error instanceof EvidenceLost)) throw error;
        tell({ type: 'evidence-lost', remedy: error.remedy });
      });
    case 'close':
      await closeMailbox(entered().of, onStep);
      tell({ type: 'closed' });
      return;
    default:
      throw new Error('files and new reports are for the other worker');
  }
});

async function enter({ charter, code, language }: Extract<ToReturn, { type: 'enter' }>): Promise<void> {
  await loadSodium();
  const { written, reading } = await readCode(code, language);
  if (!('secret' in reading)) {
    tell({ type: 'slip', written, slip: reading });
    return;
  }
  const { secret } = reading;
  const sealer = new Sealer(new TrustedOffice(charter, fetchDirectory), tell);
  mine = { secret, of: await openCase(secret), sealer };
  await look();
}

/** The office is opened each time: who answers, and who reads, may have changed meanwhile. */
async function look(): Promise<void> {
  const { of, sealer } = entered();
  const { roster } = await sealer.open(onWaiting);
  const found = await lookInto(of, roster, onWaiting);
  tell({ type: 'mailbox', findings: { ...found, log: await findInLog(of, roster, onWaiting) } });
}

async function send({ sent, ...what }: Extract<ToReturn, { type: 'send' }>): Promise<void> {
  const { secret, sealer } = entered();
  onStep('sealing');
  const sealing = sealer.seal({ ...what, secret, digest: sent?.digest ?? null }, onWaiting).then((sealed) => {
    onStep('working');
    return sealed;
  });
  const [{ letter, note, contents, log }, work] = await Promise.all([sealing, doWork(onStep)]);
  const answer = await postLetter({ letter, note, uploadId: sent?.uploadId ?? null }, work, onStep);
  const receipt = await checkReceipt(answer.receipt, log, contents, note);
  sealer.forget();
  tell({ type: 'received', id: answer.id, digits: await codeDigits(secret), receipt });
}

function entered() {
  if (!mine) throw new Error('the code comes first');
  return mine;
}

function onWaiting(): void {
  onStep('waiting');
}

function onStep(step: Step): void {
  tell({ type: 'progress', step });
}
