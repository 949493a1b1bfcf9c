import { createHash } from 'node:crypto';

import * as z from 'zod/mini';

import { concatBytes, dayOf, isoDateOfDay, toBytes, utf8, type Bytes } from '../../crypto/index.ts';

import type { Clock } from '../clock.ts';
import type { AuditRow, AuditStore } from '../store/store.ts';

/** What comes before the first row. */
const NO_HASH: Bytes = new Uint8Array(32);

/** What reviewers, and whoever runs the server, do. Nothing of reporters, and no name that was only tried. */
export type Act =
  | { readonly act: 'invited' | 'account-added' | 'account-removed'; readonly name: string }
  | { readonly act: 'enrolled'; readonly factor: 'totp' | 'passkey' }
  | { readonly act: 'signed-in'; readonly factor: 'none' | 'totp' | 'passkey' }
  | { readonly act: 'signed-out-everywhere' }
  | { readonly act: 'fetched'; readonly after: number; readonly until: number }
  | { readonly act: 'delivered'; readonly replies: number; readonly opened: number }
  | { readonly act: 'refused-sign-ins'; readonly day: string; readonly count: number };

/** `who` is an account, or `null` for the command line on the server itself and for what is counted. */
const entryHeadSchema = z.looseObject({
  number: z.int().check(z.positive()),
  at: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/)),
  who: z.nullable(z.string()),
  act: z.string(),
});
export type AuditEntry = z.infer<typeof entryHeadSchema>;

/** Writes down what reviewers do, each row before the act itself: nothing is done that is not in the trail. */
export class AuditTrail {
  readonly #store: AuditStore;
  readonly #clock: Clock;

  constructor(store: AuditStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async record(who: string | null, act: Act): Promise<void> {
    await this.#append([{ who, act }]);
  }

  /** Writes down how many sign-ins were refused on days that are over. */
  async closeDays(): Promise<void> {
    if ((await this.#store.refused()).some(({ day }) => day < dayOf(this.#clock()))) await this.#append([]);
  }

  /** Counts a sign-in that was checked and refused; by the day, without a name. */
  async refuse(): Promise<void> {
    await this.#store.refuse(dayOf(this.#clock()));
  }

  #append(acts: readonly { readonly who: string | null; readonly act: Act }[]): Promise<void> {
    const now = this.#clock();
    return this.#store.append(dayOf(now), (last, refused) => {
      const counted = refused.map(({ day, count: times }) => {
        const act: Act = { act: 'refused-sign-ins', day: isoDateOfDay(day), count: times };
        return { who: null, act };
      });
      return chained(last, [...counted, ...acts], now);
    });
  }
}

function chained(
  last: AuditRow | null,
  acts: readonly { readonly who: string | null; readonly act: Act }[],
  now: Date,
): readonly AuditRow[] {
  const at = `${now.toISOString().slice(0, 16)}Z`;
  let before = last;
  return acts.map(({ who, act }) => {
    const number = (before?.number ?? 0) + 1;
    const entry = JSON.stringify({ number, at, who, ...act });
    return (before = { number, entry, hash: auditHash(before?.hash ?? NO_HASH, entry) });
  });
}

/** Each row is hashed with the hash of the row before it. */
export function auditHash(before: Bytes, entry: string): Bytes {
  return toBytes(
    createHash('sha256')
      .update(concatBytes(before, utf8(entry)))
      .digest(),
  );
}

/** What a row says; `null` where it is no entry at all. */
export function auditEntryOf({ entry }: AuditRow): AuditEntry | null {
  try {
    const parsed = entryHeadSchema.safeParse(JSON.parse(entry));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Where a trail stands, as one notes it elsewhere. */
export interface AuditHead {
  readonly rows: number;
  readonly hash: Bytes;
}

export type AuditFinding =
  | { readonly is: 'whole'; readonly head: AuditHead }
  /** The first row that is altered, missing or out of its place. */
  | { readonly is: 'broken'; readonly row: number }
  /** The chain holds, but no row has the hash that was noted: the end was cut off, or all of it was written anew. */
  | { readonly is: 'cut'; readonly head: AuditHead };

/**
 * Goes through the whole trail. Whoever can write the database can also chain all of it anew: only a head that was noted elsewhere
 * shows that, and that nothing was cut off.
 */
export async function verifyAudit(store: AuditStore, noted: Bytes | null): Promise<AuditFinding> {
  let head: AuditHead = { rows: 0, hash: NO_HASH };
  let isNotedThere = noted === null || isSame(noted, NO_HASH);
  for (;;) {
    const rows = await store.rowsAfter(head.rows);
    if (rows.length === 0) return isNotedThere ? { is: 'whole', head } : { is: 'cut', head };
    for (const row of rows) {
      const expected = head.rows + 1;
      const isNext = row.number === expected && auditEntryOf(row)?.number === expected;
      if (!isNext || !isSame(row.hash, auditHash(head.hash, row.entry))) return { is: 'broken', row: expected };
      head = { rows: expected, hash: row.hash };
      if (noted !== null && isSame(noted, row.hash)) isNotedThere = true;
    }
  }
}

function isSame(a: Bytes, b: Bytes): boolean {
  return Buffer.compare(a, b) === 0;
}
