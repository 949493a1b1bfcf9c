import * as z from 'zod/mini';

import { toBase64 } from './bytes.ts';
import { epochOf, type IsoDate } from './calendar.ts';
import { AmparoError, type ErrorCode } from './errors.ts';
import { openEpochKey, type EpochKey } from './epoch-key.ts';
import type { CharterPublicKey } from './keys.ts';
import type { Addressing } from './letter.ts';
import { openRoster, type Reviewer, type Roster, type SeenRoster } from './roster.ts';
import { canSealTo, KEM_SEED_BYTES } from './slots.ts';
import { envelopeSchema, type Envelope } from './statement.ts';

/** SPEC.md, Epoch keys: all that a sealer needs to know of an office, as it travels. */
const EPOCH_KEYS_MAX = 1024;

export const directorySchema = z.strictObject({
  roster: envelopeSchema,
  epochKeys: z.array(envelopeSchema).check(z.maxLength(EPOCH_KEYS_MAX)),
});

export type Directory = z.infer<typeof directorySchema>;

/** What a sealer knows of an office once every signature was checked. */
export interface Office {
  readonly roster: Roster;
  /** The month to seal for. */
  readonly epoch: number;
  /** The reviewers who can be addressed in that month. */
  readonly addressable: readonly EpochKey[];
  readonly seen: SeenRoster;
}

/** Opens a directory, or refuses it whole. Throws as `openRoster` and `openEpochKey`, and `epoch-key-conflict`, `no-epoch-key`. */
export async function openDirectory(
  directory: Directory,
  charter: CharterPublicKey,
  today: IsoDate,
  seen?: SeenRoster,
): Promise<Office> {
  const roster = await openRoster(directory.roster, charter, today, seen);
  const keys = await openEpochKeys(directory.epochKeys, roster, today);
  const epoch = chooseEpoch(keys, today);
  const addressable = keys.filter((key) => key.epoch === epoch);
  for (const key of addressable) {
    // Found now, not when a report waits to be sealed. What the encapsulation gives is not used, so its seed may be anything.
    const isSound = await canSealTo(key.publicKey, new Uint8Array(KEM_SEED_BYTES));
    if (!isSound) throw new AmparoError('epoch-key-invalid', key.reviewer.name);
  }
  return {
    roster,
    epoch,
    addressable,
    seen: { version: roster.version, payload: directory.roster.payload },
  };
}

export type Recipients = Addressing;

/** Whom a letter addresses: all who can be, but those excluded. Throws `no-recipient`, `threshold-unreachable`. */
export function chooseRecipients(office: Office, excluded: ReadonlySet<Reviewer['slot']>): Recipients {
  const included = office.addressable.filter((key) => !excluded.has(key.reviewer.slot));
  const { slots, threshold } = office.roster;
  if (included.length === 0) throw new AmparoError('no-recipient');
  if (included.length < threshold) throw new AmparoError('threshold-unreachable');
  return {
    epoch: office.epoch,
    slots,
    threshold,
    recipients: new Map(included.map((key) => [key.reviewer.slot, key.publicKey])),
  };
}

/** Errors of one epoch key that leave the rest of the directory good. */
const PASSED_OVER: readonly ErrorCode[] = ['epoch-key-expired', 'epoch-key-unknown-reviewer'];

async function openEpochKeys(envelopes: readonly Envelope[], roster: Roster, today: IsoDate): Promise<EpochKey[]> {
  const keys = new Map<string, EpochKey>();
  for (const envelope of envelopes) {
    const key = await openEpochKey(envelope, roster, today).catch((error: unknown) => {
      if (error instanceof AmparoError && PASSED_OVER.includes(error.code)) return null;
      throw error;
    });
    if (key === null) continue;
    const place = `${String(key.reviewer.slot)}/${String(key.epoch)}`;
    const other = keys.get(place);
    if (other && toBase64(other.publicKey) !== toBase64(key.publicKey)) throw new AmparoError('epoch-key-conflict');
    keys.set(place, key);
  }
  return [...keys.values()];
}

/** This month or the last, whichever more reviewers can open; this month on a tie. */
function chooseEpoch(keys: readonly EpochKey[], today: IsoDate): number {
  const current = epochOf(today);
  const count = (epoch: number) => keys.filter((key) => key.epoch === epoch).length;
  if (count(current) + count(current - 1) === 0) throw new AmparoError('no-epoch-key');
  return count(current) >= count(current - 1) ? current : current - 1;
}
