import { utf8 } from './bytes.ts';
import { date } from './calendar.ts';
import { base64, integer, list, members, object, parse, text, type JsonObject } from './json.ts';
import { Refusal } from './refusal.ts';

// SPEC, Journal, the table of kinds.
const INVALID = 'journal-invalid';
const STATUSES = ['new', 'acknowledged', 'assessing', 'investigating', 'referred', 'closed'];
const REASONS = ['resolved', 'unfounded', 'insufficient', 'duplicate', 'out-of-scope', 'withdrawn', 'unsafe-to-act'];
const URGENCIES = ['critical', 'high', 'normal', 'low'];
const SETTINGS = ['sub-statuses', 'labels', 'filters', 'templates'];
const SETTING_BYTES_MAX = 32_768;

type Check = (value: unknown) => void;
type Members = Readonly<Record<string, Check>>;

interface Kind {
  readonly required: Members;
  readonly optional?: Members;
  /** Whether it stands under a report or under none. */
  readonly stands: 'report' | 'office';
  /** What one member says of another. */
  readonly also?: (content: JsonObject) => void;
}

const entryId: Check = (value) => {
  hexOf(value, 32);
};
const letterId: Check = (value) => {
  hexOf(value, 32);
};
const tag: Check = (value) => {
  hexOf(value, 16);
};
const identity: Check = (value) => base64(value, 32, INVALID);
const replaces: Check = (value) => {
  list(value, 0, 256, INVALID).forEach(entryId);
};
const line: Check = (value) => {
  words(value, 1_000);
};
const truth: Check = (value) => {
  if (typeof value !== 'boolean') throw new Refusal(INVALID, 'not a boolean');
};
const anything: Check = () => undefined;

const FIELDS: Readonly<Record<string, Check>> = {
  status: (value) => {
    const [status, own, ...more] = text(value, 1, 100, INVALID).split('/');
    oneOf(STATUSES)(status);
    const isOwn = own === undefined || /^[a-z0-9][a-z0-9-]{0,63}$/.test(own);
    if (!isOwn || more.length > 0) throw new Refusal(INVALID, 'not a sub-status');
  },
  reason: oneOf(REASONS),
  urgency: oneOf(URGENCIES),
  assignee: identity,
  'duplicate-of': tag,
};

const KINDS: Readonly<Record<string, Kind>> = {
  set: {
    required: { field: oneOf(Object.keys(FIELDS)), value: anything, replaces },
    stands: 'report',
    also: ({ field, value }) => {
      if (value !== null) FIELDS[field as string]?.(value);
    },
  },
  add: {
    required: { to: oneOf(['label', 'link']), value: anything },
    optional: { why: line },
    stands: 'report',
    also: ({ to, value }) => {
      if (to === 'link') tag(value);
      else words(value, 100);
    },
  },
  remove: {
    required: {
      entries: (value) => {
        list(value, 1, 256, INVALID).forEach(entryId);
      },
    },
    stands: 'report',
  },
  note: {
    required: {
      text: (value) => {
        words(value, 10_000);
      },
    },
    optional: { replaces },
    stands: 'report',
  },
  recuse: { required: { on: truth, replaces }, optional: { why: line }, stands: 'report' },
  opened: { required: { letter: letterId }, stands: 'report' },
  replied: {
    required: { number: (value) => integer(value, 1, 10_000, INVALID), day: (value) => date(value, INVALID) },
    optional: { acknowledges: truth, feedback: truth },
    stands: 'report',
  },
  referred: { required: { to: line, consent: line }, stands: 'report' },
  granted: { required: { to: identity }, stands: 'report' },
  released: { required: { letter: letterId, to: identity }, stands: 'report' },
  custody: {
    required: { act: oneOf(['opened', 'saved', 'exported']) },
    optional: { file: custodyFile, to: line },
    stands: 'report',
  },
  'ask-share': { required: { letter: letterId }, stands: 'report' },
  office: { required: { name: oneOf(SETTINGS), value: setting, replaces }, stands: 'office' },
};

/** Content as it was written, or a kind of a later version. */
export function readContent(value: unknown, isAboutReport: boolean): JsonObject {
  const { kind: name } = object(value, INVALID);
  if (typeof name !== 'string') throw new Refusal(INVALID, 'no kind');
  const known = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  if (!known) return { kind: 'unknown' };
  const { required, optional = {}, stands, also } = known;
  const found = members(value, ['kind', ...Object.keys(required)], Object.keys(optional), INVALID);
  for (const [member, check] of Object.entries({ ...required, ...optional })) {
    if (Object.hasOwn(found, member)) check(found[member]);
  }
  also?.(found);
  if ((stands === 'report') !== isAboutReport) throw new Refusal(INVALID, 'in another place');
  return found;
}

function custodyFile(value: unknown): void {
  const file = members(value, ['name', 'sha256', 'bytes'], [], INVALID);
  words(file['name'], 255);
  hexOf(file['sha256'], 32);
  integer(file['bytes'], 0, Number.MAX_SAFE_INTEGER, INVALID);
}

function setting(value: unknown): void {
  const json = text(value, 0, SETTING_BYTES_MAX, INVALID);
  if (!json.isWellFormed() || utf8(json).length > SETTING_BYTES_MAX) throw new Refusal(INVALID, 'not such a text');
  parse(json, INVALID);
}

function words(value: unknown, most: number): void {
  if (!text(value, 1, most, INVALID).isWellFormed()) throw new Refusal(INVALID, 'half a character');
}

function hexOf(value: unknown, length: number): void {
  if (!/^[0-9a-f]*$/.test(text(value, 2 * length, 2 * length, INVALID))) throw new Refusal(INVALID, 'not hex');
}

function oneOf(values: string[]): Check {
  return (value) => {
    if (typeof value !== 'string' || !values.includes(value)) throw new Refusal(INVALID, 'not one of the values');
  };
}
