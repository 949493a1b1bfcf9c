import type { EntryId } from './journal-types.ts';
import { bySaying } from './said.ts';
import type { Held, Register, Said } from './types.ts';

/** An entry that sets a value, and the entries that its author saw and meant to replace. */
export interface Setting<T> extends Said {
  readonly value: T | null;
  readonly replaces: readonly EntryId[];
}

/** What no other of these entries replaces, earliest first. */
export function headsOf<Entry extends Said & { readonly replaces: readonly EntryId[] }>(
  entries: readonly Entry[],
): Entry[] {
  const replaced = new Set(entries.flatMap(({ entry, replaces }) => replaces.filter((id) => id !== entry)));
  return entries.filter(({ entry }) => !replaced.has(entry)).sort(bySaying);
}

/** The latest head is the value. Every other head that says something else is in conflict with it. */
export function foldRegister<T>(settings: readonly Setting<T>[]): Register<T> {
  const heads = headsOf(settings);
  const winner = heads.pop();
  if (!winner) return EMPTY_REGISTER;
  const conflict = heads.reverse().map(({ value, by, at, entry }): Held<T> => ({ value, by, at, entry }));
  return { value: winner.value, by: winner.by, at: winner.at, entry: winner.entry, conflict };
}

export const EMPTY_REGISTER: Register<never> = { value: null, by: null, at: null, entry: null, conflict: [] };

/** Whether reviewers disagree. Two who said the same without knowing of each other do not. */
export function isDisputed({ value, conflict }: Register<unknown>): boolean {
  return conflict.some((other) => JSON.stringify(other.value) !== JSON.stringify(value));
}

/** What an entry that settles this register has to replace. */
export function settledBy({ entry, conflict }: Register<unknown>): EntryId[] {
  return entry === null ? [] : [entry, ...conflict.map((other) => other.entry)];
}
