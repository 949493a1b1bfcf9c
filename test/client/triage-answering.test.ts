import { beforeEach, describe, expect, test } from 'vitest';

import {
  decodeOutbound,
  encodeReport,
  fromBase64,
  isoDateOf,
  isReply,
  openCase,
  newCaseSecret,
  openOpened,
  openReply,
  parseJson,
  readCasebook,
  REPLY_CHARACTERS_MAX,
  replyBytesLeft,
  systemRandom,
  toBase64,
  toHex,
  type Case,
  type OpenedReport,
  type Report,
} from '../../crypto/index.ts';
import type { ReplyAsked } from '../../client/triage/calls/reply-calls.ts';
import { linesOf } from '../../client/triage/worker/casebook-lines.ts';
import { Cases } from '../../client/triage/worker/cases.ts';
import { outboxHandlers } from '../../client/triage/worker/bundling.ts';
import { DeskIndex } from '../../client/triage/worker/desk-index.ts';
import { keepingHandlers } from '../../client/triage/worker/keeping.ts';
import type { KeptReport, Memory } from '../../client/triage/worker/memory.ts';
import { noteOpened } from '../../client/triage/worker/marking.ts';
import { piecesOf } from '../../client/triage/worker/pieces.ts';
import { replyHandlers } from '../../client/triage/worker/replying.ts';
import { triageHandlers } from '../../client/triage/worker/triaging.ts';
import { makeOffice, type TestOffice } from '../server/office.ts';
import { casebookFor, deskOf, identityOf, newReport, reopened, takeAll } from './triage-desk.ts';

const OFFICER = 0;
const ADVISER = 1;
const CONTROL = { signal: new AbortController().signal, tell: () => undefined, transfer: () => undefined };

function deskAround(memory: Memory) {
  const cases = new Cases(memory);
  const index = new DeskIndex(memory, cases);
  const answer = replyHandlers(memory, cases, index);
  return {
    memory,
    triage: triageHandlers(memory, index),
    outbox: outboxHandlers(memory),
    reply: (asked: ReplyAsked) => Promise.resolve(answer.reply(asked, CONTROL)),
    conversation: async (tag: string) => answer.conversation(tag, CONTROL),
    keepDraft: async (draft: Parameters<typeof answer.keepDraft>[0]) => answer.keepDraft(draft, CONTROL),
  };
}
type Desk = ReturnType<typeof deskAround>;

let office: TestOffice;
let of: Case;
let report: KeptReport;
let desk: Desk;

/** A report as its letter brings it: with the members that its case wrote. */
async function reportOf(of: Case, answers: Omit<Partial<Report>, 'version'> = {}, more: Partial<KeptReport> = {}) {
  const bytes = await encodeReport({ story: 'A clerk asked for money.', ...answers, version: 1 }, of);
  const opened = parseJson(bytes, 'report-not-json') as OpenedReport;
  return newReport(opened, { caseLocator: toHex(of.locator), ...more });
}

async function deskWith(slot: number, ...reports: readonly KeptReport[]): Promise<Desk> {
  const made = deskAround(await deskOf(office, slot));
  if (made.memory.office) made.memory.office = { ...made.memory.office, isPinned: true };
  for (const each of reports) made.memory.addReport(each);
  return made;
}

function asked(text: string, more: Partial<ReplyAsked> = {}): ReplyAsked {
  const { tag } = report;
  return { tag, text, language: 'en', acknowledges: false, feedback: false, despiteWish: false, ...more };
}

/** What the reporter reads of everything that waits, as the return page opens it. */
async function readByReporter({ memory }: Desk, by: Case = of) {
  const { roster } = memory.office ?? (await deskOf(office, OFFICER)).office ?? {};
  if (!roster) throw new Error('an office expected');
  const sealed = [...memory.outbox.replies.values()].map((reply) => fromBase64(reply.sealed));
  return Promise.all(sealed.map((each) => openReply(each, by, roster)));
}

