import fc from 'fast-check';
import { combine } from 'shamir-secret-sharing';
import { beforeAll, describe, expect, test } from 'vitest';

import {
  AmparoError,
  chooseRecipients,
  concatBytes,
  newEpochKeyPair,
  newFileKey,
  openLetter,
  openLetterWith,
  openWithReleases,
  sealCover,
  sealLetter,
  sealReport,
  systemRandom,
  toHex,
  utf8,
  wrapKey,
  type Bytes,
  type EpochKeyPair,
  type EpochPublicKey,
  type Letter,
  type LetterShare,
  type Office,
  type Roster,
} from '../../crypto/index.ts';
import { newKeyAndShares, readShare, type Share } from '../../crypto/share.ts';
import { forgeLetter, type Addressed, type Forgery } from '../../scripts/vectors/forge.ts';

/** SPEC.md, Letter, Opening together: k of n. */
const EPOCH = 82;
const SECRET_BYTES = 21;
const SLOTS = 4;
const REPORT = utf8('{"version":1,"story":"A border clerk asked for money."}');

let keys: readonly EpochKeyPair[] = [];
beforeAll(async () => {
  keys = await Promise.all(Array.from({ length: SLOTS }, () => newEpochKeyPair(EPOCH, systemRandom)));
});

const keyOf = (slot: number): EpochKeyPair => keys[slot] ?? fail(`no key for slot ${String(slot)}`);
const addressed = (slots: readonly number[]) =>
  new Map<number, EpochPublicKey>(slots.map((slot) => [slot, keyOf(slot).publicKey]));

function fail(what: string): never {
  throw new Error(what);
}

function seal(threshold: number, slots: readonly number[] = [0, 1, 2, 3]): Promise<Letter> {
  const addressing = { epoch: EPOCH, slots: SLOTS as 4, threshold, recipients: addressed(slots) };
  return sealLetter(REPORT, addressing, systemRandom);
}

async function shareOf(letter: Bytes, slot: number): Promise<LetterShare> {
  const opened = await openLetter(letter, keyOf(slot));
  return opened?.kind === 'share' ? opened : fail('a share expected');
}

/** What the reviewers of these slots release, each in their own name. */
const given = (letter: Bytes, ...slots: number[]) =>
  Promise.all(slots.map(async (slot) => ({ ...(await shareOf(letter, slot)), from: `slot ${String(slot)}` })));

async function codeOf(opening: Promise<unknown>): Promise<string> {
  return opening.then(
    () => 'opened',
    (error: unknown) => (error instanceof AmparoError ? error.code : Promise.reject(error as Error)),
  );
}

/** A letter by somebody who does not keep to the rules. */
async function forge(change: Partial<Forgery>): Promise<Bytes> {
  const everybody = [...addressed([0, 1, 2, 3])].map(([slot, to]) => [slot, { to }] as const);
  const honest: Forgery = { epoch: EPOCH, slots: SLOTS, size: 32_768, threshold: 2, addressed: new Map(everybody) };
  return (await forgeLetter({ ...honest, ...change }, systemRandom)).letter;
}

/** One slot's share with some of its bytes changed. */
const withShare = (slot: number, at: number, ...bytes: number[]): Partial<Forgery> => ({
  addressed: new Map(
    [0, 1, 2, 3].map((each): [number, Addressed] => {
      const share = (honest: Share) => {
        const changed = honest.slice();
        changed.set(bytes, at);
        return changed;
      };
      return [each, { to: keyOf(each).publicKey, ...(each === slot && { share }) }];
    }),
  ),
});
const READER_KEY_AT = 24;

