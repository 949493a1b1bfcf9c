/** A refusal that SPEC.md names; `code` is the part that the vectors compare. */
export class Refusal extends Error {
  readonly code: string;

  constructor(code: string, reason: string) {
    super(`${code}: ${reason}`);
    this.name = 'Refusal';
    this.code = code;
  }
}
