import type { FromWorker, ToSealer } from './messages.ts';
import type { StartWorker } from './start-worker.ts';

/** The worker that verifies the office and seals, or opens a mailbox. It starts with the first thing it is told; what breaks it is for the person to decide on. */
export class SealerWorker<Message = ToSealer> {
  readonly #startWorker: StartWorker;
  readonly #onMessage: (message: FromWorker) => void;
  readonly #onBroken: (why: 'offline' | 'unsupported') => void;
  #worker: Worker | undefined;

  constructor(
    startWorker: StartWorker,
    onMessage: (message: FromWorker) => void,
    onBroken: (why: 'offline' | 'unsupported') => void,
  ) {
    this.#startWorker = startWorker;
    this.#onMessage = onMessage;
    this.#onBroken = onBroken;
  }

  get isRunning(): boolean {
    return this.#worker !== undefined;
  }

  tell(message: Message): void {
    try {
      this.#worker ??= this.#startWorker(this.#onMessage, this.#onBroken);
      this.#worker.postMessage(message);
    } catch {
      this.#onBroken('unsupported');
    }
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
