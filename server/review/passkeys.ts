import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';

import { toBytes, type Bytes, type RandomBytes } from '../../crypto/index.ts';

import { CHALLENGE_SECONDS, type Challenges } from './challenges.ts';
import type { Passkey } from './second-factor.ts';

const USER_ID_BYTES = 32;
const TIMEOUT_MS = CHALLENGE_SECONDS * 1000;
/** The pass phrase says that it is this person; the key, that they hold it. Keys without a PIN will do. */
const USER_VERIFICATION = 'preferred';

/** Where the page is, as the browser signs it. */
export interface Site {
  /** The relying party's id: the name of the host. */
  readonly name: string;
  readonly origins: readonly string[];
}

/** The site of a request by its `Host`; `null` where passkeys cannot be made for it, such as an address in numbers. */
export function siteOf(host: string | undefined): Site | null {
  if (host === undefined || !URL.canParse(`https://${host}`)) return null;
  const { hostname } = new URL(`https://${host}`);
  if (/^\[|^[\d.]+$/.test(hostname)) return null;
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost') || hostname.endsWith('.onion');
  return { name: hostname, origins: [`https://${host}`, ...(isLocal ? [`http://${host}`] : [])] };
}

/** Makes and checks passkeys (WebAuthn level 3) by challenges of its own. */
export class Passkeys {
  readonly #challenges: Challenges;
  readonly #random: RandomBytes;

  constructor(challenges: Challenges, random: RandomBytes) {
    this.#challenges = challenges;
    this.#random = random;
  }

  /** What the browser is to make a passkey of. It is found again by itself, so that signing in names no account's keys. */
  async registration(account: string, site: Site): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return generateRegistrationOptions({
      rpName: 'Amparo',
      rpID: site.name,
      userName: account,
      userID: this.#random(USER_ID_BYTES),
      challenge: this.#challenges.make(),
      timeout: TIMEOUT_MS,
      attestationType: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: USER_VERIFICATION },
    });
  }

  /** The same for everybody: it depends on no account. */
  async authentication(site: Site): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return generateAuthenticationOptions({
      rpID: site.name,
      challenge: this.#challenges.make(),
      timeout: TIMEOUT_MS,
      userVerification: USER_VERIFICATION,
    });
  }

  /** The new passkey with its counter; `null` where what came is not one. */
  async registered(response: RegistrationResponseJSON, site: Site): Promise<{ passkey: Passkey; used: number } | null> {
    const asked = new AskedChallenge(this.#challenges);
    const verified = await verifyRegistrationResponse({
      response,
      expectedChallenge: asked.isGood,
      expectedOrigin: [...site.origins],
      expectedRPID: site.name,
      requireUserVerification: false,
    }).catch(() => null);
    if (verified?.verified !== true || !asked.spend()) return null;
    const { id, publicKey, counter } = verified.registrationInfo.credential;
    const key = Buffer.from(publicKey).toString('base64url');
    return { passkey: { kind: 'passkey', id, publicKey: key, site: site.name }, used: counter };
  }

  /** The passkey's new counter; `null` where it did not sign this. A signature is good once. */
  async authenticated(
    passkey: Passkey,
    used: number,
    response: AuthenticationResponseJSON,
    site: Site,
  ): Promise<number | null> {
    if (response.id !== passkey.id || site.name !== passkey.site) return null;
    const asked = new AskedChallenge(this.#challenges);
    const verified = await verifyAuthenticationResponse({
      response,
      expectedChallenge: asked.isGood,
      expectedOrigin: [...site.origins],
      expectedRPID: passkey.site,
      credential: { id: passkey.id, publicKey: toBytes(Buffer.from(passkey.publicKey, 'base64url')), counter: used },
      requireUserVerification: false,
    }).catch(() => null);
    return verified?.verified === true && asked.spend() ? verified.authenticationInfo.newCounter : null;
  }
}

/** Keeps the challenge that a response answers, until it is known to be signed. */
class AskedChallenge {
  readonly #challenges: Challenges;
  #asked: Bytes | null = null;

  constructor(challenges: Challenges) {
    this.#challenges = challenges;
  }

  readonly isGood = (challenge: string): boolean => {
    this.#asked = toBytes(Buffer.from(challenge, 'base64url'));
    return this.#challenges.isGood(this.#asked);
  };

  spend(): boolean {
    return this.#asked !== null && this.#challenges.spend(this.#asked);
  }
}
