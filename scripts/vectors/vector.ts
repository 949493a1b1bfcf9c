import { fromUtf8, toBase64, toHex, type Bytes } from '../../crypto/bytes.ts';
import type { CaseCodeReading } from '../../crypto/case-code.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import type { EpochKeyPair } from '../../crypto/keys.ts';

/** Where somebody who typed a case code slipped: not an error, as it is told to them by place. */
export type Slip = Exclude<CaseCodeReading, { secret: unknown }>;

/** One file of `test/vectors/` (SPEC.md, Vectors). */
export interface Vector {
  readonly kind: string;
  readonly about: string;
  readonly expect: 'opens' | 'not for this key' | { readonly error: ErrorCode } | Slip;
  readonly [member: string]: unknown;
}

export type Vectors = Map<string, Vector>;

export type Edit =
  | { readonly at: number; readonly write: string }
  | { readonly cut: number }
  | { readonly append: string }
  | { readonly zeros: number }
  | { readonly swap: readonly [number, number]; readonly length: number };

export function keyMember(key: EpochKeyPair): object {
  return { epoch: key.epoch, secretKey: toHex(key.secretKey), publicKey: toBase64(key.publicKey) };
}

/** The content of a letter as `opens` has it. */
export function reportMember(report: Bytes): object {
  const text = fromUtf8(report);
  return text === undefined ? { reportHex: toHex(report) } : { report: text };
}

export function flipped(bytes: Bytes, at: number): Edit {
  return { at, write: toHex(Uint8Array.of((bytes[at] ?? 0) ^ 1)) };
}
