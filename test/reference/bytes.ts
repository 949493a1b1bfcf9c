import { Refusal } from './refusal.ts';

// SPEC, Conventions: integers are big-endian, base64 is canonical, hex is lower case.

export function concat(...parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

export function bigEndian(value: number | bigint, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let rest = BigInt(value);
  for (let i = length - 1; i >= 0; i--) {
    bytes[i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return bytes;
}

export function readBigEndian(bytes: Uint8Array): bigint {
  return bytes.reduce((value, byte) => value * 256n + BigInt(byte), 0n);
}

/** The bytes from `at`, exactly `length` of them: reading past the end is a fault of the reference itself. */
export function slice(bytes: Uint8Array, at: number, length: number): Uint8Array {
  if (at + length > bytes.length) throw new RangeError(`${String(length)} bytes at ${String(at)} are not there`);
  return bytes.slice(at, at + length);
}

export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

export function allZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Text, or null where the bytes are ill-formed. A byte order mark stays in the text, for JSON to refuse. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

export function fromHex(text: string, code = 'encoding-invalid'): Uint8Array {
  if (!/^([0-9a-f]{2})*$/.test(text)) throw new Refusal(code, 'hex is pairs of 0-9 and a-f');
  return new Uint8Array(Buffer.from(text, 'hex'));
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** Canonical is what encoding gives back: this refuses white space, missing padding and stray bits alike. */
export function fromBase64(text: string, code = 'encoding-invalid'): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new Refusal(code, 'base64 is not canonical');
  return new Uint8Array(bytes);
}
