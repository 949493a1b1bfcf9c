import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { CLI, passphraseFile } from './cli.ts';

/** Every line of scripts/RUNBOOKS.md is run as it stands there, from top to bottom. */
const RUNBOOKS = join(import.meta.dirname, '../../scripts/RUNBOOKS.md');
const WITHIN_MS = 300_000;
const run = promisify(execFile);

interface Step {
  readonly section: string;
  readonly line: string;
}

const steps: Step[] = [];
let folder = '';

/** `amparo` by its name, given the pass phrase that it would ask for, and the words that a person would type. */
const SHIM = `#!/bin/bash
if node "$CLI" "$1" "$2" --help | grep -q passphrase-file; then set -- "$@" --passphrase-file "$SECRET"; fi
exec node "$CLI" "$@"
`;

async function runLine(line: string): Promise<string> {
  const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', line], {
    cwd: folder,
    env: {
      PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
      CLI,
      SECRET: join(folder, 'secret.passphrase'),
    },
    timeout: WITHIN_MS,
  });
  return stdout;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amparo-runbooks-'));
  await passphraseFile(folder, 'secret', 'plain lantern orbit meadow');
  await run('mkdir', [join(folder, 'bin')]);
  await writeFile(join(folder, 'bin/amparo'), SHIM, { mode: 0o755 });
  const text = await readFile(RUNBOOKS, 'utf8');
  for (const section of text.split(/^## /m).slice(1)) {
    const [title = ''] = section.split('\n');
    for (const [, block = ''] of section.matchAll(/```sh\n([^`]*)```/g)) {
      for (const line of block.trim().split('\n')) steps.push({ section: title, line });
    }
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the runbooks', () => {
  test('every line does what it says, in order', { timeout: 900_000 }, async () => {
    expect(steps.length).toBeGreaterThan(30);
    let fingerprint = '';
    for (const { line } of steps) {
      if (line.startsWith('shred -u charter-paper')) await typeFromPaper();
      const output = await runLine(line).catch((error: unknown) => {
        throw new Error(`${line}\n${String((error as { stdout?: string }).stdout)}${String(error)}`);
      });
      if (line.startsWith('amparo office init office ')) [fingerprint = ''] = /(?:\d{5} ){7}\d{5}/.exec(output) ?? [];
      if (line.startsWith('amparo key restore')) expect(output).toContain(fingerprint);
    }
    expect(fingerprint).not.toBe('');
    await expect(access(join(folder, 'charter-paper.html'))).rejects.toThrow();
    const index = JSON.parse(await readFile(join(folder, 'drill/bundle.json'), 'utf8')) as {
      letters: { outcome: string }[];
    };
    expect(index.letters.map(({ outcome }) => outcome)).toEqual(['opened']);
    const roster = await runLine('amparo roster show office');
    expect(roster).toContain('Case worker');
    expect(roster).not.toContain('Lawyer');
  });

  test('a data folder that holds another office refuses the new one', { timeout: WITHIN_MS }, async () => {
    await expect(runLine('amparo roster publish new-office --data server')).rejects.toMatchObject({
      stderr: expect.stringContaining('another office') as string,
    });
  });

  test('a word that is wrong on paper is named by its place', { timeout: WITHIN_MS }, async () => {
    const words = (await readFile(join(folder, 'words.txt'), 'utf8')).trim().split(' ');
    await writeFile(join(folder, 'wrong.txt'), words.with(6, 'lanternn').join(' '));
    const wrong = runLine('amparo key restore --words wrong.txt --name "Example Office" --out wrong.key');
    await expect(wrong).rejects.toMatchObject({ stderr: expect.stringContaining('word 7') as string });
    await expect(access(join(folder, 'wrong.key'))).rejects.toThrow();
    await writeFile(join(folder, 'short.txt'), words.slice(1).join(' '));
    const short = runLine('amparo key restore --words short.txt --name "Example Office" --out wrong.key');
    await expect(short).rejects.toMatchObject({ stderr: expect.stringContaining('23 words') as string });
  });
});

/** What somebody reads off the printed page. */
async function typeFromPaper(): Promise<void> {
  const page = await readFile(join(folder, 'charter-paper.html'), 'utf8');
  const words = [...page.matchAll(/<li lang="en">([a-z]+)<\/li>/g)].map(([, word = '']) => word);
  expect(words).toHaveLength(24);
  expect(page).toContain('<svg');
  expect(page).not.toMatch(/<script|src=|href=/);
  await writeFile(join(folder, 'words.txt'), words.join(' '), { mode: 0o600 });
}
