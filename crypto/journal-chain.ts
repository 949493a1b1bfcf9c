import type { EntryId } from './journal-content.ts';
import { NO_ENTRY, type JournalEntry } from './journal.ts';

/** SPEC.md, Journal: what an author's numbers and the ids before tell of entries that are missing, doubled or exchanged. */
export type ChainLink = Pick<JournalEntry, 'id' | 'author' | 'number' | 'previous'>;

/** Numbers that follow each other, both ends included. An author may skip four thousand million at once. */
export interface Gap {
  readonly first: number;
  readonly last: number;
}

export interface Chain {
  /** The identity, in base64. */
  readonly author: string;
  /** The numbers of which no entry is known, below the highest that is. */
  readonly gaps: readonly Gap[];
  /** Numbers that the author gave to more than one entry. */
  readonly forks: readonly number[];
  /** Numbers of which an entry names another one before it than is known. */
  readonly broken: readonly number[];
}

/** Every author of the set, in the order of their identities: the same for the same entries, however they came. */
export function checkChains(entries: Iterable<ChainLink>): Chain[] {
  return [...byAuthor(entries)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([author, links]) => ({ author, ...faultsOf(links) }));
}

/** What the author's next entry must say of its place; after a fork it goes on from the entry with the greatest id. */
export function nextInChain(entries: Iterable<ChainLink>, author: string): Pick<JournalEntry, 'number' | 'previous'> {
  let last: Pick<ChainLink, 'id' | 'number'> = { id: NO_ENTRY, number: 0 };
  for (const link of entries) {
    const isLater = link.number > last.number || (link.number === last.number && link.id > last.id);
    if (link.author === author && isLater) last = link;
  }
  return { number: last.number + 1, previous: last.id };
}

/** Of each author and number, the entries by their ids. */
type Links = Map<number, Map<EntryId, ChainLink>>;

function byAuthor(entries: Iterable<ChainLink>): Map<string, Links> {
  const authors = new Map<string, Links>();
  for (const link of entries) {
    const links = authors.get(link.author) ?? new Map<number, Map<EntryId, ChainLink>>();
    authors.set(link.author, links);
    links.set(link.number, (links.get(link.number) ?? new Map<EntryId, ChainLink>()).set(link.id, link));
  }
  return authors;
}

function faultsOf(links: Links): Omit<Chain, 'author'> {
  const numbers = [...links.keys()].sort((a, b) => a - b);
  const gaps = numbers.flatMap((number, i) => {
    const first = (numbers[i - 1] ?? 0) + 1;
    return first < number ? [{ first, last: number - 1 }] : [];
  });
  return {
    gaps,
    forks: numbers.filter((number) => (links.get(number)?.size ?? 0) > 1),
    broken: numbers.filter((number) => isBroken(number, links)),
  };
}

function isBroken(number: number, links: Links): boolean {
  const before = links.get(number - 1);
  if (!before) return false; // a gap, or the first
  return [...(links.get(number)?.values() ?? [])].some(({ previous }) => !before.has(previous));
}
