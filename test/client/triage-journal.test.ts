import { beforeAll, describe, expect, test } from 'vitest';

import {
  fileKey,
  fromBase64,
  journalKeys,
  NO_ENTRY,
  signEntry,
  signingSeed,
  systemRandom,
  toBase64,
  utf8,
  type Envelope,
  type KnownContent,
} from '../../crypto/index.ts';
import { linesOf } from '../../client/triage/worker/casebook-lines.ts';
import type { KeptReport, Memory } from '../../client/triage/worker/memory.ts';
import { takeDirectory } from '../../client/triage/worker/office.ts';
import { makeOffice, type TestOffice } from '../server/office.ts';
import { deskOf, identityOf, newReport, reopened, takeAll } from './triage-desk.ts';

const OFFICER = 0;
const ADVISER = 1;
let office: TestOffice;
let report: KeptReport;

beforeAll(async () => {
  office = await makeOffice();
  report = await newReport();
});

async function deskWith(slot: number, ...reports: KeptReport[]): Promise<Memory> {
  const desk = await deskOf(office, slot);
  for (const each of reports) desk.addReport(each);
  return desk;
}

const status = (value: string, replaces: string[] = []): KnownContent => ({
  kind: 'set',
  field: 'status',
  value,
  replaces,
});

function envelopesOf(desk: Memory): Envelope[] {
  return [...desk.journal.entries.values()].map(({ envelope }) => envelope);
}

describe('what a reviewer does', () => {
  test('is signed by them, chained, and said of the report', async () => {
    const desk = await deskWith(OFFICER, report);
    const first = await desk.journal.write(report.tag, () => status('assessing'));
    await desk.journal.write(report.tag, () => ({ kind: 'note', text: 'Call the embassy.' }));
    const { status: now, notes, history } = desk.journal.triageOf(report.tag);
    expect(now).toMatchObject({ value: 'assessing', by: identityOf(office, OFFICER), entry: first, conflict: [] });
    expect(notes).toMatchObject([{ text: 'Call the embassy.' }]);
    expect(history.map(({ number, previous }) => [number, previous])).toEqual([
      [1, NO_ENTRY],
      [2, first],
    ]);
    expect(desk.isSaved).toBe(false);
  });

  test('takes one number each, however many acts come at once', async () => {
    const desk = await deskWith(OFFICER, report);
    const acts = Array.from({ length: 20 }, (_, i) =>
      desk.journal.write(report.tag, () => ({ kind: 'note', text: `note ${String(i)}` })),
    );
    await Promise.all(acts);
    expect(desk.journal.chains()).toEqual([{ author: identityOf(office, OFFICER), gaps: [], forks: [], broken: [] }]);
  });

  test('goes on after something that could not be said', async () => {
    const desk = await deskWith(OFFICER, report);
    await expect(desk.journal.write(report.tag, () => status('nonsense'))).rejects.toMatchObject({
      code: 'journal-invalid',
    });
    await expect(desk.journal.write('f'.repeat(32), () => status('closed'))).rejects.toThrow('report-unknown');
    expect(await desk.journal.write(report.tag, () => null)).toBeNull();
    await desk.journal.write(report.tag, () => status('closed'));
    expect(desk.journal.entries.size).toBe(1);
    expect([...desk.journal.entries.values()][0]?.entry.number).toBe(1);
  });

  test('needs no list of reviewers for their own casebook', async () => {
    const alone = await deskOf(office, OFFICER, { knowsOffice: false });
    alone.addReport(report);
    await alone.journal.write(report.tag, () => status('assessing'));
    const again = await reopened(alone, office, OFFICER);
    expect(again.journal.triageOf(report.tag).status.value).toBe('assessing');
  });
});

describe('what others did', () => {
  test('is taken in once, in any order, and reads the same', async () => {
    const theirs = await deskWith(ADVISER, report);
    const first = await theirs.journal.write(report.tag, () => status('assessing'));
    await theirs.journal.write(report.tag, () => status('closed', [first ?? '']));
    const mine = await deskWith(OFFICER, report);
    expect(await mine.journal.addForeign(envelopesOf(theirs).reverse())).toMatchObject({ added: 2, refused: [] });
    expect(await mine.journal.addForeign(envelopesOf(theirs))).toMatchObject({ added: 0, known: 2 });
    expect(mine.journal.triageOf(report.tag)).toEqual(theirs.journal.triageOf(report.tag));
  });

  test('stays sealed until the report is there, and is read then', async () => {
    const theirs = await deskWith(ADVISER, report);
    await theirs.journal.write(report.tag, () => status('investigating'));
    const mine = await deskWith(OFFICER);
    await mine.journal.addForeign(envelopesOf(theirs));
    expect(mine.journal.triageOf(report.tag).status.value).toBeNull();
    const again = await reopened(mine, office, OFFICER);
    again.addReport(report);
    await expect.poll(() => again.journal.triageOf(report.tag).status.value).toBe('investigating');
    // And so it stays, also where the casebook has the report by now.
    const later = await reopened(again, office, OFFICER);
    expect(later.journal.triageOf(report.tag).status.value).toBe('investigating');
    expect(later.journal.hasSealed(report.tag)).toBe(false);
  });

  test('waits where no list names who signed it, until one does', async () => {
    const theirs = await deskWith(ADVISER, report);
    await theirs.journal.write(report.tag, () => status('referred'));
    const mine = await deskOf(office, OFFICER, { knowsOffice: false });
    mine.addReport(report);
    expect(await mine.journal.addForeign(envelopesOf(theirs))).toMatchObject({ added: 0, unplaced: 1, refused: [] });
    expect(await mine.journal.addForeign(envelopesOf(theirs))).toMatchObject({ known: 1, unplaced: 0 });
    expect(mine.journal.triageOf(report.tag).status.value).toBeNull();
    const again = await reopened(mine, office, OFFICER);
    await takeDirectory(again, office.directory, '2026-01-01');
    expect(again.journal.triageOf(report.tag).status.value).toBe('referred');
  });

  test('counts also after they have left', async () => {
    const theirs = await deskWith(ADVISER, report);
    await theirs.journal.write(report.tag, () => ({ kind: 'note', text: 'I know this crossing.' }));
    const mine = await deskWith(OFFICER, report);
    await mine.journal.addForeign(envelopesOf(theirs));
    const without = [...linesOf(mine)].filter((line) => !line.startsWith('{"type":"office"'));
    const later = await deskOf(office, OFFICER, { knowsOffice: false });
    await takeAll(later, without);
    expect(later.journal.triageOf(report.tag).notes).toHaveLength(1);
  });
});

