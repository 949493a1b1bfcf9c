import sodium from 'libsodium-wrappers-sumo';

import {
  CELL_BYTES,
  CELL_PLAINTEXT_BYTES,
  CellCipher,
  evidenceKeyIn,
  toHex,
  type EvidenceFile,
  type EvidenceList,
} from '../../../crypto/index.ts';
import type { Control, Handlers } from '../calls/answering.ts';
import type { EvidenceAsked, EvidenceCalls, OpenedFile } from '../calls/evidence-calls.ts';
import { CallError } from '../calls/line.ts';
import type { EvidencePlaces } from './evidence-places.ts';
import { kindOf, textIn } from './file-kind.ts';
import { framePage } from './frame.ts';
import type { Memory } from './memory.ts';
import { bytesOf } from './pieces.ts';
import { isRecused } from './recusal.ts';

/** How much of a text is shown: more than anybody reads on this page, and it can be saved whole. */
const TEXT_BYTES_MAX = 262_144;

export function evidenceHandlers(memory: Memory): Handlers<EvidenceCalls> {
  return { evidence: (asked, control) => openFile(memory, asked, control) };
}

/** Throws `recused`, `evidence-not-at-hand`, `evidence-missing`, `evidence-count`, `evidence-damaged`, and `cancelled`. */
async function openFile(
  memory: Memory,
  { tag, file: index }: EvidenceAsked,
  { tell, signal }: Control<number>,
): Promise<OpenedFile> {
  const kept = memory.reports.get(tag);
  if (isRecused(memory, tag)) throw new CallError({ code: 'recused' });
  const list = kept?.report.evidence as EvidenceList | undefined;
  const wanted = list?.files[index];
  if (!kept || !list || !wanted) throw new CallError({ code: 'evidence-missing' });
  const places = memory.places.get(kept.letter);
  if (!places) throw new CallError({ code: kept.cells === 0 ? 'evidence-missing' : 'evidence-not-at-hand' });
  if (places.at.length !== list.cells) throw new CallError({ code: 'evidence-count' });

  await sodium.ready;
  const hash = sodium.crypto_hash_sha256_init();
  const parts: Blob[] = [];
  let done = 0;
  for await (const piece of piecesOfFile(list, wanted, places)) {
    if (signal.aborted) throw new CallError({ code: 'cancelled' });
    sodium.crypto_hash_sha256_update(hash, piece);
    // A Blob at once: browsers keep those out of the script's memory, and on disk when they grow.
    parts.push(new Blob([piece]));
    done += piece.length;
    tell(done / wanted.size);
  }
  const sha256 = toHex(sodium.crypto_hash_sha256_final(hash));
  return { sha256, ...(await shownOf(new Blob(parts, { type: 'application/octet-stream' }))) };
}

/** The bytes of one file, from the cells that hold it and no others. */
export async function* piecesOfFile(
  list: EvidenceList,
  { offset, size }: EvidenceFile,
  { file, at }: EvidencePlaces,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const cipher = await CellCipher.derive(evidenceKeyIn(list));
  const end = offset + size;
  const first = Math.floor(offset / CELL_PLAINTEXT_BYTES);
  for (let cell = first; cell * CELL_PLAINTEXT_BYTES < end; cell += 1) {
    const place = at[cell] ?? 0;
    const plaintext = await cipher.openCell(
      cell,
      cell === list.cells - 1,
      await bytesOf(file, place, place + CELL_BYTES),
    );
    const start = cell * CELL_PLAINTEXT_BYTES;
    yield plaintext.subarray(Math.max(0, offset - start), end - start);
  }
}

async function shownOf(file: Blob): Promise<Omit<OpenedFile, 'sha256'>> {
  const start = await bytesOf(file, 0, TEXT_BYTES_MAX);
  const isWhole = file.size <= TEXT_BYTES_MAX;
  const kind = kindOf(start, isWhole);
  const text = kind.shownAs === 'text' ? { start: textIn(start, isWhole) ?? '', isWhole } : null;
  return { file, shownAs: kind.shownAs, mime: kind.mime, frame: await framePage(file, kind), text };
}
