import { createHash } from 'node:crypto';

import { toBytes, type Bytes, type RandomBytes } from '../../crypto/index.ts';

import { accountName, checkName, type AccountDeps } from './accounts.ts';
import { readableSecret } from './readable-secret.ts';
import { hourOf } from './sessions.ts';

export const INVITATION_DAYS = 7;
const HOURS_A_DAY = 24;

/** A code of 117 bits that lets its holder sign in once as `name`, to set a pass phrase and a second factor. It is stored hashed. Throws `name-invalid`. */
export async function invite(
  { accounts, trail }: AccountDeps,
  written: string,
  now: Date,
  random: RandomBytes,
): Promise<string> {
  checkName(written);
  const name = accountName(written);
  const code = readableSecret(random);
  const expiresHour = hourOf(now) + INVITATION_DAYS * HOURS_A_DAY;
  await trail.record(null, { act: 'invited', name });
  await accounts.invite({ code: hashOfCode(code), name, expiresHour });
  return code;
}

/** However it was typed: with or without dashes, in small letters or large. */
export function hashOfCode(written: string): Bytes {
  const code = written.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
  return toBytes(createHash('sha256').update(code).digest());
}
