import type { FromWorker, ToWorker } from './messages.ts';
import type { StartWorker } from './start-worker.ts';

const AGAIN_AFTER_MS = 3_000;

/** A worker that starts with the first thing it is told, and starts anew for as long as a part of its script does not arrive. */
export class PatientWorker<Message extends ToWorker> {
  readonly #startWorker: StartWorker;
  readonly #onMessage: (message: FromWorker) => void;
  /** Tells a new worker all that its forerunner had not done. */
  readonly #onAgain: () => void;
  #worker: Worker | undefined;
  #isWaiting = false;

  constructor(startWorker: StartWorker, onMessage: (message: FromWorker) => void, onAgain: () => void) {
    this.#startWorker = startWorker;
    this.#onMessage = onMessage;
    this.#onAgain = onAgain;
  }

  tell(message: Message): void {
    if (this.#isWaiting) return; // told again with the rest
    this.#worker ??= this.#startWorker(
      (answer) => {
        if (answer.type === 'part-missing') this.#again();
        else this.#onMessage(answer);
      },
      () => {
        this.#again();
      },
    );
    this.#worker.postMessage(message);
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #again(): void {
    if (this.#isWaiting) return;
    this.stop();
    this.#isWaiting = true;
    setTimeout(() => {
      this.#isWaiting = false;
      this.#onAgain();
    }, AGAIN_AFTER_MS);
  }
}
