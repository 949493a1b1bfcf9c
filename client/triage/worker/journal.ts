import * as z from 'zod/mini';

import {
  AmparoError,
  checkChains,
  envelopeSchema,
  fileKey,
  fromBase64,
  journalContentSchema,
  journalKeys,
  nextInChain,
  openEntry,
  parse,
  signEntry,
  systemRandom,
  type Chain,
  type Envelope,
  type JournalKeys,
  type KnownContent,
  type Reviewers,
  type Roster,
  type SigningSeed,
} from '../../../crypto/index.ts';
import { failureOf } from '../calls/answering.ts';
import { CallError, type Failure } from '../calls/line.ts';
import { EntrySet } from '../desk/entry-set.ts';
import type { EntryId, JournalEntry, ReportTag } from '../desk/journal-types.ts';
import { foldSettings, type Settings } from '../desk/settings.ts';
import type { DeskReport, KeptEntry, Triage } from '../desk/types.ts';
import { claimedTag } from './claimed-tag.ts';
import type { SharedLetters } from './shared-letters.ts';

/** What the journal has to know of the desk that it belongs to. */
export interface JournalDesk {
  readonly reports: ReadonlyMap<ReportTag, Pick<DeskReport, 'fileKey' | 'letter'>>;
  readonly shared: Pick<SharedLetters, 'ofTag'>;
  readonly office: { readonly roster: Roster } | null;
  /** `null` while the casebook is read. */
  readonly session: { readonly keys: { readonly seed: SigningSeed }; readonly identity: string } | null;
  /** There is something new for the casebook. */
  touch(): void;
}

/** What came of statements that somebody handed in. */
export interface Added {
  readonly added: number;
  readonly known: number;
  /** Signed by somebody whom no list of reviewers known here names: kept, and looked at again once a newer list comes. */
  readonly unplaced: number;
  readonly refused: readonly Failure[];
}

/** Anybody can seal a letter: whoever sends made-up statements fills no more than this. */
const UNPLACED_MAX = 10_000;

/**
 * The signed entries of all reviewers, as far as they came here. It only grows, and is the same whatever order they came in. What one
 * reviewer does is signed one entry after the other, so that two acts at once do not take the same number.
 */
export class Journal {
  readonly #desk: JournalDesk;
  readonly #kept = new Map<EntryId, KeptEntry>();
  readonly #set = new EntrySet();
  readonly #unplaced = new Map<string, Envelope>();
  readonly #keys = new Map<ReportTag, JournalKeys>();
  readonly #numbers = new Map<string, EntryId>();
  #hasForks = false;
  /** The last entry of each author: the place of the next one is told by it alone. */
  readonly #last = new Map<string, JournalEntry>();
  readonly #watchers = new Set<(about: ReportTag | null) => void>();
  #settings: Settings | null = null;
  #signing: Promise<unknown> = Promise.resolve();

  constructor(desk: JournalDesk) {
    this.#desk = desk;
  }

  /** Every entry that was checked, with the statement that it stands in: what a casebook keeps and what others are sent. */
  get entries(): ReadonlyMap<EntryId, KeptEntry> {
    return this.#kept;
  }

  get unplaced(): Iterable<Envelope> {
    return this.#unplaced.values();
  }

  entriesAbout(about: ReportTag | null): readonly JournalEntry[] {
    return this.#set.entriesAbout(about);
  }

  triageOf(tag: ReportTag): Triage {
    return this.#set.triageOf(tag);
  }

  /** Reports that any entry is about. */
  tags(): ReportTag[] {
    return this.#set.tags();
  }

