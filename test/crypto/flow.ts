/** What is there already, as a flow. */
// eslint-disable-next-line @typescript-eslint/require-await -- a flow of what is already there
export async function* flow<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
