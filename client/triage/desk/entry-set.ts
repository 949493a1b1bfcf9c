import { foldReport, UNTOUCHED } from './fold.ts';
import type { JournalEntry, ReportTag } from './journal-types.ts';
import { compareText } from './said.ts';
import type { Linked, Triage } from './types.ts';

/**
 * All entries that a machine holds, by report. It only grows: merging is adding, in any order. What was folded is kept until an entry
 * about the same report comes.
 */
export class EntrySet {
  readonly #ids = new Set<string>();
  readonly #about = new Map<ReportTag | null, JournalEntry[]>();
  /** Of a report, the others that name it in a link. */
  readonly #linkedFrom = new Map<ReportTag, Set<ReportTag>>();
  readonly #folded = new Map<ReportTag, Triage>();

  /** Whether the entry is new here. */
  add(entry: JournalEntry): boolean {
    if (this.#ids.has(entry.id)) return false;
    this.#ids.add(entry.id);
    const { about } = entry;
    const entries = this.#about.get(about);
    if (entries) entries.push(entry);
    else this.#about.set(about, [entry]);
    if (about !== null) {
      this.#folded.delete(about);
      this.#noteLink(about, entry);
    }
    return true;
  }

  /**
   * An entry that was kept sealed and can be read now: its id is the same, and its content takes the place of nothing.
   * Gives false where it is not known, or was readable before.
   */
  unseal(entry: JournalEntry): boolean {
    const entries = this.#about.get(entry.about) ?? [];
    const place = entries.findIndex(({ id, content }) => id === entry.id && content === null);
    if (place < 0 || entry.about === null || entry.content === null) return false;
    entries[place] = entry;
    this.#folded.delete(entry.about);
    this.#noteLink(entry.about, entry);
    return true;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  get size(): number {
    return this.#ids.size;
  }

  /** Reports that an entry is about, readable or not. */
  tags(): ReportTag[] {
    return [...this.#about.keys()].filter((about) => about !== null);
  }

  /** Of one report, or of none: what concerns the office. */
  entriesAbout(about: ReportTag | null): readonly JournalEntry[] {
    return this.#about.get(about) ?? [];
  }

  /** What the journal says of a report, links that were made from the other end included. */
  triageOf(tag: ReportTag): Triage {
    const own = this.#fold(tag);
    const others = [...(this.#linkedFrom.get(tag) ?? [])].flatMap((from) =>
      this.#fold(from)
        .links.filter(({ value }) => value === tag)
        .map((link): Linked => ({ ...link, value: from, fromOther: true })),
    );
    if (others.length === 0) return own;
    return { ...own, links: [...own.links, ...others].sort(byEnd) };
  }

  #fold(tag: ReportTag): Triage {
    const known = this.#folded.get(tag);
    if (known) return known;
    const entries = this.#about.get(tag);
    if (!entries) return UNTOUCHED;
    const folded = foldReport(entries);
    this.#folded.set(tag, folded);
    return folded;
  }

  #noteLink(about: ReportTag, { content }: JournalEntry): void {
    if (content?.kind !== 'add' || content.to !== 'link' || content.value === about) return;
    const from = this.#linkedFrom.get(content.value);
    if (from) from.add(about);
    else this.#linkedFrom.set(content.value, new Set([about]));
  }
}

function byEnd(a: Linked, b: Linked): number {
  return compareText(a.value, b.value) || Number(a.fromOther) - Number(b.fromOther);
}
