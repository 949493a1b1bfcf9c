import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import {
  decodeLetterContent,
  decodeOutbound,
  fileKey,
  fromBase64,
  identityPublicKey,
  openLetter,
  OPENED_MARK_BYTES,
  signGrant,
  type Envelope,
  type JournalContents,
  type Letter,
} from '../../crypto/index.ts';
import { outboxHandlers } from '../../client/triage/worker/bundling.ts';
import { linesOf } from '../../client/triage/worker/casebook-lines.ts';
import type { KeptReport, Memory } from '../../client/triage/worker/memory.ts';
import { makeOffice, type TestOffice } from '../server/office.ts';
import { deskOf, identityOf, newReport, reopened, someReply, takeAll } from './triage-desk.ts';

const OFFICER = 0;
const ADVISER = 1;
const INTERPRETER = 2;
const CONTROL = { signal: new AbortController().signal, tell: () => undefined, transfer: () => undefined };

let office: TestOffice;
let report: KeptReport;
let memory: Memory;

beforeEach(async () => {
  office = await makeOffice(['Intake officer', 'Legal adviser', 'Interpreter']);
  report = await newReport();
  memory = await deskWith(OFFICER);
});
afterEach(() => {
  vi.useRealTimers();
});

async function deskWith(slot: number): Promise<Memory> {
  const made = await deskOf(office, slot);
  pin(made);
  made.addReport(report);
  return made;
}

function pin(desk: Memory): void {
  if (desk.office) desk.office = { ...desk.office, isPinned: true };
}

function note(desk: Memory, text: string) {
  return desk.journal.write(report.tag, () => ({ kind: 'note', text }));
}

function factsOf(desk: Memory) {
  return Promise.resolve(outboxHandlers(desk).outbox(null, CONTROL));
}

/** The letters of a bundle that was made and, unless told otherwise, written. */
async function bundle(desk: Memory, { again = null as string | null, isWritten = true } = {}) {
  const handlers = outboxHandlers(desk);
  const made = await handlers.makeBundle({ again }, CONTROL);
  if (isWritten) await handlers.bundleWritten(made.at, CONTROL);
  const files = await Promise.all(made.files.map(async (file) => new Uint8Array(await file.arrayBuffer())));
  return { ...made, letters: files.flatMap((bytes) => decodeOutbound(bytes).letters) };
}

/** What a reviewer reads in a letter; `null` where it is not for them. */
async function readBy(slot: number, letter: Letter): Promise<JournalContents | null> {
  const key = office.reviewers[slot]?.epochKey;
  if (!key) throw new Error('no such reviewer');
  const opened = await openLetter(letter, key);
  if (opened?.kind !== 'opened') return null;
  const content = decodeLetterContent(opened.report);
  if (content.kind !== 'journal') throw new Error('a journal letter expected');
  return content;
}

async function grantTo(slot: number): Promise<Envelope> {
  const seed = office.reviewers[OFFICER]?.seed;
  if (!seed) throw new Error('no reviewer');
  const to = identityPublicKey(fromBase64(identityOf(office, slot)));
  return signGrant({ letter: report.letter, fileKey: fileKey(fromBase64(report.fileKey)), to }, seed);
}

/** As a directory that lacks the keys of some. */
function withKeysOf(desk: Memory, ...slots: readonly number[]): void {
  if (!desk.office) throw new Error('an office expected');
  const epochKeys = office.directory.epochKeys.filter((_, slot) => slots.includes(slot));
  desk.office = { ...desk.office, directory: { ...desk.office.directory, epochKeys } };
}

