/** One end of a line between threads: a worker, a worker's own scope, or a port. */
export interface Line {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

/** Why a call did not succeed. `detail` names what is at fault, never secret content. */
export interface Failure {
  readonly code: string;
  readonly detail?: string;
}

/** A failure, thrown at the caller's end. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** What can be called over a line: by name, with one argument. `Progress` is told while it lasts. */
export interface Call<Argument, Answer, Progress = never> {
  readonly argument: Argument;
  readonly answer: Answer;
  readonly progress: Progress;
}

/** An interface whose members are all a {@link Call}. */
export type Calls<Of> = { readonly [Name in keyof Of]: Call<unknown, unknown, unknown> };

export type ArgumentOf<Of extends Calls<Of>, Name extends keyof Of> = Of[Name]['argument'];
export type AnswerOf<Of extends Calls<Of>, Name extends keyof Of> = Of[Name]['answer'];
export type ProgressOf<Of extends Calls<Of>, Name extends keyof Of> = Of[Name]['progress'];

/** What goes over a line, one way and the other. */
export type Sent =
  | { readonly id: number; readonly call: string; readonly argument: unknown }
  | { readonly id: number; readonly cancel: true };

export type Returned =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: Failure }
  | { readonly id: number; readonly progress: unknown };
