import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { charterPublicKey, fingerprint, sealKeyFile, systemRandom, type Keys } from '../../crypto/index.ts';
import { argon2id } from '../../scripts/lib/argon2id.ts';
import {
  ACCOUNT,
  afterTest,
  makeAccount,
  startServer,
  tempFolder,
  type TestReviewer,
  type TestServer,
} from '../server/helpers.ts';
import { amparo, amparoDone, jsonIn, passphraseFile } from './cli.ts';
import { startFaultyProxy, type Fault, type FaultyProxy } from './faulty-proxy.ts';

const PASSPHRASE = 'plain lantern orbit meadow';

interface Desk {
  readonly server: TestServer;
  readonly folder: string;
  readonly signIn: string;
  readonly secret: string;
  readonly report: string;
  send(url: string, ...more: string[]): ReturnType<typeof amparo>;
  fetch(url: string, out: string, ...more: string[]): ReturnType<typeof amparo>;
  /** Opens a bundle as one of the office's reviewers. */
  open(bundle: string, reviewer: number): Promise<{ json: Record<string, unknown>; out: string }>;
}

/** A server with an account, and all that a hotline and a reviewer have on their machines. */
async function makeDesk(): Promise<Desk> {
  const server = await startServer();
  await makeAccount(server);
  const folder = await tempFolder();
  const signIn = await passphraseFile(folder, 'sign-in', ACCOUNT.passphrase);
  const secret = await passphraseFile(folder, 'key', PASSPHRASE);
  const report = join(folder, 'report.json');
  await writeFile(report, JSON.stringify({ version: 1, story: 'The guard kept the passports.', stage: ['border'] }));
  const options = { cwd: folder };
  return {
    server,
    folder,
    signIn,
    secret,
    report,
    send: (url, ...more) => amparo(['report', 'send', url, '--file', report, '--json', ...more], options),
    fetch: (url, out, ...more) =>
      amparo(
        ['courier', 'fetch', url, '--user', ACCOUNT.name, '--out', out, '--passphrase-file', signIn, '--json', ...more],
        options,
      ),
    async open(bundle, reviewer) {
      const key = await keyFileOf(folder, server.office.reviewers[reviewer]);
      const out = `${bundle}.opened-${String(reviewer)}`;
      const args = ['bundle', 'open', bundle, '--key', key, '--out', out, '--passphrase-file', secret, '--json'];
      return { json: jsonIn(await amparo(args, options)), out: join(folder, out) };
    },
  };
}

async function keyFileOf(folder: string, reviewer: TestReviewer | undefined): Promise<string> {
  if (!reviewer) throw new Error('no such reviewer');
  const keys: Keys = { role: 'reviewer', name: reviewer.name, seed: reviewer.seed, epochs: [reviewer.epochKey] };
  const path = join(folder, `${reviewer.name}.key`);
  await writeFile(path, await sealKeyFile(keys, PASSPHRASE, { memoryKiB: 8192, passes: 1 }, argon2id, systemRandom));
  return path;
}

async function between({ url }: TestServer, faults: readonly Fault[]): Promise<FaultyProxy> {
  const proxy = await startFaultyProxy(url, faults);
  afterTest(() => proxy.stop());
  return proxy;
}

async function onlyReport(out: string): Promise<string> {
  const names = (await readdir(out)).filter((name) => name !== 'bundle.json');
  expect(names).toHaveLength(1);
  return join(out, names[0] ?? '');
}

test('a report with files goes to everybody but the one excluded, byte for byte', async () => {
  const desk = await makeDesk();
  const photo = Buffer.alloc(2_200_000, 'photo ');
  await writeFile(join(desk.folder, 'photo.jpg'), photo);
  await writeFile(join(desk.folder, 'note.txt'), 'a note');
  const shown = await fingerprint(desk.server.office.charter);
  const sent = await desk.send(
    desk.server.url,
    '--attach',
    'photo.jpg',
    '--attach',
    'note.txt',
    '--exclude',
    'Intake officer',
    '--charter',
    shown,
  );
  expect(sent.code).toBe(0);
  expect(jsonIn(sent)).toMatchObject({
    verified: true,
    fingerprint: shown,
    readers: ['Legal adviser'],
    id: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  });

  expect(jsonIn(await desk.fetch(desk.server.url, 'all.bundle'))).toEqual({
    bundle: 'all.bundle',
    letters: 1,
    cursor: 1,
  });
  expect((await desk.open('all.bundle', 0)).json).toMatchObject({ opened: 0, notForThisKey: 1, problems: [] });
  const { json, out } = await desk.open('all.bundle', 1);
  expect(json).toMatchObject({ opened: 1, notForThisKey: 0 });
  const report = await onlyReport(out);
  expect((await readFile(join(report, 'files/photo.jpg'))).equals(photo)).toBe(true);
  expect(await readFile(join(report, 'files/note.txt'), 'utf8')).toBe('a note');
  expect(JSON.parse(await readFile(join(report, 'report.json'), 'utf8'))).toMatchObject({
    story: 'The guard kept the passports.',
    stage: ['border'],
  });
});

