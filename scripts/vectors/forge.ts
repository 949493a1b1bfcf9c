import { concatBytes, u32, utf8, type Bytes, type RandomBytes } from '../../crypto/bytes.ts';
import { deriveSubkey, newEpochKeyPair, SUBKEY, type EpochPublicKey, type FileKey } from '../../crypto/keys.ts';
import { LETTER_MAGIC } from '../../crypto/letter.ts';
import { newKeyAndShares, SHARE_BYTES, type Share } from '../../crypto/share.ts';
import { KEM_SEED_BYTES, sealSlot, SLOT_BYTES } from '../../crypto/slots.ts';
import { sodium } from '../../crypto/sodium.ts';
import { CHUNK_PLAINTEXT_BYTES, plaintextLength, StreamKey } from '../../crypto/stream.ts';

/** Whom a slot addresses, and what it seals to them in place of the honest share. */
export interface Addressed {
  readonly to: EpochPublicKey;
  readonly share?: Bytes | ((honest: Share) => Bytes);
}

/** Seals letters wrongly on purpose, one way at a time: what an attacker who knows the format would send. */
export interface Forgery {
  readonly epoch: number;
  readonly slots: number;
  readonly size: number;
  /** The share or other 40 bytes that each slot seals, and to whom; absent slots are filled as an honest sealer would. */
  readonly addressed: ReadonlyMap<number, Addressed>;
  /** Left out: every addressed slot seals the whole key. */
  readonly threshold?: number;
  readonly report?: Bytes;
  /** The length field, where it is not the report's length. */
  readonly statedLength?: number;
  /** What follows the report, from its first byte, where it is not zeros. */
  readonly padding?: ReadonlyMap<number, number>;
  /** The place in the stream that chunk `index` of `count` is sealed for. */
  readonly place?: (index: number, count: number) => [index: number, isLast: boolean];
}

export interface ForgedLetter {
  readonly letter: Bytes;
  readonly fileKey: FileKey;
}

const PREAMBLE_BYTES = 16;
const COMMITMENT_BYTES = 32;

export async function forgeLetter(forgery: Forgery, random: RandomBytes): Promise<ForgedLetter> {
  const { fileKey: key, shares } = await newKeyAndShares(forgery.slots, forgery.threshold ?? 1, random);
  const decoy = await newEpochKeyPair(forgery.epoch, random);
  const slots: Bytes[] = [];
  for (const [slot, share] of shares.entries()) {
    const kemSeed = random(KEM_SEED_BYTES);
    const filling = random(SHARE_BYTES);
    const addressed = forgery.addressed.get(slot);
    const changed = typeof addressed?.share === 'function' ? addressed.share(share) : addressed?.share;
    const contents = addressed ? (changed ?? share) : filling;
    slots.push(await sealSlot(slot, addressed?.to ?? decoy.publicKey, contents, kemSeed));
  }
  const preamble = concatBytes(LETTER_MAGIC, u32(forgery.epoch), Uint8Array.of(forgery.slots, 0, 0, 0));
  const header = concatBytes(preamble, ...slots);
  const { crypto_generichash } = await sodium();
  const commit = crypto_generichash(COMMITMENT_BYTES, header, await deriveSubkey(key, SUBKEY.commitment));
  return { letter: concatBytes(header, commit, await forgeStream(forgery, key)), fileKey: key };
}

async function forgeStream(forgery: Forgery, key: FileKey): Promise<Bytes> {
  const { report = utf8('{"version":1,"story":"A border clerk asked for money."}') } = forgery;
  const sealedBytes = forgery.size - PREAMBLE_BYTES - forgery.slots * SLOT_BYTES - COMMITMENT_BYTES;
  const plaintext = new Uint8Array(plaintextLength(sealedBytes));
  plaintext.set(u32(forgery.statedLength ?? report.length));
  plaintext.set(report, 4);
  for (const [offset, byte] of forgery.padding ?? []) {
    plaintext[offset < 0 ? plaintext.length + offset : 4 + report.length + offset] = byte;
  }
  const streamKey = await StreamKey.import(await deriveSubkey(key, SUBKEY.letterStream));
  const count = Math.ceil(plaintext.length / CHUNK_PLAINTEXT_BYTES);
  const place = forgery.place ?? ((index) => [index, index === count - 1]);
  const chunks: Bytes[] = [];
  for (let index = 0; index < count; index += 1) {
    const chunk = plaintext.subarray(index * CHUNK_PLAINTEXT_BYTES, (index + 1) * CHUNK_PLAINTEXT_BYTES);
    chunks.push(await streamKey.sealChunk(...place(index, count), chunk));
  }
  return concatBytes(...chunks);
}

/** Random bytes that are the same at every run: BLAKE2b of a name and a counter. For vectors only. */
export async function namedRandom(name: string): Promise<RandomBytes> {
  const { crypto_generichash } = await sodium();
  let counter = 0;
  return (length) => {
    const blocks: Uint8Array[] = [];
    for (let made = 0; made < length; made += 64) {
      blocks.push(crypto_generichash(64, utf8(`amparo vectors/${name}/${String(counter)}`), null));
      counter += 1;
    }
    return concatBytes(...blocks).slice(0, length);
  };
}
