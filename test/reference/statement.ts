import { concat, fromBase64, fromHex, hex, utf8 } from './bytes.ts';
import { base64, list, members, parseBytes, text } from './json.ts';
import { Refusal } from './refusal.ts';
import { verifyStrictly } from './verify-strictly.ts';

// SPEC, Statements.
const MALFORMED = 'statement-malformed';
const PAYLOAD_BYTES_MAX = 65_536;

export interface Envelope {
  readonly payloadType: string;
  readonly payload: Uint8Array;
  readonly keyid: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Statement {
  readonly payload: unknown;
  readonly payloadBytes: Uint8Array;
}

export function openStatement(value: unknown, kind: string, publicKey: Uint8Array): Statement {
  return verify(readEnvelope(value, kind), publicKey);
}

/** The shape, then the kind: what can be said of an envelope before one knows whose it ought to be. */
export function readEnvelope(value: unknown, kind: string): Envelope {
  const envelope = readShape(value);
  const { payloadType } = envelope;
  if (payloadType !== `application/vnd.amparo.${kind}+json`) throw new Refusal('statement-kind', payloadType);
  return envelope;
}

/** The shape alone: for a reply, whose signer is looked up before its kind is. */
export function readShape(value: unknown): Envelope {
  const found = members(value, ['payloadType', 'payload', 'signatures'], [], MALFORMED);
  const payloadType = text(found['payloadType'], 0, Infinity, MALFORMED);
  const payload = fromBase64(text(found['payload'], 0, Infinity, MALFORMED), MALFORMED);
  if (payload.length > PAYLOAD_BYTES_MAX) throw new Refusal(MALFORMED, 'payload too long');
  const [only] = list(found['signatures'], 1, 1, MALFORMED);
  const entry = members(only, ['keyid', 'sig'], [], MALFORMED);
  const keyid = fromHex(text(entry['keyid'], 64, 64, MALFORMED), MALFORMED);
  const signature = base64(entry['sig'], 64, MALFORMED);
  return { payloadType, payload, keyid, signature };
}

/** The signature, then the payload. */
export function verify(envelope: Envelope, publicKey: Uint8Array): Statement {
  if (hex(envelope.keyid) !== hex(publicKey)) throw new Refusal('signature-invalid', 'another key');
  const isGood = verifyStrictly(envelope.signature, preAuthentication(envelope), publicKey);
  if (!isGood) throw new Refusal('signature-invalid', 'does not verify');
  return { payload: parseBytes(envelope.payload, MALFORMED), payloadBytes: envelope.payload };
}

function preAuthentication({ payloadType, payload }: Envelope): Uint8Array {
  const type = utf8(payloadType);
  return concat(utf8(`DSSEv1 ${String(type.length)} `), type, utf8(` ${String(payload.length)} `), payload);
}
