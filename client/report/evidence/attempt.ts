import {
  AmparoError,
  CELL_BYTES,
  GrowingEvidence,
  newEvidenceKey,
  PATHS,
  type EvidenceKey,
  type RandomBytes,
} from '../../../crypto/index.ts';

import { fetchPatiently } from '../fetch-patiently.ts';
import type { Contents } from './contents.ts';
import { ItemFault } from './item.ts';
import type { SealedPart } from './transfer.ts';
import { UploadAstray } from './trouble.ts';

/** One stream under one key, and the upload that takes it. What is no longer fit to go on is left, and another begun. */
export class Attempt {
  readonly key: EvidenceKey;
  readonly stream: GrowingEvidence;
  /** Known once the server has begun it. */
  url: string | null = null;
  /** What the server said it has, and what went out, in sealed bytes. */
  acceptedBytes = 0;
  sentBytes = 0;
  /** All is there, and the server knows that it is all. */
  isDone = false;
  /** The server asked for more work. */
  isWorkDue = false;
  #sealedCells = 0;

  private constructor(key: EvidenceKey, stream: GrowingEvidence) {
    this.key = key;
    this.stream = stream;
  }

  static async begin(random: RandomBytes): Promise<Attempt> {
    const key = newEvidenceKey(random);
    return new Attempt(key, await GrowingEvidence.begin(key));
  }

  /** Whether there is something that the server does not have yet, and that can be sent now. */
  get hasMore(): boolean {
    if (this.isDone) return false;
    return this.stream.cells !== undefined || this.stream.readyCells * CELL_BYTES > this.acceptedBytes;
  }

  /** Whether the cell in which `offset` lies can be sealed, or there is none left. */
  isReadyAt(offset: number): boolean {
    return this.stream.cells !== undefined || cellAt(offset) < this.stream.readyCells;
  }

  /** Seals what of the stream follows `offset`; `null` where files came or went meanwhile. Throws {@link ItemFault}. */
  async partFrom(offset: number, contents: Contents): Promise<SealedPart | null> {
    const index = cellAt(offset);
    if (index > this.#sealedCells) throw new UploadAstray();
    if (index === this.stream.cells) return { bytes: null, isLast: true };
    const { items } = contents;
    const { start, end } = this.stream.rangeOf(index);
    const content = await contents.read(start, end);
    if (items !== contents.items || !this.isReadyAt(offset)) return null;
    const isLast = index + 1 === this.stream.cells;
    try {
      const cell = await this.stream.sealCell(index, content);
      this.#sealedCells = Math.max(this.#sealedCells, index + 1);
      return { bytes: cell.subarray(offset - index * CELL_BYTES), isLast };
    } catch (error) {
      if (!(error instanceof AmparoError)) throw error;
      throw new ItemFault(contents.idsWithin(start, end), 'changed');
    }
  }

  /** Takes it from the server, where it is of no use any more. Where that fails, it is swept in a day or two. */
  async leave(): Promise<void> {
    if (this.url === null) return;
    const path = `${PATHS.evidence}/${this.uploadId ?? ''}`;
    const init = { method: 'DELETE', headers: { 'Tus-Resumable': '1.0.0' }, keepalive: true };
    await fetchPatiently(path, init, () => undefined).catch(() => undefined);
  }

  get uploadId(): string | undefined {
    return this.url?.split('/').at(-1);
  }
}

function cellAt(offset: number): number {
  return Math.floor(offset / CELL_BYTES);
}
