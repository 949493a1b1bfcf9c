import {
  casebookFacts,
  CASEBOOK_HEAD_BYTES,
  KEY_FILE_COSTS,
  rewrapCasebook,
  sealCasebook,
  systemRandom,
  toBase64,
  unlockCasebook,
} from '../../../crypto/index.ts';
import type { Handlers } from '../calls/answering.ts';
import type { KeepingCalls, Merged, SealedCasebook } from '../calls/keeping-calls.ts';
import { CallError } from '../calls/line.ts';
import { hashElsewhere } from './argon2id.ts';
import { linesOf } from './casebook-lines.ts';
import type { Memory } from './memory.ts';
import { placeAgain } from './office.ts';
import { bytesOf } from './pieces.ts';
import { openTogether } from './together.ts';
import { readAll } from './unlocking.ts';

export function keepingHandlers(memory: Memory): Handlers<KeepingCalls> {
  return {
    seal: () => memory.inTurn(() => seal(memory)),

    saved({ generation, changes }) {
      memory.unlocked().generation = generation;
      memory.markSaved(changes);
      return null;
    },

    merge: ({ file, passphrase }) => memory.inTurn(() => merge(memory, file, passphrase)),

    async changePassphrase(passphrase) {
      const session = memory.unlocked();
      const argon2id = hashElsewhere(memory.page);
      session.casebook = await rewrapCasebook(session.casebook, passphrase, KEY_FILE_COSTS, argon2id, systemRandom);
      memory.touch();
      return null;
    },
  };
}

/** The casebook as it is now, sealed as one file. What changes while it is made belongs to the next one. */
async function seal(memory: Memory): Promise<SealedCasebook> {
  const session = memory.unlocked();
  const { changes } = memory;
  const generation = session.generation + 1;
  const parts: Blob[] = [];
  // Each piece becomes a Blob at once: browsers keep those out of the script's memory, and on disk when they grow.
  for await (const piece of sealCasebook(session.casebook, generation, linesOf(memory), systemRandom)) {
    parts.push(new Blob([piece]));
  }
  return { file: new Blob(parts, { type: 'application/octet-stream' }), generation, changes };
}

/** Throws as `unlockCasebook`, and `casebook-of-another`. */
async function merge(memory: Memory, file: Blob, passphrase: string | null): Promise<Merged> {
  const session = memory.unlocked();
  const head = await bytesOf(file, 0, CASEBOOK_HEAD_BYTES);
  const { generation, identity } = casebookFacts(head);
  if (toBase64(identity) !== session.identity) throw new CallError({ code: 'casebook-of-another' });
  const casebook =
    passphrase === null ? session.casebook : await unlockCasebook(head, passphrase, hashElsewhere(memory.page));
  const before = { reports: memory.reports.size, entries: memory.journal.entries.size };
  const damage = await readAll(memory, casebook, file, () => undefined);
  await placeAgain(memory);
  await openTogether(memory);
  const isOlder = generation <= session.generation;
  session.generation = Math.max(session.generation, generation);
  memory.touch();
  return {
    reports: memory.reports.size - before.reports,
    entries: memory.journal.entries.size - before.entries,
    generation,
    isOlder,
    damage,
  };
}
