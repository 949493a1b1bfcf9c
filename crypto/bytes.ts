import { AmparoError, type ErrorCode } from './errors.ts';

/** Bytes in an ordinary ArrayBuffer, as WebCrypto and Blob ask for. */
export type Bytes = Uint8Array<ArrayBuffer>;

declare const brand: unique symbol;

/** Bytes that a constructor has checked; two brands never stand in for each other. */
export type Branded<Name extends string> = Bytes & { readonly [brand]: Name };

/** Draws `length` random bytes. An argument everywhere, so that vectors can be made again. */
export type RandomBytes = (length: number) => Bytes;

/** The operating system's generator. WebCrypto gives at most 65,536 bytes a call; nothing here asks for more. */
export function systemRandom(length: number): Bytes {
  return globalThis.crypto.getRandomValues(new Uint8Array(length));
}

/** Makes the constructor of a branded type of exactly `length` bytes; a wrong length is a programming error and names the argument. */
export function sized<Name extends string>(name: string, length: number): (value: Uint8Array) => Branded<Name> {
  return (value) => {
    if (value.length !== length)
      throw new RangeError(`${name}: ${String(length)} bytes expected, got ${String(value.length)}`);
    return toBytes(value) as Branded<Name>;
  };
}

/** The same bytes, known to lie in an ordinary ArrayBuffer; copies only where they do not. */
export function toBytes(value: Uint8Array): Bytes {
  return value.buffer instanceof ArrayBuffer ? (value as Bytes) : new Uint8Array(value);
}

export function concatBytes(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

export function u32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

export function u64(value: number): Bytes {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

export function readU32(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset);
}

/** Reads a u64; `undefined` where it exceeds what a number holds exactly. */
export function readU64(bytes: Uint8Array, offset: number): number | undefined {
  const value = Number(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(offset));
  return Number.isSafeInteger(value) ? value : undefined;
}

export function isZero(bytes: Uint8Array): boolean {
  let any = 0;
  for (const byte of bytes) any |= byte;
  return any === 0;
}

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** Strict UTF-8; `undefined` where ill-formed. A byte order mark is kept, so that it fails as JSON. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const BINARY_STRING_PIECE_BYTES = 8192; // well below every engine's limit of arguments to one call

/** Base64 of RFC 4648 section 4, padded. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += BINARY_STRING_PIECE_BYTES) {
    binary += String.fromCharCode(...bytes.subarray(i, i + BINARY_STRING_PIECE_BYTES));
  }
  return btoa(binary);
}

/** Decodes canonical base64; refuses white space, missing padding and unused bits with `code`. */
export function fromBase64(text: string, code: ErrorCode = 'encoding-invalid'): Bytes {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    throw new AmparoError(code);
  }
  if (btoa(binary) !== text) throw new AmparoError(code);
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Decodes lower-case hex; throws `encoding-invalid` on anything else. */
export function fromHex(text: string): Bytes {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new AmparoError('encoding-invalid');
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
