import { expect, test } from 'vitest';

import {
  emptyNote,
  isoDateOf,
  logPublicKey,
  openDirectory,
  receiptOf,
  signingPublicKey,
  signingSeed,
  signReceipt,
  systemRandom,
  toBase64,
} from '../../crypto/index.ts';
import { checkReceipt } from '../../scripts/lib/receipt.ts';
import { makeOffice } from '../server/office.ts';

const logSeed = signingSeed(systemRandom(32));
const contents = { report: systemRandom(32), evidence: systemRandom(32) };
const note = emptyNote(systemRandom);
const DAY = 20_781;

async function rosterWith(log: boolean) {
  const publicKey = toBase64(logPublicKey(await signingPublicKey(logSeed)));
  const office = await makeOffice(['Counsellor'], log ? { origin: 'example.org/log', publicKey } : undefined);
  return (await openDirectory(office.directory, office.charter, isoDateOf(new Date()))).roster;
}

test('a receipt is good for the letter, evidence and note that were sent, and signed by the log of the roster', async () => {
  const [roster, without] = await Promise.all([rosterWith(true), rosterWith(false)]);
  const given = await signReceipt(receiptOf(contents, note, DAY), logSeed);
  const otherNote = await signReceipt(receiptOf(contents, emptyNote(systemRandom), DAY), logSeed);
  const noEvidence = await signReceipt(receiptOf({ ...contents, evidence: null }, note, DAY), logSeed);
  const forged = await signReceipt(receiptOf(contents, note, DAY), signingSeed(systemRandom(32)));
  const cases = [
    [given, roster, { state: 'good' }],
    [otherNote, roster, { state: 'refused', code: 'receipt-of-another' }],
    [noEvidence, roster, { state: 'refused', code: 'receipt-of-another' }],
    [forged, roster, { state: 'refused', code: 'signature-invalid' }],
    [undefined, roster, { state: 'missing' }],
    [given, without, { state: 'unchecked' }],
    [undefined, without, { state: 'none' }],
  ] as const;
  for (const [envelope, of, expected] of cases) {
    expect(await checkReceipt(envelope, of, contents, note)).toMatchObject(expected);
  }
});
