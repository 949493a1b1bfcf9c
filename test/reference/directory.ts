import { equal } from './bytes.ts';
import { epochOf } from './calendar.ts';
import { openEpochKey, type EpochKey } from './epoch-key.ts';
import { list, members } from './json.ts';
import { canSealTo } from './primitives.ts';
import { Refusal } from './refusal.ts';
import { openRoster, type Roster } from './roster.ts';

// SPEC, Epoch keys: the directory of an office, and the choice of epoch.

const MALFORMED = 'statement-malformed';
const KEYS_MAX = 1024;
const PASSED_OVER = ['epoch-key-expired', 'epoch-key-unknown-reviewer'];

export interface Directory {
  readonly epoch: number;
  /** The slots of those who can be addressed in that epoch, ascending. */
  readonly slots: number[];
}

export function openDirectory(value: unknown, charter: Uint8Array, today: string): Directory {
  const found = members(value, ['roster', 'epochKeys'], [], MALFORMED);
  const roster = openRoster(found['roster'], charter, today);
  const keys = list(found['epochKeys'], 0, KEYS_MAX, MALFORMED).flatMap((key) =>
    openUnlessPassedOver(key, roster, today),
  );
  refuseConflicts(keys);
  const thisMonth = epochOf(today);
  const current = slotsOf(keys, thisMonth);
  const previous = slotsOf(keys, thisMonth - 1);
  if (current.length + previous.length === 0) throw new Refusal('no-epoch-key', 'in this month or the last');
  const epoch = previous.length > current.length ? thisMonth - 1 : thisMonth;
  for (const key of keys) {
    if (key.epoch === epoch && !canSealTo(key.publicKey)) throw new Refusal('epoch-key-invalid', 'nothing seals to it');
  }
  return { epoch, slots: slotsOf(keys, epoch) };
}

function openUnlessPassedOver(envelope: unknown, roster: Roster, today: string): EpochKey[] {
  try {
    return [openEpochKey(envelope, roster, today)];
  } catch (error) {
    if (error instanceof Refusal && PASSED_OVER.includes(error.code)) return [];
    throw error;
  }
}

function refuseConflicts(keys: EpochKey[]): void {
  for (const a of keys) {
    for (const b of keys) {
      const isSamePlace = a.reviewer === b.reviewer && a.epoch === b.epoch;
      if (isSamePlace && !equal(a.publicKey, b.publicKey)) {
        throw new Refusal('epoch-key-conflict', `two keys for slot ${String(a.reviewer.slot)}`);
      }
    }
  }
}

function slotsOf(keys: EpochKey[], epoch: number): number[] {
  const slots = new Set(keys.filter((key) => key.epoch === epoch).map(({ reviewer }) => reviewer.slot));
  return [...slots].sort((a, b) => a - b);
}
