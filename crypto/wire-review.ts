import * as z from 'zod/mini';

/** The HTTP bodies of reviewers' sign-in and of what they see of the server; page, command line and server parse with these. */
const BASE64URL_CHARACTERS_MAX = 8_192;
const base64url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(BASE64URL_CHARACTERS_MAX));

const nameSchema = z.string().check(z.minLength(1), z.maxLength(100));
const passphraseSchema = z.string().check(z.minLength(1), z.maxLength(1000));
/** RFC 6238, as authenticator apps show it. */
export const totpCodeSchema = z.string().check(z.regex(/^\d{6}$/));

/** What a passkey answers (WebAuthn level 3, AuthenticationResponseJSON), without what nobody here looks at. */
const assertionSchema = z.strictObject({
  id: base64url,
  response: z.strictObject({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
});
export type PasskeyAssertion = z.infer<typeof assertionSchema>;

/** What a new passkey answers (RegistrationResponseJSON), the same way. */
const attestationSchema = z.strictObject({
  id: base64url,
  response: z.strictObject({ clientDataJSON: base64url, attestationObject: base64url }),
});
export type PasskeyAttestation = z.infer<typeof attestationSchema>;

/**
 * `POST /api/review/session`. The pass phrase is that of the account, never that of a key file. Both factors come at once: no answer
 * tells whether one of them was right. `second` is left out where the account has none.
 */
export const signInSchema = z.strictObject({
  name: nameSchema,
  passphrase: passphraseSchema,
  second: z.optional(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('totp'), code: totpCodeSchema }),
      z.strictObject({ kind: z.literal('passkey'), assertion: assertionSchema }),
    ]),
  ),
});
export type SignIn = z.infer<typeof signInSchema>;

const codeSchema = z.string().check(z.minLength(1), z.maxLength(100));

/** `POST /api/review/invitation`: whom the code invites, and what a second factor can be made of. */
export const invitationSchema = z.strictObject({ code: codeSchema });

/** `passkey` is what the browser's WebAuthn takes; `null` where the site's address cannot have one. */
export const invitationAnswerSchema = z.strictObject({
  name: nameSchema,
  totp: z.strictObject({ secret: z.string(), uri: z.string() }),
  passkey: z.nullable(z.record(z.string(), z.unknown())),
});
export type InvitationAnswer = z.infer<typeof invitationAnswerSchema>;

/** The answer to `POST /api/review/passkey`: what the browser's WebAuthn takes; `null` where the site's address can have none. */
export const passkeyAnswerSchema = z.strictObject({ passkey: z.nullable(z.record(z.string(), z.unknown())) });

/** `POST /api/review/enrolment`: uses the code up and signs in. */
export const enrolmentSchema = z.strictObject({
  code: codeSchema,
  passphrase: passphraseSchema,
  second: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('totp'), secret: z.string().check(z.maxLength(100)), code: totpCodeSchema }),
    z.strictObject({ kind: z.literal('passkey'), attestation: attestationSchema }),
  ]),
});
export type EnrolmentRequest = z.infer<typeof enrolmentSchema>;

const count = z.int().check(z.nonnegative());

/** `POST /api/review/fetched`: up to this cursor everything is saved. Sent once it is: what has left the server may still be lost on the way. */
export const fetchedSchema = z.strictObject({ cursor: count });

/** The answer to `GET /api/review/status?after=CURSOR`: what is on the server beyond the cursor, or beyond the last fetch of the account. */
export const statusSchema = z.strictObject({
  name: nameSchema,
  /** Whether the account has a second factor. */
  hasSecondFactor: z.boolean(),
  after: count,
  /** All letters on the server. */
  letters: count,
  waiting: count,
  /** How large the bundle of what waits will be. */
  bytes: count,
  /** Days since 1970-01-01 on which the oldest of what waits came. */
  oldestDay: z.nullable(count),
  /** Where the audit trail stands: to be noted outside the server. */
  audit: z.strictObject({ rows: count, head: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
});
export type ReviewStatus = z.infer<typeof statusSchema>;
