import { fromUtf8 } from './bytes.ts';
import { integer, list, parse, type JsonObject } from './json.ts';
import { Refusal } from './refusal.ts';
import { readReport } from './report.ts';

// SPEC, Journal letter.
const INVALID = 'journal-letter-invalid';

/** What an opened letter holds: a report, or three lists of which nothing is believed yet. */
export function readContents(bytes: Uint8Array): JsonObject {
  const json = fromUtf8(bytes);
  if (json === null) throw new Refusal('report-not-text', 'not UTF-8');
  const found: unknown = parse(json, 'report-not-json');
  if (!isJournal(found)) return { report: readReport(bytes) };
  integer(found['version'], 1, Number.MAX_SAFE_INTEGER, INVALID);
  const { journal, grants = [], releases = [] } = found;
  for (const each of [journal, grants, releases]) list(each, 0, Infinity, INVALID);
  return { journal, grants, releases };
}

function isJournal(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && Object.hasOwn(value, 'journal') && !Object.hasOwn(value, 'story')
  );
}
