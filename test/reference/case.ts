import { ed25519 } from '@noble/curves/ed25519.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { ml_kem768_x25519 as xWing } from '@noble/post-quantum/hybrid.js';
import { concat, fromUtf8, utf8 } from './bytes.ts';
import { base64, members, object, parse } from './json.ts';
import { kdf } from './primitives.ts';
import { Refusal } from './refusal.ts';
import { verifyStrictly } from './verify-strictly.ts';

// SPEC, Case.
export interface Case {
  readonly locator: Uint8Array;
  readonly replySecret: Uint8Array;
  readonly replyKey: Uint8Array;
  readonly noteKey: Uint8Array;
  readonly openedKey: Uint8Array;
  readonly mailbox: Uint8Array;
}

export function openCase(secret: Uint8Array): Case {
  const master = blake2b(concat(utf8('amparo/v1/case'), secret), { dkLen: 32 });
  const replySecret = kdf(master, 2);
  const locator = ed25519.getPublicKey(kdf(master, 3));
  return {
    locator,
    replySecret,
    replyKey: xWing.keygen(replySecret).publicKey,
    noteKey: kdf(master, 4),
    openedKey: kdf(master, 5),
    mailbox: mailboxOf(locator),
  };
}

export function mailboxOf(locator: Uint8Array): Uint8Array {
  return sha256(concat(utf8('amparo/v1/mailbox'), locator));
}

const INVALID = 'case-invalid';
const LAST_MEMBER = /,"signature":"([A-Za-z0-9+/]{86}==)"\}$/;

/** The member `case` of a report, once its writer is known to hold the code; null where there is none. */
export function caseOfReport(bytes: Uint8Array): unknown {
  const report = fromUtf8(bytes) ?? '';
  const named = object(parse(report, 'report-not-json'), 'report-invalid')['case'];
  if (named === undefined) return null;
  const found = members(named, ['locator', 'replyKey', 'openedKey'], [], INVALID);
  const locator = base64(found['locator'], 32, INVALID);
  base64(found['replyKey'], 1216, INVALID);
  base64(found['openedKey'], 32, INVALID);
  const [member = '', signature] = LAST_MEMBER.exec(report) ?? [];
  if (signature === undefined) throw new Refusal('case-unproven', 'no signature at the end');
  const signed = concat(utf8('amparo/v1/report'), utf8(`${report.slice(0, -member.length)}}`));
  const isProven = verifyStrictly(base64(signature, 64, 'case-unproven'), signed, locator);
  if (!isProven) throw new Refusal('case-unproven', 'does not verify');
  return named;
}