  settings(): Settings {
    return (this.#settings ??= foldSettings(this.#set.entriesAbout(null)));
  }

  /** Numbers that are missing, doubled or exchanged, of every author. */
  chains(): Chain[] {
    return checkChains([...this.#kept.values()].map(({ entry }) => entry));
  }

  /** Is told of every report that an entry is about, and of `null` where it is about the office. */
  watch(watcher: (about: ReportTag | null) => void): void {
    this.#watchers.add(watcher);
  }

  /**
   * Signs an entry of the reviewer's own and keeps it. What it says is made when its turn has come, from what there is then; `null`: there
   * is nothing to say. Throws `locked`, `report-unknown`, and as `signEntry`.
   */
  write(about: ReportTag | null, say: () => KnownContent | null): Promise<EntryId | null> {
    const writing = this.#signing.then(() => this.#write(about, say));
    this.#signing = writing.catch(() => undefined);
    return writing;
  }

  async #write(about: ReportTag | null, say: () => KnownContent | null): Promise<EntryId | null> {
    const { session } = this.#desk;
    if (!session) throw new CallError({ code: 'locked' });
    const { keys, identity } = session;
    const of = about === null ? null : await this.#keysOf(about);
    if (of === undefined) throw new CallError({ code: 'report-unknown' });
    const content = say();
    if (content === null) return null;
    const last = this.#last.get(identity);
    const place = nextInChain(last ? [last] : [], identity);
    const at = `${new Date().toISOString().slice(0, 16)}Z`;
    const { envelope, id } = await signEntry({ seed: keys.seed, ...place, at, about: of, content }, systemRandom);
    this.#keep({ envelope, entry: { id, author: identity, ...place, at, about, content } });
    this.#desk.touch();
    return id;
  }

  /** Statements from anywhere, each believed by its own signature alone. */
  async addForeign(envelopes: Iterable<unknown>): Promise<Added> {
    const counts = { added: 0, known: 0, unplaced: 0 };
    const refused: Failure[] = [];
    for (const envelope of envelopes) {
      try {
        counts[await this.#addForeign(parse(envelopeSchema, envelope, 'statement-malformed'))] += 1;
      } catch (error) {
        refused.push(failureOf(error));
      }
    }
    if (counts.added + counts.unplaced > 0) this.#desk.touch();
    return { ...counts, refused };
  }

  async #addForeign(envelope: Envelope): Promise<'added' | 'known' | 'unplaced'> {
    try {
      const entry = await this.#open(envelope, this.#reviewers());
      this.#unplaced.delete(envelope.payload);
      return this.#keep({ envelope, entry }) ? 'added' : 'known';
    } catch (error) {
      if (!(error instanceof AmparoError) || error.code !== 'journal-unknown-reviewer') throw error;
      if (this.#unplaced.has(envelope.payload)) return 'known';
      if (this.#unplaced.size >= UNPLACED_MAX) throw error;
      this.#unplaced.set(envelope.payload, envelope);
      return 'unplaced';
    }
  }

  /**
   * An entry as the casebook kept it. It was checked when it came, perhaps against a list whose reviewer has left since, and the casebook
   * is sealed by whoever checked it. What could not be read then may be readable now: its report came, or this page is newer.
   */
  async restore({ envelope, entry }: KeptEntry): Promise<void> {
    const mayRead = entry.about === null || (await this.#keysOf(entry.about)) !== undefined;
    const isRead = z.safeParse(journalContentSchema, entry.content).success;
    const among = { reviewers: [nameless(entry.author)] };
    const opened = isRead || !mayRead ? entry : await this.#open(envelope, among).catch(() => entry);
    this.#keep({ envelope, entry: opened });
  }

  /** Opens the statement of an entry once more, as if it came today. Throws as `openEntry`. */
  check(envelope: unknown, author: string): Promise<JournalEntry> {
    return this.#open(parse(envelopeSchema, envelope, 'statement-malformed'), { reviewers: [nameless(author)] });
  }

  /** A list of reviewers came: some of what nobody could place may be theirs. */
  async placeAgain(): Promise<void> {
    if (this.#unplaced.size > 0) await this.addForeign([...this.#unplaced.values()]);
  }

  /** Whether there are entries about a report that could not be read while it was not here. */
  hasSealed(tag: ReportTag): boolean {
    return this.#set.entriesAbout(tag).some(({ content }) => content === null);
  }

  /** A report came: what was said of it before can be read now. */
  async unseal(tag: ReportTag): Promise<void> {
    for (const { id, content } of [...this.#set.entriesAbout(tag)]) {
      const kept = content === null ? this.#kept.get(id) : undefined;
      if (kept) await this.restore(kept);
    }
    this.#desk.touch();
  }

  async #open(envelope: Envelope, among: Reviewers): Promise<JournalEntry> {
    const about = claimedTag(envelope);
    const of = about === null ? undefined : await this.#keysOf(about);
    return openEntry(envelope, among, (tag) => (tag === of?.tag ? of.key : undefined));
  }

  /** Those of the list, and whoever has unlocked the page, even before a bundle told of the office. */
  #reviewers(): Reviewers {
    const listed = this.#desk.office?.roster.reviewers ?? [];
    const me = this.#desk.session?.identity;
    const isListed = me === undefined || listed.some(({ identity }) => identity === me);
    return { reviewers: isListed ? listed : [...listed, nameless(me)] };
  }

  async #keysOf(tag: ReportTag): Promise<JournalKeys | undefined> {
    const known = this.#keys.get(tag);
    if (known) return known;
    const report = this.#desk.reports.get(tag);
    if (!report) return this.#desk.shared.ofTag(tag)?.waiting;
    const keys = await journalKeys(fileKey(fromBase64(report.fileKey)), report.letter);
    this.#keys.set(tag, keys);
    return keys;
  }

  /** Whether any author gave one number to two entries. */
  get hasForks(): boolean {
    return this.#hasForks;
  }

  #noteNumber({ id, author, number }: JournalEntry): void {
    const place = `${author} ${String(number)}`;
    const other = this.#numbers.get(place);
    if (other !== undefined && other !== id) this.#hasForks = true;
    this.#numbers.set(place, id);
  }

  /** After a fork an author goes on from the entry with the greatest id. */
  #takeLast(entry: JournalEntry): void {
    const last = this.#last.get(entry.author);
    const isLater = !last || entry.number > last.number || (entry.number === last.number && entry.id > last.id);
    if (isLater) this.#last.set(entry.author, entry);
  }

  /** Gives whether it says anything new. */
  #keep(kept: KeptEntry): boolean {
    const { entry } = kept;
    const isNew = this.#set.add(entry) || this.#set.unseal(entry);
    if (!isNew) return false;
    this.#kept.set(entry.id, kept);
    this.#noteNumber(entry);
    this.#takeLast(entry);
    if (entry.about === null) this.#settings = null;
    for (const watcher of this.#watchers) watcher(entry.about);
    return true;
  }
}

/** Only the identity matters to a signature. */
function nameless(identity: string): Reviewers['reviewers'][number] {
  return { slot: 0, name: '', role: '', languages: [], identity };
}
