import * as z from 'zod/mini';

import { fromBase64, fromUtf8 } from './bytes.ts';
import { AmparoError, type ErrorCode } from './errors.ts';

// No compiled parsers: pages forbid eval, and zod must not try it.
z.config({ jitless: true });

/** Parses once at the edge; what does not fit is refused with `code`, naming the member at fault and never its value. */
export function parse<Schema extends z.core.$ZodType>(
  schema: Schema,
  value: unknown,
  code: ErrorCode,
): z.infer<Schema> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  throw new AmparoError(code, z.core.toDotPath(parsed.error.issues[0]?.path ?? []) || undefined);
}

/** JSON in strict UTF-8; refused with `notText` or `notJson`. */
export function parseJson(bytes: Uint8Array, notJson: ErrorCode, notText: ErrorCode = notJson): unknown {
  const text = fromUtf8(bytes);
  if (text === undefined) throw new AmparoError(notText);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AmparoError(notJson);
  }
}

/** Canonical base64 of exactly `length` bytes, as a schema. */
export function base64Bytes(length: number) {
  return z.string().check(z.refine((text) => isBase64Of(text, length)));
}

/** Canonical base64 of any length. */
export function isBase64(text: string): boolean {
  try {
    fromBase64(text);
    return true;
  } catch {
    return false;
  }
}

function isBase64Of(text: string, length: number): boolean {
  try {
    return fromBase64(text).length === length;
  } catch {
    return false;
  }
}
