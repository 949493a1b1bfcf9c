import { HOTP, Secret, TOTP } from 'otpauth';

import { toBytes, type Bytes, type RandomBytes } from '../../crypto/index.ts';

import { TOTP_SECRET_BYTES } from './second-factor.ts';

/** RFC 6238 as every authenticator app knows it. */
const PERIOD_SECONDS = 30;
const FORM = { algorithm: 'SHA1', digits: 6 } as const;
const ISSUER = 'Amparo';
/** How many steps a clock may be early or late (RFC 6238, 5.2). */
const WINDOW_STEPS = 1;

/** A new secret as people type it, and as a camera reads it. */
export interface NewTotp {
  readonly secret: string;
  readonly uri: string;
}

export function newTotp(account: string, random: RandomBytes): NewTotp {
  const secret = new Secret({ buffer: random(TOTP_SECRET_BYTES).buffer });
  const totp = new TOTP({ issuer: ISSUER, label: account, secret, period: PERIOD_SECONDS, ...FORM });
  return { secret: secret.base32, uri: totp.toString() };
}

/** The bytes of a secret in base32; `null` where it is not one of the right length. */
export function totpSecret(base32: string): Bytes | null {
  try {
    const { bytes } = Secret.fromBase32(base32);
    return bytes.length === TOTP_SECRET_BYTES ? toBytes(bytes) : null;
  } catch {
    return null;
  }
}

/** The time step whose code this is, beyond the last one that was used; `null` for none. Takes as long whichever it is. */
export function totpStep(secret: Bytes, code: string, now: Date, used: number): number | null {
  const key = new Secret({ buffer: secret.slice().buffer });
  const current = Math.floor(now.getTime() / 1000 / PERIOD_SECONDS);
  let found: number | null = null;
  for (let step = current - WINDOW_STEPS; step <= current + WINDOW_STEPS; step += 1) {
    const fits = HOTP.validate({ token: code, secret: key, counter: step, window: 0, ...FORM }) !== null;
    if (fits && step > used) found ??= step;
  }
  return found;
}
