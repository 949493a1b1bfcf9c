import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';

import { findBrowser, findProgram } from './browsers.ts';

/** A program that tests or benches drive and npm does not install. */
interface Program {
  readonly debianPackage: string;
  readonly without: string;
  isHere(): boolean;
}

const PROGRAMS = {
  chromium: {
    debianPackage: 'chromium',
    without: 'every test and bench in Chromium is skipped',
    isHere: () => findBrowser('chromium') !== undefined,
  },
  firefox: {
    debianPackage: 'firefox-esr',
    without: 'every test and bench in Firefox (the engine of Tor Browser) is skipped',
    isHere: () => findBrowser('firefox') !== undefined,
  },
  wrk: {
    debianPackage: 'wrk',
    without: 'the bench `submit` is skipped',
    isHere: () => findProgram(['wrk']) !== undefined,
  },
} as const satisfies Record<string, Program>;

export type ProgramName = keyof typeof PROGRAMS;

const FONTS = 'fonts-noto-core'; // pages in every script of the catalogues would show boxes without it
const INSTALL_LIMIT_MS = 10 * 60 * 1000;

/** Installs what is missing where that is possible, says what is lost where not, and returns the names of what is here. */
export async function ensurePrograms(wanted: readonly ProgramName[]): Promise<ReadonlySet<ProgramName>> {
  const missing = wanted.filter((name) => !PROGRAMS[name].isHere());
  if (missing.length > 0) await install(missing);
  return new Set(wanted.filter((name) => PROGRAMS[name].isHere()));
}

async function install(missing: readonly ProgramName[]): Promise<void> {
  const packages: string[] = missing.map((name) => PROGRAMS[name].debianPackage);
  if (missing.some((name) => name !== 'wrk')) packages.push(FONTS);
  const reason = cannotInstall() ?? (await aptInstall(packages));
  if (reason === null) return;
  console.error(`\nNot installed: ${packages.join(', ')} (${reason}).`);
  for (const name of missing) console.error(`  Without ${PROGRAMS[name].debianPackage}: ${PROGRAMS[name].without}.`);
  console.error(`  To install on Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}\n`);
}

function cannotInstall(): string | null {
  if (findProgram(['apt-get']) === undefined) return 'this machine has no apt-get';
  return process.getuid?.() === 0 ? null : 'only root may install';
}

/** Returns `null`, or why it failed. */
async function aptInstall(packages: readonly string[]): Promise<string | null> {
  try {
    console.error(`Fetching the list of packages ...`);
    await aptGet('update');
    console.error(`Installing ${packages.join(', ')} (some hundred megabytes, a few minutes) ...`);
    await aptGet('install', '--yes', '--no-install-recommends', ...packages);
    return null;
  } catch (error) {
    return `apt-get failed: ${lastLine(error)}`;
  }
}

async function aptGet(...args: readonly string[]): Promise<void> {
  await promisify(execFile)('apt-get', ['--quiet', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: INSTALL_LIMIT_MS,
    maxBuffer: 64 * 1024 * 1024,
  });
}

function lastLine(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  return said.split('\n').at(-1) ?? '';
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { bench: { type: 'boolean', default: false } } });
  await ensurePrograms(values.bench ? ['chromium', 'firefox', 'wrk'] : ['chromium', 'firefox']);
}