test('an office that is not the one expected gets nothing, and one that nobody checked is called so', async () => {
  const desk = await makeDesk();
  const foreign = await desk.send(desk.server.url, '--charter', await fingerprint(charterPublicKey(systemRandom(32))));
  expect([foreign.code, jsonIn(foreign)['error']]).toEqual([3, expect.objectContaining({ code: 'charter-differs' })]);
  const unknown = await desk.send(desk.server.url, '--exclude', 'Nobody');
  expect([unknown.code, jsonIn(unknown)['error']]).toEqual([
    2,
    { code: 'reviewer-unknown', message: expect.stringContaining('"Legal adviser"') as string },
  ]);
  const everybody = await desk.send(desk.server.url, '--exclude', 'Intake officer', '--exclude', 'Legal adviser');
  expect([everybody.code, jsonIn(everybody)['error']]).toEqual([1, expect.objectContaining({ code: 'no-recipient' })]);
  expect(jsonIn(await desk.fetch(desk.server.url, 'none.bundle'))).toMatchObject({ letters: 0 });

  const unchecked = await desk.send(desk.server.url);
  expect(unchecked.code).toBe(0);
  expect(unchecked.stderr).toContain('the office was not verified');
  expect(jsonIn(unchecked)).toMatchObject({ verified: false });
});

test('a report that is not of the form is refused before the server hears of it', async () => {
  const desk = await makeDesk();
  for (const [text, code] of [
    ['{"version":1}', 'report-invalid'],
    ['{"version":1,"story":"s","colour":"blue"}', 'report-invalid'],
    ['{"version":1,', 'report-file-invalid'],
    [
      `{"version":1,"story":"s","evidence":{"key":"${'A'.repeat(43)}=","cells":1,"files":[{"name":"a","type":"","size":0,"offset":0}]}}`,
      'evidence-in-report',
    ],
  ]) {
    await writeFile(desk.report, text ?? '');
    const ran = await desk.send('http://127.0.0.1:1');
    expect(jsonIn(ran)).toMatchObject({ error: { code } });
  }
  await writeFile(desk.report, '{"version":1,"story":"s"}');
  expect((await desk.send('http://127.0.0.1:1')).code).toBe(4);
  const noFile = await desk.send(desk.server.url, '--attach', 'missing.jpg');
  expect([noFile.code, jsonIn(noFile)['error']]).toEqual([2, expect.objectContaining({ code: 'file-unreadable' })]);
  expect((await desk.send(desk.server.url, '--attach', desk.folder)).code).toBe(2);
});

test('on a bad line the report arrives whole, and once', async () => {
  const desk = await makeDesk();
  const file = Buffer.alloc(2_500_000, 'evidence ');
  await writeFile(join(desk.folder, 'long.bin'), file);
  const proxy = await between(desk.server, [
    { of: /^POST \/api\/evidence$/, does: 'answer', status: 403, code: 'work-expired' },
    { of: /^PATCH /, does: 'cut-body', after: 300_000 },
    { of: /^PATCH /, does: 'answer', status: 403, code: 'evidence-work-due' },
    { of: /^PATCH /, does: 'lose-answer' },
    { of: /^POST \/api\/reports$/, does: 'lose-answer' },
    { of: /^POST \/api\/reports$/, does: 'answer', status: 403, code: 'work-spent' },
    { of: /^POST \/api\/reports$/, does: 'answer', status: 503, code: 'busy' },
  ]);
  const sent = await desk.send(proxy.url, '--attach', 'long.bin');
  expect([sent.code, proxy.isDone()]).toEqual([0, true]);
  expect(proxy.seen.filter((line) => line === 'GET /api/work')).toHaveLength(6); // three for the upload, three for the letter
  expect(jsonIn(await desk.fetch(desk.server.url, 'all.bundle'))).toMatchObject({ letters: 1 });
  const { json, out } = await desk.open('all.bundle', 0);
  expect(json).toMatchObject({ opened: 1 });
  expect((await readFile(join(await onlyReport(out), 'files/long.bin'))).equals(file)).toBe(true);
});

test('a refusal for good is told at once', async () => {
  const desk = await makeDesk();
  const proxy = await between(desk.server, [
    { of: /^POST \/api\/reports$/, does: 'answer', status: 413, code: 'letter-size' },
  ]);
  const ran = await desk.send(proxy.url);
  expect([ran.code, jsonIn(ran)['error']]).toEqual([
    4,
    { code: 'server-refused', message: expect.stringContaining('letter-size') as string },
  ]);
  expect(proxy.seen.filter((line) => line === 'POST /api/reports')).toHaveLength(1);
});

