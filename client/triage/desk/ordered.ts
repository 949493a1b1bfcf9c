/** Documents by a number each, kept in order: one that changes is moved, and the others stay. */
export class Ordered {
  /** The key and the document in one number: such sort several times as fast as objects. */
  readonly #places: Float64Array;
  readonly documents: Uint32Array;

  /** `keys` by document; a document without a key is left out. */
  constructor(keys: readonly (number | null)[]) {
    const places = keys.flatMap((key, document) => (key === null ? [] : [placeOf(key, document)]));
    this.#places = Float64Array.from(places).sort();
    this.documents = Uint32Array.from(this.#places, (place) => place % DOCUMENTS_MAX);
  }

  move(document: number, from: number, to: number): void {
    if (from === to) return;
    const place = placeOf(to, document);
    const leaves = this.#firstFrom(placeOf(from, document));
    const before = this.#firstFrom(place);
    const enters = before > leaves ? before - 1 : before; // as it has left
    for (const array of [this.#places, this.documents]) {
      if (enters > leaves) array.copyWithin(leaves, leaves + 1, enters + 1);
      else array.copyWithin(enters + 1, enters, leaves);
    }
    this.#places[enters] = place;
    this.documents[enters] = document;
  }

  #firstFrom(place: number): number {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#places[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const DOCUMENTS_MAX = 2 ** 24;

function placeOf(key: number, document: number): number {
  return key * DOCUMENTS_MAX + document;
}