describe('against whoever wants to read', () => {
  test('one reviewer alone, or fewer than it takes, learn how many are missing and nothing else', async () => {
    const letter = await seal(3);
    const opened = await shareOf(letter, 1);
    expect(opened).toMatchObject({ kind: 'share', threshold: 3, slot: 1 });
    expect([opened.wrapKey.length, opened.readerKey.length]).toEqual([32, 16]);
    expect(await openWithReleases(letter, await given(letter, 1))).toEqual({ missing: 2, false: [] });
    expect(await openWithReleases(letter, await given(letter, 1, 3))).toEqual({ missing: 1, false: [] });
    expect(await openWithReleases(letter, [])).toEqual({ missing: 1, false: [] });
  });

  test('an excluded reviewer has no share, and an invented one is false', async () => {
    const letter = await seal(2, [0, 1, 3]);
    expect(await openLetter(letter, keyOf(2))).toBeNull();
    const invented = { slot: 2, wrapKey: wrapKey(systemRandom(32)), from: 'slot 2' };
    const outcome = await openWithReleases(letter, [invented, ...(await given(letter, 0))]);
    expect(outcome).toEqual({ missing: 1, false: ['slot 2'] });
  });

  test('k - 1 shares tell nothing of the secret: each byte of a value is as likely as any other', async () => {
    const counts = Array.from({ length: 256 }, () => 0);
    const zeros = (length: number) => (length === SECRET_BYTES ? new Uint8Array(length) : systemRandom(length));
    for (let i = 0; i < 400; i += 1) {
      let drawn = 0;
      // The same secret each time, the first that is drawn.
      const { shares } = await newKeyAndShares(SLOTS, 2, (length) =>
        drawn++ === 0 ? zeros(length) : systemRandom(length),
      );
      for (const share of shares) {
        for (const byte of share.subarray(3, READER_KEY_AT)) counts[byte] = (counts[byte] ?? 0) + 1;
      }
    }
    const mean = (400 * SLOTS * SECRET_BYTES) / 256;
    const statistic = counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0);
    expect((statistic - 255) / Math.sqrt(2 * 255)).toBeLessThan(6); // a false alarm in a thousand million runs
  });

  test('shares of two letters do not open either', async () => {
    const [one, other] = [await seal(2), await seal(2)];
    const [mine] = await given(one, 0);
    const [theirs] = await given(other, 1);
    if (!mine || !theirs) throw new Error('two shares expected');
    expect(await openWithReleases(one, [mine, theirs])).toEqual({ missing: 1, false: ['slot 1'] });
    expect(await openWithReleases(other, [mine, theirs])).toEqual({ missing: 1, false: ['slot 0'] });
  });

  test('one share given again, or in the name of another slot, counts once', async () => {
    const letter = await seal(2);
    const [own] = await given(letter, 0);
    if (!own) throw new Error('a share expected');
    expect(await openWithReleases(letter, [own, own, own])).toEqual({ missing: 1, false: [] });
    for (const slot of [1, 4, -1, 0.5, Number.NaN]) {
      const moved = { ...own, slot, from: 'forger' };
      expect(await openWithReleases(letter, [own, moved])).toEqual({ missing: 1, false: ['forger'] });
    }
  });
});

describe('against whoever wants nobody to read', () => {
  test('a false share names its giver, and the true ones open the letter all the same', async () => {
    const letter = await seal(2);
    const [first, second] = await given(letter, 0, 1);
    if (!first || !second) throw new Error('two shares expected');
    const forged = { slot: 3, wrapKey: wrapKey(systemRandom(32)), from: 'forger' };
    const instead = { ...second, wrapKey: wrapKey(systemRandom(32)), from: 'forger of slot 1' };
    const outcome = await openWithReleases(letter, [forged, instead, first, second]);
    expect(outcome).toMatchObject({ opened: { report: REPORT }, false: ['forger', 'forger of slot 1'] });
  });

  test('a sender whose shares do not fit blames no reviewer', async () => {
    const misfit = await forge(withShare(1, 3, ...systemRandom(SECRET_BYTES)));
    expect(await codeOf(openWithReleases(misfit, await given(misfit, 0, 1)))).toBe('commitment-mismatch');
    expect(await openWithReleases(misfit, await given(misfit, 0, 3))).toMatchObject({ opened: { report: REPORT } });
  });

  test('a sender who doubles an index, names another threshold, another reader key or a whole key is found', async () => {
    for (const [slot, index] of [
      [1, 1],
      [0, 2],
      [3, 0],
    ] as const) {
      const doubled = await forge(withShare(slot, 2, index));
      expect(await codeOf(openLetter(doubled, keyOf(slot)))).toBe('share-malformed');
    }
    const disagreeing = await forge(withShare(1, 1, 3));
    expect(await codeOf(openWithReleases(disagreeing, await given(disagreeing, 0, 1)))).toBe('share-malformed');
    const estranged = await forge(withShare(1, READER_KEY_AT, ...systemRandom(16)));
    expect(await codeOf(openWithReleases(estranged, await given(estranged, 0, 1)))).toBe('share-malformed');
    const whole = await forge(withShare(1, 0, 1, 1, 0, 0, 0, 0, 0, 0));
    expect(await codeOf(openLetter(whole, keyOf(1)))).toBe('commitment-mismatch');
  });

  test('a letter altered after it was sealed blames no reviewer who saw the same bytes', async () => {
    const altered = (await seal(2, [0, 1])).slice();
    altered[16 + 3 * 1176] = (altered[16 + 3 * 1176] ?? 0) ^ 1;
    expect(await codeOf(openWithReleases(altered, await given(altered, 0, 1)))).toBe('commitment-mismatch');
  });
});

