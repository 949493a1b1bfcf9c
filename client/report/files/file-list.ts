import type { Report } from '../../../crypto/index.ts';

import { byId, element } from '../dom.ts';
import type { EvidenceItem, WhyItemFailed } from '../evidence/evidence-upload.ts';
import type { Failure } from '../failure.ts';
import { FILES_MAX } from '../limits.ts';
import type { Inspection } from '../metadata/index.ts';
import type { ToHelper, ToSeal } from '../messages.ts';
import { PatientWorker } from '../patient-worker.ts';
import type { EvidenceRemedy } from '../send.ts';
import type { StartWorker } from '../start-worker.ts';
import { number, pluralText, size, text } from '../texts.ts';
import type { EvidenceSink, SinkEvents } from './evidence-sink.ts';
import { FileEntry } from './file-entry.ts';
import { plainName } from './file-name.ts';

/** The most that evidence may hold, in bytes: as many cells as the protocol knows, a little less for the round number. */
const TOTAL_BYTES_MAX = 64_000_000_000;

const FAILED = { vanished: 'fileVanished', changed: 'fileChanged', 'too-large': 'fileTooLarge' } as const;

interface Given {
  readonly entry: FileEntry;
  readonly item: EvidenceItem;
}

export interface FileListDeps {
  readonly startWorker: StartWorker;
  readonly sink: (events: SinkEvents) => EvidenceSink;
  /** Something is wrong with a file, or with sending them. */
  readonly onFailure: (failure: Failure) => void;
}

/**
 * The files of the report: shown, looked into by a worker, and handed on when the screen is left, so that what shall be sent of
 * each can be decided before; never one that was not looked into.
 */
export class FileList {
  readonly #entries = new Map<string, FileEntry>();
  readonly #onFailure: (failure: Failure) => void;
  readonly #sink: EvidenceSink;
  readonly #inspector: PatientWorker<ToHelper>;
  /** What was handed on, in that order. */
  #given: readonly Given[] = [];
  #isLeft = false;
  #made = 0;
  #onReady: (() => void) | undefined;

