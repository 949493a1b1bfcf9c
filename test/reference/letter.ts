import { ml_kem768_x25519 as xWing } from '@noble/post-quantum/hybrid.js';
import { allZero, bigEndian, concat, equal, readBigEndian, slice, utf8 } from './bytes.ts';
import { blake2b256, kdf, openXChaCha } from './primitives.ts';
import { Refusal } from './refusal.ts';
import { fileKeyOf, readShare, type Share } from './share.ts';
import { openChunk, SEALED_CHUNK_BYTES } from './stream.ts';

// SPEC, Letter and Opening; the steps are numbered as there.

const LETTER_SIZES = [32_768, 131_072, 524_288];
const SLOT_COUNTS = [4, 8, 16, 32];
const MAGIC = concat(utf8('amparo'), Uint8Array.of(0, 1));
const SLOTS_AT = 16;
const CIPHERTEXT_BYTES = 1120;
const SEALED_SHARE_BYTES = 56;
const SLOT_BYTES = CIPHERTEXT_BYTES + SEALED_SHARE_BYTES;
const COMMIT_BYTES = 32;
const TAG_BYTES = 16;

export interface EpochKeyPair {
  readonly epoch: number;
  readonly secretKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** One of several shares that the letter takes. */
export interface LetterShare {
  readonly slot: number;
  readonly k: number;
  readonly wrapKey: Uint8Array;
  readonly readerKey: Uint8Array;
}

export interface OpenedLetter {
  readonly slot: number;
  readonly report: Uint8Array;
  /** Values on the way, which some vectors name. */
  readonly intermediate: Readonly<Record<string, Uint8Array>>;
}

interface UnwrappedSlot {
  readonly slot: number;
  readonly sharedSecret: Uint8Array;
  readonly wrapKey: Uint8Array;
  readonly share: Uint8Array;
}

/** Null where no slot is for this key. */
export function openLetter(letter: Uint8Array, key: EpochKeyPair): OpenedLetter | LetterShare | null {
  const slots = readSlotCount(letter); // 1, 2
  const epoch = Number(readBigEndian(slice(letter, 8, 4)));
  if (epoch !== key.epoch) throw new Refusal('wrong-epoch', `letter of ${String(epoch)}`); // 3
  const unwrapped = unwrapFirst(letter, slots, key); // 4
  if (unwrapped === null) return null;
  const { slot, sharedSecret, wrapKey, share } = unwrapped;
  const read = readShare(share, slot, slots); // 5
  if ('readerKey' in read) return { slot, k: read.k, wrapKey, readerKey: read.readerKey };
  const fileKey = fileKeyOf([read]);
  const { report, ...secrets } = openContents(letter, slots, fileKey);
  return { slot, report, intermediate: { sharedSecret, wrapKey, share, fileKey, ...secrets } };
}

export interface Given {
  readonly slot: number;
  readonly wrapKey: Uint8Array;
  readonly from: string;
}

export type Together = { readonly false: string[] } & ({ readonly missing: number } | { readonly report: Uint8Array });

/** SPEC, Opening together. */
export function openTogether(letter: Uint8Array, releases: readonly Given[]): Together {
  const slots = readSlotCount(letter);
  const shares: Share[] = [];
  const givers: string[] = [];
  for (const { slot, wrapKey, from } of releases) {
    const unwrapped = slot < slots ? unwrapWith(wrapKey, slotOf(letter, slot)) : null;
    if (unwrapped === null) {
      givers.push(from);
      continue;
    }
    const share = readShare(unwrapped, slot, slots);
    if (!shares.some(({ index }) => index === share.index)) shares.push(share);
  }
  const k = shares[0]?.k ?? 1;
  if (shares.some((share) => share.k !== k)) throw new Refusal('share-malformed', 'the shares name different k');
  if (shares.length < k) return { missing: k - shares.length, false: givers };
  return { report: openContents(letter, slots, fileKeyOf(shares.slice(0, k))).report, false: givers };
}

function openContents(letter: Uint8Array, slots: number, fileKey: Uint8Array) {
  const { commitKey, commit } = checkCommitment(letter, slots, fileKey); // 6
  const streamKey = kdf(fileKey, 2);
  const plaintext = openStream(letter.slice(headerLength(slots)), streamKey); // 7
  return { report: unpad(plaintext), commitKey, commit, streamKey }; // 8
}

/** SPEC, Grant: steps 1, 2 and 6 to 8 alone. */
export function openLetterWith(letter: Uint8Array, fileKey: Uint8Array): Uint8Array {
  return openContents(letter, readSlotCount(letter), fileKey).report;
}

/** Everything before the stream. */
function headerLength(slots: number): number {
  return SLOTS_AT + slots * SLOT_BYTES + COMMIT_BYTES;
}

/** Steps 1 and 2. */
function readSlotCount(letter: Uint8Array): number {
  if (!LETTER_SIZES.includes(letter.length)) throw new Refusal('letter-size', String(letter.length));
  if (!equal(slice(letter, 0, 8), MAGIC)) throw new Refusal('letter-malformed', 'magic');
  const slots = Number(readBigEndian(slice(letter, 12, 1)));
  if (!SLOT_COUNTS.includes(slots)) throw new Refusal('letter-malformed', `${String(slots)} slots`);
  if (!allZero(slice(letter, 13, 3))) throw new Refusal('letter-malformed', 'the bytes after S are not zero');
  if (headerLength(slots) >= letter.length) throw new Refusal('letter-malformed', 'the slots do not fit');
  return slots;
}

function unwrapFirst(letter: Uint8Array, slots: number, key: EpochKeyPair): UnwrappedSlot | null {
  for (let i = 0; i < slots; i++) {
    const unwrapped = unwrap(slotOf(letter, i), i, key);
    if (unwrapped !== null) return unwrapped;
  }
  return null;
}

function slotOf(letter: Uint8Array, slot: number): Uint8Array {
  return slice(letter, SLOTS_AT + slot * SLOT_BYTES, SLOT_BYTES);
}

function unwrap(bytes: Uint8Array, slot: number, key: EpochKeyPair): UnwrappedSlot | null {
  const ciphertext = slice(bytes, 0, CIPHERTEXT_BYTES);
  const sharedSecret = decapsulate(ciphertext, key.secretKey);
  if (sharedSecret === null) return null;
  const wrapKey = blake2b256(
    sharedSecret,
    concat(utf8('amparo/v1/slot'), bigEndian(slot, 1), ciphertext, key.publicKey),
  );
  const share = unwrapWith(wrapKey, bytes);
  return share === null ? null : { slot, sharedSecret, wrapKey, share };
}

function unwrapWith(wrapKey: Uint8Array, bytes: Uint8Array): Uint8Array | null {
  return openXChaCha(wrapKey, new Uint8Array(24), slice(bytes, CIPHERTEXT_BYTES, SEALED_SHARE_BYTES));
}

/**
 * SPEC, Opening, 4: a slot whose X25519 part is of low order does not unwrap, and the others are still tried. The
 * X-Wing draft would let it decapsulate; the library refuses it.
 */
function decapsulate(ciphertext: Uint8Array, secretKey: Uint8Array): Uint8Array | null {
  try {
    return xWing.decapsulate(ciphertext, secretKey);
  } catch {
    return null;
  }
}

function checkCommitment(letter: Uint8Array, slots: number, fileKey: Uint8Array) {
  const at = headerLength(slots) - COMMIT_BYTES;
  const commitKey = kdf(fileKey, 1);
  const commit = blake2b256(commitKey, slice(letter, 0, at));
  if (!equal(commit, slice(letter, at, COMMIT_BYTES))) throw new Refusal('commitment-mismatch', 'another file key');
  return { commitKey, commit };
}

function openStream(stream: Uint8Array, streamKey: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  const count = Math.ceil(stream.length / SEALED_CHUNK_BYTES);
  for (let j = 0; j < count; j++) {
    const sealed = stream.slice(j * SEALED_CHUNK_BYTES, (j + 1) * SEALED_CHUNK_BYTES);
    const chunk = sealed.length > TAG_BYTES ? openChunk(streamKey, j, j === count - 1, sealed) : null;
    if (chunk === null) throw new Refusal('stream-damaged', `chunk ${String(j)} does not open`);
    chunks.push(chunk);
  }
  return concat(...chunks);
}

function unpad(plaintext: Uint8Array): Uint8Array {
  const length = Number(readBigEndian(slice(plaintext, 0, 4)));
  if (4 + length > plaintext.length) throw new Refusal('length-out-of-range', String(length));
  if (!allZero(plaintext.slice(4 + length))) throw new Refusal('padding-not-zero', 'after the report');
  return slice(plaintext, 4, length);
}