test('a transfer that breaks keeps what came, and the same command goes on from there', async () => {
  const desk = await makeDesk();
  await writeFile(join(desk.folder, 'a.bin'), Buffer.alloc(1_500_000, 'a'));
  for (const more of [[], ['--attach', 'a.bin'], []]) expect((await desk.send(desk.server.url, ...more)).code).toBe(0);
  const directory = 5 + JSON.stringify(desk.server.office.directory).length;
  const inSecond = 8 + directory + 2 * (5 + 16 + 32_768) + 700_000;
  const proxy = await between(desk.server, [{ of: /bundle/, does: 'cut-answer', after: inSecond }]);

  const cut = await desk.fetch(proxy.url, 'all.bundle');
  expect([cut.code, jsonIn(cut)['error']]).toEqual([4, expect.objectContaining({ code: 'transfer-cut' })]);
  const names = await readdir(desk.folder);
  expect(names).not.toContain('all.bundle');
  expect(names).toContain('all.bundle.part');

  const other = await desk.fetch(desk.server.url, 'all.bundle');
  expect([other.code, jsonIn(other)['error']]).toEqual([2, expect.objectContaining({ code: 'part-of-other' })]);

  await truncate(join(desk.folder, 'all.bundle.part'), (await stat(join(desk.folder, 'all.bundle.part'))).size - 3);
  expect(jsonIn(await desk.fetch(proxy.url, 'all.bundle'))).toEqual({ bundle: 'all.bundle', letters: 3, cursor: 3 });
  expect(proxy.seen.filter((line) => line.includes('bundle'))).toEqual([
    'GET /api/review/bundle?after=0',
    'GET /api/review/bundle?after=1',
  ]);
  expect((await readdir(desk.folder)).filter((name) => name.includes('.part'))).toEqual([]);

  // It is the very bundle that an unbroken transfer gives.
  await amparoDone(
    [
      'courier',
      'fetch',
      desk.server.url,
      '--user',
      ACCOUNT.name,
      '--out',
      'other.bundle',
      '--passphrase-file',
      desk.signIn,
    ],
    { cwd: desk.folder },
  );
  const [resumed, unbroken] = await Promise.all(
    ['all.bundle', 'other.bundle'].map((name) => readFile(join(desk.folder, name))),
  );
  expect(resumed?.equals(unbroken ?? Buffer.alloc(0))).toBe(true);
});

test('fetching again takes only what is new, and no bundle is overwritten', async () => {
  const desk = await makeDesk();
  await desk.send(desk.server.url);
  expect(jsonIn(await desk.fetch(desk.server.url, 'first.bundle'))).toMatchObject({ letters: 1, cursor: 1 });
  await desk.send(desk.server.url);
  const inTheWay = await desk.fetch(desk.server.url, 'first.bundle');
  expect([inTheWay.code, jsonIn(inTheWay)['error']]).toEqual([2, expect.objectContaining({ code: 'file-exists' })]);
  expect(jsonIn(await desk.fetch(desk.server.url, 'second.bundle', '--since', 'first.bundle'))).toMatchObject({
    letters: 1,
    cursor: 2,
  });
  expect(jsonIn(await desk.fetch(desk.server.url, 'third.bundle', '--after', '2'))).toMatchObject({
    letters: 0,
    cursor: 2,
  });
  const beyond = await desk.fetch(desk.server.url, 'fourth.bundle', '--after', '77');
  expect([beyond.code, jsonIn(beyond)['error']]).toEqual([
    4,
    expect.objectContaining({ message: expect.stringContaining('cursor-invalid') as string }),
  ]);
  expect(await readdir(desk.folder)).not.toContain('fourth.bundle');
});

test('a wrong sign-in exits 3 and leaves nothing', async () => {
  const desk = await makeDesk();
  const ran = await desk.fetch(desk.server.url, 'never.bundle', '--passphrase-file', desk.secret, '--user', 'Nobody');
  expect([ran.code, jsonIn(ran)['error']]).toEqual([3, expect.objectContaining({ code: 'sign-in-failed' })]);
  expect((await readdir(desk.folder)).filter((name) => name.startsWith('never'))).toEqual([]);
});

test('the session ends with the fetch', async () => {
  const desk = await makeDesk();
  const proxy = await between(desk.server, []);
  await desk.fetch(proxy.url, 'all.bundle');
  expect(proxy.seen).toEqual([
    'POST /api/review/session',
    'GET /api/review/bundle?after=0',
    'POST /api/review/fetched', // only once the file is saved
    'DELETE /api/review/session',
  ]);
});
