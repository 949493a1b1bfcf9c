import * as z from 'zod/mini';

import { utf8, type Bytes, type RandomBytes } from './bytes.ts';
import type { Office, Recipients } from './directory.ts';
import { AmparoError } from './errors.ts';
import { LETTER_SIZES, letterCapacity, sealLetter, type Letter } from './letter.ts';
import { parse, parseJson } from './parse.ts';
import { openedReportIn, type OpenedReport } from './report.ts';
import { requireWebCrypto } from './seal.ts';
import type { Envelope } from './statement.ts';

/** SPEC.md, Journal letter: what reviewers tell each other, on the way that reports take. */
const VERSION = 1;

/** Each item is believed by its own signature alone: anybody can seal a letter. */
const statements = z._default(z.array(z.unknown()), []);
const journalLetterSchema = z.looseObject({
  version: z.int().check(z.positive()),
  journal: z.array(z.unknown()),
  grants: statements,
  releases: statements,
});

export interface JournalContents {
  readonly kind: 'journal';
  /** Statements, none of them checked: for `openEntry`. */
  readonly journal: readonly unknown[];
  /** For `openGrant`. */
  readonly grants: readonly unknown[];
  /** For `openRelease`. */
  readonly releases: readonly unknown[];
}

export interface ReportContents {
  readonly kind: 'report';
  readonly report: OpenedReport;
}

/** What an opened letter holds. Throws as `decodeReport`, and `journal-letter-invalid`. */
export function decodeLetterContent(bytes: Bytes): ReportContents | JournalContents {
  const value = parseJson(bytes, 'report-not-json', 'report-not-text');
  if (!isJournal(value)) return { kind: 'report', report: openedReportIn(value) };
  const { journal, grants, releases } = parse(journalLetterSchema, value, 'journal-letter-invalid');
  return { kind: 'journal', journal, grants, releases };
}

/** A report always has a story. */
function isJournal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'journal' in value && !('story' in value);
}

export interface ToSend {
  readonly journal: readonly Envelope[];
  /** With these, and with releases, a letter goes to one reviewer alone. */
  readonly grants: readonly Envelope[];
  readonly releases: readonly Envelope[];
}

/**
 * As many letters as it takes, each to all reviewers who can be addressed this month, or to those in the slots `to`; any of them opens
 * one alone, whatever the office asks for reports. Throws `no-recipient`, naming whom this month cannot address, and `insecure-context`.
 */
export async function sealJournalLetters(
  toSend: ToSend,
  office: Office,
  to: 'all' | ReadonlySet<number>,
  random: RandomBytes,
): Promise<Letter[]> {
  requireWebCrypto();
  const recipients = addressed(office, to);
  if (toSend.grants.length + toSend.releases.length > 0 && recipients.recipients.size !== 1) {
    throw new RangeError('to: grants and releases go to one reviewer alone');
  }
  const letters: Letter[] = [];
  for (const content of split(toSend, letterCapacity(Math.max(...LETTER_SIZES), office.roster.slots))) {
    letters.push(await sealLetter(content, recipients, random));
  }
  return letters;
}

function addressed({ epoch, roster, addressable }: Office, to: 'all' | ReadonlySet<number>): Recipients {
  const slots = to === 'all' ? addressable.map(({ reviewer }) => reviewer.slot) : [...to];
  const recipients = slots.map((slot) => {
    const key = addressable.find(({ reviewer }) => reviewer.slot === slot);
    if (!key) throw new AmparoError('no-recipient', roster.reviewers.find((each) => each.slot === slot)?.name);
    return [slot, key.publicKey] as const;
  });
  return { epoch, slots: roster.slots, recipients: new Map(recipients) };
}

const MEMBERS = ['journal', 'grants', 'releases'] as const;
type Member = (typeof MEMBERS)[number];

/** In order, each letter as full as `capacity` allows. One statement always fits. */
function* split(toSend: ToSend, capacity: number): Generator<Bytes> {
  let next = new Draft();
  for (const member of MEMBERS) {
    for (const envelope of toSend[member]) {
      const text = JSON.stringify(envelope);
      if (!next.isEmpty && next.length + text.length + 1 > capacity) {
        yield next.bytes();
        next = new Draft();
      }
      next.add(member, text);
    }
  }
  if (!next.isEmpty) yield next.bytes();
}

/** The content of one letter as it grows. Statements are ASCII: as many bytes as characters. */
class Draft {
  readonly #parts: Readonly<Record<Member, string[]>> = { journal: [], grants: [], releases: [] };
  length = this.bytes().length;

  get isEmpty(): boolean {
    return MEMBERS.every((member) => this.#parts[member].length === 0);
  }

  add(member: Member, text: string): void {
    this.#parts[member].push(text);
    this.length += text.length + 1;
  }

  bytes(): Bytes {
    const members = MEMBERS.map((member) => `"${member}":[${this.#parts[member].join(',')}]`);
    return utf8(`{"version":${String(VERSION)},${members.join(',')}}`);
  }
}
