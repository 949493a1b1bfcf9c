import { expect, test } from 'vitest';

import { statesOf, type LogFindings } from '../../client/report/return/log-state.ts';
import { findingsOf } from '../../client/report/return/mailbox.ts';
import type { OpenedReply } from '../../crypto/index.ts';

/** What is said of where a report stands, from what the log showed of it. */
const receipt = { payloadType: '', payload: '', signatures: [{ keyid: '', sig: '' }] satisfies [unknown] };
const LETTERS: LogFindings['letters'] = [
  { report: 'a', day: '2026-11-20', receipt },
  { report: 'b', day: '2026-11-22', receipt },
];
const log = (found: Partial<LogFindings>): LogFindings => ({
  letters: LETTERS,
  opened: [],
  checked: true,
  isPartial: false,
  ...found,
});
const keysOf = (found: LogFindings | null, isAnswered = false) => statesOf(found, isAnswered).map(({ key }) => key);

test('of a log that was not asked nothing is said', () => {
  expect(keysOf(null)).toEqual(['notAnswered']);
  expect(keysOf(null, true)).toEqual(['answered']);
});

test('stored, shown, opened, answered, each as far as it has come', () => {
  expect(keysOf(log({ letters: [] }))).toEqual(['notShown', 'notOpened', 'notAnswered']);
  expect(keysOf(log({}))).toEqual(['stored', 'shown', 'notOpened', 'notAnswered']);
  const opened = [{ report: 'a', reviewer: 'Counsellor', day: '2026-11-21' }];
  expect(statesOf(log({ opened }), true)).toEqual([
    { key: 'stored', isDone: true, days: ['2026-11-20', '2026-11-22'] },
    { key: 'shown', isDone: true, days: [] },
    { key: 'opened', isDone: true, name: 'Counsellor', days: ['2026-11-21'] },
    { key: 'answered', isDone: true, days: [] },
  ]);
});

test('of what the newest part of a log does not show nothing is claimed but that', () => {
  const opened = [{ report: 'a', reviewer: 'Counsellor', day: '2026-11-21' }];
  expect(keysOf(log({ letters: [], opened, isPartial: true }))).toEqual(['notInNewest', 'notAnswered']);
  expect(keysOf(log({ isPartial: true }))).toEqual(['stored', 'shown', 'olderUnread', 'notOpened', 'notAnswered']);
});

test('a log that could not be checked proves nothing', () => {
  expect(keysOf(log({ checked: false }))).toEqual(['unchecked', 'notOpened', 'notAnswered']);
});

test('marks for letters of others are passed over', () => {
  const opened = [{ report: 'c', reviewer: 'Counsellor', day: '2026-11-21' }];
  expect(keysOf(log({ opened }))).toContain('notOpened');
});

test('that a reply may have expired is said but where the log, read from its beginning, shows a younger case', () => {
  const reviewer = { slot: 0, name: 'Counsellor', role: 'reviewer', languages: ['en'], identity: '' };
  const replies: OpenedReply[] = [{ reviewer, mailbox: '', number: 2, day: '2026-11-23', text: '' }];
  const mayHaveExpired = (its: LogFindings | null, today = '2026-11-24') =>
    findingsOf({ replies, refused: [] }, its, today).missing.map((each) => each.mayHaveExpired);
  expect(mayHaveExpired(log({}))).toEqual([false]);
  expect(mayHaveExpired(log({}), '2027-11-21')).toEqual([true]);
  for (const its of [null, log({ checked: false }), log({ isPartial: true }), log({ letters: [] })]) {
    expect(mayHaveExpired(its)).toEqual([true]);
  }
});
