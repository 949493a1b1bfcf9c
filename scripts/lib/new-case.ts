import { Option, type Command } from 'commander';

import { codeDigits, codeWords, newCaseSecret, openCase, systemRandom, type Case } from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { exists, SECRET_MODE, writeWhole } from './files.ts';
import { WORD_LANGUAGES, WORD_LISTS, type WordLanguage } from '../../client/shared/word-lists.ts';

export interface NewCaseOptions {
  /** False with `--no-case`. */
  readonly case: boolean;
  readonly words: WordLanguage;
  readonly codeOut?: string;
}

export function withNewCaseOptions(command: Command): Command {
  return command
    .option('--no-case', 'make no case code: nobody can answer, and nothing can be added later')
    .addOption(
      new Option('--words <LANGUAGE>', 'language of the 12 words').choices(WORD_LANGUAGES).default('en' as const),
    )
    .option('--code-out <FILE>', 'write the case code to a file of your own instead of showing it');
}

/** A case that was just made, and its code. */
export interface NewCase {
  readonly of: Case;
  readonly digits: string;
  readonly words: string;
  readonly out: string | undefined;
}

/** `null` where none is wanted. Throws `file-exists`: no code is ever written over. */
export async function newCase(options: NewCaseOptions): Promise<NewCase | null> {
  if (!options.case) return null;
  const { codeOut: out } = options;
  if (out !== undefined && (await exists(out))) throw new Failure('file-exists', out);
  const secret = newCaseSecret(systemRandom);
  return {
    of: await openCase(secret),
    digits: (await codeDigits(secret)).join(' '),
    words: codeWords(secret, WORD_LISTS[options.words]).join(' '),
    out,
  };
}

/** Writes the code where that is wanted. Before the report goes out: a report whose code is lost can never be answered. */
export async function keepCode(made: NewCase | null): Promise<void> {
  if (made?.out === undefined) return;
  await writeWhole(made.out, `${made.digits}\n${made.words}\n`, { mode: SECRET_MODE, replace: false });
}

/** Shows the code this once; or where it is. */
export function codeLines(made: NewCase | null): string[] {
  if (made === null) return [];
  if (made.out !== undefined) {
    return [
      `The case code is in ${made.out}. Whoever has it can read the replies: keep it where nobody else finds it.`,
    ];
  }
  return [
    'Case code, to read replies and to write again. It is shown this once, and nobody can find it again:',
    `  ${made.digits}`,
    'or the same in words:',
    `  ${made.words}`,
    'Whoever has it can read the replies: keep it where nobody else finds it.',
  ];
}

/** The same for `--json`. */
export function codeJson(made: NewCase | null): object {
  if (made === null) return { code: null };
  return made.out === undefined
    ? { code: { digits: made.digits, words: made.words } }
    : { code: null, codeFile: made.out };
}
