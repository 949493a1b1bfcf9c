import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isEnoughLeft } from '../../client/report/readers.ts';
import { failureOf } from '../../client/report/failure.ts';
import { AmparoError, chooseRecipients, type EpochKey, type Office } from '../../crypto/index.ts';

/** What the form says beside the list of readers is what sealing would refuse. */
test('too few are left exactly where nothing could be sealed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 32 }),
      fc.integer({ min: 1, max: 32 }),
      fc.nat({ max: 32 }),
      (canRead, threshold, excluded) => {
        fc.pre(excluded <= canRead && threshold <= canRead);
        const addressable = Array.from({ length: canRead }, (_, slot) => ({ reviewer: { slot } }) as EpochKey);
        const office = { roster: { slots: 32, threshold }, epoch: 82, addressable } as unknown as Office;
        const excludedSlots = new Set(Array.from({ length: excluded }, (_, slot) => slot));
        const choosing = () => chooseRecipients(office, excludedSlots);
        if (isEnoughLeft(canRead, excluded, threshold)) expect(choosing().threshold).toBe(threshold);
        else expect(choosing).toThrow(AmparoError);
      },
    ),
  );
});

test('where it is found out only when sealing, the person is told what to do', () => {
  expect(failureOf(new AmparoError('threshold-unreachable'))).toBe('too-few-left');
  expect(failureOf(new AmparoError('no-recipient'))).toBe('nobody-left');
});
