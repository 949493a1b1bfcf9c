import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

import type { PasskeyAssertion, PasskeyAttestation } from '../../crypto/index.ts';
import { Trouble } from './trouble.ts';

type Asked = Readonly<Record<string, unknown>>;

export function canUsePasskeys(): boolean {
  return browserSupportsWebAuthn();
}

/** Makes a passkey as the server asked for it. Throws `passkey-failed`. */
export async function makePasskey(asked: Asked): Promise<PasskeyAttestation> {
  // What the server's library wrote for this one; the browser checks it.
  const optionsJSON = asked as unknown as PublicKeyCredentialCreationOptionsJSON;
  const { id, response } = await orTrouble(startRegistration({ optionsJSON }));
  const { clientDataJSON, attestationObject } = response;
  return { id, response: { clientDataJSON, attestationObject } };
}

/** Has a passkey sign what the server asked. Throws `passkey-failed`. */
export async function usePasskey(asked: Asked): Promise<PasskeyAssertion> {
  const optionsJSON = asked as unknown as PublicKeyCredentialRequestOptionsJSON;
  const { id, response } = await orTrouble(startAuthentication({ optionsJSON }));
  const { clientDataJSON, authenticatorData, signature } = response;
  return { id, response: { clientDataJSON, authenticatorData, signature } };
}

async function orTrouble<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch {
    throw new Trouble('passkey-failed');
  }
}
