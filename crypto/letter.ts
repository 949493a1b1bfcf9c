import { concatBytes, isZero, readU32, u32, type Branded, type Bytes, type RandomBytes } from './bytes.ts';
import { AmparoError } from './errors.ts';
import { deriveSubkey, newEpochKeyPair, SUBKEY, type EpochPublicKey, type FileKey } from './keys.ts';
import { LENGTH_BYTES, pad } from './padding.ts';
import { newKeyAndShares, SHARE_BYTES, type Share } from './share.ts';
import { KEM_SEED_BYTES, sealSlot, SLOT_BYTES } from './slots.ts';
import { sodium } from './sodium.ts';
import { plaintextLength, sealStream, StreamKey } from './stream.ts';

/** A report sealed and padded: exactly one of {@link LETTER_SIZES} bytes long (SPEC.md, Letter). */
export type Letter = Branded<'Letter'>;

export const LETTER_SIZES = [32_768, 131_072, 524_288] as const;
export type LetterSize = (typeof LETTER_SIZES)[number];
export const LETTER_MAGIC: Bytes = Uint8Array.of(0x61, 0x6d, 0x70, 0x61, 0x72, 0x6f, 0x00, 0x01);
export const SLOT_COUNTS = [4, 8, 16, 32] as const;
export type SlotCount = (typeof SLOT_COUNTS)[number];

const EPOCH_OFFSET = 8;
const SLOTS_OFFSET = 12;
const PREAMBLE_BYTES = 16;
const COMMITMENT_BYTES = 32;

/** Checks size and magic only: what a server, which can open nothing, can know. Throws `letter-size`, `letter-malformed`. */
export function asLetter(bytes: Bytes): Letter {
  if (!isLetterSize(bytes.length)) throw new AmparoError('letter-size');
  if (!LETTER_MAGIC.every((byte, i) => bytes[i] === byte)) throw new AmparoError('letter-malformed', 'magic');
  return bytes as Letter;
}

export function isLetterSize(length: number): boolean {
  return LETTER_SIZES.some((size) => size === length);
}

/** How many bytes of report a letter of `size` bytes with `slots` slots carries; negative where the slots alone do not fit. */
export function letterCapacity(size: number, slots: SlotCount): number {
  return plaintextLength(size - headerLength(slots)) - LENGTH_BYTES;
}

/** Months since January 2020: which key opens the letter. */
export function letterEpoch(letter: Letter): number {
  return readU32(letter, EPOCH_OFFSET);
}

export interface Addressing {
  readonly epoch: number;
  readonly slots: SlotCount;
  /** Slot number to the epoch key of the reviewer there. Every other slot is filled with the same work for nobody. */
  readonly recipients: ReadonlyMap<number, EpochPublicKey>;
  /** How many of the recipients open the letter together; left out: each alone. */
  readonly threshold?: number;
}

/** Seals the bytes of a report, under a file key of its own. Throws `no-recipient`, `threshold-unreachable` and `report-too-long`. */
export async function sealLetter(report: Bytes, addressing: Addressing, random: RandomBytes): Promise<Letter> {
  const { slots, recipients, threshold = 1 } = addressing;
  const addressed = [...recipients.keys()].filter((slot) => slot < slots).length;
  if (addressed === 0) throw new AmparoError('no-recipient');
  if (addressed < threshold) throw new AmparoError('threshold-unreachable');
  const size = LETTER_SIZES.find((candidate) => report.length <= letterCapacity(candidate, slots));
  if (size === undefined) throw new AmparoError('report-too-long');

  return sealTo(size, report, addressing, random);
}

/** A letter of `size` bytes that nobody can open. Throws `report-too-long` where the slots alone do not fit. */
export async function sealEmptyLetter(
  addressing: Omit<Addressing, 'recipients'>,
  size: LetterSize,
  random: RandomBytes,
): Promise<Letter> {
  if (letterCapacity(size, addressing.slots) < 0) throw new AmparoError('report-too-long');
  return sealTo(size, new Uint8Array(), { ...addressing, recipients: new Map() }, random);
}

async function sealTo(size: LetterSize, report: Bytes, addressing: Addressing, random: RandomBytes): Promise<Letter> {
  const { epoch, slots, threshold = 1 } = addressing;
  const { fileKey, shares } = await newKeyAndShares(slots, threshold, random);
  const preamble = concatBytes(LETTER_MAGIC, u32(epoch), Uint8Array.of(slots, 0, 0, 0));
  const header = concatBytes(preamble, ...(await sealSlots(shares, addressing, random)));
  const streamKey = await StreamKey.import(await deriveSubkey(fileKey, SUBKEY.letterStream));
  const padded = pad(report, letterCapacity(size, slots) + LENGTH_BYTES);
  return concatBytes(header, await commitment(fileKey, header), await sealStream(streamKey, padded)) as Letter;
}

/** Every slot draws the same randomness and costs the same work, whether or not anybody can open it. */
async function sealSlots(
  shares: readonly Share[],
  { epoch, recipients }: Addressing,
  random: RandomBytes,
): Promise<Bytes[]> {
  const decoy = await newEpochKeyPair(epoch, random);
  const sealed: Bytes[] = [];
  for (const [slot, share] of shares.entries()) {
    const kemSeed = random(KEM_SEED_BYTES);
    const filling = random(SHARE_BYTES);
    const recipient = recipients.get(slot);
    sealed.push(await sealSlot(slot, recipient ?? decoy.publicKey, recipient ? share : filling, kemSeed));
  }
  return sealed;
}

/** The keyed hash by which a file key is bound to all before it (SPEC.md, Commitment). */
export async function commitment(key: FileKey, header: Bytes): Promise<Bytes> {
  const { crypto_generichash } = await sodium();
  return new Uint8Array(crypto_generichash(COMMITMENT_BYTES, header, await deriveSubkey(key, SUBKEY.commitment)));
}

/** Throws `letter-malformed`. */
export function slotCount(letter: Letter): SlotCount {
  const slots = SLOT_COUNTS.find((count) => count === letter[SLOTS_OFFSET]);
  if (slots === undefined || letterCapacity(letter.length, slots) < 0)
    throw new AmparoError('letter-malformed', 'slots');
  if (!isZero(letter.subarray(SLOTS_OFFSET + 1, PREAMBLE_BYTES))) throw new AmparoError('letter-malformed', 'reserved');
  return slots;
}

export function slotOffset(slot: number): number {
  return PREAMBLE_BYTES + slot * SLOT_BYTES;
}

/** Everything before the stream. */
export function headerLength(slots: SlotCount): number {
  return slotOffset(slots) + COMMITMENT_BYTES;
}
