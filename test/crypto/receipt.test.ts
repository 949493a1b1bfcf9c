import { beforeAll, describe, expect, test } from 'vitest';

import {
  emptyNote,
  fromHex,
  isReceiptFor,
  logPublicKey,
  newCaseSecret,
  NOTE_BYTES,
  openCase,
  openNote,
  openReceipt,
  rebuildReceipt,
  receiptOf,
  sealNote,
  signingPublicKey,
  signingSeed,
  signReceipt,
  signStatement,
  systemRandom,
  type Case,
} from '../../crypto/index.ts';
import { refusal } from './refusal.ts';

const DAY = 20_781;
const REPORT = fromHex('ab'.repeat(32));
let mine: Case;
let other: Case;

beforeAll(async () => {
  [mine, other] = await Promise.all([openCase(newCaseSecret(systemRandom)), openCase(newCaseSecret(systemRandom))]);
});

describe('a note', () => {
  test('opens for its case alone, and looks like one of a letter without a case', async () => {
    for (const evidence of [null, fromHex('cd'.repeat(32))]) {
      const sealed = await sealNote({ report: REPORT, evidence }, mine.noteKey, systemRandom);
      expect(sealed).toHaveLength(NOTE_BYTES);
      expect(await openNote(sealed, mine.noteKey)).toEqual({ report: REPORT, evidence });
      expect(await openNote(sealed, other.noteKey)).toBeNull();
    }
    expect(emptyNote(systemRandom)).toHaveLength(NOTE_BYTES);
    expect(await openNote(emptyNote(systemRandom), mine.noteKey)).toBeNull();
  });
});

describe('a receipt', () => {
  test('is had again from the log with the case code, to the byte', async () => {
    const logSeed = signingSeed(systemRandom(32));
    const log = logPublicKey(await signingPublicKey(logSeed));
    const contents = { report: REPORT, evidence: fromHex('cd'.repeat(32)) };
    const sealed = await sealNote(contents, mine.noteKey, systemRandom);
    const given = await signReceipt(receiptOf(contents, sealed, DAY), logSeed);
    expect(isReceiptFor(await openReceipt(given, log), contents, sealed)).toBe(true);
    expect(isReceiptFor(await openReceipt(given, log), { ...contents, evidence: null }, sealed)).toBe(false);

    const signature = Uint8Array.from(atob(given.signatures[0].sig), (character) => character.charCodeAt(0));
    const found = await openNote(sealed, mine.noteKey);
    const shown = { note: sealed, day: DAY, signature };
    expect((await rebuildReceipt(found ?? expect.unreachable(), shown, log)).envelope).toEqual(given);
    const otherDay = rebuildReceipt(contents, { ...shown, day: DAY + 1 }, log);
    expect(await refusal(otherDay)).toBe('signature-invalid');
    expect(await refusal(openReceipt(given, logPublicKey(await signingPublicKey(signingSeed(systemRandom(32))))))).toBe(
      'signature-invalid',
    );
  });

  test('that could not be made again from the log is none, though the log signed it', async () => {
    const logSeed = signingSeed(systemRandom(32));
    const log = logPublicKey(await signingPublicKey(logSeed));
    const sealed = await sealNote({ report: REPORT, evidence: null }, mine.noteKey, systemRandom);
    const good = receiptOf({ report: REPORT, evidence: null }, sealed, DAY);
    const { shown, ...rest } = good;
    for (const payload of [
      { shown, ...rest },
      { ...good, shown: '2030-01-01' },
    ]) {
      expect(await refusal(signStatement('receipt', payload, logSeed).then((it) => openReceipt(it, log)))).toBe(
        'receipt-invalid',
      );
    }
  });
});
