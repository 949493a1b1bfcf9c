import { equal, hex } from './bytes.ts';
import { base64, integer, members, text } from './json.ts';
import { Refusal } from './refusal.ts';
import { readEnvelope, verify } from './statement.ts';

// SPEC, Release.
const INVALID = 'release-invalid';

export interface Release {
  readonly letter: string;
  readonly slot: number;
  readonly wrapKey: string;
  /** The giver's identity. */
  readonly from: Uint8Array;
}

/** Null where it is to another than `me`. */
export function openRelease(value: unknown, reviewers: readonly Uint8Array[], me: Uint8Array): Release | null {
  const envelope = readEnvelope(value, 'release');
  const from = reviewers.find((identity) => equal(identity, envelope.keyid));
  if (from === undefined) throw new Refusal('release-unknown-reviewer', 'not among the reviewers');
  const { payload } = verify(envelope, from);
  const found = members(payload, ['letter', 'slot', 'wrapKey', 'to'], [], INVALID);
  const letter = text(found['letter'], 64, 64, INVALID);
  if (!/^[0-9a-f]*$/.test(letter)) throw new Refusal(INVALID, 'letter');
  const slot = integer(found['slot'], 0, 31, INVALID);
  const wrapKey = hex(base64(found['wrapKey'], 32, INVALID));
  return equal(base64(found['to'], 32, INVALID), me) ? { letter, slot, wrapKey, from } : null;
}