beforeEach(async () => {
  office = await makeOffice();
  of = await openCase(newCaseSecret(systemRandom));
  report = await reportOf(of, {
    language: 'es',
    contact: { allowed: true, days: ['monday'], languages: ['ar', 'es'] },
  });
  desk = await deskWith(OFFICER, report);
});

describe('a reply', () => {
  test('is signed, sealed to the case, numbered, noted and kept; the report counts as acknowledged', async () => {
    expect(await desk.reply(asked('We have received it.', { acknowledges: true }))).toBe(1);
    expect(await desk.reply(asked('This was done.', { feedback: true, language: 'es' }))).toBe(2);
    const day = isoDateOf(new Date());
    expect(await readByReporter(desk)).toMatchObject([
      { number: 1, day, language: 'en', text: 'We have received it.', reviewer: { name: 'Intake officer' } },
      { number: 2, day, language: 'es', text: 'This was done.' },
    ]);
    const shown = await desk.triage.triage(report.tag, CONTROL);
    expect(shown?.triage.status.value).toBe('acknowledged');
    expect(shown?.triage.replies).toMatchObject([
      { number: 1, day, acknowledges: true },
      { number: 2, day, feedback: true },
    ]);
    expect(shown?.deadlines.map(({ met }) => met)).toEqual([day, day]);
    const again = deskAround(await reopened(desk.memory, office, OFFICER));
    expect((await again.conversation(report.tag))?.messages).toMatchObject([
      { kind: 'report', isThis: true },
      { kind: 'written', number: 1, text: 'We have received it.', sentAt: null, acknowledges: true },
      { kind: 'written', number: 2, text: 'This was done.', feedback: true },
    ]);
    expect(await again.reply(asked('And more.'))).toBe(3);
  });

  test('does not take a report back to a status that it has passed', async () => {
    await desk.triage.setField({ tag: report.tag, field: 'status', value: 'investigating' }, CONTROL);
    await desk.reply(asked('We have received it.', { acknowledges: true }));
    expect(desk.memory.journal.triageOf(report.tag).status.value).toBe('investigating');
  });

  test('takes a number of its own, however many are sealed at once, and to whichever report of the case', async () => {
    const followUp = await reportOf(of, { story: 'It came again.' }, { followUp: true });
    desk.memory.addReport(followUp);
    const numbers = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        desk.reply(asked(`Reply ${String(i)}`, { tag: i % 2 === 0 ? report.tag : followUp.tag })),
      ),
    );
    expect(numbers.sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await readByReporter(desk)).map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('is counted on from what the journal tells, where the words are on another machine', async () => {
    await desk.reply(asked('Written elsewhere.'));
    const entries = [...desk.memory.journal.entries.values()].map(({ envelope }) => envelope);
    const here = await deskWith(OFFICER, report);
    await here.memory.journal.addForeign(entries);
    expect(await here.reply(asked('Written here.'))).toBe(2);
    expect((await here.conversation(report.tag))?.messages).toMatchObject([
      { kind: 'report' },
      { kind: 'told', by: identityOf(office, OFFICER), number: 1 },
      { kind: 'written', number: 2 },
    ]);
    // A colleague counts their own.
    const colleague = await deskWith(ADVISER, report);
    await colleague.memory.journal.addForeign(entries);
    expect(await colleague.reply(asked('From me too.'))).toBe(1);
  });

  test.each([
    ['nothing', ' \n ', 'reply-empty'],
    ['a place that nobody filled in', 'By {feedbackBy} you will hear.', 'reply-places-left'],
    ['more characters than there may be', 'a'.repeat(REPLY_CHARACTERS_MAX + 1), 'reply-invalid'],
    ['fewer characters of more bytes', 'щ'.repeat(REPLY_CHARACTERS_MAX), 'reply-too-long'],
    ['half a character', 'broken \uD83D', 'reply-invalid'],
  ])('of %s is refused, and neither number nor entry is used up', async (_, text, code) => {
    await expect(desk.reply(asked(text))).rejects.toSatisfy((error) => codeOf(error) === code);
    expect(desk.memory.journal.entries.size).toBe(0);
    expect(desk.memory.outbox.replies.size).toBe(0);
    expect(await desk.reply(asked('Whole.'))).toBe(1);
  });

  test('that the room left says will fit does fit, and one byte more does not', async () => {
    const day = isoDateOf(new Date());
    const fits = (text: string) => replyBytesLeft({ number: 1, day, language: 'en', text }) >= 0;
    let length = 5_000;
    while (fits('щ'.repeat(length + 1))) length += 1;
    await expect(desk.reply(asked('щ'.repeat(length + 1)))).rejects.toMatchObject({ code: 'reply-too-long' });
    expect(await desk.reply(asked('щ'.repeat(length)))).toBe(1);
    expect((await readByReporter(desk))[0]?.text).toHaveLength(length);
  });

  test('cannot go to a report without a case, with a broken one, or with a key that is none', async () => {
    const without = await newReport();
    const brokenCase = await reportOf(of);
    const named = brokenCase.report['case'] as { replyKey: string };
    const malformed: KeptReport = {
      ...brokenCase,
      report: { ...brokenCase.report, case: { ...named, replyKey: 'AA==' } },
    };
    const noKey = await newReport(
      { case: { ...named, replyKey: toBase64(new Uint8Array(1216).fill(0xff)) } },
      { caseLocator: toHex(of.locator) },
    );
    const other = await openCase(newCaseSecret(systemRandom));
    const moved = await newReport({ case: named }, { caseLocator: toHex(other.locator) });
    for (const each of [without, malformed, noKey, moved]) desk.memory.addReport(each);
    const codes = await Promise.all(
      [without, malformed, noKey, moved].map(({ tag }) => desk.reply(asked('Hello.', { tag })).catch(codeOf)),
    );
    expect(codes).toEqual(['case-none', 'case-unusable', 'case-unusable', 'case-unusable']);
    expect((await desk.conversation(without.tag))?.bar).toBe('case-none');
    expect((await desk.conversation(malformed.tag))?.bar).toBe('case-unusable');
    expect(desk.memory.outbox.replies.size).toBe(0);
  });

  test('is refused of whoever took themself off the report, and nothing of the conversation is shown to them', async () => {
    await desk.reply(asked('Before.'));
    await desk.triage.recuse({ tag: report.tag, on: true, why: '' }, CONTROL);
    expect(await desk.conversation(report.tag)).toBeNull();
    await expect(desk.reply(asked('After.'))).rejects.toMatchObject({ failure: { code: 'recused' } });
    await expect(desk.keepDraft(asked('After.'))).rejects.toMatchObject({ failure: { code: 'recused' } });
  });

  test('is refused of whoever the list of the office does not name: no reporter would be shown it', async () => {
    const { office: known } = desk.memory;
    if (!known) throw new Error('an office expected');
    const others = known.roster.reviewers.slice(1);
    desk.memory.office = { ...known, roster: { ...known.roster, reviewers: others } };
    await expect(desk.reply(asked('Hello.'))).rejects.toMatchObject({ failure: { code: 'not-listed' } });
    expect((await desk.conversation(report.tag))?.bar).toBe('not-listed');
  });

  test('against the reporter’s wish takes a decision of its own; the last word of the case counts', async () => {
    const silent = await openCase(newCaseSecret(systemRandom));
    const first = await reportOf(silent, { contact: { allowed: false } });
    desk.memory.addReport(first);
    const { tag } = first;
    expect((await desk.conversation(tag))?.isUnwished).toBe(true);
    await expect(desk.reply(asked('Hello.', { tag }))).rejects.toMatchObject({ failure: { code: 'answer-unwished' } });
    expect(await desk.reply(asked('You are in danger.', { tag, despiteWish: true }))).toBe(1);
    desk.memory.addReport(
      await reportOf(silent, { contact: { allowed: true } }, { followUp: true, day: isoDateOf(new Date()) }),
    );
    expect((await desk.conversation(tag))?.isUnwished).toBe(false);
    expect(await desk.reply(asked('Hello.', { tag }))).toBe(2);
  });

  test('needs no list that is still valid', async () => {
    if (desk.memory.office) desk.memory.office = { ...desk.memory.office, isExpired: true };
    expect(await desk.reply(asked('Hello.'))).toBe(1);
  });
});

