import {
  isoDateOf,
  isoDateOfDay,
  scanBundle,
  sha256,
  toHex,
  type IsoDate,
  type LetterRecord,
} from '../../../crypto/index.ts';
import { failureOf } from '../calls/answering.ts';
import type { LetterOutcome, LetterToOpen } from '../calls/helper-calls.ts';
import type { Failure } from '../calls/line.ts';
import type { OpeningProgress, OpeningSummary } from '../calls/opening-calls.ts';
import type { Crew } from './crew.ts';
import { openGranted } from './granted.ts';
import type { Memory } from './memory.ts';
import { takeDirectory, takenOn } from './office.ts';
import { sliceable } from './pieces.ts';
import { settle, type LetterRecord as Record } from './settling.ts';
import { openTogether } from './together.ts';

/** Large enough that messages cost nothing beside the work, small enough that the bar moves and cancelling is soon done. */
const BATCH_LETTERS = 32;
/** For each helper: one that it works on, one that waits. */
const BATCHES_PER_HELPER = 2;
const TELL_EVERY_MS = 100;

interface InBatch {
  readonly letter: LetterToOpen;
  readonly record: Record;
}

/** Opens what several files hold, and remembers where their evidence lies. */
export class OpeningRun {
  readonly #memory: Memory;
  readonly #crew: Pick<Crew, 'size' | 'open'>;
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
  #batch: InBatch[] = [];
  readonly #underWay = new Set<Promise<void>>();

  constructor(
    memory: Memory,
    crew: Pick<Crew, 'size' | 'open'>,
    tell: (progress: OpeningProgress) => void,
    signal: AbortSignal,
  ) {
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
      await this.#send();
      this.#bytesBefore += file.size;
    }
    await Promise.all(this.#underWay);
    await this.#openGiven(files);
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
    const known = this.#knownAs(id);
    if (known !== null) {
      this.#letters += 1;
      this.#counts[known] += 1;
      return;
    }
    const record = {
      day: day === 0 ? null : isoDateOfDay(day),
      cells,
      bundle: file.name,
      taken: takenOn(this.#memory),
    };
    this.#batch.push({ letter: { id, bytes: letter }, record });
    if (this.#batch.length >= BATCH_LETTERS) await this.#send();
  }

  #knownAs(id: string): 'known' | 'journal' | 'waiting' | 'notForThisKey' | null {
    const { letters, journalLetters, shared, notMine } = this.#memory;
    if (letters.has(id)) return 'known';
    if (journalLetters.has(id)) return 'journal';
    if (shared.get(id)) return 'waiting';
    return notMine.has(id) ? 'notForThisKey' : null;
  }

  /** Waits where the helpers have enough to do, so that memory stays flat. */
  async #send(): Promise<void> {
    const batch = this.#batch;
    if (batch.length === 0) return;
    this.#batch = [];
    const working = this.#crew
      .open(batch.map(({ letter }) => letter))
      .then(async (outcomes) => {
        for (const [i, outcome] of outcomes.entries()) {
          const sent = batch[i];
          if (sent) await this.#settle(outcome, sent.record);
        }
        this.#memory.touch();
        this.#tellSometimes();
      })
      .finally(() => this.#underWay.delete(working));
    this.#underWay.add(working);
    if (this.#underWay.size >= BATCHES_PER_HELPER * this.#crew.size) await Promise.race(this.#underWay);
  }

  async #settle(outcome: LetterOutcome, record: Record): Promise<void> {
    const { as, entries, refused } = await settle(this.#memory, outcome, record);
    this.#letters += 1;
    this.#counts[as] += 1;
    this.#counts.entries += entries;
    this.#counts.refusedEntries += refused;
  }

  /** What colleagues gave may have come before the letters or after them, so it is used once all are here. */
  async #openGiven(files: readonly File[]): Promise<void> {
    const together = await openTogether(this.#memory);
    const granted = await openGranted(this.#memory, files, this.#signal);
    this.#counts.opened += together + granted;
    this.#counts.waiting = Math.max(0, this.#counts.waiting - together);
    this.#counts.notForThisKey = Math.max(0, this.#counts.notForThisKey - granted);
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
