import { type Bytes } from './bytes.ts';
import { AmparoError } from './errors.ts';
import { deriveSubkey, SUBKEY, type EpochKeyPair, type FileKey, type ReaderKey, type WrapKey } from './keys.ts';
import { asLetter, commitment, headerLength, letterEpoch, slotCount, slotOffset, type Letter } from './letter.ts';
import { unpad } from './padding.ts';
import { keyFrom, readShare, type ReadShare } from './share.ts';
import { openSlot, openSlotWith } from './slots.ts';
import { sodium } from './sodium.ts';
import { openStream, StreamKey } from './stream.ts';

export interface LetterContents {
  readonly report: Bytes;
  readonly fileKey: FileKey;
}

export interface OpenedLetter extends LetterContents {
  readonly kind: 'opened';
  /** Where this reviewer's share was: a hint for the next letter. */
  readonly slot: number;
}

/** One reviewer's part of a letter that several must open together. */
export interface LetterShare {
  readonly kind: 'share';
  /** How many reviewers it takes, this one included. */
  readonly threshold: number;
  readonly slot: number;
  /** What this reviewer can release to another (SPEC.md, Release). */
  readonly wrapKey: WrapKey;
  /** What all have whom the letter addresses (SPEC.md, Reader key). */
  readonly readerKey: ReaderKey;
}

/** Opens a letter, or returns `null` where no slot is addressed to this key. Errors: SPEC.md, Opening, steps 1 to 8. */
export async function openLetter(
  bytes: Bytes,
  key: EpochKeyPair,
  slotHint = 0,
): Promise<OpenedLetter | LetterShare | null> {
  const letter = asLetter(bytes);
  const slots = slotCount(letter);
  if (letterEpoch(letter) !== key.epoch) throw new AmparoError('wrong-epoch');

  for (const slot of slotsFrom(slotHint, slots)) {
    const opened = await openSlot(slot, slotIn(letter, slot), key);
    if (opened === null) continue;
    const share = readShare(opened.share, slot, slots);
    if (share.kind === 'whole') return { kind: 'opened', slot, ...(await openLetterWith(letter, share.fileKey)) };
    const { threshold, readerKey } = share;
    return { kind: 'share', threshold, slot, wrapKey: opened.wrapKey, readerKey };
  }
  return null;
}

/** Opens a letter whose file key is known, as after a grant. Throws as {@link openLetter}; another key is `commitment-mismatch`. */
export async function openLetterWith(bytes: Bytes, key: FileKey): Promise<LetterContents> {
  const letter = asLetter(bytes);
  const slots = slotCount(letter);
  const header = letter.subarray(0, slotOffset(slots));
  const stated = letter.subarray(header.length, headerLength(slots));
  const { memcmp } = await sodium();
  if (!memcmp(stated, await commitment(key, header))) throw new AmparoError('commitment-mismatch');

  const streamKey = await StreamKey.import(await deriveSubkey(key, SUBKEY.letterStream));
  const padded = await openStream(streamKey, letter.subarray(headerLength(slots)));
  if (padded === null) throw new AmparoError('stream-damaged');
  return { report: unpad(padded), fileKey: key };
}

/** What somebody gave towards opening a letter: their own slot's wrap key. `from`: whoever is to be named where it is false. */
export interface Contribution<From> {
  readonly slot: number;
  readonly wrapKey: WrapKey;
  readonly from: From;
}

export type OpenedTogether<From> = {
  /** Who gave a wrap key that does not open the slot it is said to open. */
  readonly false: readonly From[];
} & ({ readonly opened: LetterContents } | { readonly missing: number });

/**
 * Opens a letter with what several reviewers gave, one's own share among them. `missing`: how many more it takes, at least. Throws `share-malformed` and
 * `commitment-mismatch` where the shares that the letter holds do not fit: nobody who gave one is to blame.
 */
export async function openWithReleases<From>(
  bytes: Bytes,
  releases: readonly Contribution<From>[],
): Promise<OpenedTogether<From>> {
  const letter = asLetter(bytes);
  const slots = slotCount(letter);
  const shares = new Map<number, ReadShare>();
  const givers: From[] = [];
  for (const { slot, wrapKey, from } of releases) {
    const share = isSlot(slot, slots) ? await openSlotWith(wrapKey, slotIn(letter, slot)) : null;
    if (share === null) givers.push(from);
    else shares.set(slot, readShare(share, slot, slots));
  }
  const all = [...shares.values()];
  const threshold = all[0]?.threshold ?? 1;
  if (all.some((share) => share.threshold !== threshold)) throw new AmparoError('share-malformed', 'threshold');
  if (all.length < threshold) return { missing: threshold - all.length, false: givers };
  const key = await keyFrom(all.slice(0, threshold));
  return { opened: await openLetterWith(letter, key), false: givers };
}

function slotIn(letter: Letter, slot: number): Bytes {
  return letter.subarray(slotOffset(slot), slotOffset(slot + 1));
}

function isSlot(slot: number, slots: number): boolean {
  return Number.isInteger(slot) && slot >= 0 && slot < slots;
}

function* slotsFrom(hint: number, slots: number): Generator<number> {
  for (let i = 0; i < slots; i += 1) yield (hint + i) % slots;
}
