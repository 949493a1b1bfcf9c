import { beforeAll, describe, expect, test } from 'vitest';

import { SendError } from '../../client/report/failure.ts';
import { checkReceipt } from '../../client/report/receipt-check.ts';
import {
  emptyNote,
  logPublicKey,
  receiptOf,
  signingSeed,
  signReceipt,
  sodium,
  systemRandom,
  type Envelope,
  type LogPublicKey,
  type NoteContents,
  type SigningSeed,
} from '../../crypto/index.ts';

/** The word of a server, held against what was sent to it. */
const DAY = 20_000;
const contents: NoteContents = { report: systemRandom(32), evidence: systemRandom(32) };
const note = emptyNote(systemRandom);
let seed: SigningSeed;
let log: LogPublicKey;

beforeAll(async () => {
  [seed, log] = await newLog();
});

async function newLog(): Promise<[SigningSeed, LogPublicKey]> {
  const { crypto_sign_seed_keypair } = await sodium();
  const made = signingSeed(systemRandom(32));
  return [made, logPublicKey(crypto_sign_seed_keypair(made).publicKey)];
}

function given(of: NoteContents = contents, by: SigningSeed = seed, its = note): Promise<Envelope> {
  return signReceipt(receiptOf(of, its, DAY), by);
}

describe('a receipt', () => {
  test('for this letter, evidence and note, signed by the log, is given on as it came', async () => {
    const receipt = await given();
    expect(await checkReceipt(receipt, log, contents, note)).toEqual(receipt);
  });

  test('of a server whose office names no log is none, whatever it says', async () => {
    expect(await checkReceipt(undefined, undefined, contents, note)).toBeNull();
    expect(await checkReceipt(await given(), undefined, contents, note)).toBeNull();
  });

  test('that is missing is told', async () => {
    await expect(checkReceipt(undefined, log, contents, note)).rejects.toEqual(new SendError('receipt-missing'));
  });

  test.each([
    ['of another letter', () => given({ ...contents, report: systemRandom(32) })],
    ['of other evidence', () => given({ ...contents, evidence: systemRandom(32) })],
    ['of no evidence', () => given({ ...contents, evidence: null })],
    ['with another note', () => given(contents, seed, emptyNote(systemRandom))],
    ['of another log', async () => given(contents, (await newLog())[0])],
    [
      'with a payload that was exchanged',
      async () => ({ ...(await given()), payload: (await given({ ...contents, evidence: null })).payload }),
    ],
  ])('%s is told to be wrong', async (_name, make) => {
    await expect(checkReceipt(await make(), log, contents, note)).rejects.toEqual(new SendError('receipt-wrong'));
  });
});
