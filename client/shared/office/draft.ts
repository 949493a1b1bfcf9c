import * as z from 'zod/mini';

import {
  charterPublicKey,
  fromHex,
  openDirectory,
  openStatement,
  parse,
  rosterSchema,
  signingPublicKey,
  signRoster,
  type CharterPublicKey,
  type Directory,
  type Envelope,
  type IsoDate,
  type Office,
  type Roster,
  type SigningSeed,
} from '../../../crypto/index.ts';
import { currentMonths, type PublicFile } from './public-file.ts';

/** What will be signed next: a roster without what signing adds, and perhaps without anybody yet. */
export const draftSchema = z.strictObject({
  office: rosterSchema.shape.office,
  contact: rosterSchema.shape.contact,
  languages: rosterSchema.shape.languages,
  slots: rosterSchema.shape.slots,
  threshold: rosterSchema.shape.threshold,
  demo: rosterSchema.shape.demo,
  reviewers: z.array(rosterSchema.shape.reviewers.def.element),
  log: rosterSchema.shape.log,
});

export type Draft = z.infer<typeof draftSchema>;

export const ROSTER_DAYS_DEFAULT = 365;

/** Whether there are people on the draft, but fewer than must open a report together. */
export function isShortOfReviewers({ reviewers, threshold }: Draft): boolean {
  return reviewers.length > 0 && reviewers.length < threshold;
}

/** The roster that a draft makes. Throws `roster-invalid`. */
export function rosterOf(draft: Draft, version: number, issued: IsoDate, expires: IsoDate): Roster {
  const { reviewers, ...rest } = draft;
  return parse(rosterSchema, { ...rest, version, issued, expires, reviewers }, 'roster-invalid');
}

/** A roster whose signature holds, expired or not. Throws as `openStatement`, and `roster-invalid`. */
export async function readRoster(envelope: Envelope, charter: CharterPublicKey): Promise<Roster> {
  return openStatement('roster', envelope, charter, rosterSchema, 'roster-invalid');
}

/** The charter key that a directory says it is signed with. Right only if somebody compares its fingerprint. */
export function claimedCharter(directory: Directory): CharterPublicKey {
  return charterPublicKey(fromHex(directory.roster.signatures[0].keyid));
}

/** A directory with the months of newer public files added, and without those that are over. */
export async function withNewerMonths(
  directory: Directory,
  roster: Roster,
  files: readonly PublicFile[],
  today: IsoDate,
): Promise<Directory> {
  const envelopes = [...directory.epochKeys, ...files.flatMap((file) => file.epochKeys)];
  return { ...directory, epochKeys: await currentMonths(envelopes, roster, today) };
}

export interface Signed {
  readonly directory: Directory;
  readonly office: Office;
}

/** Signs a roster with the charter key, joins the months of its reviewers, and opens the result as a sealer will. */
export async function signOfficeRoster(
  roster: Roster,
  charterSeed: SigningSeed,
  files: readonly PublicFile[],
): Promise<Signed> {
  const publicKey = charterPublicKey(await signingPublicKey(charterSeed));
  const unkeyed = { roster: await signRoster(roster, charterSeed), epochKeys: [] };
  const directory = await withNewerMonths(unkeyed, roster, files, roster.issued);
  return { directory, office: await openDirectory(directory, publicKey, roster.issued) };
}

/** As the file holds it. */
export function directoryText(directory: Directory): string {
  return `${JSON.stringify(directory)}\n`;
}

/** The names of those a report is sealed to, in the order of the roster. */
export function readersOf({ roster, addressable }: Office, excluded: ReadonlySet<number> = new Set()): string[] {
  const slots = new Set(addressable.map(({ reviewer }) => reviewer.slot));
  return roster.reviewers.filter(({ slot }) => slots.has(slot) && !excluded.has(slot)).map(({ name }) => name);
}
