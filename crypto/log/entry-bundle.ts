import { concatBytes, toBytes, type Bytes } from '../bytes.ts';
import { AmparoError } from '../errors.ts';

/** SPEC.md, Log: entries as C2SP tlog-tiles bundles them, each behind its length as a u16. */
const LENGTH_BYTES = 2;

export function encodeEntries(entries: readonly Bytes[]): Bytes {
  return concatBytes(
    ...entries.flatMap((entry) => [Uint8Array.of(Math.floor(entry.length / 256), entry.length % 256), entry]),
  );
}

/** Throws `log-entries-altered` where these are not exactly `width` entries. */
export function decodeEntries(bytes: Uint8Array, width: number): Bytes[] {
  const entries: Bytes[] = [];
  let at = 0;
  while (at < bytes.length) {
    const [high, low] = bytes.subarray(at, at + LENGTH_BYTES);
    if (high === undefined || low === undefined) throw new AmparoError('log-entries-altered');
    const length = high * 256 + low;
    const entry = bytes.subarray(at + LENGTH_BYTES, at + LENGTH_BYTES + length);
    if (entry.length < length) throw new AmparoError('log-entries-altered');
    entries.push(toBytes(entry));
    at += LENGTH_BYTES + length;
  }
  if (entries.length !== width) throw new AmparoError('log-entries-altered');
  return entries;
}
