import {
  codeDigits,
  isoDateOf,
  logOf,
  logPublicKey,
  openCase,
  type Case,
  type CaseSecret,
  type IsoDate,
  type Roster,
} from '../../../crypto/index.ts';

import type { Step } from '../messages.ts';
import { checkReceipt } from '../receipt-check.ts';
import { fetchDirectory, loadSodium, TrustedOffice } from '../office.ts';
import { Sealer } from '../sealer.ts';
import { doWork, EvidenceLost, postLetter } from '../send.ts';
import { serveMessages, tell } from '../worker-scope.ts';
import { closeMailbox } from './close.ts';
import { logLoader } from './log-reading.ts';
import { findingsOf, lookInto, type Mailbox } from './mailbox.ts';
import type { ToReturn } from './messages.ts';
import { OfficeLog } from './office-log.ts';
import { readCode } from './read-code.ts';
import { readReceiptFile, type SavedReceipt } from './receipt-file.ts';

/** The worker of the page where one comes back: it alone holds the case, and ends with the page. */
let mine: { readonly secret: CaseSecret; readonly of: Case } | undefined;
let sealer: Sealer | undefined;
/** What was found last, but for the log. */
let found: { readonly roster: Roster; readonly mailbox: Mailbox } | undefined;
let saved: SavedReceipt | undefined;
const log = new OfficeLog({
  load: logLoader(onWaiting),
  onRead(share) {
    tell({ type: 'reading', share });
  },
});

serveMessages(async (message) => {
  switch (message.type) {
    case 'enter':
      return enter(message);
    case 'look':
      return look();
    case 'look-back':
      return lookBack(message);
    case 'check':
      return check(message);
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
  sealer ??= sealerFor(charter);
  mine = { secret, of: await openCase(secret) };
  await look();
}

/** The office is opened each time: who answers, and who reads, may have changed meanwhile. */
async function look(): Promise<void> {
  const { of, sealer: its } = entered();
  const { roster } = await its.open(onWaiting);
  found = { roster, mailbox: await lookInto(of, roster, onWaiting) };
  await log.read(roster);
  await tellFindings();
}

async function lookBack({ for: what }: Extract<ToReturn, { type: 'look-back' }>): Promise<void> {
  await log.readFurther();
  if (what === 'case') await tellFindings();
  else tellReceipt();
}

async function tellFindings(): Promise<void> {
  if (!found) throw new Error('the mailbox comes first');
  const { roster, mailbox } = found;
  const shown = await log.findCase(entered().of, roster);
  tell({ type: 'mailbox', findings: findingsOf(mailbox, shown, today()) });
}

async function check({ charter, file }: Extract<ToReturn, { type: 'check' }>): Promise<void> {
  await loadSodium();
  sealer ??= sealerFor(charter);
  const { roster } = await sealer.open(onWaiting);
  const signer = logOf(roster)?.log.publicKey;
  const read = signer ? await readReceiptFile(file, logPublicKey(signer)) : ({ state: 'no-log' } as const);
  if ('state' in read) {
    tell({ type: 'receipt', outcome: read });
    return;
  }
  saved = read;
  await log.read(roster);
  tellReceipt();
}

function tellReceipt(): void {
  if (!saved) throw new Error('the receipt comes first');
  tell({ type: 'receipt', outcome: log.findReceipt(saved, today()) });
}

async function send({ sent, ...what }: Extract<ToReturn, { type: 'send' }>): Promise<void> {
  const { secret, sealer: its } = entered();
  onStep('sealing');
  const sealing = its.seal({ ...what, secret, digest: sent?.digest ?? null }, onWaiting).then((sealed) => {
    onStep('working');
    return sealed;
  });
  const [{ letter, note, contents, log: signer }, work] = await Promise.all([sealing, doWork(onStep)]);
  const answer = await postLetter({ letter, note, uploadId: sent?.uploadId ?? null }, work, onStep);
  const receipt = await checkReceipt(answer.receipt, signer, contents, note);
  its.forget();
  tell({ type: 'received', id: answer.id, digits: await codeDigits(secret), receipt });
}

function sealerFor(charter: string): Sealer {
  return new Sealer(new TrustedOffice(charter, fetchDirectory), tell);
}

function entered() {
  if (!mine || !sealer) throw new Error('the code comes first');
  return { ...mine, sealer };
}

function today(): IsoDate {
  return isoDateOf(new Date());
}

function onWaiting(): void {
  onStep('waiting');
}

function onStep(step: Step): void {
  tell({ type: 'progress', step });
}
