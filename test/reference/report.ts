import { fromUtf8 } from './bytes.ts';
import { base64, integer, list, object, parse, text, type JsonObject } from './json.ts';
import { cellsFor } from './padme.ts';
import { Refusal } from './refusal.ts';

// SPEC, Report; the member `evidence` as in Evidence.
const EVIDENCE_KEY_BYTES = 32;
const FILES_PER_REPORT = 500;
const CELLS_PER_REPORT = 65_536;
const INVALID = 'report-invalid';

/** A report as its sender wrote it: members that this version does not know stay as they are. */
export function readReport(bytes: Uint8Array): JsonObject {
  const json = fromUtf8(bytes);
  if (json === null) throw new Refusal('report-not-text', 'not UTF-8');
  const report = object(parse(json, 'report-not-json'), INVALID);
  integer(report['version'], 1, Number.MAX_SAFE_INTEGER, INVALID);
  text(report['story'], 0, Infinity, INVALID);
  if (Object.hasOwn(report, 'evidence')) checkEvidence(report['evidence']);
  return report;
}

/** SPEC, Evidence: members beside those named are kept as they are, here and in each file. */
function checkEvidence(value: unknown): void {
  const evidence = object(value, INVALID);
  base64(evidence['key'], EVIDENCE_KEY_BYTES, INVALID);
  let end = 0;
  for (const file of list(evidence['files'], 1, FILES_PER_REPORT, INVALID)) {
    const { name, type, size, offset, note, story } = object(file, INVALID);
    text(name, 1, 255, INVALID);
    text(type, 0, Infinity, INVALID);
    if (note !== undefined) text(note, 0, Infinity, INVALID);
    if (story !== undefined && story !== true) throw new Refusal(INVALID, 'story of a file is true or absent');
    if (offset !== end) throw new Refusal(INVALID, 'a gap or an overlap');
    end += integer(size, 0, Number.MAX_SAFE_INTEGER, INVALID);
  }
  const cells = integer(evidence['cells'], 1, CELLS_PER_REPORT, INVALID);
  if (cells !== cellsFor(end)) throw new Refusal(INVALID, 'cells is not what the sizes give');
}
