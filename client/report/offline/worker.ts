import {
  codeDigits,
  evidenceKeyIn,
  listEvidence,
  newCaseSecret,
  newEvidenceKey,
  PARCEL_SUFFIX,
  sealEvidence,
  sha256,
  systemRandom,
  toHex,
  totalSize,
  writeParcel,
  type EvidenceList,
  type Report,
} from '../../../crypto/index.ts';

import type { EvidenceItem } from '../evidence/evidence-upload.ts';
import type { Step, ToSealer } from '../messages.ts';
import { TrustedOffice } from '../office.ts';
import { Sealer } from '../sealer.ts';
import { makeStamp } from '../stamp.ts';
import { help, serveMessages, tell } from '../worker-scope.ts';
import { contentOf } from './content.ts';

/** The worker of the page that works offline: what is sealed becomes one file. */
let sealer: Sealer | undefined;

serveMessages(async (message) => {
  switch (message.type) {
    case 'open':
      sealer ??= new Sealer(new TrustedOffice(message.charter, () => Promise.resolve(message.directory)), tell);
      await sealer.open();
      return;
    case 'save':
      return save(message);
    case 'inspect':
    case 'disguise':
      return help(message);
    default:
      throw new Error('sending is for the page of a server');
  }
});

async function save({ report, excluded, items, secret: known }: Extract<ToSealer, { type: 'save' }>): Promise<void> {
  if (!sealer) throw new Error('open comes before save');
  onStep('sealing');
  const secret = known ?? newCaseSecret(systemRandom);
  tell({ type: 'case', secret });
  const evidence = evidenceOf(items);
  const whole: Report = evidence === null ? report : { ...report, evidence };
  // A file takes no note along: the log shows random bytes for its letter.
  const { letter } = await sealer.seal({ report: whole, excluded, secret, digest: null }, () => undefined);
  onStep('working');
  const stamp = await makeStamp(letter);
  onStep('saving');
  const parts: Blob[] = [];
  const cells = evidence === null ? [] : cellsOf(evidence, items);
  // Each piece becomes a Blob at once: browsers keep those out of the script's memory, and on disk when they grow.
  for await (const piece of writeParcel({ letter, stamp, count: evidence?.cells ?? 0, cells }))
    parts.push(new Blob([piece]));
  const id = toHex(await sha256(letter));
  sealer.forget();
  const name = `${id.slice(0, NAME_DIGITS)}${PARCEL_SUFFIX}`;
  tell({ type: 'saved', file: new Blob(parts), name, digits: await codeDigits(secret) });
}

/** Enough to tell files apart; the same digits begin the number of the report. */
const NAME_DIGITS = 16;

function evidenceOf(items: readonly EvidenceItem[]): EvidenceList | null {
  if (items.length === 0) return null;
  const files = items.map(({ name, type, content, note, story }) => ({
    name,
    type,
    size: content.size,
    ...(note !== undefined && { note }),
    ...(story && { story }),
  }));
  return listEvidence(newEvidenceKey(systemRandom), files);
}

function cellsOf(evidence: EvidenceList, items: readonly EvidenceItem[]) {
  return sealEvidence(
    evidenceKeyIn(evidence),
    totalSize(evidence.files),
    contentOf(items.map(({ content }) => content)),
  );
}

function onStep(step: Step): void {
  tell({ type: 'progress', step });
}