describe('what helps to answer', () => {
  test('comes from the reporter’s answers, and hostile ones break nothing', async () => {
    expect(await desk.conversation(report.tag)).toMatchObject({
      languages: ['ar', 'es'],
      safeDays: ['monday'],
      from: { name: 'Intake officer', role: 'reviewer' },
      isUnacknowledged: true,
      number: 1,
    });
    const hostile = await reportOf(of);
    const contact = { allowed: 'yes', days: [1, 'monday', 'x'.repeat(9)], languages: ['a"b', '<b>', {}, 'es'] };
    desk.memory.addReport({
      ...hostile,
      tag: 'f'.repeat(32),
      report: { ...hostile.report, contact, language: '../..' },
    });
    const shown = await desk.conversation('f'.repeat(32));
    expect(shown?.languages).toEqual(['ar', 'es']);
    expect(shown?.isUnwished).toBe(false);
  });
});

describe('a draft', () => {
  test('is kept with the casebook, cleared by sealing, and brought back by no older copy', async () => {
    await desk.keepDraft(asked('Half a sen'));
    const older = [...linesOf(desk.memory)];
    const again = deskAround(await reopened(desk.memory, office, OFFICER));
    expect((await again.conversation(report.tag))?.draft).toMatchObject({ text: 'Half a sen', language: 'en' });
    await again.reply(asked('Half a sentence, and the rest.'));
    await takeAll(again.memory, older);
    expect((await again.conversation(report.tag))?.draft).toBeNull();
    expect(again.memory.journal.triageOf(report.tag).replies).toHaveLength(1);
  });

  test('the later of two copies stays, whichever comes first', async () => {
    await desk.keepDraft(asked('Earlier.'));
    const earlier = [...linesOf(desk.memory)];
    await new Promise((resolve) => setTimeout(resolve, 5));
    await desk.keepDraft(asked('Later.'));
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
    await desk.keepDraft(asked('Half a sen'));
    const number = desk.reply(asked('Half a sentence, and the rest.', { acknowledges: true }));
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
    await desk.reply(asked('From the first machine.'));
    await copy.reply(asked('From the second machine.'));
    await takeAll(desk.memory, linesOf(copy.memory));
    const texts = (await readByReporter(desk)).map(({ text }) => text);
    expect(texts).toEqual(['From the first machine.', 'From the second machine.']);
    expect((await desk.conversation(report.tag))?.number).toBe(2);
    expect(await desk.reply(asked('And on.'))).toBe(2);
  });

  test('what a bundle of either held waits no more in both', async () => {
    await desk.reply(asked('Hello.'));
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
  await desk.reply(asked('Hello.'));
  await noteOpened(desk.memory, report.tag);
  const { files, replies, marks } = await desk.outbox.makeBundle({ again: null }, CONTROL);
  const outbound = decodeOutbound(new Uint8Array(await (files[0] ?? new Blob()).arrayBuffer()));
  expect([replies, marks, outbound.replies.length, outbound.opened.length, outbound.letters.length]).toEqual([
    1, 1, 1, 1, 1,
  ]);
  expect(outbound.replies.every(({ reply }) => isReply(reply))).toBe(true);
});

function codeOf(error: unknown): string | undefined {
  const { code, failure } = error as { readonly code?: string; readonly failure?: { readonly code: string } };
  return failure?.code ?? code;
}
