/** Asks for the next item while the last one is worked on. */
export async function* readAhead<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]();
  let next = expected(iterator.next());
  try {
    for (;;) {
      const result = await next;
      if (result.done === true) return;
      next = expected(iterator.next());
      yield result.value;
    }
  } finally {
    await iterator.return?.();
  }
}

/** Works on up to `count` items at once, and gives the results in the items' order. */
export async function* sideBySide<Item, Outcome>(
  count: number,
  items: AsyncIterable<Item>,
  work: (item: Item, index: number) => Promise<Outcome>,
): AsyncGenerator<Outcome> {
  const underWay: Promise<Outcome>[] = [];
  let index = 0;
  for await (const item of items) {
    underWay.push(expected(work(item, index)));
    index += 1;
    const [oldest] = underWay.length === count ? underWay.splice(0, 1) : [];
    if (oldest !== undefined) yield await oldest;
  }
  for (const outcome of underWay) yield await outcome;
}

/** A promise that will be awaited later, or never where the reader stops early; its failure is then nobody's concern. */
function expected<Value>(promise: Promise<Value>): Promise<Value> {
  void promise.catch(() => undefined);
  return promise;
}
