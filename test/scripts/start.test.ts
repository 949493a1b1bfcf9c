import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { signingPublicKey, signingSeed, signRoster, systemRandom, toBase64, type Roster } from '../../crypto/index.ts';
import { afterTest, tempFolder } from '../server/helpers.ts';
import { amparo, amparoDone, jsonIn, modeOf, passphraseFile } from './cli.ts';

const START = join(import.meta.dirname, '../../dist/scripts/start.js');
const READY = 'Stop with Ctrl-C.';

interface Started {
  readonly output: string;
  readonly url: string;
  /** Its exit code. */
  stop(): Promise<number | null>;
}

/** `npm start` after the build, in a folder of its own. */
async function start(cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Started> {
  const child = spawn(process.execPath, [START], { cwd, env: { PATH: process.env['PATH'], PORT: '0', ...env } });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const stop = async () => {
    child.kill('SIGTERM');
    return (await exited)[0];
  };
  afterTest(async () => {
    await stop();
  });
  let output = '';
  child.stderr.on('data', (piece: Buffer) => (output += piece.toString()));
  await Promise.race([
    exited,
    new Promise<void>((resolve) => {
      child.stdout.on('data', (piece: Buffer) => {
        output += piece.toString();
        if (output.includes(READY)) resolve();
      });
    }),
  ]);
  return { output, url: /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '', stop };
}

function passphraseOf(output: string, what: string): string {
  const line = output.split('\n').find((candidate) => candidate.trim().startsWith(what)) ?? '';
  return /(?:[0-9a-z]{4}-){5}[0-9a-z]{4}/.exec(line)?.[0] ?? '';
}

function fingerprintIn(output: string): string {
  const [digits] = /(?:\d{5} ){7}\d{5}/.exec(output) ?? [];
  if (digits === undefined) throw new Error(`no fingerprint in: ${output}`);
  return digits;
}

test('a newcomer starts the demo, sends a report, and opens it with the two commands that were printed', async () => {
  const cwd = await tempFolder();
  const demo = await start(cwd);
  const [fetchLine, openLine] = demo.output
    .split('\n')
    .filter((line) => line.startsWith('  npx amparo '))
    .map((line) => line.trim());
  expect(fetchLine).toBe(`npx amparo courier fetch ${demo.url} --user counsellor --out reports.bundle`);
  expect(openLine).toBe('npx amparo bundle open reports.bundle --key data/demo/counsellor.key --out opened');
  expect(await (await fetch(`${demo.url}/en/`)).text()).toContain('DEMO');

  await writeFile(join(cwd, 'report.json'), JSON.stringify({ version: 1, story: 'A first try' }));
  await amparoDone(['report', 'send', demo.url, '--file', 'report.json', '--exclude', 'Investigator'], { cwd });
  const run = async (line: string, what: string, ...more: string[]) => {
    const secret = await passphraseFile(cwd, what, passphraseOf(demo.output, what));
    return amparoDone([...line.split(' ').slice(2), '--passphrase-file', secret, ...more], { cwd });
  };
  await run(fetchLine ?? '', 'sign-in of counsellor');
  expect(jsonIn(await run(openLine ?? '', 'key file of counsellor', '--json'))).toMatchObject({
    letters: 1,
    opened: 1,
  });
  const [report = ''] = (await readdir(join(cwd, 'opened'))).filter((name) => name !== 'bundle.json');
  expect(await readFile(join(cwd, 'opened', report, 'report.txt'), 'utf8')).toContain('  | A first try');

  for (const name of ['charter.key', 'counsellor.key', 'investigator.key', 'pepper'])
    expect(await modeOf(join(cwd, 'data/demo', name))).toBe(0o600);
  expect(await demo.stop()).toBe(0);

  // Started again, it is the same office, and no pass phrase is shown.
  const again = await start(cwd);
  expect(fingerprintIn(again.output)).toBe(fingerprintIn(demo.output));
  expect(again.output).not.toMatch(/(?:[0-9a-z]{4}-){5}/);
  const other = await passphraseFile(cwd, 'other', passphraseOf(demo.output, 'sign-in of investigator'));
  const fetched = await amparo(
    [
      'courier',
      'fetch',
      again.url,
      '--user',
      'investigator',
      '--out',
      'i.bundle',
      '--passphrase-file',
      other,
      '--json',
    ],
    { cwd },
  );
  expect(jsonIn(fetched)).toMatchObject({ letters: 1 });
  expect(await again.stop()).toBe(0);
});

test('no demo is made among the data of a real office', async () => {
  const cwd = await tempFolder();
  await mkdir(join(cwd, 'data'));
  await writeFile(join(cwd, 'data/amparo.sqlite'), '');
  const refused = await start(cwd);
  expect(refused.output).toContain('no demo office was made');
  expect(await refused.stop()).toBe(2);
  expect(await readdir(join(cwd, 'data'))).toEqual(['amparo.sqlite']);
});

test('a mistake in the environment is named', async () => {
  const refused = await start(await tempFolder(), { PORT: 'eighty' });
  expect(refused.output).toContain('PORT: not a port');
  expect(await refused.stop()).toBe(2);
});

test('a demo whose keys are over says so, and how to start anew', async () => {
  const cwd = await tempFolder();
  const identity = toBase64(await signingPublicKey(signingSeed(systemRandom(32))));
  const roster: Roster = {
    office: 'DEMO Office',
    contact: '',
    languages: ['en'],
    version: 1,
    issued: '2020-01-01',
    expires: '2099-12-31',
    slots: 4,
    threshold: 1,
    demo: true,
    reviewers: [{ slot: 0, name: 'Counsellor', role: 'listens', languages: ['en'], identity }],
  };
  const directory = { roster: await signRoster(roster, signingSeed(systemRandom(32))), epochKeys: [] };
  await mkdir(join(cwd, 'data/demo'), { recursive: true });
  await writeFile(join(cwd, 'data/demo/pepper'), toBase64(systemRandom(32)));
  await writeFile(join(cwd, 'data/directory.json'), JSON.stringify(directory));
  const refused = await start(cwd);
  expect(refused.output).toContain('The demo office is too old');
  expect(await refused.stop()).toBe(1);
});
