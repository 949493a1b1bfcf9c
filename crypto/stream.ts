import { concatBytes, toBytes, type Bytes } from './bytes.ts';
import { AmparoError, type ErrorCode } from './errors.ts';
import { atLeast, piecesOf, withLast } from './pieces.ts';
import { sideBySide } from './side-by-side.ts';

/** SPEC.md, Stream: AES-256-GCM (NIST SP 800-38D) in the STREAM construction of Hoang et al., 2015. */
export const CHUNK_PLAINTEXT_BYTES = 65_520;
export const TAG_BYTES = 16;
export const CHUNK_BYTES = CHUNK_PLAINTEXT_BYTES + TAG_BYTES;

const NONCE_BYTES = 12;
const COUNTER_LOW_OFFSET = 7; // the 11-byte counter ends before the flag; its low 4 bytes start here
const COUNTER_HIGH_OFFSET = 3;

/** A key for one stream, imported once. Non-extractable; WebCrypto holds it. */
export class StreamKey {
  readonly #key: CryptoKey;

  private constructor(key: CryptoKey) {
    this.#key = key;
  }

  static async import(key: Bytes): Promise<StreamKey> {
    return new StreamKey(
      await globalThis.crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']),
    );
  }

  /** Seals chunk `index` (1 to 65,520 bytes) into 16 bytes more. */
  async sealChunk(index: number, isLast: boolean, plaintext: Uint8Array): Promise<Bytes> {
    return new Uint8Array(
      await globalThis.crypto.subtle.encrypt(
        { name: 'AES-GCM', iv: chunkNonce(index, isLast) },
        this.#key,
        toBytes(plaintext),
      ),
    );
  }

  /** Opens chunk `index`, or returns `null` where it is not that chunk of this stream. */
  async openChunk(index: number, isLast: boolean, chunk: Uint8Array): Promise<Bytes | null> {
    try {
      return new Uint8Array(
        await globalThis.crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: chunkNonce(index, isLast) },
          this.#key,
          toBytes(chunk),
        ),
      );
    } catch {
      return null;
    }
  }
}

function chunkNonce(index: number, isLast: boolean): Bytes {
  const nonce = new Uint8Array(NONCE_BYTES);
  const view = new DataView(nonce.buffer);
  view.setUint32(COUNTER_HIGH_OFFSET, Math.floor(index / 2 ** 32));
  view.setUint32(COUNTER_LOW_OFFSET, index % 2 ** 32);
  nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
  return nonce;
}

/** How many plaintext bytes a sealed stream of `length` bytes holds. */
export function plaintextLength(length: number): number {
  return length - TAG_BYTES * Math.ceil(length / CHUNK_BYTES);
}

/** Seals a whole stream at once: for letters, which are at most 512 KiB. */
export async function sealStream(key: StreamKey, plaintext: Bytes): Promise<Bytes> {
  const chunks = split(plaintext, CHUNK_PLAINTEXT_BYTES);
  const sealed = await Promise.all(
    chunks.map((chunk, index) => key.sealChunk(index, index === chunks.length - 1, chunk)),
  );
  return concatBytes(...sealed);
}

/** Opens a whole stream, or returns `null` where any chunk fails. */
export async function openStream(key: StreamKey, sealed: Bytes): Promise<Bytes | null> {
  const chunks = split(sealed, CHUNK_BYTES);
  const opened = await Promise.all(
    chunks.map((chunk, index) => key.openChunk(index, index === chunks.length - 1, chunk)),
  );
  return opened.every((chunk) => chunk !== null) ? concatBytes(...opened) : null;
}

const CHUNKS_AT_ONCE = 16; // 1 MiB

/** Seals a stream of any length, chunk after chunk, some at once. An empty one is one empty chunk. */
export async function* sealFlow(key: StreamKey, plaintext: AsyncIterable<Uint8Array>): AsyncGenerator<Bytes> {
  const chunks = withLast(atLeast(1, piecesOf(CHUNK_PLAINTEXT_BYTES, plaintext)));
  yield* sideBySide(CHUNKS_AT_ONCE, chunks, ({ item, isLast }, index) => key.sealChunk(index, isLast, item));
}

/** Opens what {@link sealFlow} sealed. Throws `damaged`, once it has given the chunks before the damage. */
export async function* openFlow(
  key: StreamKey,
  sealed: AsyncIterable<Uint8Array>,
  damaged: ErrorCode,
): AsyncGenerator<Bytes> {
  const chunks = withLast(atLeast(1, piecesOf(CHUNK_BYTES, sealed)));
  const opened = sideBySide(CHUNKS_AT_ONCE, chunks, async ({ item, isLast }, index) => {
    const plaintext = await key.openChunk(index, isLast, item);
    // Where the stream was cut between two chunks, or something was appended, the chunk before that is whole.
    return plaintext
      ? { plaintext, isWhole: true }
      : { plaintext: await key.openChunk(index, !isLast, item), isWhole: false };
  });
  for await (const { plaintext, isWhole } of opened) {
    if (plaintext) yield plaintext;
    if (!isWhole) throw new AmparoError(damaged);
  }
}

function split(bytes: Bytes, size: number): Bytes[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}