  constructor({ startWorker, sink, onFailure }: FileListDeps) {
    this.#onFailure = onFailure;
    this.#sink = sink({
      onItemFailed: (id, why) => {
        this.#failed(id, why);
      },
      onFailure,
    });
    this.#inspector = new PatientWorker(
      startWorker,
      (message) => {
        if (message.type === 'inspected') this.#inspected(message.id, message.inspection);
      },
      () => {
        for (const entry of this.#entries.values()) if (!entry.isReady) this.#inspect(entry);
      },
    );
  }

  get hasStory(): boolean {
    return [...this.#entries.values()].some(({ isStory }) => isStory);
  }

  get names(): string[] {
    return [...this.#entries.values()].map(({ name }) => name);
  }

  /** Binds the list to the page, and again after its words were exchanged. */
  mount(): void {
    const input = byId('choose-files', HTMLInputElement);
    input.addEventListener('change', () => {
      this.add([...(input.files ?? [])]);
      input.value = ''; // the same file can be chosen again
    });
    this.#sink.mount();
    this.#render();
  }

  add(files: readonly File[]): void {
    this.#isLeft = false;
    const problems: string[] = [];
    for (const file of files) {
      const name = plainName(file.name);
      if (this.#entries.size >= FILES_MAX) {
        problems.push(text('filesTooMany', { count: number(FILES_MAX) }));
        break;
      }
      if (file.size === 0) problems.push(text('fileEmpty', { name }));
      else if (this.#bytes() + file.size > TOTAL_BYTES_MAX)
        problems.push(text('fileTooLarge', { name, size: size(TOTAL_BYTES_MAX) }));
      else this.#addEntry(name, file, false);
    }
    this.#showProblems(problems);
    this.#render();
  }

  /** A recording that tells the story: it holds nothing to look for. */
  addStory(name: string, recording: Blob): void {
    this.#giveOnce(this.#addEntry(name, recording, true));
    this.#render();
  }

  /** From now on what was decided on is sealed and sent, while the person goes on. */
  leave(): void {
    this.#isLeft = true;
    for (const entry of this.#entries.values()) this.#giveOnce(entry);
  }

  /** What to tell the sealer, once the files are where they have to be, whatever that takes. */
  async prepare(report: Report, excluded: readonly number[]): Promise<ToSeal> {
    this.leave();
    if (!this.#isReady()) await new Promise<void>((resolve) => (this.#onReady = resolve));
    return this.#sink.prepare({ report, excluded, notes: this.#given.map(({ entry }) => entry.note) });
  }

  /** The server lost something of what the last `prepare` gave: the next one mends it. */
  recover(remedy: EvidenceRemedy): void {
    this.#sink.recover(remedy);
  }

  /** Stops everything and forgets the files. */
  clear(): void {
    this.#inspector.stop();
    this.#sink.clear();
    this.#entries.clear();
    this.#given = [];
    this.#isLeft = false;
    this.#onReady = undefined;
    this.#showProblems([]);
    this.#render();
  }

  #isReady(): boolean {
    return [...this.#entries.values()].every((entry) => entry.isReady);
  }

  #failed(id: string, why: WhyItemFailed): void {
    const entry = this.#given.find(({ item }) => item.id === id)?.entry;
    if (!entry) return;
    const problem = text(FAILED[why], { name: entry.name, size: size(TOTAL_BYTES_MAX) });
    entry.setProblem(problem);
    this.#showProblems([problem]);
    this.#onFailure('files-unreadable');
  }

  #inspected(id: string, inspection: Inspection): void {
    const entry = this.#entries.get(id);
    entry?.setInspection(inspection);
    if (entry && this.#isLeft) this.#giveOnce(entry);
    if (this.#isReady()) this.#onReady?.();
  }

  #inspect({ id, file }: FileEntry): void {
    this.#inspector.tell({ type: 'inspect', id, file });
  }

  #giveOnce(entry: FileEntry): void {
    if (!entry.isReady || this.#given.some((given) => given.entry === entry)) return;
    const given = entry.items.map((item) => ({ entry, item }));
    this.#given = [...this.#given, ...given];
    for (const { item } of given) this.#sink.add(item);
  }

  #takeBack(entry: FileEntry): void {
    for (const given of this.#given) if (given.entry === entry) this.#sink.remove(given.item.id);
    this.#given = this.#given.filter((given) => given.entry !== entry);
  }

  #addEntry(name: string, file: Blob, isStory: boolean): FileEntry {
    this.#made += 1;
    const entry = new FileEntry({ number: this.#made, name, file, isStory }, (changed) => {
      this.#takeBack(changed); // handed over anew when the screen is left
      this.#isLeft = false;
    });
    this.#entries.set(entry.id, entry);
    if (!isStory) this.#inspect(entry);
    return entry;
  }

  #remove(entry: FileEntry): void {
    this.#takeBack(entry);
    this.#entries.delete(entry.id);
    this.#showProblems([]);
    this.#render();
    byId('files-count', HTMLElement).textContent = text('removed', { name: entry.name });
    byId('choose-files', HTMLElement).focus();
  }

  #render(): void {
    const entries = [...this.#entries.values()];
    for (const entry of entries) {
      entry.render(() => {
        this.#remove(entry);
      });
    }
    byId('files', HTMLElement).replaceChildren(...entries.map((entry) => entry.element));
    byId('files-count', HTMLElement).textContent =
      entries.length === 0 ? '' : pluralText('files', entries.length, { size: size(this.#bytes()) });
  }

  #showProblems(problems: readonly string[]): void {
    const box = byId('files-problem', HTMLElement);
    box.hidden = problems.length === 0;
    box.replaceChildren(...problems.map((problem) => element('p', '', problem)));
  }

  #bytes(): number {
    return [...this.#entries.values()].reduce((total, { file }) => total + file.size, 0);
  }
}
