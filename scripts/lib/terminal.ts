import { stripVTControlCharacters } from 'node:util';

const DRAW_EVERY_MS = 100;
const WIDTH_DEFAULT = 80;
const CLEAR_LINE = '\r\u001B[K';

/** Says what happens along the way. On standard error, so that standard output holds the result alone. */
export function note(line: string): void {
  console.error(line);
}

export function warn(line: string): void {
  console.error(`Warning: ${line}`);
}

/** One line that is drawn over while something long goes on, where standard error is a terminal. */
export class Progress {
  readonly #isShown = process.stderr.isTTY;
  readonly #started = performance.now();
  #drawn = 0;

  /** `text` is asked for only when it is time to draw. */
  show(text: (seconds: number) => string): void {
    const now = performance.now();
    if (!this.#isShown || now - this.#drawn < DRAW_EVERY_MS) return;
    this.#drawn = now;
    const width = (process.stderr.columns || WIDTH_DEFAULT) - 1;
    const line = stripVTControlCharacters(text((now - this.#started) / 1000));
    process.stderr.write(`${CLEAR_LINE}${line.slice(0, width)}`);
  }

  end(): void {
    if (this.#isShown && this.#drawn > 0) process.stderr.write(CLEAR_LINE);
  }
}

/** Shows how far something is while it goes on, and clears the line whatever comes of it. */
export async function withProgress<T>(work: (progress: Progress) => Promise<T>): Promise<T> {
  const progress = new Progress();
  try {
    return await work(progress);
  } finally {
    progress.end();
  }
}

/** `12,345 of 20,000`. */
export function ofTotal(done: number, total: number): string {
  return `${count(done)} of ${count(total)}`;
}

export function count(value: number): string {
  return value.toLocaleString('en');
}

/** `1 letter`, `2 letters`. */
export function several(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
}
