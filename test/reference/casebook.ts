import { bigEndian, concat, equal, fromUtf8, hex, readBigEndian, utf8 } from './bytes.ts';
import { base64, integer, members, parseBytes, text } from './json.ts';
import { readKdf, readLocked, unlock } from './passphrase.ts';
import { blake2b256 } from './primitives.ts';
import { Refusal } from './refusal.ts';
import { openChunk, SEALED_CHUNK_BYTES } from './stream.ts';

// SPEC, Casebook. The whole file at once.
const MALFORMED = 'casebook-malformed';
const UNSUPPORTED = 'casebook-unsupported';
const MAGIC = concat(utf8('amparo'), Uint8Array.of(4));
const VERSION_AT = 7;
const HEADER_AT = 12;

export interface Casebook {
  readonly identity: string;
  readonly generation: number;
  readonly lines: string[];
  /** Whether there is damage after these lines. */
  readonly isDamaged: boolean;
}

export function openCasebook(file: Uint8Array, passphrase: string): Casebook {
  const header = readHeader(file);
  const found = members(parseBytes(header, MALFORMED), ['protected', 'sealed', 'salt', 'generation'], [], MALFORMED);
  const salt = base64(found['salt'], 32, MALFORMED);
  const generation = integer(found['generation'], 1, 2 ** 32 - 1, MALFORMED);
  const locked = readLocked(found, MALFORMED);
  const stated = members(parseBytes(locked.protectedBytes, MALFORMED), ['format', 'identity', 'kdf'], [], UNSUPPORTED);
  if (text(stated['format'], 0, Infinity, UNSUPPORTED) !== 'amparo-casebook/1')
    throw new Refusal(UNSUPPORTED, 'format');
  const identity = base64(stated['identity'], 32, UNSUPPORTED);
  const key = unlock(locked, passphrase, readKdf(stated['kdf'], UNSUPPORTED));
  if (key === null) throw new Refusal('casebook-locked', 'wrong pass phrase or altered header');
  const streamKey = blake2b256(key, concat(utf8('amparo/v1/casebook'), salt, bigEndian(generation, 4)));
  const stream = openStream(file.slice(HEADER_AT + header.length), streamKey);
  return { identity: hex(identity), generation, ...readLines(stream) };
}

function readHeader(file: Uint8Array): Uint8Array {
  if (!equal(file.slice(0, MAGIC.length), MAGIC)) throw new Refusal(MALFORMED, 'magic');
  if (file.length < HEADER_AT) throw new Refusal(MALFORMED, 'cut');
  if (file[VERSION_AT] !== 1) throw new Refusal(UNSUPPORTED, 'version');
  const length = Number(readBigEndian(file.slice(8, HEADER_AT)));
  if (length > 4096) throw new Refusal(MALFORMED, 'header too long');
  if (HEADER_AT + length > file.length) throw new Refusal(MALFORMED, 'cut');
  return file.slice(HEADER_AT, HEADER_AT + length);
}

interface Stream {
  readonly text: Uint8Array;
  readonly isDamaged: boolean;
}

/** The chunks before the damage. One that opens in the other place, last or not, stands before a cut or before what was appended. */
function openStream(stream: Uint8Array, key: Uint8Array): Stream {
  const chunks: Uint8Array[] = [];
  const count = Math.max(1, Math.ceil(stream.length / SEALED_CHUNK_BYTES));
  for (let j = 0; j < count; j++) {
    const sealed = stream.slice(j * SEALED_CHUNK_BYTES, (j + 1) * SEALED_CHUNK_BYTES);
    const isLast = j === count - 1;
    const chunk = openChunk(key, j, isLast, sealed);
    if (chunk === null) {
      const whole = openChunk(key, j, !isLast, sealed);
      return { text: concat(...chunks, ...(whole === null ? [] : [whole])), isDamaged: true };
    }
    chunks.push(chunk);
  }
  return { text: concat(...chunks), isDamaged: false };
}

/** Cut at the last line feed first: damage may have left half a character behind it. */
function readLines({ text: bytes, isDamaged }: Stream): Pick<Casebook, 'lines' | 'isDamaged'> {
  const whole = fromUtf8(bytes.slice(0, bytes.lastIndexOf(0x0a) + 1));
  if (whole === null) throw new Error('no vector has a line that is not UTF-8');
  const lines = whole.split('\n').slice(0, -1);
  return { lines, isDamaged: isDamaged || utf8(whole).length < bytes.length };
}
