import { equal } from './bytes.ts';
import { date, lastDayAfter } from './calendar.ts';
import { base64, integer, members } from './json.ts';
import { Refusal } from './refusal.ts';
import { type Reviewer, type Roster } from './roster.ts';
import { readEnvelope, verify } from './statement.ts';

// SPEC, Epoch keys.
const INVALID = 'epoch-key-invalid';
const PUBLIC_KEY_BYTES = 1216;
const EPOCH_MAX = 12_000;

export interface EpochKey {
  readonly reviewer: Reviewer;
  readonly epoch: number;
  readonly publicKey: Uint8Array;
}

/** `keyid` says whose signature to expect, since the payload may not be parsed before that signature holds. */
export function openEpochKey(value: unknown, roster: Roster, today: string): EpochKey {
  const envelope = readEnvelope(value, 'epoch-key');
  const reviewer = roster.reviewers.find(({ identity }) => equal(identity, envelope.keyid));
  if (reviewer === undefined) throw new Refusal('epoch-key-unknown-reviewer', 'not on the roster');
  const { payload } = verify(envelope, reviewer.identity);
  const found = members(payload, ['identity', 'epoch', 'publicKey', 'expires'], [], INVALID);
  if (!equal(base64(found['identity'], 32, INVALID), reviewer.identity)) throw new Refusal(INVALID, 'identity');
  const epoch = integer(found['epoch'], 0, EPOCH_MAX, INVALID);
  const publicKey = base64(found['publicKey'], PUBLIC_KEY_BYTES, INVALID);
  const expires = date(found['expires'], INVALID);
  if (expires > lastDayAfter(epoch)) throw new Refusal(INVALID, `valid until ${expires}`);
  if (expires < today) throw new Refusal('epoch-key-expired', expires);
  return { reviewer, epoch, publicKey };
}
