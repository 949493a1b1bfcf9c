import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import {
  fingerprint,
  formatNote,
  signNote,
  signCheckpoint,
  signingSeed,
  systemRandom,
  toBase64,
  treeHash,
} from '../../crypto/index.ts';
import { startServer, tempFolder } from '../server/helpers.ts';
import { audit, auditedSite, type AuditedSite } from './audited-site.ts';
import { amparo, amparoDone, jsonIn } from './cli.ts';

const checkpointOf = ({ folder }: AuditedSite) => join(folder, 'log/checkpoint');

async function flip(path: string, at = 40): Promise<void> {
  const bytes = await readFile(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

describe('a log that does as it promised', () => {
  test('passes, day after day, and the state follows', async () => {
    const site = await auditedSite();
    const state = join(site.folder, 'state');
    const kept = await site.receive({ dueInDays: -1, kept: true });
    const young = await site.receive({ dueInDays: 1, kept: false });
    await site.pass(1);
    const first = await audit(site, '--state', state, '--receipt', kept, '--receipt', young);
    expect(first).toMatchObject({ code: 0, codes: [] });
    expect(jsonIn(first)).toMatchObject({ good: true, receipts: [{ state: 'shown' }, { state: 'due' }] });
    expect(await readFile(state, 'utf8')).toBe(await readFile(checkpointOf(site), 'utf8'));
    for (let day = 0; day < 3; day += 1) {
      await site.pass(1);
      expect((await audit(site, '--state', state)).code).toBe(0);
      expect(await readFile(state, 'utf8')).toBe(await readFile(checkpointOf(site), 'utf8'));
    }
    const told = await amparo(['log', 'audit', site.url(), '--fingerprint', site.digits, '--receipt', kept]);
    expect(told.stdout).toContain('All is well');
    expect(told.stdout).toContain('in the log.');
  });
});

describe('an attack on the log is told by its name:', () => {
  test('an entry that was dropped', async () => {
    const site = await auditedSite();
    const state = join(site.folder, 'state');
    const dropped = await site.receive({ dueInDays: -1, kept: false });
    await site.pass(1);
    const result = await audit(site, '--receipt', dropped, '--state', state);
    expect(result).toMatchObject({ code: 1, codes: ['log-entry-missing'] });
    await expect(readFile(state)).rejects.toThrow('ENOENT');
    const told = await amparo(['log', 'audit', site.url(), '--fingerprint', site.digits, '--receipt', dropped]);
    expect(told.stdout).toContain('NOT in the log');
  });

  test('an older checkpoint', async () => {
    const site = await auditedSite();
    const state = join(site.folder, 'state');
    const old = await readFile(checkpointOf(site));
    await site.pass(1);
    expect((await audit(site, '--state', state)).code).toBe(0);
    const seen = await readFile(state, 'utf8');
    await writeFile(checkpointOf(site), old);
    expect(await audit(site, '--state', state)).toMatchObject({ code: 1, codes: ['log-rolled-back'] });
    expect(await readFile(state, 'utf8')).toBe(seen);
  });

  test('two histories, shown to two visitors, once they exchange what they saw', async () => {
    const site = await auditedSite();
    const twin = await site.twin();
    await site.receive({ dueInDays: 1, kept: true });
    await site.pass(1);
    const [mine, theirs] = [join(site.folder, 'mine'), join(site.folder, 'theirs')];
    expect((await audit(site, '--state', mine)).code).toBe(0);
    expect((await audit(twin, '--state', theirs)).code).toBe(0);
    expect(await audit(site, '--seen', theirs)).toMatchObject({ code: 1, codes: ['log-split-view'] });
    // Whoever sees the shorter one learns that there is a longer one; once it has grown, that they contradict each other.
    expect(await audit(twin, '--seen', mine)).toMatchObject({ code: 1, codes: ['log-rolled-back'] });
    await twin.pass(2);
    expect(await audit(twin, '--seen', mine)).toMatchObject({ code: 1, codes: ['log-split-view'] });
    expect(await audit(twin, '--state', theirs)).toMatchObject({ code: 0 });
  });

  test('an altered tile', async () => {
    const site = await auditedSite();
    await flip(join(site.folder, 'log/tile/0/000.p/16'));
    expect(await audit(site)).toMatchObject({ code: 1, codes: ['log-tile-altered'] });
  });

  test('altered entries', async () => {
    const site = await auditedSite();
    await flip(join(site.folder, 'log/tile/entries/000.p/16'));
    expect(await audit(site)).toMatchObject({ code: 1, codes: ['log-entries-altered'] });
  });

  test('entries and tiles that are not there, or do not end', async () => {
    const site = await auditedSite();
    const entries = join(site.folder, 'log/tile/entries/000.p/16');
    await writeFile(entries, new Uint8Array(1_000_000));
    expect(await audit(site)).toMatchObject({ code: 1, codes: ['log-entries-altered'] });
    await rm(entries);
    expect(await audit(site)).toMatchObject({ code: 1, codes: ['log-incomplete'] });
    await rm(join(site.folder, 'log/tile/0'), { recursive: true });
    expect(await audit(site)).toMatchObject({ code: 1, codes: ['log-incomplete'] });
  });

  test('a checkpoint that is not there', async () => {
    const site = await auditedSite(); // of its own: within half a minute the server puts a lost one back
    await rm(checkpointOf(site));
    expect(await audit(site)).toMatchObject({ code: 1, codes: ['log-incomplete'] });
  });

  const root = toBase64(new Uint8Array(32));
  test.each([
    { about: 'another origin', text: `log.example/other\n16\n${root}\n`, code: 'log-origin-wrong' },
    {
      about: 'a size that no number holds',
      text: `log.example/audited\n9007199254740992\n${root}\n`,
      code: 'checkpoint-malformed',
    },
    {
      about: 'a size beyond its tiles',
      text: `log.example/audited\n9007199254740991\n${root}\n`,
      code: 'log-incomplete',
    },
    { about: 'another root', text: `log.example/audited\n16\n${root}\n`, code: 'log-tile-altered' },
  ])('$about', async ({ text, code }) => {
    const site = await auditedSite();
    await writeFile(checkpointOf(site), formatNote(await signNote(text, site.key.origin, site.key.seed)));
    expect(await audit(site)).toMatchObject({ code: 1, codes: [code] });
  });

  test('another key', async () => {
    const site = await auditedSite();
    const checkpoint = { origin: site.key.origin, size: 16, root: treeHash(systemRandom(32)) };
    await writeFile(checkpointOf(site), await signCheckpoint(checkpoint, signingSeed(systemRandom(32))));
    expect(await audit(site)).toMatchObject({ code: 1, codes: ['log-signature-invalid'] });
    await writeFile(checkpointOf(site), 'no note');
    expect(await audit(site)).toMatchObject({ code: 1, codes: ['note-malformed'] });
  });
});

describe('an audit', () => {
  test('does not take a forged checkpoint or receipt for proof against the log', async () => {
    const site = await auditedSite();
    const [seen, receipt] = [join(site.folder, 'seen'), join(site.folder, 'receipt')];
    const checkpoint = { origin: site.key.origin, size: 99, root: treeHash(systemRandom(32)) };
    await writeFile(seen, await signCheckpoint(checkpoint, signingSeed(systemRandom(32))));
    expect(await audit(site, '--seen', seen)).toMatchObject({ code: 1, codes: ['log-signature-invalid'] });
    const other = await auditedSite();
    await writeFile(receipt, await readFile(await other.receive({ dueInDays: -1, kept: false })));
    expect(await audit(site, '--receipt', receipt)).toMatchObject({ code: 1, codes: ['signature-invalid'] });
  });

  test('says whose fault it is: fingerprint 3, network 4, wrong use 2', async () => {
    const site = await auditedSite();
    const args = ['log', 'audit', site.url(), '--json'];
    expect(await amparo([...args, '--fingerprint', '12345 67890'])).toMatchObject({ code: 3 });
    expect(await amparo(args)).toMatchObject({ code: 2 });
    expect(await amparo([...args, '--fingerprint', site.digits, '--seen', '/nonexistent'])).toMatchObject({ code: 2 });
    const gone = ['log', 'audit', 'http://127.0.0.1:1', '--fingerprint', site.digits, '--json'];
    const ran = await amparo(gone);
    expect([ran.code, jsonIn(ran)]).toMatchObject([4, { error: { code: 'network' } }]);
  });

  test('of an office that vouches for no log says so', async () => {
    const server = await startServer();

    const digits = await fingerprint(server.office.charter);
    const ran = await amparo(['log', 'audit', server.url, '--fingerprint', digits, '--json']);
    expect([ran.code, jsonIn(ran)]).toMatchObject([1, { error: { code: 'log-none' } }]);
  });
});

describe('a log key', () => {
  test('goes from the server to the roster of the office', async () => {
    const folder = await tempFolder();
    const [data, office, log] = [join(folder, 'data'), join(folder, 'office'), join(folder, 'log.json')];
    const secret = join(folder, 'secret');
    await writeFile(secret, 'plain lantern orbit meadow\n', { mode: 0o600 });
    await amparoDone(['office', 'init', office, '--name', 'Example', '--passphrase-file', secret]);
    await amparoDone(['log', 'init', '--data', data, '--origin', 'example.org/log']);
    await amparoDone(['log', 'init', '--data', data, '--origin', 'example.org/log']);
    expect(await amparo(['log', 'init', '--data', data, '--origin', 'example.org/other'])).toMatchObject({ code: 2 });
    const { stdout } = await amparoDone(['log', 'show', '--data', data]);
    await writeFile(log, stdout);
    await amparoDone(['roster', 'log', office, log]);
    const draft = JSON.parse(await readFile(join(office, 'roster.json'), 'utf8')) as { log: unknown };
    expect(draft.log).toEqual(JSON.parse(stdout));
    expect(JSON.stringify(draft)).not.toContain(
      (JSON.parse(await readFile(join(data, 'log.key'), 'utf8')) as { seed: string }).seed,
    );
    await writeFile(log, '{}');
    expect(await amparo(['roster', 'log', office, log])).toMatchObject({ code: 1 });
    expect(await amparo(['log', 'show', '--data', folder])).toMatchObject({ code: 2 });
  });
});
