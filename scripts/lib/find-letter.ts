import { createReadStream } from 'node:fs';

import { AmparoError, readBundle, type Bytes } from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { sha256Of } from './report-folders.ts';

/** A letter of these bundles by its id, or by how its id begins. Throws `letter-unknown`, `letter-ambiguous`. */
export async function findLetter(paths: readonly string[], start: string): Promise<{ id: string; letter: Bytes }> {
  const found = new Map<string, Bytes>();
  for (const path of paths) {
    for await (const letter of lettersIn(path)) {
      const id = sha256Of(letter);
      if (id.startsWith(start)) found.set(id, letter);
    }
  }
  const [first, second] = found;
  if (!first) throw new Failure('letter-unknown', start);
  if (second) throw new Failure('letter-ambiguous', start);
  const [id, letter] = first;
  return { id, letter };
}

/** Of a bundle that is damaged further on, those before the damage. */
async function* lettersIn(path: string): AsyncGenerator<Bytes> {
  try {
    for await (const record of readBundle(createReadStream(path))) {
      if (record.type === 'letter') yield record.letter;
    }
  } catch (error) {
    if (!(error instanceof AmparoError)) throw error;
  }
}
