import { fromHex, hex } from './bytes.ts';
import { base64, members, text } from './json.ts';
import { Refusal } from './refusal.ts';
import { readEnvelope, verify } from './statement.ts';

// SPEC, Grant.
const INVALID = 'grant-invalid';

export interface Grant {
  readonly letter: string;
  readonly fileKey: Uint8Array;
  readonly from: Uint8Array;
}

/** Null where it is to somebody else than `me`. */
export function openGrant(value: unknown, reviewers: Uint8Array[], me: Uint8Array): Grant | null {
  const envelope = readEnvelope(value, 'grant');
  const from = reviewers.find((identity) => hex(identity) === hex(envelope.keyid));
  if (from === undefined) throw new Refusal('grant-unknown-reviewer', 'not on the roster');
  const found = members(verify(envelope, from).payload, ['letter', 'fileKey', 'to'], [], INVALID);
  const letter = hex(fromHex(text(found['letter'], 64, 64, INVALID), INVALID));
  const fileKey = base64(found['fileKey'], 32, INVALID);
  return hex(base64(found['to'], 32, INVALID)) === hex(me) ? { letter, fileKey, from } : null;
}
