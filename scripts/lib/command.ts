import { Command, InvalidArgumentError } from 'commander';

import { EXIT, type ExitCode } from './failure.ts';

/** What a subcommand comes to: lines for people, or one JSON object. */
export interface Outcome {
  readonly lines: readonly string[];
  readonly json: object;
  /** Where not all went well. */
  readonly exit?: ExitCode;
}

export interface CommonOptions {
  readonly json?: true;
}

export interface PassphraseOptions {
  readonly passphraseFile?: string;
}

export interface CommandTexts {
  readonly usage: string;
  readonly about: string;
  readonly examples: readonly string[];
}

/** A subcommand with the options that all of them have. */
export function subcommand({ usage, about, examples }: CommandTexts): Command {
  return new Command(usage)
    .description(about)
    .option('--json', 'print one JSON object instead of text')
    .addHelpText(
      'after',
      ['', examples.length === 1 ? 'Example:' : 'Examples:', ...examples.map((line) => `  ${line}`)].join('\n'),
    );
}

/** Prints what came of a subcommand. */
export async function conclude(options: CommonOptions, work: Promise<Outcome>): Promise<void> {
  const { lines, json, exit = EXIT.ok } = await work;
  if (options.json) console.log(JSON.stringify(json));
  else for (const line of lines) console.log(line);
  process.exitCode = exit;
}

/** Parsers of option values, for commander. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d{1,16}$/.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`Give a whole number from ${String(min)} to ${String(max)}.`);
  };
}

export function oneOf<const Value extends number>(values: readonly Value[]): (text: string) => Value {
  return (text) => {
    const value = values.find((candidate) => String(candidate) === text);
    if (value === undefined) throw new InvalidArgumentError(`Give one of ${values.join(', ')}.`);
    return value;
  };
}

/** `en,es` */
export function languageList(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim());
  if (tags.every((tag) => /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag))) return tags;
  throw new InvalidArgumentError('Give language tags separated by commas, such as en,es.');
}

export function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
