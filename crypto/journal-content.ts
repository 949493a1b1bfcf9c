import * as z from 'zod/mini';

import { utf8 } from './bytes.ts';
import { isoDate } from './calendar.ts';
import { SIGNING_KEY_BYTES } from './keys.ts';
import { base64Bytes } from './parse.ts';
import { FILE_NAME_CHARACTERS_MAX } from './report.ts';
import { REPLIES_MAX } from './reply.ts';

/** SPEC.md, Journal: what an entry says. Another kind is kept and passed over, so that a later version can add some. */
export type EntryId = string;
/** Names a report to those who hold its file key, and to nobody else. */
export type ReportTag = string;

export const STATUSES = ['new', 'acknowledged', 'assessing', 'investigating', 'referred', 'closed'] as const;
export const CLOSING_REASONS = [
  'resolved',
  'unfounded',
  'insufficient',
  'duplicate',
  'out-of-scope',
  'withdrawn',
  'unsafe-to-act',
] as const;
export const URGENCIES = ['critical', 'high', 'normal', 'low'] as const;
export const JOURNAL_FIELDS = ['status', 'reason', 'urgency', 'assignee', 'duplicate-of'] as const;
export const OFFICE_SETTINGS = ['sub-statuses', 'labels', 'filters', 'templates'] as const;
export const CUSTODY_ACTS = ['opened', 'saved', 'exported'] as const;

export type Status = (typeof STATUSES)[number];
export type ClosingReason = (typeof CLOSING_REASONS)[number];
export type Urgency = (typeof URGENCIES)[number];
export type JournalField = (typeof JOURNAL_FIELDS)[number];
export type OfficeSetting = (typeof OFFICE_SETTINGS)[number];

export const JOURNAL_NOTE_CHARACTERS_MAX = 10_000;
export const JOURNAL_LINE_CHARACTERS_MAX = 1_000;
export const JOURNAL_LABEL_CHARACTERS_MAX = 100;
export const OFFICE_SETTING_BYTES_MAX = 32_768;
/** Each of 32 reviewers has one entry in force, and a few devices that did not know of one another. */
const REPLACED_MAX = 256;

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max), z.refine(isWellFormed));
const hex = (bytes: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${String(bytes * 2)}}$`)));
const optionalLine = z.optional(text(JOURNAL_LINE_CHARACTERS_MAX));

export const REPORT_TAG_BYTES = 16;
const HASH_BYTES = 32;
export const entryIdSchema = hex(HASH_BYTES);
export const reportTagSchema = hex(REPORT_TAG_BYTES);
const letterId = hex(HASH_BYTES);
const identity = base64Bytes(SIGNING_KEY_BYTES);
const replaces = z.array(entryIdSchema).check(z.maxLength(REPLACED_MAX));

/** A status, or one of the office's own below it: `assessing/waiting-for-embassy`. */
const STATUS = new RegExp(`^(?:${STATUSES.join('|')})(?:/[a-z0-9][a-z0-9-]{0,63})?$`);
const FIELD_VALUES = {
  status: z.string().check(z.regex(STATUS)),
  reason: z.enum(CLOSING_REASONS),
  urgency: z.enum(URGENCIES),
  assignee: identity,
  'duplicate-of': reportTagSchema,
} as const;

const setSchema = z
  .strictObject({ kind: z.literal('set'), field: z.enum(JOURNAL_FIELDS), value: z.nullable(z.string()), replaces })
  .check(
    z.refine(({ field, value }) => value === null || z.safeParse(FIELD_VALUES[field], value).success, {
      path: ['value'],
    }),
  );

const addSchema = z
  .strictObject({ kind: z.literal('add'), to: z.enum(['label', 'link']), value: z.string(), why: optionalLine })
  .check(
    z.refine(
      ({ to, value }) =>
        z.safeParse(to === 'link' ? reportTagSchema : text(JOURNAL_LABEL_CHARACTERS_MAX), value).success,
      { path: ['value'] },
    ),
  );

const custodyFile = z.strictObject({
  name: text(FILE_NAME_CHARACTERS_MAX),
  sha256: hex(HASH_BYTES),
  bytes: z.int().check(z.nonnegative()),
});

const officeSetting = z.strictObject({
  kind: z.literal('office'),
  name: z.enum(OFFICE_SETTINGS),
  /** JSON, whose form is the desk's matter. */
  value: z.string().check(z.refine(isWellFormed), z.refine(isShortJson)),
  replaces,
});

/** Every kind that this version knows. */
export const journalContentSchema = z.discriminatedUnion('kind', [
  setSchema,
  addSchema,
  z.strictObject({
    kind: z.literal('remove'),
    entries: z.array(entryIdSchema).check(z.minLength(1), z.maxLength(REPLACED_MAX)),
  }),
  z.strictObject({
    kind: z.literal('note'),
    text: text(JOURNAL_NOTE_CHARACTERS_MAX),
    replaces: z.optional(replaces),
  }),
  z.strictObject({ kind: z.literal('recuse'), on: z.boolean(), replaces, why: optionalLine }),
  z.strictObject({ kind: z.literal('opened'), letter: letterId }),
  z.strictObject({
    kind: z.literal('replied'),
    number: z.int().check(z.positive(), z.maximum(REPLIES_MAX)),
    day: isoDate,
    acknowledges: z.optional(z.boolean()),
    feedback: z.optional(z.boolean()),
  }),
  z.strictObject({
    kind: z.literal('referred'),
    to: text(JOURNAL_LINE_CHARACTERS_MAX),
    consent: text(JOURNAL_LINE_CHARACTERS_MAX),
  }),
  z.strictObject({ kind: z.literal('granted'), to: identity }),
  z.strictObject({ kind: z.literal('released'), letter: letterId, to: identity }),
  z.strictObject({
    kind: z.literal('custody'),
    act: z.enum(CUSTODY_ACTS),
    file: z.optional(custodyFile),
    to: optionalLine,
  }),
  z.strictObject({ kind: z.literal('ask-share'), letter: letterId }),
  officeSetting,
]);

export type KnownContent = z.infer<typeof journalContentSchema>;
/** Of a kind that a later version added. */
export interface UnknownContent {
  readonly kind: 'unknown';
}
export type JournalContent = KnownContent | UnknownContent;

const KNOWN_KINDS: ReadonlySet<unknown> = new Set(journalContentSchema.def.options.map((option) => kindOf(option)));
/** What is said to the whole office, under no report. */
const OF_OFFICE: ReadonlySet<string> = new Set(['office']);
const OF_EITHER: ReadonlySet<string> = new Set(['unknown']);

/** Whether such an entry may stand where it stands: under a report, or under none. */
export function standsWhereItMay({ kind }: JournalContent, isAboutReport: boolean): boolean {
  return OF_EITHER.has(kind) || OF_OFFICE.has(kind) !== isAboutReport;
}

/** Whether this version knows the kind; `undefined` where the value names none at all. */
export function knowsKind(value: unknown): boolean | undefined {
  const kind = (value as { readonly kind?: unknown } | null)?.kind;
  return typeof kind === 'string' ? KNOWN_KINDS.has(kind) : undefined;
}

function kindOf(option: (typeof journalContentSchema)['def']['options'][number]): string | undefined {
  return option.shape.kind.def.values[0];
}

function isWellFormed(value: string): boolean {
  return value.isWellFormed();
}

function isShortJson(value: string): boolean {
  if (value.length > OFFICE_SETTING_BYTES_MAX || utf8(value).length > OFFICE_SETTING_BYTES_MAX) return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