describe('entries of the journal', () => {
  test('go to all colleagues in one letter, once, and give them the same state', async () => {
    await memory.journal.write(report.tag, () => ({ kind: 'set', field: 'status', value: 'closed', replaces: [] }));
    expect((await factsOf(memory)).waiting).toMatchObject({ entries: 1 });
    const { letters, entries } = await bundle(memory);
    expect([letters.length, entries]).toEqual([1, 1]);
    for (const slot of [ADVISER, INTERPRETER]) {
      const theirs = await deskWith(slot);
      for (const letter of letters) await theirs.journal.addForeign((await readBy(slot, letter))?.journal ?? []);
      expect(theirs.journal.triageOf(report.tag)).toEqual(memory.journal.triageOf(report.tag));
      // What came from a colleague went to everybody already.
      expect((await factsOf(theirs)).waiting.entries).toBe(0);
    }
    expect((await factsOf(memory)).waiting.entries).toBe(0);
    await expect(bundle(memory)).rejects.toMatchObject({ failure: { code: 'outbox-empty' } });
  });

  test('wait on where the bundle was written nowhere, and come back with the casebook', async () => {
    await note(memory, 'First.');
    await bundle(memory, { isWritten: false });
    const again = await reopened(memory, office, OFFICER);
    pin(again);
    expect((await factsOf(again)).waiting.entries).toBe(1);
    await bundle(again);
    const later = await reopened(again, office, OFFICER);
    pin(later);
    expect((await factsOf(later)).waiting.entries).toBe(0);
  });

  test('reach whoever had no key for the month once they have one, and nobody else twice', async () => {
    withKeysOf(memory, OFFICER, ADVISER);
    const first = await note(memory, 'First.');
    expect((await factsOf(memory)).unreachable).toEqual([{ name: 'Interpreter', entries: 1, privates: 0 }]);
    await bundle(memory);
    expect((await factsOf(memory)).waiting.entries).toBe(0);
    expect((await factsOf(memory)).unreachable).toEqual([{ name: 'Interpreter', entries: 1, privates: 0 }]);
    const second = await note(memory, 'Second.');
    withKeysOf(memory, OFFICER, ADVISER, INTERPRETER);
    const { letters } = await bundle(memory);
    const received = async (slot: number) => {
      const desk = await deskWith(slot);
      for (const letter of letters) await desk.journal.addForeign((await readBy(slot, letter))?.journal ?? []);
      return [...desk.journal.entries.keys()].sort();
    };
    expect(await received(INTERPRETER)).toEqual([first, second].sort());
    expect(await received(ADVISER)).toEqual([second]);
    expect(await factsOf(memory)).toMatchObject({ waiting: { entries: 0 }, unreachable: [] });
  });

  test('of one who has no colleagues wait for nobody', async () => {
    office = await makeOffice(['Intake officer']);
    memory = await deskWith(OFFICER);
    await note(memory, 'Alone.');
    expect(await factsOf(memory)).toMatchObject({ waiting: { entries: 0 }, unreachable: [], letters: null });
  });
});

describe('what is for one colleague alone', () => {
  test('is in a letter that only they open, once, however often it is queued', async () => {
    const envelope = await grantTo(ADVISER);
    const to = identityOf(office, ADVISER);
    await memory.outbox.queuePrivate({ to, kind: 'grant', envelope });
    await memory.outbox.queuePrivate({ to, kind: 'grant', envelope });
    const { letters, privates } = await bundle(memory);
    expect([letters.length, privates]).toEqual([1, 1]);
    const [letter] = letters;
    if (!letter) throw new Error('a letter expected');
    expect(await readBy(ADVISER, letter)).toMatchObject({ journal: [], grants: [envelope], releases: [] });
    for (const slot of [OFFICER, INTERPRETER]) expect(await readBy(slot, letter)).toBeNull();
    expect((await factsOf(memory)).waiting.privates).toBe(0);
  });

  test('stays for whoever cannot be reached, or left, and is told', async () => {
    withKeysOf(memory, OFFICER, INTERPRETER);
    await memory.outbox.queuePrivate({
      to: identityOf(office, ADVISER),
      kind: 'grant',
      envelope: await grantTo(ADVISER),
    });
    await memory.outbox.queuePrivate({ to: 'nobody', kind: 'release', envelope: await grantTo(INTERPRETER) });
    const facts = await factsOf(memory);
    expect(facts.waiting.privates).toBe(0);
    expect(facts.unreachable).toEqual([
      { name: 'Legal adviser', entries: 0, privates: 1 },
      { name: null, entries: 0, privates: 1 },
    ]);
    await expect(bundle(memory)).rejects.toMatchObject({ failure: { code: 'outbox-empty' } });
    const again = await reopened(memory, office, OFFICER);
    expect(again.outbox.privates.size).toBe(2);
  });
});

