import { parseArgs } from 'node:util';

import { ensurePrograms } from '../ensure-browsers.ts';
import type { Bench } from './bench.ts';
import { growthBench } from './growth.ts';
import { logBench } from './log.ts';
import { mailboxBench } from './mailbox.ts';
import { openBench } from './open.ts';
import { pageBench } from './reporter-page.ts';
import { table, type Result } from './result.ts';
import { sealEvidenceBench } from './seal-evidence.ts';
import { sealLetterBench } from './seal-letter.ts';
import { submitBench } from './submit.ts';
import { triageBench } from './triage.ts';
import { uploadsBench } from './uploads.ts';

const BENCHES: Readonly<Record<string, Bench>> = {
  'seal-letter': sealLetterBench,
  'seal-evidence': sealEvidenceBench,
  open: openBench,
  page: pageBench,
  submit: submitBench,
  growth: growthBench,
  uploads: uploadsBench,
  log: logBench,
  mailbox: mailboxBench,
  triage: triageBench,
};

const ROUNDS = 5;
const ROUNDS_MAX = 100;

const USAGE = `npm run bench -- [name ...] [--rounds N] [--json]

${Object.entries(BENCHES)
  .map(([name, { about, limitMinutes }]) => `  ${name.padEnd(14)} ${about} (at most ${String(limitMinutes)} minutes)`)
  .join('\n')}

  --rounds N  how often each contender takes its turn; medians are shown (${String(ROUNDS)})
  --json      one line of JSON for each result in place of the table`;

/** Runs the benches asked for. Gives the exit code. */
async function main(): Promise<number> {
  const options = readArguments();
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const results: Result[] = [];
  let failed = false;
  for (const [name, bench] of options.benches) {
    try {
      await runBench(name, bench, options.rounds, (result) => {
        results.push(result);
        if (options.json) console.log(JSON.stringify(result));
      });
    } catch (error) {
      failed = true;
      console.error(`${name} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (!options.json) console.log(table(results));
  return failed ? 1 : 0;
}

async function runBench(name: string, bench: Bench, rounds: number, show: (result: Result) => void): Promise<void> {
  const here = await ensurePrograms(bench.needs);
  if (here.size < bench.needs.length) return;
  const limit = AbortSignal.timeout(bench.limitMinutes * 60_000);
  console.error(`${name}: ${bench.about} ...`);
  try {
    for await (const result of bench.run({ rounds, signal: limit })) show(result);
  } catch (error) {
    throw limit.aborted ? new Error(`stopped after ${String(bench.limitMinutes)} minutes`) : error;
  }
}

interface Options {
  readonly benches: readonly (readonly [string, Bench])[];
  readonly rounds: number;
  readonly json: boolean;
}

/** `null` where help is asked for or needed. */
function readArguments(): Options | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        rounds: { type: 'string', default: String(ROUNDS) },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const rounds = Number(values.rounds);
    if (values.help || !Number.isInteger(rounds) || rounds < 1 || rounds > ROUNDS_MAX) return null;
    const names = positionals.length === 0 ? Object.keys(BENCHES) : positionals;
    return { benches: names.map((name) => [name, benchNamed(name)] as const), rounds, json: values.json };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}

function benchNamed(name: string): Bench {
  const bench = BENCHES[name];
  if (bench === undefined) throw new Error(`No bench is called ${name}.`);
  return bench;
}

process.exitCode = await main();
