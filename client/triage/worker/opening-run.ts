import {
  isoDateOf,
  isoDateOfDay,
  scanBundle,
  sha256,
  toHex,
  type IsoDate,
  type JournalContents,
  type LetterRecord,
} from '../../../crypto/index.ts';
import { failureOf } from '../calls/answering.ts';
import type { LetterOutcome, LetterToOpen } from '../calls/helper-calls.ts';
import type { Failure } from '../calls/line.ts';
import type { OpeningProgress, OpeningSummary } from '../calls/opening-calls.ts';
import type { Crew } from './crew.ts';
import type { Memory } from './memory.ts';
import { takeDirectory } from './office.ts';
import { sliceable } from './pieces.ts';

/** Large enough that messages cost nothing beside the work, small enough that the bar moves and cancelling is soon done. */
const BATCH_LETTERS = 32;
/** For each helper: one that it works on, one that waits. */
const BATCHES_PER_HELPER = 2;
const TELL_EVERY_MS = 100;

interface Waiting {
  readonly letter: LetterToOpen;
  readonly record: Pick<LetterRecord, 'day' | 'cells'>;
}

/** Opens what several files hold, and remembers where their evidence lies. */
export class OpeningRun {
  readonly #memory: Memory;
  readonly #crew: Crew;
  readonly #tell: (progress: OpeningProgress) => void;
  readonly #signal: AbortSignal;
  readonly #started = performance.now();
  #toldAt = 0;
  #bytesBefore = 0;
  #totalBytes = 0;
  #bytes = 0;
  #letters = 0;
  #counts = { opened: 0, known: 0, notForThisKey: 0, waiting: 0, failed: 0, journal: 0, entries: 0, refusedEntries: 0 };
  #office: Failure | null = null;
  readonly #damaged: OpeningSummary['damaged'][number][] = [];
  #batch: Waiting[] = [];
  readonly #underWay = new Set<Promise<void>>();

  constructor(memory: Memory, crew: Crew, tell: (progress: OpeningProgress) => void, signal: AbortSignal) {
    this.#memory = memory;
    this.#crew = crew;
    this.#tell = tell;
    this.#signal = signal;
  }

  async openAll(files: readonly File[]): Promise<OpeningSummary> {
    this.#totalBytes = files.reduce((total, { size }) => total + size, 0);
    for (const file of files) {
      if (this.#signal.aborted) break;
      await this.#openFile(file).catch((error: unknown) => {
        this.#damaged.push({ name: file.name, failure: failureOf(error) });
      });
      await this.#send(file.name);
      this.#bytesBefore += file.size;
    }
    await Promise.all(this.#underWay);
    this.#tellNow();
    return {
      letters: this.#letters,
      ...this.#counts,
      milliseconds: performance.now() - this.#started,
      isCancelled: this.#signal.aborted,
      damaged: this.#damaged,
      office: this.#office,
    };
  }

  async #openFile(file: File): Promise<void> {
    let at: number[] = [];
    for await (const record of scanBundle(sliceable(file))) {
      if (this.#signal.aborted) return;
      this.#bytes = this.#bytesBefore + record.next;
      if (record.type === 'cell') at.push(record.at);
      if (record.type === 'directory') this.#office = await takeDirectory(this.#memory, record.directory, today());
      if (record.type !== 'letter') continue;
      at = [];
      await this.#take(file, record, at);
      this.#tellSometimes();
    }
  }

  async #take(file: File, { letter, day, cells }: LetterRecord, at: number[]): Promise<void> {
    const id = toHex(await sha256(letter));
    if (cells > 0) this.#memory.places.set(id, { file, at });
    const { letters, journalLetters, notMine } = this.#memory;
    const known = letters.has(id)
      ? 'known'
      : journalLetters.has(id)
        ? 'journal'
        : notMine.has(id)
          ? 'notForThisKey'
          : null;
    if (known !== null) {
      this.#letters += 1;
      this.#counts[known] += 1;
      return;
    }
    this.#batch.push({ letter: { id, bytes: letter }, record: { day, cells } });
    if (this.#batch.length >= BATCH_LETTERS) await this.#send(file.name);
  }

  /** Waits where the helpers have enough to do, so that memory stays flat. */
  async #send(bundle: string): Promise<void> {
    const batch = this.#batch;
    if (batch.length === 0) return;
    this.#batch = [];
    const working = this.#crew
      .open(batch.map(({ letter }) => letter))
      .then(async (outcomes) => {
        for (const [i, outcome] of outcomes.entries()) {
          const waiting = batch[i];
          if (waiting) await this.#settle(outcome, waiting.record, bundle);
        }
        this.#memory.touch();
        this.#tellSometimes();
      })
      .finally(() => this.#underWay.delete(working));
    this.#underWay.add(working);
    if (this.#underWay.size >= BATCHES_PER_HELPER * this.#crew.size) await Promise.race(this.#underWay);
  }

  async #settle(outcome: LetterOutcome, { day, cells }: Waiting['record'], bundle: string): Promise<void> {
    const memory = this.#memory;
    const { letter } = outcome;
    const received = day === 0 ? null : isoDateOfDay(day);
    this.#letters += 1;
    switch (outcome.kind) {
      case 'opened': {
        const { tag, fileKey, report, caseLocator, caseFault } = outcome.opened;
        const followUp = caseLocator !== null && report['followUp'] === true;
        const kept = { tag, letter, fileKey, day: received, cells, bundle, report, caseLocator, followUp };
        const isNew = memory.addReport(caseFault ? { ...kept, caseFault } : kept);
        this.#counts[isNew ? 'opened' : 'known'] += 1;
        return;
      }
      case 'journal':
        memory.journalLetters.add(letter);
        this.#counts.journal += 1;
        await this.#takeJournal(outcome.content);
        return;
      case 'waiting': {
        const { threshold, slot, wrapKey } = outcome.share;
        const own = { slot, wrapKey, from: memory.unlocked().identity };
        // What others released of it, before the same bundle was opened again, stays.
        const { releases } = memory.waiting.get(letter) ?? { releases: [own] };
        memory.waiting.set(letter, { letter, day: received, threshold, slot, releases });
        this.#counts.waiting += 1;
        return;
      }
      case 'not-mine':
        memory.notMine.add(letter);
        this.#counts.notForThisKey += 1;
        return;
      case 'failed':
        memory.unopened.set(letter, { letter, day: received, bundle, failure: outcome.failure });
        this.#counts.failed += 1;
    }
  }

  /** Grants and releases wait in the casebook for whoever uses them: they are believed by their signatures, and then. */
  async #takeJournal({ journal, grants, releases }: JournalContents): Promise<void> {
    const { added, refused } = await this.#memory.journal.addForeign(journal);
    this.#counts.entries += added;
    this.#counts.refusedEntries += refused.length;
    for (const envelope of grants) this.#memory.foreignLines.add(JSON.stringify({ type: 'grant', envelope }));
    for (const envelope of releases) this.#memory.foreignLines.add(JSON.stringify({ type: 'release', envelope }));
  }

  #tellSometimes(): void {
    if (performance.now() - this.#toldAt >= TELL_EVERY_MS) this.#tellNow();
  }

  #tellNow(): void {
    this.#toldAt = performance.now();
    this.#tell({
      bytes: this.#bytes,
      totalBytes: this.#totalBytes,
      letters: this.#letters,
      milliseconds: this.#toldAt - this.#started,
    });
  }
}

function today(): IsoDate {
  return isoDateOf(new Date());
}
