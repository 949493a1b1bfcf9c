import {
  AmparoError,
  CELL_BYTES,
  checkStamp,
  dayOf,
  emptyNote,
  EVIDENCE_ID_BYTES,
  readParcel,
  sha256,
  toHex,
  type Bytes,
  type ParcelLetter,
  type ParcelPart,
  type RandomBytes,
} from '../crypto/index.ts';

import type { Blobs } from './blobs/blobs.ts';
import type { Clock } from './clock.ts';
import type { Form } from './form.ts';
import type { ParcelAdmission } from './parcel-gate.ts';
import type { LogKey } from './log/log-key.ts';
import { Refusal, type ProblemCode } from './problems.ts';
import { acceptanceOf, digestOf } from './receipts.ts';
import type { LetterStore, UploadStore } from './store/store.ts';

export interface TakeDeps {
  readonly store: LetterStore & UploadStore;
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly logKey: LogKey;
}

export interface TakenParcel {
  /** SHA-256 of the letter in hex. */
  readonly id: string;
  /** False where the letter was there already. */
  readonly isNew: boolean;
}

/**
 * Takes in the parcel that a form brings. Letter and stamp first: nobody's evidence is taken in, and no turn given away by
 * `admit`, before somebody has worked for it. Throws {@link Refusal} and `BodyError`; nothing is kept then.
 */
export async function takeParcel(
  form: Form,
  deps: TakeDeps,
  admit: (id: string) => ParcelAdmission,
): Promise<TakenParcel> {
  const parts = partsOf(form.file());
  const letter = await letterOf(parts);
  const digest = await sha256(letter.letter);
  await checkWork(digest, letter);
  const id = toHex(digest);
  if (await deps.store.hasLetter(digest)) return { id, isNew: false };

  const admission = admit(id);
  try {
    form.expect(letter.cells * CELL_BYTES);
    const isNew = await keep(form, digest, letter, parts, deps);
    admission.accept();
    return { id, isNew };
  } catch (error) {
    admission.release();
    throw error;
  }
}

/** Evidence first, on the disk for good, then the letter that names it; what is broken off on the way is removed at once. */
async function keep(
  form: Form,
  id: Bytes,
  { letter, cells }: ParcelLetter,
  parts: AsyncIterator<ParcelPart, unknown>,
  { store, blobs, clock, random, logKey }: TakeDeps,
): Promise<boolean> {
  const evidence = cells === 0 ? null : toHex(random(EVIDENCE_ID_BYTES));
  let isNamed = false;
  try {
    await keepCells(evidence, cells, parts, blobs);
    await form.end();
    const day = dayOf(clock());
    if (evidence !== null) {
      await blobs.settle(evidence);
      await store.addUpload({ id: evidence, bytes: cells * CELL_BYTES, day });
    }
    const digest = evidence === null ? null : await digestOf(evidence, cells * CELL_BYTES, blobs);
    const { entry } = await acceptanceOf({ report: id, evidence: digest }, emptyNote(random), day, logKey);
    const outcome = await store.addLetter({ id, day, evidence, cells, body: letter, entry });
    if (outcome === 'evidence-not-found' || outcome === 'evidence-taken') throw new Refusal(outcome);
    isNamed = outcome === 'added';
    return isNamed;
  } finally {
    if (evidence !== null && !isNamed) await blobs.remove(evidence);
  }
}

/** Reads to the end of the parcel, so that one which is cut or goes on is told from a whole one. */
async function keepCells(
  evidence: string | null,
  cells: number,
  parts: AsyncIterator<ParcelPart, unknown>,
  blobs: Blobs,
): Promise<void> {
  await requireRoom(blobs, cells * CELL_BYTES);
  for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
    if (next.value.type !== 'cell' || evidence === null) continue;
    await requireRoom(blobs, CELL_BYTES); // others write meanwhile
    await blobs.append(evidence, next.value.cell);
  }
}

async function requireRoom(blobs: Blobs, bytes: number): Promise<void> {
  if (bytes > 0 && (await blobs.room()) < bytes) throw new Refusal('evidence-no-room');
}

async function letterOf(parts: AsyncIterator<ParcelPart, unknown>): Promise<ParcelLetter> {
  const first = await parts.next();
  if (first.done === true || first.value.type !== 'letter') throw new Refusal('parcel-malformed');
  return first.value;
}

async function checkWork(id: Bytes, { stamp }: ParcelLetter): Promise<void> {
  try {
    await checkStamp(id, stamp);
  } catch (error) {
    throw error instanceof AmparoError ? new Refusal('parcel-unstamped') : error;
  }
}

/** The parcel's parts, with the protocol's errors turned into those of the table. */
async function* partsOf(file: AsyncIterable<Uint8Array>): AsyncGenerator<ParcelPart> {
  let bytes = 0;
  const counted = async function* () {
    for await (const piece of file) {
      bytes += piece.length;
      yield piece;
    }
  };
  try {
    yield* readParcel(counted());
  } catch (error) {
    throw error instanceof AmparoError ? new Refusal(problemFor(error, bytes)) : error;
  }
}

function problemFor({ code, detail }: AmparoError, bytes: number): ProblemCode {
  if (code === 'stamp-missing') return 'parcel-unstamped';
  const isForeign = code === 'parcel-malformed' || (code === 'bundle-malformed' && detail === 'magic') || bytes === 0;
  return isForeign ? 'parcel-malformed' : 'parcel-damaged';
}
