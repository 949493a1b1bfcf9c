import { REPLIES_MAX } from '../../../crypto/index.ts';
import type { Conversation, Message, ReplyBar } from '../calls/reply-calls.ts';
import { answerOf, contactOf } from '../desk/answers.ts';
import { deadlinesOf } from '../desk/deadlines.ts';
import type { ReportTag } from '../desk/journal-types.ts';
import { compareText } from '../desk/said.ts';
import { caseOf } from './case-of.ts';
import type { Cases } from './cases.ts';
import { today, type DeskIndex } from './desk-index.ts';
import type { KeptReport, Memory } from './memory.ts';
import { settingsOf } from './office-settings.ts';
import type { WrittenReply } from './outbox.ts';
import { isRecused } from './recusal.ts';
import { relatedReport } from './related.ts';
import { nextNumber } from './reply-number.ts';

type Answered = Exclude<Message, { kind: 'report' }>;

const CODES_MAX = 20; // a crafted report may list thousands

/** `null` where the report is not here, or hidden from who looks. */
export function conversationOf(memory: Memory, cases: Cases, index: DeskIndex, tag: ReportTag): Conversation | null {
  const kept = memory.reports.get(tag);
  if (!kept || isRecused(memory, tag)) return null;
  const ofCase = kept.caseLocator === null ? [kept] : cases.of(kept.caseLocator);
  const number = nextNumber(memory, cases, kept);
  const [acknowledge, feedback] = deadlinesOf(kept, memory.journal.triageOf(tag), today(), index.repliesTo(kept));
  const contacts = ofCase.map(({ report }) => contactOf(report));
  return {
    tag,
    messages: messagesOf(memory, ofCase, tag),
    bar: barOf(memory, kept, number),
    isUnwished: isAnswerUnwished(ofCase),
    from: reviewerOf(memory),
    number,
    draft: memory.drafts.of(tag),
    languages: languagesOf(ofCase),
    safeDays: [...new Set(contacts.flatMap(({ days }) => days))].slice(0, CODES_MAX),
    templates: settingsOf(memory).templates,
    received: kept.day,
    feedbackBy: feedback.due,
    isUnacknowledged: acknowledge.met === null,
    today: today(),
  };
}

/** The last word of the case on it counts: who asked for silence may have changed their mind. */
export function isAnswerUnwished(ofCase: readonly KeptReport[]): boolean {
  return ofCase.map(({ report }) => contactOf(report).allowed).findLast((allowed) => allowed !== null) === false;
}

/** Nobody is believed whom the office's list does not name. Without a list nobody can tell. */
export function isListed({ office, session }: Memory): boolean {
  return office === null || office.roster.reviewers.some(({ identity }) => identity === session?.identity);
}

function barOf(memory: Memory, kept: KeptReport, number: number): ReplyBar | null {
  if (kept.caseLocator === null) return 'case-none';
  if (caseOf(kept) === null) return 'case-unusable';
  if (!isListed(memory)) return 'not-listed';
  return number > REPLIES_MAX ? 'replies-full' : null;
}

/** By day; of one day the reports first, then the replies by their numbers. */
function messagesOf(memory: Memory, ofCase: readonly KeptReport[], tag: ReportTag): Message[] {
  const reports = ofCase.flatMap((kept): Message[] => {
    const report = relatedReport(memory, kept.tag);
    return report ? [{ kind: 'report', report, isThis: kept.tag === tag }] : [];
  });
  const tags = new Set(ofCase.map((kept) => kept.tag));
  const written = [...memory.outbox.replies.values()].filter((reply) => tags.has(reply.tag));
  const replies = [...written.map((reply) => writtenMessage(memory, reply)), ...toldMessages(memory, ofCase, written)];
  return [...reports, ...replies.sort(byDayAndNumber)].sort((a, b) => compareText(dayOf(a), dayOf(b)));
}

function writtenMessage({ journal, outbox }: Memory, reply: WrittenReply): Answered {
  const { id, number, day, language, text, tag } = reply;
  const told = journal.triageOf(tag).replies.filter((each) => each.number === number && each.day === day);
  return {
    kind: 'written',
    number,
    day,
    acknowledges: told.some(({ acknowledges }) => acknowledges === true),
    feedback: told.some((each) => each.feedback === true),
    language: language ?? null,
    text,
    sentAt: outbox.sentAt(id),
  };
}

/** Those of colleagues, and the reviewer's own whose words are on another machine. */
function toldMessages(
  { journal, session }: Memory,
  ofCase: readonly KeptReport[],
  written: readonly WrittenReply[],
): Answered[] {
  const isHere = (number: number) => written.some((reply) => reply.number === number);
  return ofCase
    .flatMap(({ tag }) => journal.triageOf(tag).replies)
    .filter(({ by, number }) => by !== session?.identity || !isHere(number))
    .map(({ by, number, day, acknowledges = false, feedback = false }) => {
      return { kind: 'told', by, number, day, acknowledges, feedback };
    });
}

function byDayAndNumber(a: Answered, b: Answered): number {
  return compareText(a.day, b.day) || a.number - b.number;
}

function dayOf(message: Message): string {
  return message.kind === 'report' ? (message.report.day ?? '') : message.day;
}

/** Those that were chosen for an answer; else that of the form, as it was read. */
function languagesOf(ofCase: readonly KeptReport[]): string[] {
  const chosen = ofCase.flatMap(({ report }) => contactOf(report).languages);
  const read = ofCase.map(({ report }) => answerOf(report, 'language')).filter((tag) => tag !== '');
  return [...new Set([...chosen, ...read])].filter((tag) => LANGUAGE_TAG.test(tag)).slice(0, CODES_MAX);
}

/** As a reply may name one. */
const LANGUAGE_TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$/;

function reviewerOf({ office, session }: Memory): Conversation['from'] {
  const listed = office?.roster.reviewers.find(({ identity }) => identity === session?.identity);
  return listed ? { name: listed.name, role: listed.role } : { name: session?.keys.name ?? '', role: '' };
}
