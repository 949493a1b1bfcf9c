import { NotUnderstood } from './source.ts';

/** Offsets in a file, in bytes: from `from` up to, not including, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What a cleaned file is put together from: parts of the original, new bytes, and runs of zeros. */
export type Piece = Range | Uint8Array<ArrayBuffer> | { readonly zeros: number };

const ZEROS_BYTES = 64 * 1024;
/** Firefox's `createImageBitmap` judges what a file is by its first part, and a JPEG's may be two bytes long. */
const HEAD_BYTES = 512;

/** Makes the file, of media type `type`. Parts of the original are slices: all but the first bytes is read when it is used. */
export async function compose(file: Blob, pieces: readonly Piece[], type: string): Promise<Blob> {
  const zeros = new Blob([new Uint8Array(ZEROS_BYTES)]);
  const whole = new Blob(
    joined(pieces).flatMap((piece): (Blob | Uint8Array<ArrayBuffer>)[] => {
      if (piece instanceof Uint8Array) return [piece];
      if ('from' in piece) return [file.slice(piece.from, piece.to)];
      const blocks = Array.from({ length: Math.floor(piece.zeros / ZEROS_BYTES) }, () => zeros);
      return [...blocks, zeros.slice(0, piece.zeros % ZEROS_BYTES)];
    }),
  );
  const head = await whole.slice(0, HEAD_BYTES).arrayBuffer();
  return new Blob([head, whole.slice(HEAD_BYTES)], { type });
}

export function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => {
    if (piece instanceof Uint8Array) return sum + piece.length;
    return sum + ('from' in piece ? piece.to - piece.from : piece.zeros);
  }, 0);
}

/** Ranges that touch made one, so that an untouched file is one slice and not thousands. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && 'from' in last && 'from' in piece && last.to === piece.from) {
      result[result.length - 1] = { from: last.from, to: piece.to };
    } else {
      result.push(piece);
    }
  }
  return result;
}

/** Changes in place: the file keeps its length, and every offset in it stays true. */
export class Patches {
  readonly #patches: { readonly at: number; readonly length: number; readonly piece: Piece }[] = [];

  put(at: number, bytes: Uint8Array<ArrayBuffer>): void {
    if (bytes.length > 0) this.#patches.push({ at, length: bytes.length, piece: bytes });
  }

  zero(from: number, to: number): void {
    if (to > from) this.#patches.push({ at: from, length: to - from, piece: { zeros: to - from } });
  }

  /** The file up to `end`, changed. Two changes of one place mean that it was not understood. */
  pieces(end: number): readonly Piece[] {
    const sorted = this.#patches.filter(({ at }) => at < end).sort((a, b) => a.at - b.at);
    const pieces: Piece[] = [];
    let at = 0;
    for (const patch of sorted) {
      if (patch.at < at || patch.at + patch.length > end) throw new NotUnderstood('changes overlap');
      if (patch.at > at) pieces.push({ from: at, to: patch.at });
      pieces.push(patch.piece);
      at = patch.at + patch.length;
    }
    if (at < end) pieces.push({ from: at, to: end });
    return pieces;
  }
}
