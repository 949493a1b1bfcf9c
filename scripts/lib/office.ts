import {
  charterPublicKey,
  dayOf,
  fingerprint,
  isoDateOf,
  isoDateOfDay,
  signingPublicKey,
  signingSeed,
  type IsoDate,
  type Keys,
  type Office,
  type RandomBytes,
  type Reviewer,
  type Roster,
} from '../../crypto/index.ts';
import {
  isShortOfReviewers,
  readRoster,
  rosterOf as rosterOfDraft,
  signOfficeRoster,
  type Draft,
  type Signed,
} from '../../client/shared/office/draft.ts';
import { currentMonths, type PublicFile } from '../../client/shared/office/public-file.ts';
import { Failure } from './failure.ts';
import { makeSecretFolder } from './files.ts';
import { inert } from './inert.ts';
import { writeKeys } from './key-ring.ts';
import type { OfficeFolder } from './office-folder.ts';

const SEED_BYTES = 32;
const KEY_NAME_CHARACTERS_MAX = 100; // names of offices may be longer

/** Makes an office's charter key and the draft of its roster; gives the fingerprint. */
export async function makeOffice(
  folder: OfficeFolder,
  draft: Draft,
  passphrase: string,
  { random, replace }: { readonly random: RandomBytes; readonly replace: boolean },
): Promise<string> {
  const seed = signingSeed(random(SEED_BYTES));
  const name = draft.office.slice(0, KEY_NAME_CHARACTERS_MAX).toWellFormed();
  await makeSecretFolder(folder.path);
  await writeKeys(folder.charterKey, { role: 'charter', name, seed, epochs: [] }, passphrase, random, replace);
  await folder.writeDraft(draft);
  return fingerprint(charterPublicKey(await signingPublicKey(seed)));
}

/** The roster that a draft makes. Throws `reviewers-few`, `roster-invalid`. */
export function rosterOf(draft: Draft, version: number, issued: IsoDate, expires: IsoDate): Roster {
  if (isShortOfReviewers(draft)) {
    const { threshold, reviewers } = draft;
    throw new Failure('reviewers-few', `${String(threshold)} asked for, ${String(reviewers.length)} there`);
  }
  return rosterOfDraft(draft, version, issued, expires);
}

/** The same while people are still being put on the draft, who may yet be too few to open a report together. */
export function growingRosterOf(draft: Draft, today: IsoDate): Roster {
  return rosterOf({ ...draft, threshold: Math.min(draft.threshold, draft.reviewers.length) }, 1, today, today);
}

/** A draft with one reviewer more, whose public file holds at least one month to seal to. */
export async function withReviewer(
  draft: Draft,
  file: PublicFile,
  entry: Pick<Reviewer, 'role' | 'languages'> & {
    readonly name?: string | undefined;
    readonly slot?: number | undefined;
  },
  today: IsoDate,
): Promise<Draft> {
  if (draft.reviewers.some(({ identity }) => identity === file.identity)) throw new Failure('reviewer-known');
  const reviewer: Reviewer = {
    slot: entry.slot ?? freeSlot(draft),
    name: entry.name ?? file.name,
    role: entry.role,
    languages: entry.languages,
    identity: file.identity,
  };
  const grown = { ...draft, reviewers: [...draft.reviewers, reviewer].sort((a, b) => a.slot - b.slot) };
  const roster = growingRosterOf(grown, today);
  const months = await currentMonths(file.epochKeys, roster, today);
  if (months.length === 0) throw new Failure('public-file-invalid', 'it holds no month that is not over');
  return grown;
}

function freeSlot({ slots, reviewers }: Draft): number {
  const taken = new Set(reviewers.map(({ slot }) => slot));
  const free = Array.from({ length: slots }, (_, slot) => slot).find((slot) => !taken.has(slot));
  if (free === undefined) throw new Failure('slots-full');
  return free;
}

/** Throws `reviewer-unknown`, with the names there are. */
export function findReviewer<Entry extends { readonly name: string }>(
  reviewers: readonly Entry[],
  name: string,
): Entry {
  const found = reviewers.find((reviewer) => reviewer.name === name);
  if (found) return found;
  const names = reviewers.map((reviewer) => `"${reviewer.name}"`).join(', ') || 'nobody';
  throw new Failure('reviewer-unknown', `"${name}"; there is ${names}`);
}

/** Signs what the draft says, with the next version, and opens the result as a sealer will. */
export async function signOffice(folder: OfficeFolder, charter: Keys, now: Date, days: number): Promise<Signed> {
  const publicKey = charterPublicKey(await signingPublicKey(charter.seed));
  const before = await folder.readDirectory();
  const version = before === null ? 1 : (await readRoster(before.roster, publicKey)).version + 1;
  const today = isoDateOf(now);
  const roster = rosterOf(await folder.readDraft(), version, today, isoDateOfDay(dayOf(now) + days));
  return signOfficeRoster(roster, charter.seed, await folder.publicFiles());
}

/** Who can open what was just sealed, and whether it takes several of them. */
export function readersLine({ roster: { threshold } }: Office, readers: readonly string[]): string {
  const names = readers.map(inert).join(', ');
  return threshold === 1
    ? `It can be opened by: ${names}.`
    : `It takes ${String(threshold)} of these together to open it: ${names}.`;
}
