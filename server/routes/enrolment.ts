import type { RequestHandler } from 'express';

import {
  enrolmentSchema,
  invitationAnswerSchema,
  invitationSchema,
  toBase64,
  type EnrolmentRequest,
} from '../../crypto/index.ts';

import { readJsonBody } from '../json-body.ts';
import { Refusal } from '../problems.ts';
import { AccountError, checkPassphrase } from '../review/accounts.ts';
import { hashOfCode } from '../review/invitations.ts';
import { siteOf, type Site } from '../review/passkeys.ts';
import { requireSameOrigin } from '../review/same-origin.ts';
import type { FactorVault, SecondFactor } from '../review/second-factor.ts';
import { hourOf } from '../review/sessions.ts';
import { newTotp, totpSecret, totpStep } from '../review/totp.ts';
import type { SessionDeps } from './session.ts';

export interface EnrolmentDeps extends SessionDeps {
  readonly vault: FactorVault;
}

/** `POST /api/review/invitation`: whom a code invites. It stays good until it is used for {@link enrol}. */
export function readInvitation({ accounts, passkeys, clock, random }: EnrolmentDeps): RequestHandler {
  return async (request, response) => {
    requireSameOrigin(request);
    const { code } = await readJsonBody(request, response, invitationSchema, 'enrolment-malformed');
    const name = await accounts.invitation(hashOfCode(code), hourOf(clock()));
    if (name === null) throw new Refusal('invitation-invalid');
    const site = siteOf(request.get('Host'));
    const passkey = site && (await passkeys.registration(name, site));
    response.json(invitationAnswerSchema.parse({ name, totp: newTotp(name, random), passkey }));
  };
}

/**
 * `POST /api/review/enrolment`: sets the pass phrase and the second factor of who was invited, uses the code up and signs in. The
 * account's earlier pass phrase, second factor and sessions end with it.
 */
export function enrol(deps: EnrolmentDeps): RequestHandler {
  const { accounts, checker, vault, sessions, trail, clock } = deps;
  return async (request, response) => {
    requireSameOrigin(request);
    const { code, passphrase, second } = await readJsonBody(request, response, enrolmentSchema, 'enrolment-malformed');
    const invitation = hashOfCode(code);
    const name = await accounts.invitation(invitation, hourOf(clock()));
    if (name === null) throw new Refusal('invitation-invalid');
    refuseBadPassphrase(passphrase);
    const made = await newFactor(second, siteOf(request.get('Host')), deps);
    if (made === null) throw new Refusal('second-factor-invalid');
    const digest = await checker.hash(passphrase);
    await trail.record(name, { act: 'enrolled', factor: second.kind });
    const enrolment = { digest, factor: vault.seal(name, made.factor), used: made.used };
    if ((await accounts.enrol(invitation, hourOf(clock()), enrolment)) === null)
      throw new Refusal('invitation-invalid');
    await sessions.begin(name, response);
    response.status(204).end();
  };
}

async function newFactor(
  second: EnrolmentRequest['second'],
  site: Site | null,
  { passkeys, clock }: EnrolmentDeps,
): Promise<{ factor: SecondFactor; used: number } | null> {
  if (second.kind === 'totp') {
    const secret = totpSecret(second.secret);
    const step = secret && totpStep(secret, second.code, clock(), 0);
    return secret && step !== null ? { factor: { kind: 'totp', secret: toBase64(secret) }, used: step } : null;
  }
  if (site === null) return null;
  const { id, response } = second.attestation;
  const answer = { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} } as const;
  const made = await passkeys.registered(answer, site);
  return made && { factor: made.passkey, used: made.used };
}

function refuseBadPassphrase(passphrase: string): void {
  try {
    checkPassphrase(passphrase);
  } catch (error) {
    if (error instanceof AccountError) throw new Refusal('passphrase-length');
    throw error;
  }
}
