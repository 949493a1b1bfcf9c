import {
  openGrant,
  openRelease,
  type Bytes,
  type Casebook,
  type Directory,
  type Grant,
  type Keys,
  type Release,
  type Roster,
} from '../../../crypto/index.ts';
import type { Caller } from '../calls/caller.ts';
import type { Failure } from '../calls/line.ts';
import { CallError } from '../calls/line.ts';
import type { Unopened } from '../calls/opening-calls.ts';
import type { PageCalls } from '../calls/page-calls.ts';
import type { ReportTag } from '../desk/journal-types.ts';
import type { DeskReport, SharedLetter } from '../desk/types.ts';
import type { Mark } from '../export/marks.ts';
import type { EvidencePlaces } from './evidence-places.ts';
import { Drafts } from './drafts.ts';
import { Journal } from './journal.ts';
import { Outbox } from './outbox.ts';
import { PrivateStatements } from './private-statements.ts';
import { Rosters } from './rosters.ts';
import { SharedLetters } from './shared-letters.ts';
import { teamCounts } from './team-counts.ts';

/** A report, and what is to be known of it beside what the desk's model uses. */
export interface KeptReport extends DeskReport {
  /** Why it does not count to the case that it names. */
  readonly caseFault?: Failure;
}

/** The office, as a directory that was checked tells of it. */
export interface KnownOffice {
  /** Base64. */
  readonly charter: string;
  /** Whether the reviewer compared the fingerprint. */
  readonly isPinned: boolean;
  /** As it came, to be kept. */
  readonly directory: Directory;
  readonly roster: Roster;
  readonly isExpired: boolean;
}

/** What a reviewer has unlocked: their keys, and the casebook that things are kept in. */
export interface Session {
  readonly keys: Keys;
  /** Base64. */
  readonly identity: string;
  casebook: Casebook;
  /** Of the file that was opened or saved last; 0 for a new casebook. */
  generation: number;
}

/** All that the page knows, secrets included. It lives in one worker and ends with it. */
export class Memory {
  readonly page: Caller<PageCalls>;
  session: Session | null = null;
  office: KnownOffice | null = null;
  readonly reports = new Map<ReportTag, KeptReport>();
  /** Ids of the letters that the reports came in. */
  readonly letters = new Map<string, ReportTag>();
  /** Letters that several open together, those that are open by now among them. */
  readonly shared = new SharedLetters();
  /** What colleagues gave this reviewer: their shares, and the keys of letters that were sealed before they came. */
  readonly releases = new PrivateStatements<Release>(this, openRelease);
  readonly grants = new PrivateStatements<Grant>(this, openGrant);
  readonly rosters = new Rosters();
  readonly journal = new Journal(this);
  readonly outbox = new Outbox(this);
  readonly drafts = new Drafts(this);
  readonly notMine = new Set<string>();
  /** Letters between reviewers that were taken in. */
  readonly journalLetters = new Set<string>();
  readonly unopened = new Map<string, Unopened>();
  /** Statements that came since the page was unlocked and are not believed. */
  readonly refused: Failure[] = [];
  readonly read = new Set<ReportTag>();
  /** What a reviewer marked to be taken out before a report leaves. */
  readonly redactions = new Map<ReportTag, readonly Mark[]>();
  /** Where evidence lies in the files that are at hand, by the letter's id. */
  readonly places = new Map<string, EvidencePlaces>();
  /** Lines of the casebook of a kind that a newer version writes: kept as they are. */
  readonly foreignLines = new Set<string>();
  /** Counts up with every change of the reports, so that lists know when they are old. */
  reportsVersion = 0;
  readonly #reportWatchers = new Set<(tag: ReportTag) => void>();
  #changes = 0;
  #saved = 0;
  #isTelling = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(page: Caller<PageCalls>) {
    this.page = page;
  }

  /** Throws `locked` where nobody has unlocked the page. */
  unlocked(): Session {
    if (!this.session) throw new CallError({ code: 'locked' });
    return this.session;
  }

  addReport(report: KeptReport): boolean {
    if (this.reports.has(report.tag)) return false;
    this.reports.set(report.tag, report);
    this.letters.set(report.letter, report.tag);
    this.unopened.delete(report.letter);
    this.notMine.delete(report.letter);
    this.shared.open(report.letter);
    this.reportsVersion += 1;
    for (const watcher of this.#reportWatchers) watcher(report.tag);
    if (this.journal.hasSealed(report.tag)) void this.journal.unseal(report.tag);
    return true;
  }

  /** A letter that several open together, with its bytes until it is open. What colleagues said of it is read from now on. */
  async addShared(letter: SharedLetter, bytes: Bytes | null): Promise<void> {
    const { waiting } = await this.shared.add(letter, this.letters.has(letter.letter) ? null : bytes);
    this.unopened.delete(letter.letter);
    if (this.journal.hasSealed(waiting.tag)) await this.journal.unseal(waiting.tag);
  }

  /** Is told of every report that comes. */
  watchReports(watcher: (tag: ReportTag) => void): void {
    this.#reportWatchers.add(watcher);
  }

  get changes(): number {
    return this.#changes;
  }

  get isSaved(): boolean {
    return this.#saved === this.#changes;
  }

  /** What is done in turns sees all or nothing of the rest that is: a casebook never holds half of a reply. */
  inTurn<Done>(work: () => Promise<Done>): Promise<Done> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** There is something new for the casebook. */
  touch(): void {
    this.#changes += 1;
    this.tellChanged();
  }

  /** What there was at `changes` is in the file. */
  markSaved(changes: number): void {
    this.#saved = changes;
    this.tellChanged();
  }

  /** At most once in a turn: many reports at a time are one change to look at. */
  tellChanged(): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    setTimeout(() => {
      this.#isTelling = false;
      void this.page.call('changed', {
        changes: this.#changes,
        isSaved: this.isSaved,
        reports: this.reports.size,
        unopened: this.unopened.size,
        ...teamCounts(this),
      });
    }, TELL_AFTER_MS);
  }
}

const TELL_AFTER_MS = 50;
