import {
  CallError,
  type AnswerOf,
  type ArgumentOf,
  type Calls,
  type Line,
  type ProgressOf,
  type Returned,
} from './line.ts';

export interface CallOptions<Progress> {
  readonly onProgress?: (progress: Progress) => void;
  /** Asks the other end to stop; it decides what it answers then. */
  readonly signal?: AbortSignal;
  readonly transfer?: Transferable[];
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: CallError) => void;
  readonly onProgress: ((progress: never) => void) | undefined;
}

/** The end of a line that calls. Several calls may be under way at once. */
export class Caller<Of extends Calls<Of>> {
  readonly #line: Line;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(line: Line) {
    this.#line = line;
    line.onmessage = ({ data }: MessageEvent<Returned>) => {
      this.#take(data);
    };
  }

  /** Throws {@link CallError}. */
  call<Name extends keyof Of & string>(
    name: Name,
    argument: ArgumentOf<Of, Name>,
    { onProgress, signal, transfer = [] }: CallOptions<ProgressOf<Of, Name>> = {},
  ): Promise<AnswerOf<Of, Name>> {
    const id = (this.#last += 1);
    signal?.addEventListener('abort', () => {
      this.#line.postMessage({ id, cancel: true }, []);
    });
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onProgress });
      this.#line.postMessage({ id, call: name, argument }, transfer);
    });
  }

  /** Nobody is there any more: all that is under way fails. */
  hangUp(): void {
    for (const { reject } of this.#waiting.values()) reject(new CallError({ code: 'line-closed' }));
    this.#waiting.clear();
  }

  #take(returned: Returned): void {
    const waiting = this.#waiting.get(returned.id);
    if (!waiting) return;
    if ('progress' in returned) {
      waiting.onProgress?.(returned.progress as never);
      return;
    }
    this.#waiting.delete(returned.id);
    if ('failure' in returned) waiting.reject(new CallError(returned.failure));
    else waiting.resolve(returned.answer);
  }
}
