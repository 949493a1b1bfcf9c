import { beforeEach, describe, expect, test } from 'vitest';

import {
  decodeOutbound,
  fromBase64,
  isReply,
  openCase,
  newCaseSecret,
  openOpened,
  readCasebook,
  systemRandom,
  toBase64,
  toHex,
  type Case,
} from '../../crypto/index.ts';
import { linesOf } from '../../client/triage/worker/casebook-lines.ts';
import { keepingHandlers } from '../../client/triage/worker/keeping.ts';
import type { KeptReport } from '../../client/triage/worker/memory.ts';
import { noteOpened } from '../../client/triage/worker/marking.ts';
import { piecesOf } from '../../client/triage/worker/pieces.ts';
import { makeOffice, type TestOffice } from '../server/office.ts';
import { casebookFor, deskOf, newReport, reopened, takeAll } from './triage-desk.ts';
import {
  asked,
  CONTROL,
  deskAround,
  deskWith,
  OFFICER,
  readByReporter,
  reportOf,
  type Desk,
} from './answering-desk.ts';

let office: TestOffice;
let of: Case;
let report: KeptReport;
let desk: Desk;

beforeEach(async () => {
  office = await makeOffice();
  of = await openCase(newCaseSecret(systemRandom));
  report = await reportOf(of, {
    language: 'es',
    contact: { allowed: true, days: ['monday'], languages: ['ar', 'es'] },
  });
  desk = await deskWith(office, OFFICER, report);
});

describe('a draft', () => {
  test('is kept with the casebook, cleared by sealing, and brought back by no older copy', async () => {
    await desk.keepDraft(asked(report, 'Half a sen'));
    const older = [...linesOf(desk.memory)];
    const again = deskAround(await reopened(desk.memory, office, OFFICER));
    expect((await again.conversation(report.tag))?.draft).toMatchObject({ text: 'Half a sen', language: 'en' });
    await again.reply(asked(report, 'Half a sentence, and the rest.'));
    await takeAll(again.memory, older);
    expect((await again.conversation(report.tag))?.draft).toBeNull();
    expect(again.memory.journal.triageOf(report.tag).replies).toHaveLength(1);
  });

  test('the later of two copies stays, whichever comes first', async () => {
    await desk.keepDraft(asked(report, 'Earlier.'));
    const earlier = [...linesOf(desk.memory)];
    await new Promise((resolve) => setTimeout(resolve, 5));
    await desk.keepDraft(asked(report, 'Later.'));
    const later = [...linesOf(desk.memory)];
    for (const order of [
      [earlier, later],
      [later, earlier],
    ]) {
      const merged = deskAround(await deskOf(office, OFFICER));
      for (const lines of order) await takeAll(merged.memory, lines);
      expect(merged.memory.drafts.of(report.tag)?.text).toBe('Later.');
    }
  });
});

describe('locking while a reply is being sealed', () => {
  test('keeps it whole: what is sealed of the casebook then has the reply, its entry and its status, and no draft of it', async () => {
    desk.memory.unlocked().casebook = await casebookFor(office, OFFICER);
    const keeping = keepingHandlers(desk.memory);
    await desk.keepDraft(asked(report, 'Half a sen'));
    const number = desk.reply(asked(report, 'Half a sentence, and the rest.', { acknowledges: true }));
    const { file } = await keeping.seal(null, CONTROL);
    const kept = deskAround(await deskOf(office, OFFICER));
    for await (const line of readCasebook(desk.memory.unlocked().casebook, piecesOf(file))) {
      await takeAll(kept.memory, [line]);
    }
    expect(await kept.conversation(report.tag)).toMatchObject({
      messages: [{ kind: 'report' }, { kind: 'written', number: 1, acknowledges: true, sentAt: null }],
      draft: null,
    });
    expect(kept.memory.journal.triageOf(report.tag).status.value).toBe('acknowledged');
    expect(await number).toBe(1);
  });
});

