import { confirm, isCancel, password, text } from '@clack/prompts';

import { Failure } from './failure.ts';
import { isOpenToOthers, readText } from './files.ts';
import { warn } from './terminal.ts';

const CHARACTERS_MIN = 12;
const TOO_SHORT = `A pass phrase has at least ${String(CHARACTERS_MIN)} characters. Take four or more random words.`;

export interface PassphraseSource {
  /** What it is for, as the prompt says it. */
  readonly of: string;
  readonly file: string | undefined;
}

/** Asks for a pass phrase that exists already. */
export async function askPassphrase({ of, file }: PassphraseSource): Promise<string> {
  return file === undefined ? prompt(`Pass phrase of ${of}`) : fromFile(file);
}

/** Asks for a new pass phrase, twice. Throws `passphrase-short`. */
export async function askNewPassphrase({ of, file }: PassphraseSource): Promise<string> {
  if (file !== undefined) {
    const passphrase = await fromFile(file);
    if (!isLongEnough(passphrase)) throw new Failure('passphrase-short');
    return passphrase;
  }
  const first = await prompt(`New pass phrase for ${of}`, (typed) => (isLongEnough(typed) ? undefined : TOO_SHORT));
  await prompt('The same again', (typed) =>
    typed === first ? undefined : 'This differs from the first. Type it again.',
  );
  return first;
}

/** Asks before something that cannot be undone. Throws `cancelled`, `confirmation-needed`. */
export async function askConfirmation(message: string): Promise<void> {
  if (!hasTerminal()) throw new Failure('confirmation-needed');
  const answer = await confirm({ message, initialValue: false, output: process.stderr });
  if (answer !== true) throw new Failure('cancelled');
}

/** Asks for one line that is no secret for long. Throws `passphrase-needed`. */
export async function askLine(message: string, check: (typed: string) => string | undefined): Promise<string> {
  if (!hasTerminal()) throw new Failure('passphrase-needed');
  const typed = await text({ message, validate: (value) => check(value ?? ''), output: process.stderr });
  if (isCancel(typed)) throw new Failure('cancelled');
  return typed;
}

async function prompt(
  message: string,
  check: (typed: string) => string | undefined = () => undefined,
): Promise<string> {
  if (!hasTerminal()) throw new Failure('passphrase-needed');
  const typed = await password({
    message,
    clearOnError: true,
    validate: (value) => check(value ?? ''),
    output: process.stderr,
  });
  if (isCancel(typed)) throw new Failure('cancelled');
  return typed;
}

/** Whether there is somebody to ask. */
export function hasTerminal(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY;
}

/** The first line, without its end. */
async function fromFile(path: string): Promise<string> {
  const [line = ''] = (await readText(path)).split(/\r?\n/, 1);
  if (await isOpenToOthers(path)) warn(`others on this machine can read ${path}. Restrict it: chmod 600 ${path}`);
  return line;
}

function isLongEnough(passphrase: string): boolean {
  return Array.from(passphrase).length >= CHARACTERS_MIN;
}
