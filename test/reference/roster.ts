import { equal, hex } from './bytes.ts';
import { date } from './calendar.ts';
import { base64, integer, list, members, text, type JsonObject } from './json.ts';
import { Refusal } from './refusal.ts';
import { openStatement } from './statement.ts';

// SPEC, Roster.
const INVALID = 'roster-invalid';
const SLOT_COUNTS = [4, 8, 16, 32];
const MEMBERS = [
  'office',
  'contact',
  'languages',
  'version',
  'issued',
  'expires',
  'slots',
  'threshold',
  'demo',
  'reviewers',
];

export interface Reviewer {
  readonly slot: number;
  readonly name: string;
  readonly identity: Uint8Array;
}

export interface Roster {
  readonly version: number;
  readonly expires: string;
  readonly reviewers: Reviewer[];
  readonly payloadBytes: Uint8Array;
}

/** `seen` is the roster last opened here; it may have expired since. */
export function openRoster(envelope: unknown, charter: Uint8Array, today: string, seen?: Roster): Roster {
  const roster = readRoster(envelope, charter);
  if (seen !== undefined && roster.version < seen.version) throw new Refusal('roster-rolled-back', 'older than seen');
  if (seen?.version === roster.version && !equal(seen.payloadBytes, roster.payloadBytes)) {
    throw new Refusal('roster-conflict', 'other bytes under the version seen');
  }
  if (roster.expires < today) throw new Refusal('roster-expired', roster.expires);
  return roster;
}

/** Signature and schema, without the clock. */
export function readRoster(envelope: unknown, charter: Uint8Array): Roster {
  const { payload, payloadBytes } = openStatement(envelope, 'roster', charter);
  const found = members(payload, MEMBERS, ['log'], INVALID);
  text(found['office'], 1, 200, INVALID);
  text(found['contact'], 0, 500, INVALID);
  checkLanguages(found['languages']);
  date(found['issued'], INVALID);
  if (typeof found['demo'] !== 'boolean') throw new Refusal(INVALID, 'demo');
  if (found['log'] !== undefined) checkLog(found['log']);
  const slots = integer(found['slots'], 4, 32, INVALID);
  if (!SLOT_COUNTS.includes(slots)) throw new Refusal(INVALID, `${String(slots)} slots`);
  const reviewers = readReviewers(found, slots);
  integer(found['threshold'], 1, Math.min(32, reviewers.length), INVALID);
  return {
    version: integer(found['version'], 1, 2 ** 32 - 1, INVALID),
    expires: date(found['expires'], INVALID),
    reviewers,
    payloadBytes,
  };
}

function checkLog(value: unknown): void {
  const log = members(value, ['origin', 'publicKey'], ['witnesses'], INVALID);
  checkNoteKey(log['origin'], log['publicKey']);
  if (log['witnesses'] === undefined) return;
  const names = list(log['witnesses'], 1, 16, INVALID).map((entry) => {
    const witness = members(entry, ['name', 'publicKey'], [], INVALID);
    checkNoteKey(witness['name'], witness['publicKey']);
    return witness['name'];
  });
  if (new Set(names).size !== names.length) throw new Refusal(INVALID, 'a witness twice');
}

function checkNoteKey(name: unknown, publicKey: unknown): void {
  const isName = !/[+\s\p{Z}\p{Cc}]/u.test(text(name, 1, 255, INVALID));
  if (!isName) throw new Refusal(INVALID, 'not a key name');
  base64(publicKey, 32, INVALID);
}

function readReviewers(found: JsonObject, slots: number): Reviewer[] {
  const reviewers = list(found['reviewers'], 1, slots, INVALID).map((entry) => readReviewer(entry, slots));
  const lists = [
    reviewers.map(({ slot }) => String(slot)),
    reviewers.map(({ name }) => name),
    reviewers.map(({ identity }) => hex(identity)),
  ];
  if (lists.some((values) => new Set(values).size !== values.length)) throw new Refusal(INVALID, 'a reviewer twice');
  return reviewers;
}

function readReviewer(value: unknown, slots: number): Reviewer {
  const entry = members(value, ['slot', 'name', 'role', 'languages', 'identity'], [], INVALID);
  text(entry['role'], 1, 100, INVALID);
  checkLanguages(entry['languages']);
  return {
    slot: integer(entry['slot'], 0, slots - 1, INVALID),
    name: text(entry['name'], 1, 100, INVALID),
    identity: base64(entry['identity'], 32, INVALID),
  };
}

/** SPEC says "BCP 47 tags" without saying how closely to look: the letters, digits and hyphens of RFC 5646 here. */
function checkLanguages(value: unknown): void {
  for (const tag of list(value, 1, 64, INVALID)) {
    if (!/^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(text(tag, 1, Infinity, INVALID))) {
      throw new Refusal(INVALID, 'not a language tag');
    }
  }
}
