import {
  AmparoError,
  BUNDLE_MAGIC,
  CASEBOOK_HEAD_BYTES,
  CASEBOOK_MAGIC,
  directorySchema,
  fromUtf8,
  identityPublicKey,
  KEY_FILE_COSTS,
  monthOf,
  newCasebook,
  openKeyFile,
  readCasebook,
  readKeyFileHeader,
  signingPublicKey,
  systemRandom,
  toBase64,
  unlockCasebook,
  type Bytes,
  type Keys,
  type Casebook,
  type UnlockedCasebook,
} from '../../../crypto/index.ts';
import { failureOf, type Control, type Handlers } from '../calls/answering.ts';
import { CallError, type Failure } from '../calls/line.ts';
import type { LookedAt, UnlockAsked, UnlockCalls, Unlocked, UnlockStep } from '../calls/unlock-calls.ts';
import { hashElsewhere } from './argon2id.ts';
import { takeLine } from './casebook-lines.ts';
import type { Memory } from './memory.ts';
import { placeAgain } from './office.ts';
import { bytesOf, piecesOf } from './pieces.ts';
import { openTogether } from './together.ts';

/** No key file and no directory comes near this. */
const TEXT_FILE_BYTES_MAX = 4_194_304;
const TELL_EVERY_LINES = 500;

export function unlockHandlers(memory: Memory): Handlers<UnlockCalls> {
  return { look: lookAt, unlock: (asked, control) => unlock(memory, asked, control) };
}

async function lookAt(file: Blob): Promise<LookedAt> {
  const start = await bytesOf(file, 0, BUNDLE_MAGIC.length);
  if (beginsAs(start, BUNDLE_MAGIC)) return { kind: 'bundle' };
  // A newer version of the casebook is one all the same, and said to be too new once it is opened.
  if (beginsAs(start, CASEBOOK_MAGIC.subarray(0, -1))) return { kind: 'casebook' };
  if (file.size > TEXT_FILE_BYTES_MAX) return { kind: 'unknown' };
  const text = fromUtf8(await bytesOf(file, 0, file.size));
  return text === undefined ? { kind: 'unknown' } : lookAtText(text);
}

function beginsAs(start: Bytes, magic: Bytes): boolean {
  return magic.every((byte, i) => start[i] === byte);
}

function lookAtText(text: string): LookedAt {
  try {
    const { role, name, publicKey } = readKeyFileHeader(text);
    return role === 'reviewer' ? { kind: 'key', name, identity: publicKey } : { kind: 'charter-key' };
  } catch (error) {
    if (error instanceof AmparoError && error.code === 'key-file-unsupported') throw error;
  }
  try {
    return directorySchema.safeParse(JSON.parse(text)).success ? { kind: 'directory' } : { kind: 'unknown' };
  } catch {
    return { kind: 'unknown' };
  }
}

/** Throws as `openKeyFile` and `unlockCasebook`, and `casebook-of-another`. Nothing is kept of a try that failed. */
async function unlock(memory: Memory, asked: UnlockAsked, { tell }: Control<UnlockStep>): Promise<Unlocked> {
  if (memory.session) throw new CallError({ code: 'already-unlocked' });
  const argon2id = hashElsewhere(memory.page);
  tell({ step: 'key' });
  const keys = await openKeyFile(await asked.keyFile.text(), asked.passphrase, argon2id);
  if (keys.role !== 'reviewer') throw new CallError({ code: 'key-of-charter' });
  const identity = identityPublicKey(await signingPublicKey(keys.seed));

  tell({ step: 'casebook' });
  if (!asked.casebook) {
    const casebook = await newCasebook(asked.passphrase, identity, KEY_FILE_COSTS, argon2id, systemRandom);
    memory.session = { keys, identity: toBase64(identity), casebook, generation: 0 };
    memory.touch();
    return unlocked(keys, toBase64(identity), null, null);
  }
  const head = await bytesOf(asked.casebook, 0, CASEBOOK_HEAD_BYTES);
  const casebook = await unlockCasebook(head, asked.casebookPassphrase ?? asked.passphrase, argon2id);
  if (toBase64(casebook.identity) !== toBase64(identity)) throw new CallError({ code: 'casebook-of-another' });
  const damage = await readAll(memory, casebook, asked.casebook, tell);
  const { generation } = casebook;
  memory.session = { keys, identity: toBase64(identity), casebook, generation };
  await placeAgain(memory);
  memory.markSaved(memory.changes);
  await openTogether(memory);
  // What was lost is gone from the file, and what is whole must be saved again before it can be called safe.
  if (damage || asked.isUnsaved) memory.touch();
  return unlocked(keys, toBase64(identity), casebook, damage);
}

/** Takes in what is whole, and gives why that is not all. */
export async function readAll(
  memory: Memory,
  casebook: Casebook,
  file: Blob,
  tell: (step: UnlockStep) => void,
): Promise<Failure | null> {
  let lines = 0;
  try {
    for await (const line of readCasebook(casebook, piecesOf(file))) {
      await takeLine(memory, line);
      lines += 1;
      if (lines % TELL_EVERY_LINES === 0) tell({ step: 'reading', lines });
    }
    await memory.journal.placeAgain();
    return null;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code === 'casebook-damaged') return failure;
    throw error;
  }
}

function unlocked(keys: Keys, identity: string, casebook: UnlockedCasebook | null, damage: Failure | null): Unlocked {
  return {
    name: keys.name,
    identity,
    months: keys.epochs.map(({ epoch }) => monthOf(epoch)),
    isNew: casebook === null,
    generation: casebook?.generation ?? 0,
    damage,
  };
}
