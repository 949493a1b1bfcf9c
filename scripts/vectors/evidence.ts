import { toHex, type Bytes } from '../../crypto/bytes.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { CELL_BYTES, CELL_PLAINTEXT_BYTES, evidenceDigest, sealEvidence, sha256 } from '../../crypto/evidence.ts';
import { newEvidenceKey } from '../../crypto/keys.ts';
import { namedRandom } from './forge.ts';
import { flipped, type Edit, type Vectors } from './vector.ts';

export interface FileRecipe {
  readonly size: number;
  readonly seed: number;
}

export type EvidenceEdit =
  | { readonly cell: number; readonly edits: readonly Edit[] }
  | { readonly swapCells: readonly [number, number] }
  | { readonly cells: number }
  | { readonly size: number };

export async function evidenceVectors(): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const key = newEvidenceKey(await namedRandom('evidence'));

  const add = async (
    name: string,
    about: string,
    files: readonly FileRecipe[],
    failure?: { error: ErrorCode; edit: EvidenceEdit },
  ) => {
    const cells: Bytes[] = [];
    const size = files.reduce((total, file) => total + file.size, 0);
    for await (const cell of sealEvidence(key, size, contentsOf(files))) cells.push(cell);
    const hashes = await Promise.all(cells.map(async (cell) => toHex(await sha256(cell))));
    vectors.set(`evidence-${name}`, {
      kind: 'evidence',
      about,
      expect: failure ? { error: failure.error } : 'opens',
      evidenceKey: toHex(key),
      files,
      cellHashes: hashes,
      ...(failure
        ? { edit: failure.edit }
        : { opens: { cells: cells.length, digest: toHex(await evidenceDigest(cells)) } }),
    });
    return cells;
  };

  const one = [{ size: 1000, seed: 1 }];
  const two = [
    { size: CELL_PLAINTEXT_BYTES - 1, seed: 2 },
    { size: 2, seed: 3 },
  ];
  const [cell] = await add('opens-one', 'one file in one cell', one);
  if (!cell) throw new Error('no cell');
  await add('opens-none', 'one file of no bytes still fills a cell', [{ size: 0, seed: 0 }]);
  await add('opens-exact', 'a file that fills a cell to the last byte', [{ size: CELL_PLAINTEXT_BYTES, seed: 4 }]);
  await add('opens-two', 'two files; the second lies across two cells', two);
  await add('opens-padded', 'nine cells of files: Padme makes ten', [{ size: 9 * CELL_PLAINTEXT_BYTES, seed: 5 }]);

  const refuse = (name: string, about: string, files: readonly FileRecipe[], error: ErrorCode, edit: EvidenceEdit) =>
    add(name, about, files, { error, edit });
  await refuse('altered', 'a byte altered', one, 'evidence-damaged', { cell: 0, edits: [flipped(cell, 70_000)] });
  await refuse('tag', 'the last tag altered', one, 'evidence-damaged', {
    cell: 0,
    edits: [flipped(cell, CELL_BYTES - 1)],
  });
  await refuse('cell-short', 'a cell cut by one byte', one, 'evidence-size', {
    cell: 0,
    edits: [{ cut: CELL_BYTES - 1 }],
  });
  await refuse('cell-long', 'a cell with a byte too many', one, 'evidence-size', {
    cell: 0,
    edits: [{ append: '00' }],
  });
  await refuse('chunks-swapped', 'two chunks exchanged within a cell', one, 'evidence-damaged', {
    cell: 0,
    edits: [{ swap: [0, 65_536], length: 65_536 }],
  });
  await refuse('cells-swapped', 'two cells exchanged', two, 'evidence-damaged', { swapCells: [0, 1] });
  await refuse('cut', 'the last cell dropped and not announced', two, 'evidence-damaged', { cells: 1 });
  await refuse('size-short', 'the list says one byte less than the stream holds', one, 'padding-not-zero', {
    size: 999,
  });
  return vectors;
}

/** Byte i of a file is (seed + 7 i + floor(i / 256)) mod 256. */
// eslint-disable-next-line @typescript-eslint/require-await -- sealEvidence takes a flow
async function* contentsOf(files: readonly FileRecipe[]): AsyncGenerator<Uint8Array> {
  for (const { size, seed } of files) {
    yield Uint8Array.from({ length: size }, (_, i) => (seed + 7 * i + Math.floor(i / 256)) % 256);
  }
}