describe('whoever is hostile', () => {
  function forged(envelope: Envelope, change: (payload: Record<string, unknown>) => void): Envelope {
    const payload = JSON.parse(new TextDecoder().decode(fromBase64(envelope.payload))) as Record<string, unknown>;
    change(payload);
    return { ...envelope, payload: toBase64(utf8(JSON.stringify(payload))) };
  }

  test('changes nothing by altering what somebody signed, or by nonsense', async () => {
    const theirs = await deskWith(ADVISER, report);
    await theirs.journal.write(report.tag, () => status('assessing'));
    const [signed] = envelopesOf(theirs) as [Envelope];
    const mine = await deskWith(OFFICER, report);
    const other = await newReport();
    mine.addReport(other);
    const added = await mine.journal.addForeign([
      forged(signed, (payload) => (payload['at'] = '2030-01-01T00:00Z')),
      forged(signed, (payload) => (payload['about'] = other.tag)),
      forged(signed, (payload) => (payload['identity'] = identityOf(office, OFFICER))),
      null,
      { payload: 'x' },
      'text',
    ]);
    expect(added).toMatchObject({ added: 0, known: 0, unplaced: 0 });
    expect(added.refused).toHaveLength(6);
    expect(mine.journal.entries.size).toBe(0);
  });

  test('signs in vain where no list names them', async () => {
    const seed = signingSeed(systemRandom(32));
    const of = await journalKeys(fileKey(fromBase64(report.fileKey)), report.letter);
    const { envelope } = await signEntry(
      { seed, number: 1, previous: NO_ENTRY, at: '2026-02-01T10:00Z', about: of, content: status('closed') },
      systemRandom,
    );
    const mine = await deskWith(OFFICER, report);
    expect(await mine.journal.addForeign([envelope])).toMatchObject({ added: 0, unplaced: 1 });
    expect(mine.journal.triageOf(report.tag).status.value).toBeNull();
  });

  test('cannot tell by a seal that does not open', async () => {
    const { tag } = await journalKeys(fileKey(fromBase64(report.fileKey)), report.letter);
    const { key } = await journalKeys(fileKey(systemRandom(32)), report.letter);
    const reviewer = office.reviewers[ADVISER];
    if (!reviewer) throw new Error('no such reviewer');
    const { envelope } = await signEntry(
      {
        seed: reviewer.seed,
        number: 1,
        previous: NO_ENTRY,
        at: '2026-02-01T10:00Z',
        about: { tag, key },
        content: status('closed'),
      },
      systemRandom,
    );
    const mine = await deskWith(OFFICER, report);
    expect(await mine.journal.addForeign([envelope])).toMatchObject({
      added: 0,
      refused: [{ code: 'journal-damaged' }],
    });
    // Taken in before the report came, it stays unread and harms nothing.
    const before = await deskWith(OFFICER);
    await before.journal.addForeign([envelope]);
    before.addReport(report);
    await before.journal.unseal(report.tag);
    expect(before.journal.triageOf(report.tag).status.value).toBeNull();
  });
});

describe('two machines of one reviewer', () => {
  test('that were joined show both words until one settles them', async () => {
    const one = await deskWith(OFFICER, report);
    const other = await deskWith(OFFICER, report);
    await one.journal.write(report.tag, () => status('assessing'));
    await other.journal.write(report.tag, () => status('closed'));
    await takeAll(one, linesOf(other));
    await takeAll(other, linesOf(one));
    expect(one.journal.triageOf(report.tag)).toEqual(other.journal.triageOf(report.tag));
    const { status: now } = one.journal.triageOf(report.tag);
    expect([now.value, now.conflict[0]?.value].sort()).toEqual(['assessing', 'closed']);
    expect(one.journal.chains()[0]?.forks).toEqual([1]);
    const heads = [now.entry ?? '', ...now.conflict.map(({ entry }) => entry)];
    await one.journal.write(report.tag, () => status('assessing', heads));
    expect(one.journal.triageOf(report.tag).status).toMatchObject({ value: 'assessing', conflict: [] });
    expect(one.journal.chains()[0]).toMatchObject({ gaps: [], forks: [1], broken: [] });
  });
});
