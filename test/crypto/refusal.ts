import { AmparoError } from '../../crypto/index.ts';

/** The code with which a piece of work is refused. */
export function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof AmparoError ? error.code : String(error)),
  );
}
