import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';

import {
  decodeLetterContent,
  fromBase64,
  identityPublicKey,
  isoDateOf,
  LETTER_SIZES,
  letterCapacity,
  newFileKey,
  NO_ENTRY,
  openDirectory,
  openEntry,
  openGrant,
  sealJournalLetters,
  sealLetter,
  signEntry,
  signGrant,
  systemRandom,
  utf8,
  type Envelope,
  type JournalContents,
  type KnownContent,
  type Letter,
  type Office,
  type ToSend,
} from '../../crypto/index.ts';
import { openAlone } from '../open-alone.ts';
import { makeOffice, sealStory, type TestOffice } from '../server/office.ts';
import { refusal } from './refusal.ts';

let testOffice: TestOffice;
let office: Office;
let entry: Envelope;
let grant: Envelope;

beforeAll(async () => {
  testOffice = await makeOffice(['Counsellor', 'Investigator', 'Newcomer']);
  office = await openDirectory(testOffice.directory, testOffice.charter, isoDateOf(new Date()));
  const [author] = testOffice.reviewers;
  if (!author) throw new Error('no reviewer');
  const { seed } = author;
  const content: KnownContent = { kind: 'office', name: 'labels', value: '[]', replaces: [] };
  const at = '2026-11-24T09:30Z';
  entry = (await signEntry({ seed, number: 1, previous: NO_ENTRY, at, about: null, content }, systemRandom)).envelope;
  const to = identityPublicKey(fromBase64(office.roster.reviewers[2]?.identity ?? ''));
  grant = await signGrant({ letter: 'ab'.repeat(32), fileKey: newFileKey(systemRandom), to }, seed);
});

const NOTHING: ToSend = { journal: [], grants: [], releases: [] };
const send = (toSend: Partial<ToSend>, to: 'all' | ReadonlySet<number> = 'all') =>
  sealJournalLetters({ ...NOTHING, ...toSend }, office, to, systemRandom);
const openAs = async (slot: number, letter: Letter | undefined): Promise<JournalContents | null> => {
  const opened = await openAlone(
    letter ?? expect.unreachable(),
    testOffice.reviewers[slot]?.epochKey ?? expect.unreachable(),
  );
  if (opened === null) return null;
  const content = decodeLetterContent(opened.report);
  return content.kind === 'journal' ? content : expect.unreachable();
};

