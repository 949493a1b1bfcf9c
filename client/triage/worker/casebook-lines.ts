import * as z from 'zod/mini';

import { directorySchema, envelopeSchema, isoDateOf, type IsoDate } from '../../../crypto/index.ts';
import { CallError } from '../calls/line.ts';
import type { JournalEntry } from '../desk/journal-types.ts';
import { marksSchema } from '../export/mark-schema.ts';
import type { Mark } from '../export/marks.ts';
import type { KeptReport, Memory } from './memory.ts';
import { restoreOffice } from './office.ts';
import type { Outbox } from './outbox.ts';
import { givenLine, linesOfTeam, rosterLine, sharedLine, takeTeamLine, TEAM_TYPES } from './team-lines.ts';
import { without } from './without.ts';

/** The lines of a casebook (SPEC.md, Casebook), one thing each, so that none has to be in memory with all others. */
const failureSchema = z.object({ code: z.string(), detail: z.optional(z.string()) });

const officeLine = z.object({
  type: z.literal('office'),
  charter: z.string(),
  directory: directorySchema,
  isPinned: z.optional(z.boolean()),
});
const reportLine = z.object({
  type: z.literal('report'),
  tag: z.string(),
  letter: z.string(),
  fileKey: z.string(),
  day: z.nullable(z.string()),
  cells: z.int(),
  bundle: z.string(),
  report: z.looseObject({ version: z.int(), story: z.string() }),
  caseLocator: z.nullable(z.string()),
  followUp: z.boolean(),
  caseFault: z.optional(failureSchema),
  epoch: z.optional(z.int()),
  taken: z.optional(z.string()),
  givenBy: z.optional(z.string()),
});
const seenLine = z.object({ type: z.literal('seen'), letters: z.array(z.string()) });
const takenLine = z.object({ type: z.literal('taken'), letters: z.array(z.string()) });
const readLine = z.object({ type: z.literal('read'), reports: z.array(z.string()) });
/** What is to be taken out of a report before it leaves. */
const redactionLine = z.object({ type: z.literal('redaction'), report: z.string(), marks: marksSchema });
/** A statement, and what it said when it was checked; without that it waits for a list that names who signed it. */
const entryLine = z.object({
  type: z.literal('entry'),
  envelope: envelopeSchema,
  entry: z.optional(
    z.object({
      id: z.string(),
      author: z.string(),
      number: z.int(),
      previous: z.string(),
      at: z.string(),
      about: z.nullable(z.string()),
      content: z.nullable(z.looseObject({ kind: z.string() })),
    }),
  ),
});
const replyLine = z.object({
  type: z.literal('reply'),
  id: z.string(),
  tag: z.string(),
  mailbox: z.string(),
  number: z.int(),
  day: z.string(),
  language: z.optional(z.string()),
  text: z.string(),
  sealed: z.string(),
});
const markLine = z.object({ type: z.literal('mark'), tag: z.string(), day: z.int(), mark: z.string() });
const privateLine = z.object({
  type: z.literal('private'),
  to: z.string(),
  kind: z.enum(['grant', 'release']),
  envelope: envelopeSchema,
});
/** What a bundle held that was made before. */
const sentLine = z.object({
  type: z.literal('sent'),
  at: z.string(),
  to: z.array(z.string()),
  items: z.array(z.string()),
});
const draftLine = z.object({
  type: z.literal('draft'),
  tag: z.string(),
  text: z.string(),
  language: z.string(),
  acknowledges: z.boolean(),
  feedback: z.boolean(),
  at: z.string(),
});
const lineSchema = z.discriminatedUnion('type', [
  officeLine,
  reportLine,
  seenLine,
  takenLine,
  readLine,
  redactionLine,
  entryLine,
  replyLine,
  markLine,
  privateLine,
  sentLine,
  draftLine,
  sharedLine,
  givenLine('release'),
  givenLine('grant'),
  rosterLine,
]);
const anyLine = z.looseObject({ type: z.string() });

type Line = z.infer<typeof lineSchema>;
const KNOWN: ReadonlySet<string> = new Set([
  'office',
  'report',
  'seen',
  'taken',
  'read',
  'redaction',
  'entry',
  'reply',
  'mark',
  'private',
  'sent',
  'draft',
  ...TEAM_TYPES,
] satisfies Line['type'][]);

/** So many ids stand in one line. */
const IDS_PER_LINE = 500;

