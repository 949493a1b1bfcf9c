import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { codeAt, enrolWithApp, NEW_PASSPHRASE } from '../server/reviewer.ts';
import {
  ACCOUNT,
  makeAccount,
  postLetter,
  someLetter,
  startServer,
  tempFolder,
  type TestServer,
} from '../server/helpers.ts';
import { amparo, CLI, jsonIn, passphraseFile } from './cli.ts';

const NAME = 'case-worker';

function run(...args: string[]) {
  return amparo([...args, '--json']);
}

describe('accounts', () => {
  test('are added with a pepper and the word that no second factor is meant, listed and removed', async () => {
    const folder = await tempFolder();
    const secret = await passphraseFile(folder, 'secret', ACCOUNT.passphrase);
    const add = ['account', 'add', NAME, '--data', folder, '--passphrase-file', secret, '--json'];
    const wanted = await amparo(add);
    expect([wanted.code, jsonIn(wanted)['error']]).toEqual([
      2,
      expect.objectContaining({ code: 'second-factor-wanted' }),
    ]);
    add.push('--without-second-factor');
    expect((await amparo(add)).code).toBe(2);
    const env = { AMPARO_PEPPER: Buffer.alloc(32, 7).toString('base64') };
    expect((await amparo(add, { env })).code).toBe(0);
    const again = await amparo(add, { env });
    expect([again.code, jsonIn(again)['error']]).toEqual([2, expect.objectContaining({ code: 'name-taken' })]);
    expect(jsonIn(await run('account', 'list', '--data', folder))).toEqual({
      accounts: [{ name: NAME, hasSecondFactor: false }],
      invited: [],
    });
    expect((await run('account', 'remove', NAME, '--data', folder)).code).toBe(0);
    expect((await run('account', 'remove', NAME, '--data', folder)).code).toBe(2);
    expect(jsonIn(await run('account', 'list', '--data', folder))).toEqual({ accounts: [], invited: [] });
    expect((await run('account', 'list', '--data', 'no-such-folder')).code).toBe(2);
  });
});

interface EnrolRun {
  readonly code: number;
  readonly secret: string;
}

/** Enrols as a person does: reads the secret from the screen, and types the code of the app. */
async function enrol(server: TestServer, invitation: string, passphrase: string): Promise<EnrolRun> {
  const args = [
    'courier',
    'enrol',
    server.url,
    '--invitation-file',
    invitation,
    '--passphrase-file',
    passphrase,
    '--json',
  ];
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['pipe', 'ignore', 'pipe'] });
  const ended = once(child, 'close') as Promise<[number]>;
  let secret = '';
  createInterface({ input: child.stderr }).on('line', (line) => {
    const found = /secret: ([A-Z2-7]{32})$/.exec(line)?.[1];
    if (found === undefined) return;
    secret = found;
    child.stdin.write(`${codeAt(secret, new Date())}\n`);
  });
  const [code] = await ended;
  return { code, secret };
}

