import * as z from 'zod/mini';

import { concatBytes, fromBase64, fromUtf8, toBase64, utf8, type Bytes } from './bytes.ts';
import type { Case } from './case.ts';
import { AmparoError } from './errors.ts';
import {
  EPOCH_PUBLIC_KEY_BYTES,
  epochPublicKey,
  locator,
  OPENED_KEY_BYTES,
  openedKey,
  SIGNING_KEY_BYTES,
  type OpenedKey,
} from './keys.ts';
import { base64Bytes, parse } from './parse.ts';
import type { ReplyTo } from './reply.ts';
import type { OpenedReport } from './report.ts';
import { sodium } from './sodium.ts';

/** SPEC.md, Report, Case: how reviewers answer, and how they know that two reports come from one person. */
export const reportCaseSchema = z.strictObject({
  locator: base64Bytes(SIGNING_KEY_BYTES),
  replyKey: base64Bytes(EPOCH_PUBLIC_KEY_BYTES),
  openedKey: base64Bytes(OPENED_KEY_BYTES),
});

export type ReportCase = z.infer<typeof reportCaseSchema>;

export function reportCaseOf(of: Case): ReportCase {
  return {
    locator: toBase64(of.locator),
    replyKey: toBase64(of.replyPublicKey),
    openedKey: toBase64(of.openedKey),
  };
}

const SIGNATURE_BYTES = 64;
const SIGNATURE_MEMBER = /,"signature":"([A-Za-z0-9+/]{86}==)"\}$/;

/** Adds the signature of the case as the last member. */
export async function signReport(bytes: Bytes, { seed }: Case): Promise<Bytes> {
  const { crypto_sign_seed_keypair, crypto_sign_detached } = await sodium();
  const signature = crypto_sign_detached(signedBytes(bytes), crypto_sign_seed_keypair(seed).privateKey);
  return concatBytes(bytes.subarray(0, -1), utf8(`,"signature":"${toBase64(signature)}"}`));
}

/** A case as reviewers know it. */
export interface KnownCase extends ReplyTo {
  readonly openedKey: OpenedKey;
}

/**
 * The case that a report belongs to; `null` where it names none. `report` is what `bytes` hold. Throws `case-invalid` where it names one in
 * another form, and `case-unproven` where its writer does not hold that case's code. The report itself is good all the same.
 */
export async function caseOfReport(bytes: Bytes, report: OpenedReport): Promise<KnownCase | null> {
  if (report['case'] === undefined) return null;
  const named = parse(reportCaseSchema, report['case'], 'case-invalid');
  const of = locator(fromBase64(named.locator));
  const member = SIGNATURE_MEMBER.exec(fromUtf8(bytes) ?? '');
  if (!member?.[1]) throw new AmparoError('case-unproven');
  const signature = fromBase64(member[1], 'case-unproven').subarray(0, SIGNATURE_BYTES);
  const signed = concatBytes(bytes.subarray(0, bytes.length - member[0].length), utf8('}'));
  const { crypto_sign_verify_detached } = await sodium();
  if (!crypto_sign_verify_detached(signature, signedBytes(signed), of)) throw new AmparoError('case-unproven');
  return {
    locator: of,
    replyKey: epochPublicKey(fromBase64(named.replyKey)),
    openedKey: openedKey(fromBase64(named.openedKey)),
  };
}

function signedBytes(bytes: Bytes): Bytes {
  return concatBytes(utf8('amparo/v1/report'), bytes);
}
