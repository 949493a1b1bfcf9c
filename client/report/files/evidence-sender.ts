import type { EvidenceItem, FinishedEvidence } from '../evidence/evidence-upload.ts';
import type { FromWorker, ToEvidence, ToSeal } from '../messages.ts';
import { PatientWorker } from '../patient-worker.ts';
import type { EvidenceRemedy } from '../send.ts';
import type { StartWorker } from '../start-worker.ts';
import type { EvidenceSink, Outgoing, SinkEvents } from './evidence-sink.ts';
import { UploadPanel } from './upload-panel.ts';

const NOTHING = { state: 'idle', sentBytes: 0, totalBytes: 0 } as const;

/** Seals files and sends them to the server, in a worker of their own. */
export class EvidenceSender implements EvidenceSink {
  readonly #events: SinkEvents;
  readonly #worker: PatientWorker<ToEvidence>;
  readonly #panel = new UploadPanel((message) => {
    this.#worker.tell(message);
  });
  /** In the order of the stream, for a worker that starts anew. */
  #items: readonly EvidenceItem[] = [];
  #onFinished: ((sent: FinishedEvidence | null) => void) | undefined;

  constructor(startWorker: StartWorker, events: SinkEvents) {
    this.#events = events;
    this.#worker = new PatientWorker(
      startWorker,
      (message) => {
        this.#receive(message);
      },
      () => {
        for (const item of this.#items) this.#worker.tell({ type: 'add', item });
        if (this.#onFinished) this.#worker.tell({ type: 'finish' });
      },
    );
  }

  mount(): void {
    this.#panel.mount();
  }

  add(item: EvidenceItem): void {
    this.#items = [...this.#items, item];
    this.#worker.tell({ type: 'add', item });
  }

  remove(id: string): void {
    this.#items = this.#items.filter((item) => item.id !== id);
    this.#worker.tell({ type: 'remove', id });
    if (this.#items.length === 0) this.#panel.show(NOTHING);
  }

  async prepare({ report, excluded, notes }: Outgoing): Promise<ToSeal> {
    const finished = this.#items.length === 0 ? null : await this.#finish();
    if (finished === null) return { type: 'send', report, excluded, sent: null };
    const files = finished.evidence.files.map((file, i) => (notes[i] ? { ...file, note: notes[i] } : file));
    const evidence = { ...finished.evidence, files };
    const { uploadId, digest } = finished;
    return { type: 'send', report: { ...report, evidence }, excluded, sent: { uploadId, digest } };
  }

  recover(remedy: EvidenceRemedy): void {
    this.#worker.tell({ type: 'recover', remedy });
  }

  clear(): void {
    this.#worker.stop();
    this.#items = [];
    this.#onFinished = undefined;
    this.#panel.show(NOTHING);
  }

  #finish(): Promise<FinishedEvidence | null> {
    return new Promise((resolve) => {
      this.#onFinished = resolve;
      this.#worker.tell({ type: 'resume' });
      this.#worker.tell({ type: 'finish' });
    });
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'upload':
        this.#panel.show(message.progress);
        break;
      case 'finished':
        this.#onFinished?.(message.sent);
        this.#onFinished = undefined;
        break;
      case 'item-failed':
        this.#events.onItemFailed(message.id, message.why);
        break;
      case 'failed':
        this.#events.onFailure(message.failure);
        break;
      default: // the other workers' answers
    }
  }
}
