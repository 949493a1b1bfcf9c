import * as z from 'zod/mini';

import { fromBase64 } from './bytes.ts';
import { isoDate, type IsoDate } from './calendar.ts';
import { AmparoError } from './errors.ts';
import { isKeyName, type NoteKey } from './log/note.ts';
import { identityPublicKey, SIGNING_KEY_BYTES, type CharterPublicKey, type SigningSeed } from './keys.ts';
import { SLOT_COUNTS, type SlotCount } from './letter.ts';
import { base64Bytes, parse } from './parse.ts';
import { openStatement, signStatement, type Envelope } from './statement.ts';

/** SPEC.md, Roster. */
const line = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const languages = z
  .array(z.string().check(z.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/)))
  .check(z.minLength(1), z.maxLength(64));

const WITNESSES_MAX = 16;
export const THRESHOLD_MAX = 32; // as many reviewers as there can be

const reviewerSchema = z.strictObject({
  slot: z.int().check(z.nonnegative()),
  name: line(100),
  role: line(100),
  languages,
  identity: base64Bytes(SIGNING_KEY_BYTES),
});

const noteKeySchema = z.strictObject({
  name: z.string().check(z.refine(isKeyName)),
  publicKey: base64Bytes(SIGNING_KEY_BYTES),
});

/** The office's public log, and who watches it. */
export const rosterLogSchema = z.strictObject({
  origin: z.string().check(z.refine(isKeyName)),
  publicKey: base64Bytes(SIGNING_KEY_BYTES),
  witnesses: z.optional(
    z.array(noteKeySchema).check(
      z.minLength(1),
      z.maxLength(WITNESSES_MAX),
      z.refine((all) => isDistinct(all.map(({ name }) => name))),
    ),
  ),
});

export type RosterLog = z.infer<typeof rosterLogSchema>;

export const rosterSchema = z
  .strictObject({
    office: line(200),
    contact: z.string().check(z.maxLength(500)),
    languages,
    version: z.int().check(z.minimum(1), z.maximum(2 ** 32 - 1)),
    issued: isoDate,
    expires: isoDate,
    slots: z.literal([...SLOT_COUNTS]),
    threshold: z.int().check(z.minimum(1), z.maximum(THRESHOLD_MAX)),
    demo: z.boolean(),
    reviewers: z.array(reviewerSchema).check(z.minLength(1)),
    log: z.optional(rosterLogSchema),
  })
  .check(
    z.refine((roster) => roster.reviewers.every((reviewer) => reviewer.slot < roster.slots), { path: ['reviewers'] }),
    z.refine((roster) => roster.threshold <= roster.reviewers.length, { path: ['threshold'] }),
    z.refine((roster) => isDistinct(roster.reviewers.map((reviewer) => reviewer.slot)), {
      path: ['reviewers', 'slot'],
    }),
    z.refine((roster) => isDistinct(roster.reviewers.map((reviewer) => reviewer.name)), {
      path: ['reviewers', 'name'],
    }),
    z.refine((roster) => isDistinct(roster.reviewers.map((reviewer) => reviewer.identity)), {
      path: ['reviewers', 'identity'],
    }),
  );

export type Roster = z.infer<typeof rosterSchema> & { readonly slots: SlotCount };
export type Reviewer = Roster['reviewers'][number];

/** Signs a roster with the charter key. Throws `roster-invalid`, so that nothing is signed that no sealer would take. */
export async function signRoster(roster: Roster, charterSeed: SigningSeed): Promise<Envelope> {
  return signStatement('roster', parse(rosterSchema, roster, 'roster-invalid'), charterSeed);
}

/** A roster last seen on this page or device, by which an older or a second one is known. */
export interface SeenRoster {
  readonly version: number;
  readonly payload: string;
}

/** Opens a roster. Throws as `openStatement`, and `roster-expired`, `roster-rolled-back`, `roster-conflict`. */
export async function openRoster(
  envelope: Envelope,
  charter: CharterPublicKey,
  today: IsoDate,
  seen?: SeenRoster,
): Promise<Roster> {
  const roster = await openStatement('roster', envelope, charter, rosterSchema, 'roster-invalid');
  if (seen && roster.version < seen.version) throw new AmparoError('roster-rolled-back');
  if (seen?.version === roster.version && seen.payload !== envelope.payload) throw new AmparoError('roster-conflict');
  if (roster.expires < today) throw new AmparoError('roster-expired');
  return roster;
}

export function identityOf(reviewer: Reviewer) {
  return identityPublicKey(fromBase64(reviewer.identity));
}

/** By whose keys the office's log is read, or `null` where the office has none. */
export function logOf({ log }: Roster): { readonly log: NoteKey; readonly witnesses: readonly NoteKey[] } | null {
  if (log === undefined) return null;
  return {
    log: { name: log.origin, publicKey: fromBase64(log.publicKey) },
    witnesses: (log.witnesses ?? []).map(({ name, publicKey }) => ({ name, publicKey: fromBase64(publicKey) })),
  };
}

function isDistinct(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
