import { equal, hex } from './bytes.ts';
import { base64, integer, members, text } from './json.ts';
import { Refusal } from './refusal.ts';
import type { Roster } from './roster.ts';
import { readEnvelope, verify } from './statement.ts';

// SPEC, Release.
const INVALID = 'release-invalid';

export interface Release {
  readonly letter: string;
  readonly slot: number;
  readonly wrapKey: string;
  /** The slot of whoever signed. */
  readonly from: number;
}

export function openRelease(value: unknown, roster: Roster, to: Uint8Array): Release {
  const envelope = readEnvelope(value, 'release');
  const from = roster.reviewers.find(({ identity }) => equal(identity, envelope.keyid));
  if (from === undefined) throw new Refusal('release-unknown-reviewer', 'not on the roster');
  const { payload } = verify(envelope, from.identity);
  const found = members(payload, ['letter', 'slot', 'wrapKey', 'to'], [], INVALID);
  const letter = text(found['letter'], 64, 64, INVALID);
  if (!/^[0-9a-f]*$/.test(letter)) throw new Refusal(INVALID, 'letter');
  const slot = integer(found['slot'], 0, 31, INVALID);
  const wrapKey = base64(found['wrapKey'], 32, INVALID);
  const isMine = equal(base64(found['to'], 32, INVALID), to);
  if (!isMine) throw new Refusal('release-for-another', 'to somebody else');
  return { letter, slot, wrapKey: hex(wrapKey), from: from.slot };
}
