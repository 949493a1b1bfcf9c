import { EVIDENCE_READ_BYTES, type Bytes } from '../../../crypto/index.ts';

import { ItemFault, type EvidenceItem } from './item.ts';

/** The attached files, one after another, read in large pieces of which one at a time is held. */
export class Contents {
  #items: readonly EvidenceItem[] = [];
  #piece: Piece | undefined;

  get items(): readonly EvidenceItem[] {
    return this.#items;
  }

  get totalBytes(): number {
    return this.#items.reduce((total, { content }) => total + content.size, 0);
  }

  add(item: EvidenceItem): void {
    this.#items = [...this.#items, item];
  }

  remove(id: string): void {
    this.#items = this.#items.filter((item) => item.id !== id);
    if (this.#piece?.item.id === id) this.#piece = undefined;
  }

  clear(): void {
    this.#items = [];
    this.#piece = undefined;
  }

  /** Which part of the stream an item is; `undefined` where there is no such item. */
  placeOf(id: string): { readonly start: number; readonly end: number } | undefined {
    return this.#places().find(({ item }) => item.id === id);
  }

  /** The items of which bytes lie between `start` and `end`. */
  idsWithin(start: number, end: number): readonly string[] {
    return this.#places().flatMap((place) => (place.start < end && place.end > start ? [place.item.id] : []));
  }

  /** The bytes of the stream from `start` to `end`. Throws {@link ItemFault}. */
  async read(start: number, end: number): Promise<Bytes> {
    const bytes = new Uint8Array(end - start);
    for (const { item, ...place } of this.#places()) {
      const from = Math.max(start, place.start);
      const to = Math.min(end, place.end);
      for (let at = from; at < to;) {
        const part = (await this.#partFrom(item, at - place.start)).subarray(0, to - at);
        bytes.set(part, at - start);
        at += part.length;
      }
    }
    return bytes;
  }

  #places(): readonly { readonly item: EvidenceItem; readonly start: number; readonly end: number }[] {
    let end = 0;
    return this.#items.map((item) => {
      const start = end;
      end += item.content.size;
      return { item, start, end };
    });
  }

  /** What is held of an item from `offset` on, at least a byte. */
  async #partFrom(item: EvidenceItem, offset: number): Promise<Bytes> {
    let piece = this.#piece;
    if (piece?.item !== item || offset < piece.offset || offset >= piece.offset + piece.bytes.length) {
      this.#piece = undefined; // not two at a time
      piece = { item, offset, bytes: await readPiece(item, offset) };
      this.#piece = piece;
    }
    return piece.bytes.subarray(offset - piece.offset);
  }
}

interface Piece {
  readonly item: EvidenceItem;
  readonly offset: number;
  readonly bytes: Bytes;
}

async function readPiece({ id, content }: EvidenceItem, offset: number): Promise<Bytes> {
  const end = Math.min(content.size, offset + EVIDENCE_READ_BYTES);
  let bytes: Bytes;
  try {
    bytes = new Uint8Array(await content.slice(offset, end).arrayBuffer());
  } catch (error) {
    // Browsers say "not found" of a file that is gone, and "not readable" of one that was written to since it was chosen.
    throw new ItemFault([id], error instanceof DOMException && error.name === 'NotFoundError' ? 'vanished' : 'changed');
  }
  if (bytes.length !== end - offset) throw new ItemFault([id], 'changed');
  return bytes;
}
