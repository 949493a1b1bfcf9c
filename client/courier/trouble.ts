/** Why something did not work: a code of the server's table or of the page's own, worded in `messages`. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
  readonly code: string;
  /** How long the server asks to wait. */
  readonly seconds: number | undefined;

  constructor(code: string, seconds?: number) {
    super(code);
    this.code = code;
    this.seconds = seconds;
  }
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof Trouble) return error;
  return new Trouble(error instanceof Error && 'code' in error ? String(error.code) : 'unforeseen');
}