describe('a letter that takes several', () => {
  test('is opened by any k of those addressed, in any order, and never by fewer', async () => {
    const everybody = [0, 1, 2, 3];
    const some = fc.shuffledSubarray(everybody, { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 4 }), some, some, async (threshold, recipients, givers) => {
        fc.pre(recipients.length >= threshold && givers.some((slot) => recipients.includes(slot)));
        const letter = await seal(threshold, recipients);
        const true_ = givers.filter((slot) => recipients.includes(slot));
        const outcome = await openWithReleases(letter, await given(letter, ...true_));
        if (true_.length < threshold) {
          expect(outcome).toEqual({ missing: threshold - true_.length, false: [] });
        } else {
          if (!('opened' in outcome)) throw new Error('enough shares did not open it');
          expect(toHex(outcome.opened.report)).toBe(toHex(REPORT));
          expect(await openLetterWith(letter, outcome.opened.fileKey)).toEqual(outcome.opened);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('has shares of which the package joins any k to the secret, and no k - 1', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(4, 8, 16, 32),
        fc.integer({ min: 2, max: 32 }),
        fc.infiniteStream(fc.nat()),
        async (slots, threshold, picks) => {
          fc.pre(threshold <= slots);
          const drawn: Bytes[] = [];
          const recorded = (length: number) => {
            const bytes = systemRandom(length);
            drawn.push(bytes);
            return bytes;
          };
          const { shares } = await newKeyAndShares(slots, threshold, recorded);
          const secret = drawn[0] ?? fail('nothing drawn');
          const points = shares.map((share) => concatBytes(share.slice(3, READER_KEY_AT), share.slice(2, 3)));
          const chosen: Bytes[] = [];
          while (chosen.length < threshold) {
            chosen.push(...points.splice((picks.next().value ?? 0) % points.length, 1));
          }
          expect(Buffer.from(await combine(chosen)).equals(secret)).toBe(true);
          if (threshold > 2) expect(Buffer.from(await combine(chosen.slice(1))).equals(secret)).toBe(false);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a share is of its slot alone', async () => {
    const { shares } = await newKeyAndShares(SLOTS, 2, systemRandom);
    const read = (share: Share | undefined, slot: number) => () => readShare(share ?? fail('no share'), slot, SLOTS);
    expect(read(shares[2], 2)()).toMatchObject({ threshold: 2, index: 3 });
    expect(read(shares[2], 1)).toThrow(expect.objectContaining({ code: 'share-malformed' }) as Error);
  });

  test('opens with its file key and with no other', async () => {
    const letter = await seal(2);
    expect(await codeOf(openLetterWith(letter, newFileKey(systemRandom)))).toBe('commitment-mismatch');
    expect(await codeOf(openLetterWith(letter.slice(1), newFileKey(systemRandom)))).toBe('letter-size');
  });
});

describe('an office whose reviewers open together', () => {
  const office = (threshold: number, addressable: readonly number[]): Office => {
    const reviewers = [0, 1, 2, 3].map((slot) => ({ slot, name: `Reviewer ${String(slot)}` }));
    const roster = { slots: SLOTS, threshold, reviewers } as unknown as Roster;
    const keyed = roster.reviewers.filter(({ slot }) => addressable.includes(slot));
    const withKeys = keyed.map((reviewer) => ({
      reviewer,
      epoch: EPOCH,
      publicKey: keyOf(reviewer.slot).publicKey,
    }));
    return { roster, epoch: EPOCH, addressable: withKeys, seen: { version: 1, payload: '' } };
  };

  test('is sent nothing that too few could open, whoever is excluded or has no key', async () => {
    const choose =
      (of: Office, ...excluded: number[]) =>
      () =>
        chooseRecipients(of, new Set(excluded));
    const unreachable = expect.objectContaining({ code: 'threshold-unreachable' }) as Error;
    expect(choose(office(3, [0, 1, 2, 3]), 0)().recipients.size).toBe(3);
    expect(choose(office(3, [0, 1, 2, 3]), 0, 1)).toThrow(unreachable);
    expect(choose(office(3, [0, 1]))).toThrow(unreachable);
    expect(choose(office(2, [0, 1]), 0, 1)).toThrow(expect.objectContaining({ code: 'no-recipient' }) as Error);
    expect(await codeOf(seal(3, [0, 1]))).toBe('threshold-unreachable');
    // Slots that the letter does not have address nobody.
    const beyond = new Map([...addressed([0]), [7, keyOf(1).publicKey] as const]);
    const addressing = { epoch: EPOCH, slots: SLOTS as 4, threshold: 2, recipients: beyond };
    const sealing = sealLetter(REPORT, addressing, systemRandom);
    expect(await codeOf(sealing)).toBe('threshold-unreachable');
  });

  test('is sent reports of which each reviewer has one share, and covers like any other letter', async () => {
    const of = office(2, [0, 1, 2, 3]);
    const letter = await sealReport({ version: 1, story: 'A guard was paid.' }, of, new Set([3]), systemRandom);
    expect(await shareOf(letter, 1)).toMatchObject({ threshold: 2, slot: 1 });
    expect(await openLetter(letter, keyOf(3))).toBeNull();
    const cover = await sealCover(of, 32_768, systemRandom);
    expect(cover.length).toBe(letter.length);
    expect(await openLetter(cover, keyOf(0))).toBeNull();
  });
});
