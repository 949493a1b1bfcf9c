import {
  AmparoError,
  cellCount,
  evidenceIdSchema,
  FILES_MAX,
  listEvidence,
  type Bytes,
  type EvidenceList,
  type RandomBytes,
  type Work,
} from '../../../crypto/index.ts';

import { SendError } from '../failure.ts';
import type { Step } from '../messages.ts';
import type { EvidenceRemedy } from '../send.ts';
import { Contents } from './contents.ts';
import { fileOf, ItemFault, type EvidenceItem, type WhyItemFailed } from './item.ts';
import { ProgressReport, type EvidenceProgress, type EvidenceState } from './progress.ts';
import type { Trouble } from './trouble.ts';
import { UploadLoop } from './upload-loop.ts';

export type { EvidenceItem, EvidenceProgress, EvidenceState, WhyItemFailed };

export interface EvidenceDeps {
  readonly random: RandomBytes;
  readonly doWork: (onStep: (step: Step) => void) => Promise<Work>;
  readonly onProgress: (progress: EvidenceProgress) => void;
  readonly onItemFailed: (id: string, why: WhyItemFailed) => void;
}

export interface FinishedEvidence {
  /** What the report carries: the key, and the list of files. */
  readonly evidence: EvidenceList;
  /** What the letter names. */
  readonly uploadId: string;
  /** What a note and a receipt name. */
  readonly digest: Bytes;
}

interface Waiter {
  readonly resolve: (finished: FinishedEvidence | null) => void;
  readonly reject: (error: Error) => void;
}

/** Seals and uploads what is attached, while more is being attached, over any line, for as long as the page is open. */
export class EvidenceUpload {
  readonly #deps: EvidenceDeps;
  readonly #contents = new Contents();
  readonly #failed = new Map<string, WhyItemFailed>();
  readonly #report: ProgressReport;
  readonly #loop: UploadLoop;
  #waiters: Waiter[] = [];
  #isDiscarded = false;

  constructor(deps: EvidenceDeps) {
    this.#deps = deps;
    this.#report = new ProgressReport(deps.onProgress);
    this.#loop = new UploadLoop({
      contents: this.#contents,
      random: deps.random,
      doWork: deps.doWork,
      isBlocked: () => [...this.#failed.keys()].some((id) => this.#contents.placeOf(id) !== undefined),
      isEndAwaited: () => this.#waiters.length > 0,
      onChanged: () => {
        this.#show();
      },
      onDone: () => {
        void this.#conclude();
      },
      onTrouble: (trouble) => {
        this.#face(trouble);
      },
    });
  }

  /** The order of adding is the order in the stream. */
  add(item: EvidenceItem): void {
    if (this.#isDiscarded) return;
    if (this.#contents.placeOf(item.id)) throw new RangeError('item: its id is taken');
    if (!this.#canTake(item)) {
      this.#fail(new ItemFault([item.id], 'too-large'));
      return;
    }
    this.#contents.add(item);
    this.#contentsChanged();
  }

  /** Begins anew on the server where bytes of it were sealed already. */
  remove(id: string): void {
    this.#failed.delete(id);
    const place = this.#contents.placeOf(id);
    if (place && place.start < Math.min(place.end, this.#loop.settledBytes)) this.#loop.leave();
    this.#contents.remove(id);
    if (this.#contents.items.length === 0) {
      this.#loop.leave();
      if (this.#failed.size === 0)
        this.#settle((waiter) => {
          waiter.resolve(null);
        });
    }
    this.#contentsChanged();
  }

  pause(): void {
    this.#loop.pause();
    this.#show();
  }

  resume(): void {
    this.#loop.resume();
    this.#show();
  }

  /**
   * Resolves once everything is on the server; `null` where there are no files. May be called again, and gives the same while
   * nothing changed. Rejects with `evidence-changed` or `evidence-too-large` where an item failed and was not removed, and with a
   * `SendError` where the server will not have it.
   */
  finish(): Promise<FinishedEvidence | null> {
    const [why] = this.#failed.values();
    if (why) return Promise.reject(errorOf(why));
    if (this.#contents.items.length === 0) return Promise.resolve(null);
    const finished = new Promise<FinishedEvidence | null>((resolve, reject) => {
      this.#waiters.push({ resolve, reject });
    });
    this.#contentsChanged();
    void this.#conclude();
    this.#loop.urge();
    return finished;
  }

  /** After a letter could not name the upload: makes it whole again, for the next `finish`. */
  recover(remedy: EvidenceRemedy): void {
    if (remedy === 'start-over') this.#loop.leave();
    this.#loop.lookAgain();
    this.#show();
  }

  /** Deletes the upload on the server and keeps nothing. */
  discard(): void {
    this.#isDiscarded = true;
    this.#loop.end();
    this.#contents.clear();
    this.#failed.clear();
    this.#settle((waiter) => {
      waiter.reject(new SendError('unknown'));
    });
  }

  #canTake({ content }: EvidenceItem): boolean {
    if (this.#contents.items.length >= FILES_MAX) return false;
    try {
      return cellCount(this.#contents.totalBytes + content.size) > 0;
    } catch {
      return false;
    }
  }

  #contentsChanged(): void {
    this.#loop.contentsChanged();
    this.#show();
  }

  #face(trouble: Trouble): void {
    if (trouble.kind === 'item') this.#fail(trouble.fault);
    if (trouble.kind !== 'refused') return;
    this.#settle((waiter) => {
      waiter.reject(new SendError(trouble.failure));
    });
  }

  #fail({ ids, why }: ItemFault): void {
    for (const id of ids) this.#failed.set(id, why);
    this.#settle((waiter) => {
      waiter.reject(errorOf(why));
    });
    for (const id of ids) this.#deps.onItemFailed(id, why);
    this.#show();
  }

  /** Tells whoever waits that all is there. */
  async #conclude(): Promise<void> {
    const { done } = this.#loop;
    const uploadId = evidenceIdSchema.safeParse(done?.uploadId);
    if (!done || !uploadId.success) return;
    const digest = await done.stream.digest();
    if (done !== this.#loop.done) return; // files came or went meanwhile
    const evidence = listEvidence(done.key, this.#contents.items.map(fileOf));
    this.#settle((waiter) => {
      waiter.resolve({ evidence, uploadId: uploadId.data, digest });
    });
  }

  #settle(how: (waiter: Waiter) => void): void {
    for (const waiter of this.#waiters.splice(0)) how(waiter);
  }

  #show(): void {
    if (this.#isDiscarded) return;
    const contentBytes = this.#contents.items.length === 0 ? null : this.#contents.totalBytes;
    this.#report.show(this.#loop.state, this.#loop.sentBytes, contentBytes);
  }
}

function errorOf(why: WhyItemFailed): AmparoError {
  return new AmparoError(why === 'too-large' ? 'evidence-too-large' : 'evidence-changed');
}