/** Takes one line in. What a newer version wrote is kept as it is. Throws `casebook-line`. */
export async function takeLine(memory: Memory, text: string): Promise<void> {
  const { type } = parsed(anyLine, text);
  if (!KNOWN.has(type)) {
    memory.foreignLines.add(text);
    return;
  }
  const line: Line = parsed(lineSchema, text);
  switch (line.type) {
    case 'office':
      // One that was not compared is asked about again.
      await restoreOffice(memory, line.directory, { isPinned: line.isPinned !== false, today: today() });
      return;
    case 'report':
      memory.addReport(without(line, 'type') as KeptReport);
      return;
    case 'seen':
      for (const letter of line.letters) memory.notMine.add(letter);
      return;
    case 'taken':
      for (const letter of line.letters) memory.journalLetters.add(letter);
      return;
    case 'read':
      for (const tag of line.reports) memory.read.add(tag);
      return;
    case 'redaction':
      joinMarks(memory, line.report, line.marks);
      return;
    case 'entry': {
      const { envelope, entry } = line;
      if (entry) await memory.journal.restore({ envelope, entry: entry as JournalEntry });
      else await memory.journal.addForeign([envelope]);
      return;
    }
    case 'reply': {
      const { id, tag, mailbox, number, day, language, text: words, sealed } = line;
      memory.outbox.addReply({ id, tag, mailbox, number, day, language, text: words, sealed });
      return;
    }
    case 'mark':
      memory.outbox.addMark({ tag: line.tag, day: line.day, mark: line.mark });
      return;
    case 'private':
      await memory.outbox.queuePrivate({ to: line.to, kind: line.kind, envelope: line.envelope });
      return;
    case 'sent':
      memory.outbox.addSent({ at: line.at, to: line.to, items: line.items });
      return;
    case 'draft': {
      const { tag, text: words, language, acknowledges, feedback, at } = line;
      memory.drafts.restore({ tag, text: words, language, acknowledges, feedback, at });
      return;
    }
    default:
      await takeTeamLine(memory, line);
  }
}

/** All that is to be kept, line by line, made as it is asked for. */
export function* linesOf(memory: Memory): Generator<string> {
  const { office } = memory;
  if (office) {
    const { charter, directory, isPinned } = office;
    yield JSON.stringify({ type: 'office', charter, directory, isPinned });
  }
  for (const report of memory.reports.values()) yield JSON.stringify({ type: 'report', ...report });
  for (const letters of groupsOf(memory.notMine)) yield JSON.stringify({ type: 'seen', letters });
  for (const letters of groupsOf(memory.journalLetters)) yield JSON.stringify({ type: 'taken', letters });
  for (const reports of groupsOf(memory.read)) yield JSON.stringify({ type: 'read', reports });
  for (const [report, marks] of memory.redactions) yield JSON.stringify({ type: 'redaction', report, marks });
  for (const kept of memory.journal.entries.values()) yield JSON.stringify({ type: 'entry', ...kept });
  for (const envelope of memory.journal.unplaced) yield JSON.stringify({ type: 'entry', envelope });
  yield* linesOfOutbox(memory.outbox);
  for (const draft of memory.drafts.all) yield JSON.stringify({ type: 'draft', ...draft });
  yield* linesOfTeam(memory);
  yield* memory.foreignLines;
}

function* linesOfOutbox({ replies, marks, privates, sent }: Outbox): Generator<string> {
  for (const reply of replies.values()) yield JSON.stringify({ type: 'reply', ...reply });
  for (const mark of marks.values()) yield JSON.stringify({ type: 'mark', ...mark });
  for (const statement of privates.values()) yield JSON.stringify({ type: 'private', ...statement });
  for (const { at, to, items } of sent) {
    for (const group of groupsOf(items)) yield JSON.stringify({ type: 'sent', at, to, items: group });
  }
}

/** Where two casebooks are joined, all that was marked in either: what is taken out once too often harms nobody. */
function joinMarks({ redactions }: Memory, report: string, added: readonly Mark[]): void {
  const all = [...(redactions.get(report) ?? []), ...added];
  redactions.set(report, [...new Map(all.map((mark) => [JSON.stringify(mark), mark])).values()]);
}

function* groupsOf(ids: Iterable<string>): Generator<string[]> {
  let group: string[] = [];
  for (const id of ids) {
    group.push(id);
    if (group.length < IDS_PER_LINE) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

function parsed<Schema extends z.core.$ZodType>(schema: Schema, text: string): z.infer<Schema> {
  const result = z.safeParse(schema, json(text));
  if (!result.success) throw new CallError({ code: 'casebook-line' });
  return result.data;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function today(): IsoDate {
  return isoDateOf(new Date());
}
