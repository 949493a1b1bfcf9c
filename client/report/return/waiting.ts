import { byId } from '../dom.ts';

/** `back` and `further` read older parts of the log: for the case, and for a receipt that is checked. */
export type Task = 'enter' | 'look' | 'back' | 'check' | 'further' | 'send' | 'close';

/** What the person waits for, told beside the button that was pressed. One at a time. */
export class Waiting {
  #task: Task | undefined;
  #last: Task = 'enter';

  get task(): Task | undefined {
    return this.#task;
  }

  /** What was asked for last, for trying it again. */
  get last(): Task {
    return this.#last;
  }

  begin(task: Task, words: string): void {
    this.#task = task;
    this.#last = task;
    setBusy(true);
    this.say(words);
  }

  say(words: string): void {
    if (this.#task) byId(`status-${this.#task}`, HTMLElement).textContent = words;
  }

  end(): void {
    this.say('');
    this.#task = undefined;
    setBusy(false);
  }
}

function setBusy(now: boolean): void {
  const main = document.querySelector('main');
  if (main) main.ariaBusy = String(now);
}
