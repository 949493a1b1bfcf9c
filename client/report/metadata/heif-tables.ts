import { boxesIn, type Box } from './boxes.ts';
import type { Range } from './pieces.ts';
import { NotUnderstood, type Source } from './source.ts';
import { latin1 } from './text.ts';

/** The tables of a `meta` box (ISO/IEC 14496-12, 8.11): what items there are, where they lie, and how they hang together. */
const ITEMS_MAX = 20_000; // a panorama of tiles has some hundreds
export const FULL_BOX_BYTES = 4;

/** Reads numbers one after another. */
class Numbers {
  readonly #view: DataView;
  at = 0;

  constructor(view: DataView) {
    this.#view = view;
  }

  /** Of 0, 2, 4 or 8 bytes. */
  next(bytes: number): number {
    const at = this.at;
    if (at + bytes > this.#view.byteLength) throw new NotUnderstood('table cut short');
    this.at += bytes;
    switch (bytes) {
      case 0:
        return 0;
      case 1:
        return this.#view.getUint8(at);
      case 2:
        return this.#view.getUint16(at);
      case 4:
        return this.#view.getUint32(at);
      case 8:
        return Number(this.#view.getBigUint64(at));
      default:
        throw new NotUnderstood('number of unknown width');
    }
  }

  get left(): number {
    return this.#view.byteLength - this.at;
  }
}

async function numbersIn(source: Source, box: Box): Promise<Numbers> {
  return new Numbers(await source.view(box.body, box.to - box.body));
}

export interface Item {
  readonly id: number;
  readonly type: string;
  /** Where the four characters of its type stand. */
  readonly typeAt: number;
  /** Where its name stands, without the zero that ends it. */
  readonly name: Range;
}

export async function readItems(source: Source, iinf: Box): Promise<readonly Item[]> {
  const [version = 0] = await source.bytes(iinf.body, 1);
  const boxes = await boxesIn(source, iinf.body + FULL_BOX_BYTES + (version === 0 ? 2 : 4), iinf.to);
  if (boxes.length > ITEMS_MAX) throw new NotUnderstood('too many items');
  const items: Item[] = [];
  for (const box of boxes) {
    const bytes = await source.bytes(box.body, box.to - box.body);
    const idBytes = bytes[0] === 3 ? 4 : 2;
    if (box.name !== 'infe' || (bytes[0] !== 2 && bytes[0] !== 3)) throw new NotUnderstood('item of an old kind');
    const numbers = new Numbers(new DataView(bytes.buffer));
    numbers.next(4);
    const id = numbers.next(idBytes);
    numbers.next(2);
    const type = latin1(bytes.subarray(numbers.at, numbers.at + 4));
    numbers.next(4);
    const nameEnd = bytes.indexOf(0, numbers.at);
    const name = { from: box.body + numbers.at, to: nameEnd === -1 ? box.to : box.body + nameEnd };
    items.push({ id, type, typeAt: box.body + numbers.at - 4, name });
  }
  return items;
}

/** Where each item's bytes lie in the file. `inside` is the body of `idat`, where some lie. */
export async function readPlaces(
  source: Source,
  iloc: Box,
  inside: Box | undefined,
): Promise<ReadonlyMap<number, Range[]>> {
  const numbers = await numbersIn(source, iloc);
  const version = numbers.next(1);
  if (version > 2) throw new NotUnderstood('unknown version');
  numbers.next(1);
  numbers.next(2);
  const widths = numbers.next(2);
  const [offsetBytes, lengthBytes, baseBytes] = [widths >> 12, (widths >> 8) & 15, (widths >> 4) & 15];
  const indexBytes = version === 0 ? 0 : widths & 15;
  const count = numbers.next(version === 2 ? 4 : 2);
  const places = new Map<number, Range[]>();
  for (let item = 0; item < count; item++) {
    source.countPart();
    const id = numbers.next(version === 2 ? 4 : 2);
    const method = version === 0 ? 0 : numbers.next(2) & 15;
    const elsewhere = numbers.next(2);
    if (method > 1 || elsewhere !== 0 || (method === 1 && !inside)) throw new NotUnderstood('item elsewhere');
    const base = numbers.next(baseBytes) + (method === 1 ? (inside?.body ?? 0) : 0);
    const ranges: Range[] = [];
    for (let extent = numbers.next(2); extent > 0; extent--) {
      source.countPart();
      numbers.next(indexBytes);
      const from = base + numbers.next(offsetBytes);
      const length = numbers.next(lengthBytes);
      if (length === 0) throw new NotUnderstood('item of open length');
      ranges.push({ from, to: from + length });
    }
    if (places.has(id)) throw new NotUnderstood('item twice');
    places.set(id, ranges);
  }
  return places;
}

export interface Reference {
  readonly type: string;
  readonly from: number;
  readonly to: readonly number[];
}

export async function readReferences(source: Source, iref: Box | undefined): Promise<readonly Reference[]> {
  if (!iref) return [];
  const [version = 0] = await source.bytes(iref.body, 1);
  const idBytes = version === 0 ? 2 : 4;
  const references: Reference[] = [];
  for (const box of await boxesIn(source, iref.body + FULL_BOX_BYTES, iref.to)) {
    const numbers = await numbersIn(source, box);
    const from = numbers.next(idBytes);
    const to = Array.from({ length: numbers.next(2) }, () => numbers.next(idBytes));
    references.push({ type: box.name, from, to });
  }
  return references;
}

export async function readPrimary(source: Source, pitm: Box): Promise<number> {
  const numbers = await numbersIn(source, pitm);
  const version = numbers.next(1);
  numbers.next(1);
  numbers.next(2);
  return numbers.next(version === 0 ? 2 : 4);
}

/** A property that an item has: its place in `ipco`, counted from one. */
export interface Association {
  readonly item: number;
  readonly property: number;
  readonly essential: boolean;
}

export async function readAssociations(source: Source, ipma: Box): Promise<readonly Association[]> {
  const numbers = await numbersIn(source, ipma);
  const version = numbers.next(1);
  numbers.next(2);
  const wide = numbers.next(1) & 1;
  const associations: Association[] = [];
  for (let entry = numbers.next(4); entry > 0; entry--) {
    source.countPart();
    const item = numbers.next(version === 0 ? 2 : 4);
    for (let count = numbers.next(1); count > 0; count--) {
      const value = numbers.next(wide ? 2 : 1);
      const top = wide ? 0x8000 : 0x80;
      associations.push({ item, property: value & (top - 1), essential: (value & top) !== 0 });
    }
  }
  return associations;
}