describe('two copies of a casebook that both wrote', () => {
  test('join into both outboxes, and the next number is above all', async () => {
    const copy = deskAround(await reopened(desk.memory, office, OFFICER));
    await desk.reply(asked(report, 'From the first machine.'));
    await copy.reply(asked(report, 'From the second machine.'));
    await takeAll(desk.memory, linesOf(copy.memory));
    const texts = (await readByReporter(desk, of)).map(({ text }) => text);
    expect(texts).toEqual(['From the first machine.', 'From the second machine.']);
    expect((await desk.conversation(report.tag))?.number).toBe(2);
    expect(await desk.reply(asked(report, 'And on.'))).toBe(2);
  });

  test('what a bundle of either held waits no more in both', async () => {
    await desk.reply(asked(report, 'Hello.'));
    const copy = deskAround(await reopened(desk.memory, office, OFFICER));
    const { at } = await desk.outbox.makeBundle({ again: null }, CONTROL);
    await desk.outbox.bundleWritten(at, CONTROL);
    await takeAll(copy.memory, linesOf(desk.memory));
    await takeAll(desk.memory, linesOf(copy.memory));
    for (const each of [desk, copy]) expect((await each.outbox.outbox(null, CONTROL)).waiting.replies).toBe(0);
  });
});

describe('the word that a report was opened', () => {
  test('is queued once, with its entry, and only the case reads it', async () => {
    await Promise.all([noteOpened(desk.memory, report.tag), noteOpened(desk.memory, report.tag)]);
    const again = await reopened(desk.memory, office, OFFICER);
    await noteOpened(again, report.tag);
    expect(again.journal.triageOf(report.tag).opened).toHaveLength(1);
    expect([...again.outbox.marks.values()]).toEqual([...desk.memory.outbox.marks.values()]);
    const [mark] = again.outbox.marks.values();
    if (!mark || !desk.memory.office) throw new Error('a mark expected');
    const { roster } = desk.memory.office;
    const opened = await openOpened(fromBase64(mark.mark), mark.day, of.openedKey, roster);
    expect(toHex(opened?.report ?? new Uint8Array())).toBe(report.letter);
    expect(opened?.reviewer.name).toBe('Intake officer');
    const { openedKey } = await openCase(newCaseSecret(systemRandom));
    expect(await openOpened(fromBase64(mark.mark), mark.day, openedKey, roster)).toBeNull();
  });

  test('is not given of a report without a case, without its files, or that its reader is off', async () => {
    const without = await newReport();
    const evidence = {
      key: toBase64(new Uint8Array(32)),
      cells: 1,
      files: [{ name: 'a', type: '', size: 1, offset: 0 }],
    };
    const lost = await reportOf(of, { evidence }, { cells: 0 });
    const off = await reportOf(of);
    for (const each of [without, lost, off]) desk.memory.addReport(each);
    await desk.triage.recuse({ tag: off.tag, on: true, why: '' }, CONTROL);
    for (const { tag } of [without, lost, off]) await noteOpened(desk.memory, tag);
    expect([...desk.memory.outbox.marks.keys()]).toEqual([]);
    expect(desk.memory.journal.triageOf(off.tag).opened).toEqual([]);
  });
});

test('a bundle holds what waits, in the form that the server takes', async () => {
  await desk.reply(asked(report, 'Hello.'));
  await noteOpened(desk.memory, report.tag);
  const { files, replies, marks } = await desk.outbox.makeBundle({ again: null }, CONTROL);
  const outbound = decodeOutbound(new Uint8Array(await (files[0] ?? new Blob()).arrayBuffer()));
  expect([replies, marks, outbound.replies.length, outbound.opened.length, outbound.letters.length]).toEqual([
    1, 1, 1, 1, 1,
  ]);
  expect(outbound.replies.every(({ reply }) => isReply(reply))).toBe(true);
});
