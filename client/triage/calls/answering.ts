import { AmparoError } from '../../../crypto/index.ts';
import {
  CallError,
  type AnswerOf,
  type ArgumentOf,
  type Calls,
  type Failure,
  type Line,
  type ProgressOf,
  type Returned,
  type Sent,
} from './line.ts';

/** What a handler can do beside answering. */
export interface Control<Progress> {
  readonly signal: AbortSignal;
  tell(progress: Progress): void;
  /** Has buffers moved with the answer in place of being copied. */
  transfer(...buffers: readonly Transferable[]): void;
}

export type Handlers<Of extends Calls<Of>> = {
  readonly [Name in keyof Of]: (
    argument: ArgumentOf<Of, Name>,
    control: Control<ProgressOf<Of, Name>>,
  ) => Promise<AnswerOf<Of, Name>> | AnswerOf<Of, Name>;
};

type AnyHandler = (argument: unknown, control: Control<unknown>) => unknown;

/** Answers all calls over a line. What goes wrong is told to the caller, never thrown away. */
export function answerCalls<Of extends Calls<Of>>(line: Line, handlers: Handlers<Of>): void {
  const underWay = new Map<number, AbortController>();
  line.onmessage = ({ data }: MessageEvent<Sent>) => {
    if ('cancel' in data) underWay.get(data.id)?.abort();
    else void answer(data.id, (handlers as Readonly<Record<string, AnyHandler>>)[data.call], data.argument);
  };

  async function answer(id: number, handler: AnyHandler | undefined, argument: unknown): Promise<void> {
    const abort = new AbortController();
    const moved: Transferable[] = [];
    underWay.set(id, abort);
    const send = (returned: Returned, transfer: Transferable[] = []) => {
      line.postMessage(returned, transfer);
    };
    try {
      if (!handler) throw new Error('no such call');
      const control: Control<unknown> = {
        signal: abort.signal,
        tell: (progress) => {
          send({ id, progress });
        },
        transfer: (...buffers) => {
          moved.push(...buffers);
        },
      };
      send({ id, answer: await handler(argument, control) }, moved);
    } catch (error) {
      send({ id, failure: failureOf(error) });
    } finally {
      underWay.delete(id);
    }
  }
}

/** Anything that a hostile file makes a library throw is `unforeseen`, with nothing of its text. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CallError) return error.failure;
  if (error instanceof AmparoError) {
    return error.detail === undefined ? { code: error.code } : { code: error.code, detail: error.detail };
  }
  if (error instanceof DOMException && error.name === 'NotReadableError') return { code: 'file-unreadable' };
  if (error instanceof DOMException && error.name === 'NotFoundError') return { code: 'file-unreadable' };
  if (error instanceof RangeError && /memory|allocation|array/i.test(error.message)) return { code: 'out-of-memory' };
  return { code: 'unforeseen' };
}
