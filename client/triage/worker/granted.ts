import {
  asLetter,
  isoDateOfDay,
  letterEpoch,
  openLetterWith,
  scanBundle,
  sha256,
  toHex,
  AmparoError,
  type Bytes,
  type FileKey,
} from '../../../crypto/index.ts';
import { failureOf } from '../calls/answering.ts';
import type { LetterOutcome } from '../calls/helper-calls.ts';
import type { Identity } from '../desk/journal-types.ts';
import { contentsOf } from './letter-contents.ts';
import type { Memory } from './memory.ts';
import { takenOn } from './office.ts';
import { sliceable } from './pieces.ts';
import { settle, type LetterRecord } from './settling.ts';

/** Letters that colleagues gave and that are not here: by who gave them. They open once the bundle that holds them is opened again. */
export function givenLetters({ grants, letters }: Memory): ReadonlyMap<Identity, number> {
  const given = new Map<Identity, number>();
  for (const letter of grants.letters()) {
    const [first] = grants.standing(letter);
    if (first && !letters.has(letter)) given.set(first.from, (given.get(first.from) ?? 0) + 1);
  }
  return given;
}

/** Opens, in these bundles, what colleagues gave the keys of (SPEC.md, Grant); gives how many. */
export async function openGranted(memory: Memory, files: readonly File[], signal: AbortSignal): Promise<number> {
  let opened = 0;
  for (const file of files) {
    if (givenLetters(memory).size === 0) break;
    try {
      for await (const record of scanBundle(sliceable(file))) {
        if (signal.aborted) return opened;
        if (record.type !== 'letter') continue;
        const { letter, day, cells } = record;
        const id = toHex(await sha256(letter));
        if (memory.letters.has(id) || memory.grants.standing(id).length === 0) continue;
        const of = { day: day === 0 ? null : isoDateOfDay(day), cells, bundle: file.name, taken: takenOn(memory) };
        if (await openWithGrants(memory, id, letter, of)) opened += 1;
      }
    } catch {
      // That the file is damaged was told when it was opened first.
    }
  }
  if (opened > 0) memory.touch();
  return opened;
}

/** A key that is not this letter's says who gave it, and the next is tried. */
async function openWithGrants(memory: Memory, id: string, letter: Bytes, record: LetterRecord): Promise<boolean> {
  for (const kept of memory.grants.of(id)) {
    if (kept.isFalse) continue;
    const outcome = await openedWith(id, letter, kept.opened.fileKey);
    if (outcome === null) {
      kept.isFalse = true;
      memory.touch();
      continue;
    }
    const { as } = await settle(memory, outcome, { ...record, givenBy: kept.opened.from });
    memory.grants.close(id);
    return as === 'opened';
  }
  return false;
}

async function openedWith(id: string, letter: Bytes, key: FileKey): Promise<LetterOutcome | null> {
  try {
    return await contentsOf(id, letterEpoch(asLetter(letter)), await openLetterWith(letter, key));
  } catch (error) {
    if (error instanceof AmparoError && error.code === 'commitment-mismatch') return null;
    return { kind: 'failed', letter: id, failure: failureOf(error) };
  }
}
