import * as z from 'zod/mini';

import { fromBase64, toBase64, utf8, type Bytes } from './bytes.ts';
import { cellCount, CELLS_MAX } from './evidence.ts';
import { EVIDENCE_KEY_BYTES, evidenceKey, type EvidenceKey } from './keys.ts';
import type { Case } from './case.ts';
import { base64Bytes, parse, parseJson } from './parse.ts';
import { reportCaseOf, reportCaseSchema, signReport } from './report-case.ts';
import * as codes from './report-codes.ts';

/** SPEC.md, Report. */
export const REPORT_VERSION = 1;
export const STORY_CHARACTERS_MAX = 100_000;
export const FILES_MAX = 500;
export const FILE_NAME_CHARACTERS_MAX = 255;
export const FILE_TYPE_CHARACTERS_MAX = 100;
export const NOTE_CHARACTERS_MAX = 10_000;

export const TEXT_CHARACTERS_MAX = 10_000;
export const LINE_CHARACTERS_MAX = 500;
export const REPEATS_MAX = 50;
const OWN_ANSWERS_MAX = 50;

/** Well-formed Unicode of at most `max` code points. A lone surrogate would not survive UTF-8. */
const text = (max: number) =>
  z.string().check(z.refine((value) => value.isWellFormed() && Array.from(value).length <= max));
const someText = (max: number) => text(max).check(z.refine((value) => value.trim() !== ''));
const optionalLine = z.optional(text(LINE_CHARACTERS_MAX));
const one = <const Codes extends readonly [string, ...string[]]>(values: Codes) => z.optional(z.enum(values));
const several = <const Codes extends readonly [string, ...string[]]>(values: Codes) =>
  z.optional(z.array(z.enum(values)).check(z.maxLength(values.length)));
const languageTags = z.array(z.string().check(z.regex(/^[A-Za-z0-9-]{2,35}$/))).check(z.maxLength(20));
const country = z.string().check(z.regex(/^[A-Z]{2}$/)); // ISO 3166-1 alpha-2
const yearOrMonth = z.string().check(z.regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/)); // coarse by default: the year is enough

const place = z.strictObject({ country: z.optional(country), region: optionalLine, crossing: optionalLine });
const official = z.strictObject({
  name: optionalLine,
  rank: optionalLine,
  unit: optionalLine,
  place: optionalLine,
  badge: optionalLine,
  vehicle: optionalLine,
  description: z.optional(text(TEXT_CHARACTERS_MAX)),
});

/** A question of the office's own, as it was asked, so that an opener needs no questionnaire to understand the answer. */
const ownAnswer = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/)),
  asked: someText(LINE_CHARACTERS_MAX),
  answer: z.union([
    text(TEXT_CHARACTERS_MAX),
    z.array(text(LINE_CHARACTERS_MAX)).check(z.minLength(1), z.maxLength(REPEATS_MAX)),
  ]),
});

const evidenceFileSchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(FILE_NAME_CHARACTERS_MAX)),
  type: z.string().check(z.maxLength(FILE_TYPE_CHARACTERS_MAX)),
  size: z.int().check(z.nonnegative()),
  offset: z.int().check(z.nonnegative()),
  note: z.optional(z.string().check(z.maxLength(NOTE_CHARACTERS_MAX))),
  /** This recording tells the story. */
  story: z.optional(z.literal(true)),
});

/** Files in the order of the evidence stream, without gap or overlap (SPEC.md, Evidence). */
export const evidenceListSchema = z
  .object({
    key: base64Bytes(EVIDENCE_KEY_BYTES),
    cells: z.int().check(z.positive(), z.maximum(CELLS_MAX)),
    files: z.array(evidenceFileSchema).check(z.minLength(1), z.maxLength(FILES_MAX)),
  })
  .check(
    z.refine(({ files }) => files.every((file, i) => file.offset === totalSize(files.slice(0, i))), {
      path: ['files'],
    }),
    z.refine(({ cells, files }) => cells === cellsFor(files), { path: ['cells'] }),
  );

export type EvidenceList = z.infer<typeof evidenceListSchema>;
export type EvidenceFile = EvidenceList['files'][number];

