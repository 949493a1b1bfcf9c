import { isoDateOf, type IsoDate } from '../../../crypto/index.ts';
import type { Filter, Viewer } from '../desk/filters.ts';
import { Finder, type Order } from '../desk/finder.ts';
import { InterestFinder, type Interest } from '../desk/interests.ts';
import type { ReportTag } from '../desk/journal-types.ts';
import { LinkIndex, type Suggestion } from '../desk/links.ts';
import { rowOf, type Row } from '../desk/rows.ts';
import type { Replied } from '../desk/types.ts';
import type { Cases } from './cases.ts';
import { Duplicates } from './duplicates.ts';
import type { KeptReport, Memory } from './memory.ts';

/** So long a call may wait for what is not indexed yet; the rest follows, a slice at a time, between other calls. */
const CATCH_UP_MS = 150;
const SLICE_MS = 30;

/**
 * What lists are narrowed and ordered by, kept up with reports, journal and day. Large desks take their time at first: what is indexed
 * already is found, and the page is told when there is more.
 */
export class DeskIndex {
  readonly #memory: Memory;
  readonly #cases: Cases;
  readonly #finder = new Finder();
  readonly #links = new LinkIndex();
  readonly #duplicates = new Duplicates();
  readonly #interests = new Map<ReportTag, readonly Interest[]>();
  readonly #indexedNotes = new Set<string>();
  /** Reports of which something is to be looked at again. */
  readonly #stale = new Set<ReportTag>();
  readonly #unlinked: KeptReport[] = [];
  #interestFinder: InterestFinder | null = null;
  #roster: string | null = null;
  #today: IsoDate | null = null;
  #isWorking = false;
  #version = 0;

  constructor(memory: Memory, cases: Cases) {
    this.#memory = memory;
    this.#cases = cases;
    memory.journal.watch((about) => {
      const report = about === null ? undefined : memory.reports.get(about);
      if (!report) return;
      this.#isStale(report.tag);
      // A reply to one report is one to its whole case.
      for (const other of this.#cases.of(report.caseLocator)) this.#stale.add(other.tag);
    });
    memory.watchReports((tag) => {
      const report = memory.reports.get(tag);
      if (!report) return;
      this.#isStale(tag);
      this.#unlinked.push(report);
    });
  }

  /** Counts up with everything that may change a list. */
  get version(): number {
    return this.#version;
  }

  /** Reports that lists do not have yet. */
  get waiting(): number {
    return this.#stale.size;
  }

  viewer(): Viewer {
    return { me: this.#memory.unlocked().identity, today: today() };
  }

  /** Whether it was read is another thing now. */
  touched(tag: ReportTag): void {
    if (this.#memory.reports.has(tag)) this.#isStale(tag);
  }

  /** Those that a filter asks for, in order, each followed by those that repeat it. */
  find(filter: Filter, order: Order): Row[] {
    this.#catchUp(CATCH_UP_MS);
    const rows = this.#finder.find(filter, this.viewer(), order);
    // A search must not tell of words in a report that is hidden.
    const seen = (filter.words ?? '').trim() === '' ? rows : rows.filter((row) => !row.isRecused);
    return this.#duplicates.grouped(seen);
  }

  row(tag: ReportTag): Row | null {
    this.#takeDay();
    this.#takeRoster();
    if (this.#stale.has(tag)) this.#index(tag);
    return this.#finder.row(tag);
  }

  interestsIn(tag: ReportTag): readonly Interest[] {
    this.row(tag);
    return this.#interests.get(tag) ?? [];
  }

  get duplicates(): Duplicates {
    return this.#duplicates;
  }

  /** Replies to the whole case: somebody who wrote twice is answered once. */
  repliesTo({ tag, caseLocator }: KeptReport): readonly Replied[] {
    const { journal } = this.#memory;
    if (caseLocator === null) return journal.triageOf(tag).replies;
    return this.#cases.of(caseLocator).flatMap((report) => journal.triageOf(report.tag).replies);
  }

  /** Waits until every report has been looked at. */
  async suggest(report: KeptReport): Promise<Suggestion[]> {
    while (this.#unlinked.length > 0) {
      this.#link(SLICE_MS);
      await nextTurn();
    }
    return this.#links.suggest(report);
  }

  #isStale(tag: ReportTag): void {
    this.#version += 1;
    this.#stale.add(tag);
    void this.#workOn();
  }

  async #workOn(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    await nextTurn();
    while (this.#stale.size + this.#unlinked.length > 0) {
      const before = this.#stale.size;
      if (this.#memory.session) this.#catchUp(SLICE_MS);
      if (before > 0 && this.#stale.size === 0) this.#memory.tellChanged();
      if (this.#stale.size === 0) this.#link(SLICE_MS);
      await nextTurn();
    }
    this.#isWorking = false;
  }

  #catchUp(milliseconds: number): void {
    this.#takeDay();
    this.#takeRoster();
    if (this.#stale.size === 0) return;
    const end = performance.now() + milliseconds;
    for (const tag of this.#stale) {
      this.#index(tag);
      if (performance.now() > end) break;
    }
    this.#version += 1;
  }

  #index(tag: ReportTag): void {
    this.#stale.delete(tag);
    const { reports, journal, read } = this.#memory;
    const report = reports.get(tag);
    if (!report) return;
    const triage = journal.triageOf(tag);
    const interests = this.#interests.get(tag) ?? this.#interestFinder?.interestsIn(report.report) ?? [];
    if (interests.length > 0) this.#interests.set(tag, interests);
    const context = {
      ...this.viewer(),
      isUnread: !read.has(tag),
      replies: this.repliesTo(report),
      hasInterest: interests.length > 0,
    };
    this.#finder.add(report, rowOf(report, triage, context));
    this.#duplicates.set(tag, triage.duplicateOf.value);
    for (const { entry, text } of triage.notes) {
      if (this.#indexedNotes.has(entry)) continue;
      this.#indexedNotes.add(entry);
      this.#finder.addText(tag, text);
    }
  }

  #link(milliseconds: number): void {
    const end = performance.now() + milliseconds;
    for (let report = this.#unlinked.pop(); report; report = this.#unlinked.pop()) {
      this.#links.add(report);
      if (performance.now() > end) return;
    }
  }

  /** Deadlines and what is proposed are another tomorrow. */
  #takeDay(): void {
    const now = today();
    if (this.#today === now) return;
    const isFirst = this.#today === null;
    this.#today = now;
    if (!isFirst) this.#allStale();
  }

  #takeRoster(): void {
    const { office } = this.#memory;
    const payload = office?.directory.roster.payload ?? null;
    if (payload === this.#roster) return;
    this.#roster = payload;
    this.#interestFinder = office ? new InterestFinder(office.roster) : null;
    this.#interests.clear();
    this.#allStale();
  }

  #allStale(): void {
    for (const tag of this.#memory.reports.keys()) this.#stale.add(tag);
    void this.#workOn();
  }
}

export function today(): IsoDate {
  return isoDateOf(new Date());
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
