import {
  AmparoError,
  CELL_PLAINTEXT_BYTES,
  CellCipher,
  evidenceKeyIn,
  totalSize,
  type Bytes,
  type EvidenceList,
} from '../../crypto/index.ts';
import type { CellQueue } from './cell-queue.ts';
import { FileNames } from '../../client/shared/file-names.ts';
import { FileWriter } from './file-writer.ts';
import { problem, type OpeningProblem, type SavedFile } from './outcome.ts';

export interface SavedEvidence {
  readonly files: readonly SavedFile[];
  readonly problems: readonly OpeningProblem[];
}

/**
 * Decrypts a report's files into a folder, one cell in memory at a time. A cell that does not open harms the files in it alone:
 * these get zeros in its place and another name. Nothing is written for cells that did not come, whatever size the report claims.
 */
export async function saveEvidence(folder: string, list: EvidenceList, cells: CellQueue): Promise<SavedEvidence> {
  const names = new FileNames();
  const writers = list.files.map((file, i) => new FileWriter(folder, file, names.take(file.name, i), names));
  const problems = [...countProblems(list, cells), ...(await openCells(list, cells, writers))];
  const files: SavedFile[] = [];
  for (const writer of writers) {
    const file = await writer.finish();
    files.push(file);
    if (file.whole || cells.announced === 0) continue; // where nothing came at all, it is said once
    const code = writer.firstDamaged === undefined ? 'evidence-missing' : 'evidence-damaged';
    problems.push(problem(code, `from byte ${String(writer.firstDamaged ?? file.saved)} on`, file.name));
  }
  return { files, problems };
}

function countProblems({ cells: listed }: EvidenceList, { announced }: CellQueue): OpeningProblem[] {
  if (announced === listed) return [];
  return [
    problem(announced === 0 ? 'evidence-missing' : 'evidence-count', `${String(announced)} of ${String(listed)} MiB`),
  ];
}

async function openCells(
  list: EvidenceList,
  cells: CellQueue,
  writers: readonly FileWriter[],
): Promise<OpeningProblem[]> {
  const cipher = await CellCipher.derive(evidenceKeyIn(list));
  const problems: OpeningProblem[] = [];
  const total = totalSize(list.files);
  for (let index = 0; index < list.cells; index += 1) {
    const cell = await cells.next();
    if (cell === null) return problems;
    const opened = await openCell(cipher, index, index === list.cells - 1, cell);
    const start = index * CELL_PLAINTEXT_BYTES;
    if (opened === null && start >= total) problems.push(problem('evidence-damaged', 'no file was in it'));
    if (opened !== null && !isZeroFrom(opened, total - start)) problems.push(problem('padding-not-zero'));
    for (const writer of writers) if (writer.isWithin(start)) await writer.take(opened, start);
  }
  return problems;
}

async function openCell(cipher: CellCipher, index: number, isLast: boolean, cell: Bytes): Promise<Bytes | null> {
  try {
    return await cipher.openCell(index, isLast, cell);
  } catch (error) {
    if (error instanceof AmparoError) return null;
    throw error;
  }
}

function isZeroFrom(plaintext: Bytes, content: number): boolean {
  return plaintext.subarray(Math.max(0, content)).every((byte) => byte === 0);
}
