import * as z from 'zod/mini';

import type { IsoDate } from '../../../crypto/index.ts';
import type { Leaving } from './leaving.ts';
import { leavingReportSchema } from './leaving-report.ts';

const EXPORT_FORMAT = 'amparo-export/1';

const nullable = z.nullable(z.string());

const exportedSchema = z.strictObject({
  /** Its number in this export. */
  reference: z.string(),
  /** The day on which the server took it in; null where it was brought as a file. */
  received: z.nullable(z.iso.date()),
  report: leavingReportSchema,
  triage: z.strictObject({
    /** new, acknowledged, assessing, investigating, referred, closed; perhaps with `/` and a status of the office's own. */
    status: nullable,
    /** Of closing: resolved, unfounded, insufficient, duplicate, out-of-scope, withdrawn, unsafe-to-act. */
    reason: nullable,
    /** critical, high, normal, low */
    urgency: nullable,
    labels: z.array(z.string()),
    /** References of reports in this export. */
    duplicateOf: nullable,
    links: z.array(z.string()),
    referredTo: z.array(z.string()),
    notes: z.array(z.string()),
  }),
  /** How many parts of the report the exporting version did not know, and left out. */
  leftOut: z.int().check(z.nonnegative()),
});

/** What an export in JSON is. Members and codes are those of the questionnaire (crypto/report-codes.ts). */
export const exportSchema = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  office: z.string(),
  /** Day of the export, UTC. */
  exported: z.iso.date(),
  reports: z.array(exportedSchema),
});

export type JsonExport = z.infer<typeof exportSchema>;

export interface JsonFacts {
  readonly office: string;
  readonly exported: IsoDate;
}

/** The export piece by piece, as an office may have a hundred thousand reports; together they are one JSON document. */
export function* jsonPieces(leaving: Iterable<Leaving>, { office, exported }: JsonFacts): Generator<string> {
  const head = JSON.stringify({ format: EXPORT_FORMAT, office, exported });
  yield `${head.slice(0, -1)},"reports":[`;
  let isFirst = true;
  for (const { reference, received, report, triage, leftOut } of leaving) {
    yield `${isFirst ? '' : ','}\n${JSON.stringify({ reference, received, report, triage, leftOut })}`;
    isFirst = false;
  }
  yield '\n]}\n';
}

/** The schema for readers in other languages, as JSON Schema. */
export function exportJsonSchema(): object {
  return z.toJSONSchema(exportSchema);
}