describe('a journal letter', () => {
  test('brings entries to every reviewer, and looks like any other letter', async () => {
    const [letter, ...more] = await send({ journal: [entry] });
    expect(more).toEqual([]);
    expect(letter).toHaveLength(LETTER_SIZES[0]);
    for (const slot of [0, 1, 2]) {
      const content = await openAs(slot, letter);
      expect(content).toEqual({ kind: 'journal', journal: [entry], grants: [], releases: [] });
      const opened = await openEntry(content?.journal[0], office.roster, () => undefined);
      expect(opened).toMatchObject({ number: 1, content: { kind: 'office' } });
    }
  });

  test('to some reviewers is opened by no others', async () => {
    const [letter] = await send({ journal: [entry] }, new Set([1, 2]));
    expect(await openAs(0, letter)).toBeNull();
    expect(await openAs(1, letter)).toMatchObject({ journal: [entry] });
  });

  test('is opened by each alone, also where reports take several reviewers', async () => {
    const together = { ...office, roster: { ...office.roster, threshold: 2 } };
    const [letter] = await sealJournalLetters({ ...NOTHING, journal: [entry] }, together, 'all', systemRandom);
    for (const slot of [0, 1, 2]) expect(await openAs(slot, letter)).toMatchObject({ journal: [entry] });
  });

  test('with a grant or a release goes to one reviewer alone, or is not made', async () => {
    for (const secret of [{ grants: [grant] }, { releases: [grant] }, { journal: [entry], grants: [grant] }]) {
      await expect(send(secret)).rejects.toThrow('one reviewer alone');
      await expect(send(secret, new Set([1, 2]))).rejects.toThrow('one reviewer alone');
    }
    const [letter] = await send({ grants: [grant], journal: [entry] }, new Set([2]));
    expect(await openAs(1, letter)).toBeNull();
    const content = await openAs(2, letter);
    const me = identityPublicKey(fromBase64(office.roster.reviewers[2]?.identity ?? ''));
    expect(await openGrant(content?.grants[0], office.roster, me)).toMatchObject({ letter: 'ab'.repeat(32) });
  });

  test('to a reviewer without a key this month is not made: they are named, not passed over', async () => {
    expect(await refusal(send({ journal: [entry] }, new Set([0, 3])))).toBe('no-recipient');
    const without = { ...office, addressable: office.addressable.filter(({ reviewer }) => reviewer.slot !== 1) };
    const sealing = sealJournalLetters({ ...NOTHING, journal: [entry] }, without, new Set([1]), systemRandom);
    await expect(sealing).rejects.toMatchObject({ code: 'no-recipient', detail: 'Investigator' });
    expect(await refusal(send({ journal: [entry] }, new Set()))).toBe('no-recipient');
  });

  test('is made of nothing: there is none', async () => {
    expect(await send({})).toEqual([]);
  });

  test('is as many letters as it takes: none loses an entry, doubles one or changes their order', async () => {
    const statement = (characters: number): Envelope => ({ ...entry, payload: 'A'.repeat(characters) });
    const sizes = fc.array(fc.integer({ min: 0, max: 87_000 }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(sizes, sizes, async (journalSizes, grantSizes) => {
        const toSend = { journal: journalSizes.map(statement), grants: grantSizes.map(statement) };
        const letters = await send(toSend, new Set([2]));
        const contents = await Promise.all(letters.map((letter) => openAs(2, letter)));
        expect(contents.flatMap((content) => content?.journal)).toEqual(toSend.journal);
        expect(contents.flatMap((content) => content?.grants)).toEqual(toSend.grants);
        const bytes = [...journalSizes, ...grantSizes].reduce((sum, size) => sum + size + 300, 0);
        expect(letters.length).toBeLessThanOrEqual(
          1 + Math.ceil(bytes / (letterCapacity(LETTER_SIZES[2], 4) - 90_000)),
        );
      }),
      { numRuns: 15 },
    );
  });
});

describe('what an opened letter holds', () => {
  test('is a report where there is a story, whatever stands beside it', async () => {
    const letter = await sealStory(testOffice, 'What happened.');
    const opened = await openAlone(letter, testOffice.reviewers[0]?.epochKey ?? expect.unreachable());
    expect(decodeLetterContent(opened?.report ?? expect.unreachable())).toMatchObject({ kind: 'report' });
    const both = utf8('{"version":1,"story":"s","journal":[]}');
    expect(decodeLetterContent(both)).toMatchObject({ kind: 'report', report: { story: 's', journal: [] } });
  });

  test('is a journal where there is none; a hostile one is believed in nothing', async () => {
    const hostile = { version: 9, journal: [1, null, { payload: 'x' }], later: true };
    const content = decodeLetterContent(utf8(JSON.stringify(hostile)));
    expect(content).toEqual({ kind: 'journal', journal: hostile.journal, grants: [], releases: [] });
    if (content.kind !== 'journal') return;
    for (const item of content.journal) {
      expect(await refusal(openEntry(item, office.roster, () => undefined))).toBe('statement-malformed');
    }
  });

  test.each([
    ['{"journal":[]}', 'journal-letter-invalid'],
    ['{"version":0,"journal":[]}', 'journal-letter-invalid'],
    ['{"version":1,"journal":{}}', 'journal-letter-invalid'],
    ['{"version":1,"journal":[],"grants":1}', 'journal-letter-invalid'],
    ['{"version":1}', 'report-invalid'],
    ['["journal"]', 'report-invalid'],
    ['null', 'report-invalid'],
    ['"journal"', 'report-invalid'],
    ['{', 'report-not-json'],
  ])('is neither: %s', async (text, code) => {
    // eslint-disable-next-line @typescript-eslint/require-await -- a refusal as a promise
    expect(await refusal((async () => decodeLetterContent(utf8(text)))())).toBe(code);
  });

  test('sealed by anybody opens like any letter: only signatures count', async () => {
    const reader = testOffice.reviewers[0]?.epochKey ?? expect.unreachable();
    const recipients = new Map([[0, reader.publicKey]]);
    const forged = utf8(JSON.stringify({ version: 1, journal: [{ ...entry, payload: 'e30=' }] }));
    const letter = await sealLetter(forged, { epoch: reader.epoch, slots: 4, recipients }, systemRandom);
    const content = await openAs(0, letter);
    expect(await refusal(openEntry(content?.journal[0], office.roster, () => undefined))).toBe('signature-invalid');
  });
});
