import {
  decodeOutbound,
  encodeOutbound,
  OUTBOUND_BYTES_MAX,
  toBase64,
  type Bytes,
  type Outbound,
} from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { exists, readWhole, SECRET_MODE, writeWhole } from './files.ts';

export const OUTBOUND_OPTION = '--outbound <FILE>';
const NOTHING: Outbound = { replies: [], opened: [], letters: [] };

/** What a file for the server holds; nothing where there is none yet. Throws `outbound-malformed`, `outbound-newer`. */
export async function readOutbound(path: string): Promise<Outbound> {
  if (!(await exists(path))) return NOTHING;
  const bytes = new Uint8Array(await readWhole(path));
  const held = decodeOutbound(bytes);
  // Records of types that this version passes over would be lost when the file is written anew.
  if (encodeOutbound(held).length !== bytes.length) throw new Failure('outbound-newer', path);
  return held;
}

/** Adds to a file for the server, keeping all that it holds, each once. Throws as `readOutbound`, and `outbound-full`. */
export async function addToOutbound(path: string, added: Partial<Outbound>): Promise<Outbound> {
  const held = await readOutbound(path);
  const all: Outbound = {
    replies: eachOnce([...held.replies, ...(added.replies ?? [])], ({ reply }) => reply),
    opened: eachOnce([...held.opened, ...(added.opened ?? [])], ({ mark }) => mark),
    letters: eachOnce([...held.letters, ...(added.letters ?? [])], (letter) => letter),
  };
  const bytes = encodeOutbound(all);
  if (bytes.length > OUTBOUND_BYTES_MAX) throw new Failure('outbound-full', path);
  await writeWhole(path, bytes, { mode: SECRET_MODE, replace: true });
  return all;
}

/** All kinds hold randomness: equal bytes are the same one. */
function eachOnce<Record>(records: readonly Record[], bytesOf: (record: Record) => Bytes): Record[] {
  return [...new Map(records.map((record) => [toBase64(bytesOf(record)), record])).values()];
}
