import type { ShownChain, TrailAsked, TrailEntry, TrailPage, Verified } from '../calls/team-calls.ts';
import type { Identity, JournalContent, JournalEntry } from '../desk/journal-types.ts';
import { compareText, inOrder } from '../desk/said.ts';
import type { Memory } from './memory.ts';

const PAGE_MAX = 500;

/** What each author wrote: how much, until when, and what is wrong with their chain. */
export function shownChains(memory: Memory): ShownChain[] {
  const listed = new Set(memory.office?.roster.reviewers.map(({ identity }) => identity));
  const ofAuthor = new Map<Identity, { entries: number; lastAt: string }>();
  for (const { entry } of memory.journal.entries.values()) {
    const { entries = 0, lastAt = '' } = ofAuthor.get(entry.author) ?? {};
    ofAuthor.set(entry.author, { entries: entries + 1, lastAt: entry.at > lastAt ? entry.at : lastAt });
  }
  return memory.journal.chains().map((chain) => ({
    ...chain,
    name: nameOf(memory, chain.author),
    isListed: listed.has(chain.author),
    ...(ofAuthor.get(chain.author) ?? { entries: 0, lastAt: '' }),
  }));
}

export function nameOf({ rosters }: Memory, identity: Identity): string | null {
  return rosters.reviewers().reviewers.find((each) => each.identity === identity)?.name ?? null;
}

/** The entries of one author, or about one report, or all; the newest first. */
export function trailPage(memory: Memory, asked: TrailAsked & { from: number; count: number }): TrailPage {
  const entries = entriesOf(memory, asked).reverse();
  const page = entries.slice(asked.from, asked.from + Math.min(asked.count, PAGE_MAX));
  const forks = new Map(memory.journal.chains().map((chain) => [chain.author, new Set(chain.forks)]));
  const isTwin = ({ author, number }: JournalEntry) => forks.get(author)?.has(number) === true;
  return {
    total: entries.length,
    entries: page.map((entry) => ({ ...trailEntry(memory, entry), isTwin: isTwin(entry) })),
  };
}

/** The statements as they were signed, one a line, by time: anybody can check them who has the reviewers' keys. */
export function trailFile(memory: Memory, asked: TrailAsked): Blob {
  const lines = entriesOf(memory, asked).map(({ id }) => {
    const kept = memory.journal.entries.get(id);
    return kept ? `${JSON.stringify(kept.envelope)}\n` : '';
  });
  return new Blob(lines, { type: 'application/x-ndjson' });
}

/** Checks every signature again, against what the page shows of the entry. */
export async function verifyTrail(memory: Memory, asked: TrailAsked): Promise<Verified> {
  const bad: string[] = [];
  const entries = entriesOf(memory, asked);
  for (const entry of entries) if (!(await holds(memory, entry))) bad.push(entry.id);
  return { entries: entries.length, bad };
}

async function holds(memory: Memory, entry: JournalEntry): Promise<boolean> {
  const envelope = memory.journal.entries.get(entry.id)?.envelope;
  try {
    const opened = await memory.journal.check(envelope, entry.author);
    return inOneOrder(opened) === inOneOrder(entry);
  } catch {
    return false;
  }
}

/** The same for the same values, whatever order their members came in. */
function inOneOrder(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => compareText(a, b)))
      : member,
  );
}

function entriesOf(memory: Memory, { author, about }: TrailAsked): JournalEntry[] {
  const all = [...memory.journal.entries.values()].map(({ entry }) => entry);
  const tags = about === null ? null : tagsOf(memory, about);
  return inOrder(
    all.filter(
      (entry) =>
        (author === null || entry.author === author) &&
        (tags === null || (entry.about !== null && tags.includes(entry.about))),
    ),
  );
}

/** A report's own tag, and the one under which it waited for shares. */
export function tagsOf({ reports, shared }: Memory, tag: string): string[] {
  const waited = shared.get(reports.get(tag)?.letter ?? '')?.waiting.tag;
  return waited === undefined ? [tag] : [tag, waited];
}

function trailEntry(memory: Memory, entry: JournalEntry): Omit<TrailEntry, 'isTwin'> {
  const { about, content } = entry;
  const link = content?.kind === 'add' && content.to === 'link' ? content.value : null;
  return {
    entry,
    letter: letterOf(memory, about),
    otherLetter: letterOf(memory, link),
    removed: content?.kind === 'remove' ? content.entries.flatMap((id) => contentOf(memory, id)) : [],
  };
}

function letterOf({ reports, shared }: Memory, tag: string | null): string | null {
  if (tag === null) return null;
  return reports.get(tag)?.letter ?? shared.ofTag(tag)?.letter ?? null;
}

function contentOf({ journal }: Memory, id: string): JournalContent[] {
  const content = journal.entries.get(id)?.entry.content;
  return content ? [content] : [];
}
