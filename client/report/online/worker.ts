import { codeDigits, newCaseSecret, systemRandom } from '../../../crypto/index.ts';

import type { EvidenceUpload } from '../evidence/evidence-upload.ts';
import type { Step, ToSealer } from '../messages.ts';
import { fetchDirectory, TrustedOffice } from '../office.ts';
import { checkReceipt } from '../receipt-check.ts';
import { Sealer } from '../sealer.ts';
import { doWork, EvidenceLost, postLetter } from '../send.ts';
import { help, part, serveMessages, tell } from '../worker-scope.ts';

/** The worker of the form on the server's page. The page starts it several times, each for one group of messages. */
let sealer: Sealer | undefined;
let uploading: Promise<EvidenceUpload> | undefined;

serveMessages(async (message) => {
  switch (message.type) {
    case 'open':
      sealer ??= new Sealer(new TrustedOffice(message.charter, fetchDirectory), tell);
      await sealer.open();
      return;
    case 'send':
      return send(message).catch((error: unknown) => {
        if (!(error instanceof EvidenceLost)) throw error;
        tell({ type: 'evidence-lost', remedy: error.remedy });
      });
    case 'add':
      (await upload()).add(message.item);
      return;
    case 'remove':
      (await upload()).remove(message.id);
      return;
    case 'pause':
      (await upload()).pause();
      return;
    case 'resume':
      (await upload()).resume();
      return;
    case 'recover':
      (await upload()).recover(message.remedy);
      return;
    case 'finish':
      tell({ type: 'finished', sent: await (await upload()).finish() });
      return;
    case 'inspect':
    case 'disguise':
      return help(message);
    default:
      throw new Error('saving is for the page that works offline, opening a mailbox for the one where one comes back');
  }
});

function upload(): Promise<EvidenceUpload> {
  uploading ??= part(import('../evidence/evidence-upload.ts')).then(
    ({ EvidenceUpload }) =>
      new EvidenceUpload({
        random: systemRandom,
        doWork,
        onProgress(progress) {
          tell({ type: 'upload', progress });
        },
        onItemFailed(id, why) {
          tell({ type: 'item-failed', id, why });
        },
      }),
  );
  return uploading;
}

async function send({ sent, secret: known, ...what }: Extract<ToSealer, { type: 'send' }>): Promise<void> {
  if (!sealer) throw new Error('open comes before send');
  onStep('sealing');
  const secret = known ?? newCaseSecret(systemRandom);
  tell({ type: 'case', secret });
  const sealing = sealer
    .seal({ ...what, secret, digest: sent?.digest ?? null }, () => {
      onStep('waiting');
    })
    .then((sealed) => {
      onStep('working');
      return sealed;
    });
  const [{ letter, note, contents, log }, work] = await Promise.all([sealing, doWork(onStep)]);
  const answer = await postLetter({ letter, note, uploadId: sent?.uploadId ?? null }, work, onStep);
  const receipt = await checkReceipt(answer.receipt, log, contents, note);
  sealer.forget();
  tell({ type: 'received', id: answer.id, digits: await codeDigits(secret), receipt });
}

function onStep(step: Step): void {
  tell({ type: 'progress', step });
}
