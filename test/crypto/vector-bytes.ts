import { fromBase64, fromHex, fromUtf8, toHex, type Bytes } from '../../crypto/index.ts';
import type { Edit, Vector } from '../../scripts/vectors/vector.ts';

/** A member's bytes: written out, or those of another vector after edits (SPEC.md, Vectors). */
export function bytesOf(vector: Vector, member: string, all: ReadonlyMap<string, Vector>): Bytes {
  const value = vector[member] as string | { of: string; edits: readonly Edit[] };
  if (typeof value === 'string') return fromBase64(value);
  const base = all.get(value.of);
  if (!base) throw new Error(`no vector ${value.of}`);
  return applyEdits(bytesOf(base, member, all), value.edits);
}

export function applyEdits(bytes: Bytes, edits: readonly Edit[]): Bytes {
  let edited = Buffer.from(bytes);
  for (const edit of edits) {
    if ('write' in edit) edited.set(fromHex(edit.write), edit.at);
    else if ('cut' in edit) edited = edited.subarray(0, edit.cut);
    else if ('append' in edit) edited = Buffer.concat([edited, fromHex(edit.append)]);
    else if ('zeros' in edit) edited = Buffer.concat([edited, Buffer.alloc(edit.zeros)]);
    else {
      const [a, b] = edit.swap;
      const first = Buffer.from(edited.subarray(a, a + edit.length));
      edited.copyWithin(a, b, b + edit.length);
      edited.set(first, b);
    }
  }
  return new Uint8Array(edited);
}

/** The content of a letter as `opens` has it. */
export function reportMember(report: Bytes): object {
  const text = fromUtf8(report);
  return text === undefined ? { reportHex: toHex(report) } : { report: text };
}