const reportMembers = z.strictObject({
  version: z.literal(REPORT_VERSION),
  language: z.optional(z.string().check(z.regex(/^[A-Za-z0-9-]{2,35}$/))),
  story: text(STORY_CHARACTERS_MAX),
  danger: one(codes.DANGER),
  role: one(codes.ROLE),
  stage: several(codes.STAGE),
  act: several(codes.ACT),
  return: several(codes.RETURN),
  official: several(codes.OFFICIAL),
  officials: z.optional(z.array(official).check(z.maxLength(REPEATS_MAX))),
  purpose: several(codes.PURPOSE),
  sexual: several(codes.SEXUAL),
  industry: several(codes.INDUSTRY),
  recruited: several(codes.RECRUITED),
  recruitmentSites: several(codes.RECRUITMENT_SITES),
  control: several(codes.CONTROL),
  people: one(codes.PEOPLE),
  children: one(codes.YES_NO_UNKNOWN),
  route: z.optional(
    z.strictObject({
      from: z.optional(place),
      through: z.optional(z.array(place).check(z.maxLength(REPEATS_MAX))),
      to: z.optional(place),
    }),
  ),
  when: z.optional(
    z.strictObject({
      since: z.optional(yearOrMonth),
      until: z.optional(yearOrMonth),
      ongoing: one(codes.YES_NO_UNKNOWN),
      detail: optionalLine,
    }),
  ),
  told: several(codes.TOLD),
  toldText: z.optional(text(TEXT_CHARACTERS_MAX)),
  evidence: z.optional(evidenceListSchema),
  evidenceElsewhere: z.optional(text(TEXT_CHARACTERS_MAX)),
  help: several(codes.HELP),
  contact: z.optional(
    z.strictObject({ allowed: z.boolean(), days: several(codes.DAYS), languages: z.optional(languageTags) }),
  ),
  consent: one(codes.CONSENT),
  consentNamed: z.optional(text(TEXT_CHARACTERS_MAX)),
  case: z.optional(reportCaseSchema),
  /** Written later by whoever wrote an earlier report of this case. */
  followUp: z.optional(z.literal(true)),
  answers: z.optional(z.array(ownAnswer).check(z.minLength(1), z.maxLength(OWN_ANSWERS_MAX))),
});

/** A report as this version writes it: only the story is required, in words or as a recording. Ids and codes: the default questionnaire. */
export const reportSchema = reportMembers.check(
  z.refine(({ story, evidence }) => story.trim() !== '' || evidence?.files.some((file) => file.story === true), {
    path: ['story'],
  }),
);

export type Report = z.infer<typeof reportSchema>;

/** What an opener relies on; every other member, known or newer, is kept as it was written. */
const openedReportSchema = z.looseObject({
  version: z.int().check(z.positive()),
  story: z.string(),
  evidence: z.optional(z.looseObject({ ...evidenceListSchema.shape }).check(z.refine(isEvidenceList))),
});

export type OpenedReport = z.infer<typeof openedReportSchema>;

/** A report's bytes for sealing, signed by its case if there is one. Throws `report-invalid`, naming the member. */
export async function encodeReport(report: Report, of?: Case): Promise<Bytes> {
  const whole = of ? { ...report, case: reportCaseOf(of) } : report;
  const bytes = utf8(JSON.stringify(parse(reportSchema, whole, 'report-invalid')));
  return of ? signReport(bytes, of) : bytes;
}

/** A report from opened bytes, newer members included. Throws `report-not-text`, `report-not-json`, `report-invalid`. */
export function decodeReport(bytes: Bytes): OpenedReport {
  return openedReportIn(parseJson(bytes, 'report-not-json', 'report-not-text'));
}

/** Throws `report-invalid`. */
export function openedReportIn(value: unknown): OpenedReport {
  return parse(openedReportSchema, value, 'report-invalid');
}

/** What a report carries of its evidence: the key, and the files in this order. Throws `evidence-too-large`. */
export function listEvidence(key: EvidenceKey, files: readonly Omit<EvidenceFile, 'offset'>[]): EvidenceList {
  const listed = files.map((file, i) => ({ ...file, offset: totalSize(files.slice(0, i)) }));
  return { key: toBase64(key), cells: cellCount(totalSize(listed)), files: listed };
}

/** The key that opens the evidence of a report. */
export function evidenceKeyIn(list: EvidenceList): EvidenceKey {
  return evidenceKey(fromBase64(list.key));
}

export function totalSize(files: readonly Pick<EvidenceFile, 'size'>[]): number {
  return files.reduce((total, file) => total + file.size, 0);
}

function isEvidenceList(value: unknown): boolean {
  return z.safeParse(evidenceListSchema, value).success;
}

function cellsFor(files: readonly EvidenceFile[]): number | undefined {
  try {
    return cellCount(totalSize(files));
  } catch {
    return undefined;
  }
}