describe('a reviewer on the command line', () => {
  test('enrols by an invitation, sees what waits, fetches, and signs out everywhere', async () => {
    const server = await startServer();
    const folder = await tempFolder();
    await postLetter(server.url, someLetter());
    const invited = await run('account', 'invite', NAME, '--data', server.folder);
    const code = String(jsonIn(invited)['code']);
    expect(jsonIn(await run('account', 'list', '--data', server.folder))['invited']).toEqual([
      { name: NAME, until: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as unknown },
    ]);
    const invitation = await passphraseFile(folder, 'invitation', code);
    const passphrase = await passphraseFile(folder, 'sign-in', NEW_PASSPHRASE);
    const { code: exit, secret } = await enrol(server, invitation, passphrase);
    expect([exit, secret.length]).toEqual([0, 32]);
    expect((await enrol(server, invitation, passphrase)).code).toBe(4); // it was good once

    const as = ['--user', NAME, '--passphrase-file', passphrase];
    const without = await run('courier', 'status', server.url, ...as);
    expect([without.code, jsonIn(without)['error']]).toEqual([3, expect.objectContaining({ code: 'sign-in-failed' })]);
    await new Promise((resolve) => setTimeout(resolve, 1_100)); // its back-off
    const totp = () => ['--totp', codeAt(secret, new Date(), 1)];
    const status = await run('courier', 'status', server.url, ...as, ...totp());
    expect(jsonIn(status)).toMatchObject({ name: NAME, hasSecondFactor: true, letters: 1, waiting: 1 });
  });

  test('gives a code for each sign-in to fetch, deliver and sign out', async () => {
    let nowMs = Date.now();
    const server = await startServer({ clock: () => new Date(nowMs) });
    const folder = await tempFolder();
    const { secret } = await enrolWithApp(server, NAME, new Date(nowMs));
    const passphrase = await passphraseFile(folder, 'sign-in', NEW_PASSPHRASE);
    const as = () => {
      nowMs += 30_000;
      return [
        '--user',
        NAME,
        '--passphrase-file',
        passphrase,
        '--totp',
        codeAt(secret, new Date(nowMs)).replace(/(...)/, '$1 '),
      ];
    };
    const fetched = await run('courier', 'fetch', server.url, '--out', `${folder}/a.bundle`, ...as());
    expect([fetched.code, jsonIn(fetched)['letters']]).toEqual([0, 0]);
    const out = await run('courier', 'sign-out', server.url, '--everywhere', ...as());
    expect(out.code).toBe(0);
    expect((await run('courier', 'sign-out', server.url, ...as())).code).toBe(2);
    const nonsense = await run('courier', 'status', server.url, '--user', NAME, '--totp', 'x');
    expect(nonsense.code).toBe(2);
  });
});

describe('the audit trail on the command line', () => {
  test('is shown, and verified against a noted head; a broken row is named', async () => {
    const server = await startServer();
    await makeAccount(server);
    const folder = await tempFolder();
    const passphrase = await passphraseFile(folder, 'sign-in', ACCOUNT.passphrase);
    const as = ['--user', ACCOUNT.name, '--passphrase-file', passphrase];
    await run('courier', 'fetch', server.url, '--out', `${folder}/a.bundle`, ...as);
    const status = jsonIn(await run('courier', 'status', server.url, ...as));
    const { head } = status['audit'] as { head: string };
    const at = ['--data', server.folder];

    const shown = await amparo(['audit', 'show', ...at]);
    expect(shown.stdout).toMatch(
      /^1 {2}\S+Z {2}Intake officer {2}signed-in {2}factor none\n2 {2}\S+ {2}Intake officer {2}fetched {2}after 0 {2}until 0\n3 /,
    );
    expect(shown.stdout).toContain(head);
    expect(jsonIn(await run('audit', 'verify', ...at, '--head', head))).toEqual({ found: 'whole', rows: 3, head });
    const bad = await run('audit', 'verify', ...at, '--head', 'x');
    expect([bad.code, jsonIn(bad)['error']]).toEqual([2, expect.objectContaining({ code: 'audit-head-invalid' })]);

    await server.stop();
    const database = new Database(server.database);
    database.exec('DELETE FROM audit WHERE number = 3');
    const cut = await run('audit', 'verify', ...at, '--head', head);
    expect([cut.code, jsonIn(cut)['found']]).toEqual([1, 'cut']);
    expect((await run('audit', 'verify', ...at)).code).toBe(0);
    database.exec(`UPDATE audit SET entry = replace(entry, 'Intake', 'Uptake') WHERE number = 2`);
    database.close();
    const broken = await run('audit', 'verify', ...at);
    expect([broken.code, jsonIn(broken)]).toEqual([1, { found: 'broken', row: 2 }]);
    expect((await amparo(['audit', 'verify', ...at])).stdout).toContain('broken at row 2');
    expect((await run('audit', 'show', ...at)).code).toBe(1);
  });
});
