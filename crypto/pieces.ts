/** Cuts a flow of bytes into pieces of `size`; the last may be shorter. Copies only what does not lie in one piece. */
export async function* piecesOf(size: number, contents: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let begun = new Uint8Array(0);
  let filled = 0;
  for await (const bytes of contents) {
    for (let taken = 0; taken < bytes.length;) {
      const part = bytes.subarray(taken, taken + size - filled);
      taken += part.length;
      if (part.length === size) {
        yield part;
        continue;
      }
      if (filled === 0) begun = new Uint8Array(size);
      begun.set(part, filled);
      filled += part.length;
      if (filled < size) continue;
      yield begun;
      filled = 0;
    }
  }
  if (filled > 0) yield begun.subarray(0, filled);
}

/** At least `count` pieces: empty ones follow those that there are. */
export async function* atLeast(count: number, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let given = 0;
  for await (const piece of pieces) {
    yield piece;
    given += 1;
  }
  for (; given < count; given += 1) yield new Uint8Array(0);
}

/** Says of each item whether it is the last: gives each once the next is there. */
export async function* withLast<Item>(items: AsyncIterable<Item>): AsyncGenerator<{ item: Item; isLast: boolean }> {
  let held: { item: Item } | undefined;
  for await (const item of items) {
    if (held) yield { ...held, isLast: false };
    held = { item };
  }
  if (held) yield { ...held, isLast: true };
}
