import { hasDigits, openCase, readCodeDigits, readCodeWords, type Case, type Slip } from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { isOpenToOthers } from './files.ts';
import { readWords, STDIN } from './standard-input.ts';
import { warn } from './terminal.ts';
import { WORD_LISTS } from '../../client/shared/word-lists.ts';

export const CODE_OPTION = ['--code <FILE|->', 'the case code, in digits or words of any list'] as const;

/**
 * The case of a code in a file or on standard input. Throws `code-unreadable`, and `code-count`, `code-places` and `code-together`, which name places and never
 * what stands there.
 */
export async function readCase(source: string): Promise<Case> {
  const text = await readWords(source).catch((error: unknown) => {
    // The path may be the code itself, given by mistake.
    throw error instanceof Failure && error.code === 'file-unreadable' ? new Failure('code-unreadable') : error;
  });
  if (source !== STDIN && (await isOpenToOthers(source))) {
    warn(`others on this machine can read ${source}. Restrict it: chmod 600 ${source}`);
  }
  const isInDigits = hasDigits(text);
  const reading = isInDigits ? await readCodeDigits(text) : readCodeWords(text, Object.values(WORD_LISTS));
  if ('secret' in reading) return openCase(reading.secret);
  throw failureOf(reading, isInDigits ? 'group' : 'word');
}

/** Names places, never what stands there. */
export function failureOf(reading: Slip, part: 'group' | 'word'): Failure {
  switch (reading.slip) {
    case 'count':
      return new Failure('code-count', `${String(reading.given)} ${part}s were given`);
    case 'places':
      return new Failure('code-places', places(part, reading.places));
    case 'together':
      return new Failure(
        'code-together',
        reading.suspects.length === 0 ? undefined : `most likely ${places(part, reading.suspects)}`,
      );
  }
}

function places(part: string, numbers: readonly number[]): string {
  return `${part}${numbers.length === 1 ? '' : 's'} ${numbers.join(', ')}`;
}
