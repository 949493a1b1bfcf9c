import { sha256 } from '@noble/hashes/sha2.js';
import { concat, equal, fromBase64, utf8 } from './bytes.ts';
import { Refusal } from './refusal.ts';
import { verifyStrictly } from './verify-strictly.ts';

// SPEC, Log.

export interface Checkpoint {
  readonly size: number;
  readonly root: Uint8Array;
}

export interface LogKey {
  readonly origin: string;
  readonly publicKey: Uint8Array;
}

export function openCheckpoint(note: string, key: LogKey): Checkpoint {
  const text = openNote(note, key);
  const lines = text.split('\n');
  const bad = (why: string) => new Refusal('checkpoint-malformed', why);
  if (lines.pop() !== '' || lines.length < 3 || lines.includes('')) throw bad('lines');
  const [origin, size = '', root = ''] = lines;
  if (String(Number(size)) !== size || !Number.isSafeInteger(Number(size)) || Number(size) < 0) throw bad('size');
  const rootBytes = fromBase64(root, 'checkpoint-malformed');
  if (rootBytes.length !== 32) throw bad('root');
  if (origin !== key.origin) throw new Refusal('log-origin-wrong', String(origin));
  return { size: Number(size), root: rootBytes };
}

/** The text, once the key's signature below it holds. */
function openNote(note: string, { origin, publicKey }: LogKey): string {
  const bad = (why: string) => new Refusal('note-malformed', why);
  const controls = utf8(note).some((byte) => byte < 0x20 && byte !== 0x0a);
  if (note.length > 65_536 || controls || !note.isWellFormed()) throw bad('characters');
  const gap = note.lastIndexOf('\n\n');
  if (gap < 0 || !note.endsWith('\n')) throw bad('no signatures');
  const text = note.slice(0, gap + 1);
  const lines = note.slice(gap + 2, -1).split('\n');
  if (lines.length > 64) throw bad('too many signatures');
  const keyId = sha256(concat(utf8(origin), utf8('\n'), Uint8Array.of(1), publicKey)).slice(0, 4);
  const own = lines.map(readSignature).filter(({ name, id }) => name === origin && equal(id, keyId));
  const isGood = own.length > 0 && own.every(({ signature }) => holds(signature, utf8(text), publicKey));
  if (!isGood) throw new Refusal('log-signature-invalid', origin);
  return text;
}

function readSignature(line: string): { name: string; id: Uint8Array; signature: Uint8Array } {
  const [dash, name = '', encoded = '', ...rest] = line.split(' ');
  if (dash !== '\u2014' || rest.length > 0 || !/^[^\s+\p{Z}\p{Cc}]{1,255}$/u.test(name)) {
    throw new Refusal('note-malformed', 'a line of signature');
  }
  const bytes = fromBase64(encoded, 'note-malformed');
  if (bytes.length < 5) throw new Refusal('note-malformed', 'a short signature');
  return { name, id: bytes.slice(0, 4), signature: bytes.slice(4) };
}

function holds(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  return signature.length === 64 && verifyStrictly(signature, message, publicKey);
}

export function openProof(text: string, entry: Uint8Array, key: LogKey): { index: number; size: number } {
  const bad = (why: string) => new Refusal('log-proof-malformed', why);
  const gap = text.indexOf('\n\n');
  if (gap < 0) throw bad('no checkpoint');
  const lines = text.slice(0, gap).split('\n');
  if (lines.shift() !== 'c2sp.org/tlog-proof@v1') throw bad('version');
  if (lines[0]?.startsWith('extra ')) fromBase64((lines.shift() ?? '').slice('extra '.length), 'log-proof-malformed');
  const place = /^index (\d+)$/.exec(lines.shift() ?? '')?.[1] ?? '';
  if (String(Number(place)) !== place || !Number.isSafeInteger(Number(place))) throw bad('index');
  const nodes = lines.map((line) => fromBase64(line, 'log-proof-malformed'));
  if (nodes.length > 63 || nodes.some(({ length }) => length !== 32)) throw bad('nodes');
  const { size, root } = openCheckpoint(text.slice(gap + 2), key);
  const index = Number(place);
  const found = index < size ? climb(sha256(concat(Uint8Array.of(0), entry)), index, size, [...nodes]) : null;
  if (found === null || !equal(found, root)) throw new Refusal('log-proof-invalid', place);
  return { index, size };
}

/** RFC 6962, 2.1.1, read from the root down: which half the leaf is in, and that half's root first. */
function climb(leaf: Uint8Array, index: number, size: number, nodes: Uint8Array[]): Uint8Array | null {
  if (size === 1) return nodes.length === 0 ? leaf : null;
  const beside = nodes.pop();
  if (beside === undefined) return null;
  let half = 1;
  while (half * 2 < size) half *= 2;
  const isLeft = index < half;
  const own = isLeft ? climb(leaf, index, half, nodes) : climb(leaf, index - half, size - half, nodes);
  if (own === null) return null;
  return sha256(concat(Uint8Array.of(1), ...(isLeft ? [own, beside] : [beside, own])));
}
