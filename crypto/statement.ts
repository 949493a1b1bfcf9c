import * as z from 'zod/mini';

import { concatBytes, fromBase64, fromHex, toBase64, toBytes, toHex, utf8, type Bytes } from './bytes.ts';
import { AmparoError, type ErrorCode } from './errors.ts';
import type { CharterPublicKey, IdentityPublicKey, LogPublicKey, SigningSeed } from './keys.ts';
import { base64Bytes, parse, parseJson } from './parse.ts';
import { sodium } from './sodium.ts';

/** SPEC.md, Statements: DSSE 1.0.2 envelopes. */
export type StatementKind = 'roster' | 'epoch-key' | 'build' | 'reply' | 'receipt' | 'journal' | 'grant' | 'release';

const PUBLIC_KEY_HEX = /^[0-9a-f]{64}$/;
const SIGNATURE_BYTES = 64;
export const PAYLOAD_BYTES_MAX = 65_536;

export const envelopeSchema = z.strictObject({
  payloadType: z.string().check(z.maxLength(100)),
  payload: z.string().check(z.maxLength(Math.ceil(PAYLOAD_BYTES_MAX / 3) * 4)),
  signatures: z.tuple([
    z.strictObject({ keyid: z.string().check(z.regex(PUBLIC_KEY_HEX)), sig: base64Bytes(SIGNATURE_BYTES) }),
  ]),
});

/** A signed statement as it travels. Trusted only once {@link openStatement} has returned its payload. */
export type Envelope = z.infer<typeof envelopeSchema>;

export async function signStatement(kind: StatementKind, payload: object, seed: SigningSeed): Promise<Envelope> {
  const { crypto_sign_seed_keypair, crypto_sign_detached } = await sodium();
  const { publicKey, privateKey } = crypto_sign_seed_keypair(seed);
  const encoding = preAuthenticationEncoding(payloadTypeOf(kind), utf8(JSON.stringify(payload)));
  return statementOf(kind, payload, toBytes(publicKey), toBytes(crypto_sign_detached(encoding, privateKey)));
}

/**
 * The payload of a statement signed by `signer`, in the form `schema` asks for.
 * Throws `statement-malformed`, `statement-kind`, `signature-invalid`, and `invalid` where the schema refuses it.
 */
export async function openStatement<Schema extends z.core.$ZodType>(
  kind: StatementKind,
  envelope: unknown,
  signer: CharterPublicKey | IdentityPublicKey | LogPublicKey,
  schema: Schema,
  invalid: ErrorCode,
): Promise<z.infer<Schema>> {
  const { payload, signature, keyid } = readEnvelope(kind, envelope);
  const { crypto_sign_verify_detached, memcmp } = await sodium();
  const encoding = preAuthenticationEncoding(payloadTypeOf(kind), payload);
  if (!memcmp(keyid, signer) || !crypto_sign_verify_detached(signature, encoding, signer)) {
    throw new AmparoError('signature-invalid');
  }
  return parse(schema, parseJson(payload, 'statement-malformed'), invalid);
}

/** The envelope around a payload whose signature is known already. Trusted no more than any other. */
export function statementOf(kind: StatementKind, payload: object, signer: Bytes, signature: Bytes): Envelope {
  const bytes = utf8(JSON.stringify(payload));
  const signatures: Envelope['signatures'] = [{ keyid: toHex(signer), sig: toBase64(signature) }];
  return { payloadType: payloadTypeOf(kind), payload: toBase64(bytes), signatures };
}

/** Who claims to have signed: a hint, in hex, for choosing the key to verify with. */
export function claimedSigner(envelope: Envelope): string {
  return envelope.signatures[0].keyid;
}

function readEnvelope(kind: StatementKind, value: unknown): { payload: Bytes; signature: Bytes; keyid: Bytes } {
  const envelope = parse(envelopeSchema, value, 'statement-malformed');
  if (envelope.payloadType !== payloadTypeOf(kind)) throw new AmparoError('statement-kind');
  const [{ keyid, sig }] = envelope.signatures;
  const payload = fromBase64(envelope.payload, 'statement-malformed');
  return { payload, signature: fromBase64(sig, 'statement-malformed'), keyid: fromHex(keyid) };
}

function payloadTypeOf(kind: StatementKind): string {
  return `application/vnd.amparo.${kind}+json`;
}

function preAuthenticationEncoding(payloadType: string, payload: Bytes): Bytes {
  const type = utf8(payloadType);
  return concatBytes(utf8(`DSSEv1 ${String(type.length)} `), type, utf8(` ${String(payload.length)} `), payload);
}
