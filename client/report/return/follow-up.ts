import type { Report } from '../../../crypto/index.ts';

import { byId } from '../dom.ts';
import { EvidenceSender } from '../files/evidence-sender.ts';
import { FileList } from '../files/file-list.ts';
import type { Failure } from '../failure.ts';
import type { ToReturn } from './messages.ts';
import type { Mistake } from '../problem.ts';
import { excludedSlots } from '../readers.ts';
import type { EvidenceRemedy } from '../send.ts';
import type { StartWorker } from '../start-worker.ts';
import { mistakesIn, showLeft } from '../story.ts';
import { language } from '../texts.ts';
import { returnText } from './texts.ts';

const RECOVERIES_MAX = 3;

export interface FollowUpDeps {
  /** Starts the form's worker, which looks into files and sends them. */
  readonly startWorker: StartWorker;
  readonly send: (message: Extract<ToReturn, { type: 'send' }>) => void;
  readonly onFailure: (failure: Failure) => void;
}

/** What somebody writes once more, in the same case, with its files. */
export class FollowUp {
  readonly #deps: FollowUpDeps;
  readonly #files: FileList;
  #recoveries = 0;

  constructor(deps: FollowUpDeps) {
    this.#deps = deps;
    this.#files = new FileList({
      startWorker: deps.startWorker,
      sink: (events) => new EvidenceSender(deps.startWorker, events),
      onFailure: deps.onFailure,
    });
  }

  mount(): void {
    this.#files.mount();
    showLeft();
  }

  get isBegun(): boolean {
    return story().value !== '' || this.#files.names.length > 0;
  }

  mistakes(): readonly Mistake[] {
    if (story().value.trim() === '') return [{ words: returnText('messageMissing'), control: story() }];
    return mistakesIn(byId('report', HTMLFormElement), false);
  }

  /** Sends it, once its files are on the server. */
  async send(): Promise<void> {
    this.#recoveries = 0;
    await this.#deliver();
  }

  /** The files are sent anew where the server has lost some of them, but not for ever. */
  async recover(remedy: EvidenceRemedy): Promise<void> {
    this.#recoveries += 1;
    if (this.#recoveries > RECOVERIES_MAX) {
      this.#deps.onFailure('server-busy');
      return;
    }
    this.#files.recover(remedy);
    await this.#deliver();
  }

  /** Another one can be written. Whoever was left out stays so. */
  clear(): void {
    this.#files.clear();
    story().value = '';
    showLeft();
  }

  async #deliver(): Promise<void> {
    const report = { version: 1, language: language(), story: story().value.toWellFormed(), followUp: true } as const;
    const toSeal = await this.#files.prepare(report satisfies Report, excludedSlots());
    if (toSeal.type === 'send') this.#deps.send({ ...toSeal, secret: null });
  }
}

function story(): HTMLTextAreaElement {
  return byId('story', HTMLTextAreaElement);
}
