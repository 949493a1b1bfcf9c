import {
  encodeReport,
  fromBase64,
  openReply,
  parseJson,
  toHex,
  type Case,
  type OpenedReport,
  type Report,
} from '../../crypto/index.ts';
import type { ReplyAsked } from '../../client/triage/calls/reply-calls.ts';
import { Cases } from '../../client/triage/worker/cases.ts';
import { outboxHandlers } from '../../client/triage/worker/bundling.ts';
import { DeskIndex } from '../../client/triage/worker/desk-index.ts';
import type { KeptReport, Memory } from '../../client/triage/worker/memory.ts';
import { replyHandlers } from '../../client/triage/worker/replying.ts';
import { triageHandlers } from '../../client/triage/worker/triaging.ts';
import { type TestOffice } from '../server/office.ts';
import { deskOf, newReport } from './triage-desk.ts';

export const OFFICER = 0;
export const ADVISER = 1;
export const CONTROL = { signal: new AbortController().signal, tell: () => undefined, transfer: () => undefined };

export function deskAround(memory: Memory) {
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
export type Desk = ReturnType<typeof deskAround>;

/** A report as its letter brings it: with the members that its case wrote. */
export async function reportOf(
  of: Case,
  answers: Omit<Partial<Report>, 'version'> = {},
  more: Partial<KeptReport> = {},
) {
  const bytes = await encodeReport({ story: 'A clerk asked for money.', ...answers, version: 1 }, of);
  const opened = parseJson(bytes, 'report-not-json') as OpenedReport;
  return newReport(opened, { caseLocator: toHex(of.locator), ...more });
}

export async function deskWith(office: TestOffice, slot: number, ...reports: readonly KeptReport[]): Promise<Desk> {
  const made = deskAround(await deskOf(office, slot));
  if (made.memory.office) made.memory.office = { ...made.memory.office, isPinned: true };
  for (const each of reports) made.memory.addReport(each);
  return made;
}

export function asked({ tag }: KeptReport, text: string, more: Partial<ReplyAsked> = {}): ReplyAsked {
  return { tag, text, language: 'en', acknowledges: false, feedback: false, despiteWish: false, ...more };
}

/** What the reporter reads of everything that waits, as the return page opens it. */
export async function readByReporter({ memory }: Desk, by: Case) {
  const { roster } = memory.office ?? {};
  if (!roster) throw new Error('an office expected');
  const sealed = [...memory.outbox.replies.values()].map((reply) => fromBase64(reply.sealed));
  return Promise.all(sealed.map((each) => openReply(each, by, roster)));
}

export function codeOf(error: unknown): string | undefined {
  const { code, failure } = error as { readonly code?: string; readonly failure?: { readonly code: string } };
  return failure?.code ?? code;
}
