import { fromBase64, fromUtf8 } from './bytes.ts';
import { Refusal } from './refusal.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** SPEC, Conventions: UTF-8 and RFC 8259, refused with the error of what it is part of. */
export function parseBytes(bytes: Uint8Array, code: string): unknown {
  const json = fromUtf8(bytes);
  if (json === null) throw new Refusal(code, 'not UTF-8');
  return parse(json, code);
}

/** Of two members of one name JSON.parse keeps the last, as SPEC, Conventions has it. */
export function parse(text: string, code: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal(code, 'not JSON');
  }
}

export function object(value: unknown, code: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal(code, 'not an object');
  return value as JsonObject;
}

/** An object that has all the required members and none besides those named. */
export function members(value: unknown, required: string[], optional: string[], code: string): JsonObject {
  const found = object(value, code);
  for (const name of required) {
    if (!Object.hasOwn(found, name)) throw new Refusal(code, `${name} is missing`);
  }
  for (const name of Object.keys(found)) {
    if (!required.includes(name) && !optional.includes(name)) throw new Refusal(code, `${name} is unknown`);
  }
  return found;
}

/** SPEC, Conventions: lengths of text are in UTF-16 code units, which is what `length` counts. */
export function text(value: unknown, least: number, most: number, code: string): string {
  if (typeof value !== 'string') throw new Refusal(code, 'not text');
  if (value.length < least || value.length > most) throw new Refusal(code, `text of ${String(value.length)} units`);
  return value;
}

export function integer(value: unknown, least: number, most: number, code: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new Refusal(code, 'not an integer');
  if (value < least || value > most) throw new Refusal(code, `${String(value)} is out of range`);
  return value;
}

export function list(value: unknown, least: number, most: number, code: string): unknown[] {
  if (!Array.isArray(value)) throw new Refusal(code, 'not a list');
  if (value.length < least || value.length > most) throw new Refusal(code, `a list of ${String(value.length)}`);
  return value as unknown[];
}

export function base64(value: unknown, length: number, code: string): Uint8Array {
  const bytes = fromBase64(text(value, 0, Infinity, code), code);
  if (bytes.length !== length) throw new Refusal(code, `${String(bytes.length)} bytes, not ${String(length)}`);
  return bytes;
}
