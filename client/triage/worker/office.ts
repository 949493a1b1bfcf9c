import {
  AmparoError,
  charterPublicKey,
  directorySchema,
  fingerprint,
  fromBase64,
  fromHex,
  isoDateOf,
  openRoster,
  parse,
  toBase64,
  type CharterPublicKey,
  type Directory,
  type Envelope,
  type IsoDate,
  type Roster,
  type SeenRoster,
} from '../../../crypto/index.ts';
import { failureOf } from '../calls/answering.ts';
import { CallError, type Failure } from '../calls/line.ts';
import type { OfficeFacts } from '../calls/opening-calls.ts';
import type { KnownOffice, Memory } from './memory.ts';

/**
 * Takes in what a bundle says of the office, where it is newer than what is known. The first one is taken at its word and its fingerprint
 * shown, once; from then on another charter key is refused. Gives why it was not believed.
 */
export async function takeDirectory(memory: Memory, value: unknown, today: IsoDate): Promise<Failure | null> {
  try {
    const directory = parse(directorySchema, value, 'statement-malformed');
    const charter = claimedCharter(directory);
    const known = memory.office;
    if (known && known.charter !== toBase64(charter)) throw new CallError({ code: 'charter-differs' });
    await noteRoster(memory, directory.roster, charter);
    const seen = known ? { version: known.roster.version, payload: known.directory.roster.payload } : undefined;
    const { roster, isExpired } = await openRosterOfAnyDay(directory, charter, today, seen);
    const isNews = known?.directory.roster.payload !== directory.roster.payload || moreKeys(directory, known);
    if (!isNews) return null;
    memory.office = { charter: toBase64(charter), isPinned: known?.isPinned ?? false, directory, roster, isExpired };
    await placeAgain(memory);
    memory.touch();
    return null;
  } catch (error) {
    const failure = failureOf(error);
    return failure.code === 'roster-rolled-back' ? null : failure; // an older bundle tells of an older list, and nothing is wrong with it
  }
}

/** What a casebook kept of the office. It was checked when it came, and is checked again. */
export async function restoreOffice(
  memory: Memory,
  directory: Directory,
  { isPinned, today }: { readonly isPinned: boolean; readonly today: IsoDate },
): Promise<void> {
  const charter = claimedCharter(directory);
  const known = memory.office;
  if (known && known.charter !== toBase64(charter)) throw new CallError({ code: 'charter-differs' });
  const { roster, isExpired } = await openRosterOfAnyDay(directory, charter, today);
  memory.rosters.add({ envelope: directory.roster, roster });
  if (known && known.roster.version >= roster.version) {
    memory.office = { ...known, isPinned: known.isPinned || isPinned };
    return;
  }
  memory.office = { charter: toBase64(charter), isPinned, directory, roster, isExpired };
}

/** Another list of the same office that was kept. Throws as `openRoster`. */
export async function restoreRoster(memory: Memory, envelope: Envelope): Promise<void> {
  if (memory.office) await noteRoster(memory, envelope, charterPublicKey(fromBase64(memory.office.charter)));
}

/** An older list, too, tells who was a reviewer and when. */
async function noteRoster(memory: Memory, envelope: Envelope, charter: CharterPublicKey): Promise<void> {
  if (memory.rosters.has(envelope.payload)) return;
  const roster = await openRoster(envelope, charter, isoDateOf(new Date(0)));
  if (memory.rosters.add({ envelope, roster })) memory.touch();
}

/** What was signed by somebody whom no list named may be believed now. */
export async function placeAgain(memory: Memory): Promise<void> {
  await memory.journal.placeAgain();
  await memory.releases.placeAgain();
  await memory.grants.placeAgain();
}

/**
 * The day on which something came here, for what is kept of it: not before the list of reviewers that is known. A machine whose clock is
 * behind makes no letter older than it can be.
 */
export function takenOn({ office }: Memory): IsoDate {
  const today = isoDateOf(new Date());
  const issued = office?.roster.issued ?? today;
  return issued > today ? issued : today;
}

export async function officeFacts(office: KnownOffice): Promise<OfficeFacts> {
  const { roster, isExpired, isPinned, directory } = office;
  return {
    name: roster.office,
    contact: roster.contact,
    isDemo: roster.demo,
    version: roster.version,
    expires: roster.expires,
    isExpired,
    isPinned,
    fingerprint: await fingerprint(claimedCharter(directory)),
    reviewers: roster.reviewers.map(({ name, role, identity }) => ({ name, role, identity })),
  };
}

/** Of a directory that names its own charter key: worth what comparing the fingerprint is worth. */
function claimedCharter(directory: Directory): CharterPublicKey {
  const keyId = directory.roster.signatures[0].keyid;
  try {
    return charterPublicKey(fromHex(keyId));
  } catch {
    throw new AmparoError('statement-malformed');
  }
}

/** An expired list still says who the reviewers were: reports that were sealed under it are read with it. */
async function openRosterOfAnyDay(
  directory: Directory,
  charter: CharterPublicKey,
  today: IsoDate,
  seen?: SeenRoster,
): Promise<{ readonly roster: Roster; readonly isExpired: boolean }> {
  const firstDay = isoDateOf(new Date(0));
  const roster = await openRoster(directory.roster, charter, firstDay, seen);
  return { roster, isExpired: roster.expires < today };
}

/** The list stays while months are added to it. */
function moreKeys(directory: Directory, known: KnownOffice): boolean {
  return directory.epochKeys.length > known.directory.epochKeys.length;
}
