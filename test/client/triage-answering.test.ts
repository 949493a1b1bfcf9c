import { beforeEach, describe, expect, test } from 'vitest';

import {
  isoDateOf,
  openCase,
  newCaseSecret,
  REPLY_CHARACTERS_MAX,
  replyBytesLeft,
  systemRandom,
  toBase64,
  toHex,
  type Case,
} from '../../crypto/index.ts';
import type { KeptReport } from '../../client/triage/worker/memory.ts';
import { makeOffice, type TestOffice } from '../server/office.ts';
import { identityOf, newReport, reopened } from './triage-desk.ts';
import {
  ADVISER,
  asked,
  codeOf,
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

describe('a reply', () => {
  test('is signed, sealed to the case, numbered, noted and kept; the report counts as acknowledged', async () => {
    expect(await desk.reply(asked(report, 'We have received it.', { acknowledges: true }))).toBe(1);
    expect(await desk.reply(asked(report, 'This was done.', { feedback: true, language: 'es' }))).toBe(2);
    const day = isoDateOf(new Date());
    expect(await readByReporter(desk, of)).toMatchObject([
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
    expect(await again.reply(asked(report, 'And more.'))).toBe(3);
  });

  test('does not take a report back to a status that it has passed', async () => {
    await desk.triage.setField({ tag: report.tag, field: 'status', value: 'investigating' }, CONTROL);
    await desk.reply(asked(report, 'We have received it.', { acknowledges: true }));
    expect(desk.memory.journal.triageOf(report.tag).status.value).toBe('investigating');
  });

  test('takes a number of its own, however many are sealed at once, and to whichever report of the case', async () => {
    const followUp = await reportOf(of, { story: 'It came again.' }, { followUp: true });
    desk.memory.addReport(followUp);
    const numbers = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        desk.reply(asked(report, `Reply ${String(i)}`, { tag: i % 2 === 0 ? report.tag : followUp.tag })),
      ),
    );
    expect(numbers.sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await readByReporter(desk, of)).map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('is counted on from what the journal tells, where the words are on another machine', async () => {
    await desk.reply(asked(report, 'Written elsewhere.'));
    const entries = [...desk.memory.journal.entries.values()].map(({ envelope }) => envelope);
    const here = await deskWith(office, OFFICER, report);
    await here.memory.journal.addForeign(entries);
    expect(await here.reply(asked(report, 'Written here.'))).toBe(2);
    expect((await here.conversation(report.tag))?.messages).toMatchObject([
      { kind: 'report' },
      { kind: 'told', by: identityOf(office, OFFICER), number: 1 },
      { kind: 'written', number: 2 },
    ]);
    // A colleague counts their own.
    const colleague = await deskWith(office, ADVISER, report);
    await colleague.memory.journal.addForeign(entries);
    expect(await colleague.reply(asked(report, 'From me too.'))).toBe(1);
  });

  test.each([
    ['nothing', ' \n ', 'reply-empty'],
    ['a place that nobody filled in', 'By {feedbackBy} you will hear.', 'reply-places-left'],
    ['more characters than there may be', 'a'.repeat(REPLY_CHARACTERS_MAX + 1), 'reply-invalid'],
    ['fewer characters of more bytes', 'щ'.repeat(REPLY_CHARACTERS_MAX), 'reply-too-long'],
    ['half a character', 'broken \uD83D', 'reply-invalid'],
  ])('of %s is refused, and neither number nor entry is used up', async (_, text, code) => {
    await expect(desk.reply(asked(report, text))).rejects.toSatisfy((error) => codeOf(error) === code);
    expect(desk.memory.journal.entries.size).toBe(0);
    expect(desk.memory.outbox.replies.size).toBe(0);
    expect(await desk.reply(asked(report, 'Whole.'))).toBe(1);
  });

  test('that the room left says will fit does fit, and one byte more does not', async () => {
    const day = isoDateOf(new Date());
    const fits = (text: string) => replyBytesLeft({ number: 1, day, language: 'en', text }) >= 0;
    let length = 5_000;
    while (fits('щ'.repeat(length + 1))) length += 1;
    await expect(desk.reply(asked(report, 'щ'.repeat(length + 1)))).rejects.toMatchObject({ code: 'reply-too-long' });
    expect(await desk.reply(asked(report, 'щ'.repeat(length)))).toBe(1);
    expect((await readByReporter(desk, of))[0]?.text).toHaveLength(length);
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
      [without, malformed, noKey, moved].map(({ tag }) => desk.reply(asked(report, 'Hello.', { tag })).catch(codeOf)),
    );
    expect(codes).toEqual(['case-none', 'case-unusable', 'case-unusable', 'case-unusable']);
    expect((await desk.conversation(without.tag))?.bar).toBe('case-none');
    expect((await desk.conversation(malformed.tag))?.bar).toBe('case-unusable');
    expect(desk.memory.outbox.replies.size).toBe(0);
  });

  test('is refused of whoever took themself off the report, and nothing of the conversation is shown to them', async () => {
    await desk.reply(asked(report, 'Before.'));
    await desk.triage.recuse({ tag: report.tag, on: true, why: '' }, CONTROL);
    expect(await desk.conversation(report.tag)).toBeNull();
    await expect(desk.reply(asked(report, 'After.'))).rejects.toMatchObject({ failure: { code: 'recused' } });
    await expect(desk.keepDraft(asked(report, 'After.'))).rejects.toMatchObject({ failure: { code: 'recused' } });
  });

  test('is refused of whoever the list of the office does not name: no reporter would be shown it', async () => {
    const { office: known } = desk.memory;
    if (!known) throw new Error('an office expected');
    const others = known.roster.reviewers.slice(1);
    desk.memory.office = { ...known, roster: { ...known.roster, reviewers: others } };
    await expect(desk.reply(asked(report, 'Hello.'))).rejects.toMatchObject({ failure: { code: 'not-listed' } });
    expect((await desk.conversation(report.tag))?.bar).toBe('not-listed');
  });

  test('against the reporter’s wish takes a decision of its own; the last word of the case counts', async () => {
    const silent = await openCase(newCaseSecret(systemRandom));
    const first = await reportOf(silent, { contact: { allowed: false } });
    desk.memory.addReport(first);
    const { tag } = first;
    expect((await desk.conversation(tag))?.isUnwished).toBe(true);
    await expect(desk.reply(asked(report, 'Hello.', { tag }))).rejects.toMatchObject({
      failure: { code: 'answer-unwished' },
    });
    expect(await desk.reply(asked(report, 'You are in danger.', { tag, despiteWish: true }))).toBe(1);
    desk.memory.addReport(
      await reportOf(silent, { contact: { allowed: true } }, { followUp: true, day: isoDateOf(new Date()) }),
    );
    expect((await desk.conversation(tag))?.isUnwished).toBe(false);
    expect(await desk.reply(asked(report, 'Hello.', { tag }))).toBe(2);
  });

  test('needs no list that is still valid', async () => {
    if (desk.memory.office) desk.memory.office = { ...desk.memory.office, isExpired: true };
    expect(await desk.reply(asked(report, 'Hello.'))).toBe(1);
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
    const hostile = await reportOf(of, {}, { day: '2026-03-02' });
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
