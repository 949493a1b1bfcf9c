import { coverEntry, type LogEntry, type RandomBytes } from '../../crypto/index.ts';

/**
 * Received entries of one day appear in multiples of this: on most days, whatever happened, just so many. Never one alone, which would
 * say that on that day somebody reported.
 */
export const LOG_BATCH_FLOOR = 8;

/** How many entries for no letter go beside `received` of a day. */
export function coversFor(received: number): number {
  return Math.max(1, Math.ceil(received / LOG_BATCH_FLOOR)) * LOG_BATCH_FLOOR - received;
}

export type ChooseCovers = (received: ReadonlyMap<number, number>) => readonly LogEntry[];

/**
 * Makes covers ahead, as many as any number of letters may need, and chooses among them once it is known how many letters there are.
 * Every day of `days` gets some, as do days on which letters came.
 */
export async function prepareCovers(days: readonly number[], random: RandomBytes): Promise<ChooseCovers> {
  const made = new Map<number, LogEntry[]>();
  for (const day of days) {
    const covers = made.get(day) ?? [];
    while (covers.length < LOG_BATCH_FLOOR) covers.push(await coverEntry(random, day));
    made.set(day, covers);
  }
  return (received) => [...made].flatMap(([day, covers]) => covers.slice(0, coversFor(received.get(day) ?? 0)));
}
