import { date } from './calendar.ts';
import { integer, list, members, text } from './json.ts';
import { Refusal } from './refusal.ts';
import { openStatement } from './statement.ts';

// SPEC, Build.
const INVALID = 'build-invalid';

export interface Build {
  readonly version: string;
  readonly issued: string;
  readonly files: readonly BuildFile[];
}

export interface BuildFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

export function openBuild(envelope: unknown, charter: Uint8Array): Build {
  const { payload } = openStatement(envelope, 'build', charter);
  const found = members(payload, ['version', 'issued', 'files'], [], INVALID);
  const files = list(found['files'], 1, 256, INVALID).map(readFile);
  if (new Set(files.map(({ name }) => name)).size !== files.length) throw new Refusal(INVALID, 'a name twice');
  return {
    version: formed(found['version'], /^[0-9A-Za-z][0-9A-Za-z.+-]*$/, 50),
    issued: date(found['issued'], INVALID),
    files,
  };
}

function readFile(value: unknown): BuildFile {
  const file = members(value, ['name', 'sha256', 'bytes'], [], INVALID);
  return {
    name: formed(file['name'], /^[A-Za-z0-9][A-Za-z0-9._-]*$/, 100),
    sha256: formed(file['sha256'], /^[0-9a-f]{64}$/, 64),
    bytes: integer(file['bytes'], 0, Number.MAX_SAFE_INTEGER, INVALID),
  };
}

function formed(value: unknown, form: RegExp, most: number): string {
  const found = text(value, 1, most, INVALID);
  if (!form.test(found)) throw new Refusal(INVALID, found);
  return found;
}
