import { CallError } from '../calls/line.ts';

/** So long a worker does one thing before it looks whether anything else is asked of it. */
const SLICE_MS = 40;

/** Goes through what takes long, lets other calls in between, and stops where somebody says so. Throws `cancelled`. */
export async function* inTurns<Item>(items: Iterable<Item>, signal: AbortSignal): AsyncGenerator<Item> {
  let end = performance.now() + SLICE_MS;
  for (const item of items) {
    yield item;
    if (performance.now() < end) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal.aborted) throw new CallError({ code: 'cancelled' });
    end = performance.now() + SLICE_MS;
  }
}