describe('without an office to seal to', () => {
  const inYears = new Date(Date.UTC(new Date().getUTCFullYear() + 3, 0, 15));
  const inMonths = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + 2, 15));
  const reply = { id: 'a'.repeat(64), mailbox: 'b'.repeat(64), number: 1, day: '2026-03-01', text: 'Hello.' };

  test.each([
    ['nobody compared the check number', 'office-not-compared', () => undefined, null],
    ['no bundle told of it', 'office-unknown', (desk: Memory) => (desk.office = null), null],
    ['its list has expired', 'roster-expired', pin, inYears],
    ['nobody has a key for the month', 'no-epoch-key', pin, inMonths],
  ])('since %s, replies go all the same and letters wait', async (_, code, prepare, now) => {
    const desk = await deskOf(office, OFFICER);
    desk.addReport(report);
    await note(desk, 'For colleagues.');
    desk.outbox.addReply({ ...reply, tag: report.tag, sealed: Buffer.from(someReply().reply).toString('base64') });
    prepare(desk);
    if (now) vi.useFakeTimers({ toFake: ['Date'], now });
    expect(await factsOf(desk)).toMatchObject({ letters: { code }, waiting: { replies: 1, entries: 0 } });
    const { letters, replies } = await bundle(desk);
    expect([letters.length, replies]).toEqual([0, 1]);
    vi.useRealTimers();
    desk.office = (await deskWith(OFFICER)).office;
    expect((await factsOf(desk)).waiting).toMatchObject({ replies: 0, entries: 1 });
  });
});

describe('a bundle that was lost on the way', () => {
  test('is made again with all that it held, also after another, and its colleagues read the same', async () => {
    const first = await note(memory, 'First.');
    await memory.outbox.queuePrivate({
      to: identityOf(office, ADVISER),
      kind: 'grant',
      envelope: await grantTo(ADVISER),
    });
    memory.outbox.addMark({ tag: report.tag, day: 20_000, mark: Buffer.alloc(OPENED_MARK_BYTES).toString('base64') });
    const lost = await bundle(memory);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await note(memory, 'Second.');
    await bundle(memory);
    const opened = await reopened(memory, office, OFFICER);
    pin(opened);
    expect((await factsOf(opened)).made.map(({ entries, privates, marks }) => [entries, privates, marks])).toEqual([
      [1, 0, 0],
      [1, 1, 1],
    ]);
    const again = await bundle(opened, { again: lost.at });
    expect([again.entries, again.privates, again.marks]).toEqual([1, 1, 1]);
    const theirs = await deskWith(INTERPRETER);
    for (const letter of again.letters)
      await theirs.journal.addForeign((await readBy(INTERPRETER, letter))?.journal ?? []);
    expect([...theirs.journal.entries.keys()]).toEqual([first]);
  });

  test('that nobody made is none', async () => {
    await note(memory, 'First.');
    await expect(bundle(memory, { again: '2026-01-01T00:00:00.000Z' })).rejects.toMatchObject({
      failure: { code: 'outbox-empty' },
    });
  });
});

test('copies of a casebook with different outboxes join into the same, in either order', async () => {
  const copy = await reopened(memory, office, OFFICER);
  await memory.outbox.queuePrivate({ to: 'one', kind: 'grant', envelope: await grantTo(ADVISER) });
  memory.outbox.addMark({ tag: report.tag, day: 20_001, mark: 'later' });
  copy.outbox.addMark({ tag: report.tag, day: 20_000, mark: 'earlier' });
  copy.outbox.addSent({ at: '2026-01-01T00:00:00.000Z', to: [], items: [report.tag] });
  const outboxOf = (desk: Memory) =>
    [...linesOf(desk)].filter((line) => !/"type":"(?:report|office)"/.test(line)).sort();
  const [one, other] = [[...linesOf(memory)], [...linesOf(copy)]];
  await takeAll(memory, other);
  await takeAll(copy, one);
  expect(outboxOf(memory)).toEqual(outboxOf(copy));
  expect(outboxOf(memory)).toHaveLength(3);
  expect(memory.outbox.marks.get(report.tag)?.mark).toBe('earlier');
  expect(memory.outbox.sentAt(report.tag)).toBe('2026-01-01T00:00:00.000Z');
});
