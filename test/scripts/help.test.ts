import { describe, expect, test } from 'vitest';

import { amparo, jsonIn } from './cli.ts';

const SUBCOMMANDS = [
  'office init',
  'key new',
  'key show',
  'key rotate',
  'key forget',
  'key paper',
  'key restore',
  'roster show',
  'roster add',
  'roster remove',
  'roster sign',
  'roster publish',
  'roster log',
  'roster threshold',
  'account invite',
  'account add',
  'account remove',
  'account list',
  'report send',
  'report seal',
  'report deliver',
  'mailbox read',
  'mailbox send',
  'mailbox close',
  'page sign',
  'page verify',
  'log init',
  'log show',
  'log audit',
  'audit show',
  'audit verify',
  'courier enrol',
  'courier status',
  'courier sign-out',
  'courier fetch',
  'courier deliver',
  'bundle open',
  'share release',
  'reply write',
  'cover',
];

describe.each(SUBCOMMANDS)('%s', (name) => {
  test('explains itself with an example, --json, and no way to pass a secret', async () => {
    const { code, stdout, stderr } = await amparo([...name.split(' '), '--help']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain(`Usage: amparo ${name}`);
    expect(stdout).toMatch(new RegExp(`Examples?:\n  amparo ${name} `));
    expect(stdout).toContain('--json');
    expect(stdout).not.toMatch(/--pass(?!phrase-file)/);
  });
});

test('the list of commands names every one, and the exit codes', async () => {
  const { stdout } = await amparo(['--help']);
  for (const name of SUBCOMMANDS) expect(stdout).toContain(name.split(' ')[0]);
  for (const code of ['0  done', '1  something', '2  wrong use', '3  wrong pass phrase', '4  network'])
    expect(stdout).toContain(code);
});

test.each([
  { args: ['key'] },
  { args: [] },
  { args: ['nonsense'] },
  { args: ['key', 'new'] },
  { args: ['key', 'new', '--name', 'x', '--out', 'x.key', '--months', '0'] },
  { args: ['office', 'init', 'x', '--name', 'x', '--slots', '5'] },
  { args: ['courier', 'fetch', 'http://127.0.0.1:1', '--user', 'x', '--out', 'x', '--after', '1', '--since', 'y'] },
  { args: ['courier', 'fetch', 'http://example.org', '--user', 'x', '--out', 'x'] },
  { args: ['report', 'send', 'http://127.0.0.1:1', '--file', 'x', '--words', 'de'] },
  { args: ['mailbox', 'read', 'http://127.0.0.1:1'] },
  { args: ['mailbox', 'read', 'http://example.org', '--code', 'x'] },
  { args: ['mailbox', 'send', 'http://127.0.0.1:1', '--code', '-', '--story', '-'] },
  { args: ['mailbox', 'send', 'http://127.0.0.1:1', '--code', 'x'] },
  { args: ['mailbox', 'close', 'http://127.0.0.1:1', '--code', 'missing'] },
  { args: ['reply', 'write', '/nonexistent', '--key', 'x', '--text', '-', '--outbound', 'x'] },
  { args: ['courier', 'deliver', 'http://127.0.0.1:1', '/nonexistent', '--user', 'x'] },
  { args: ['cover', 'http://127.0.0.1:1', '--per-day', '0'] },
  { args: ['report', 'send', 'ftp://example.org', '--file', 'x'] },
])('wrong use exits 2: $args', async ({ args }) => {
  const { code, stdout, stderr } = await amparo(args);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).not.toBe('');
});

test.each(['--passphrase=hunter2hunter2', '--pass=hunter2hunter2'])(
  'a pass phrase among the arguments is refused and not repeated: %s',
  async (option) => {
    const ran = await amparo(['key', 'show', 'x.key', option, '--json']);
    expect(ran.code).toBe(2);
    expect(ran.stdout + ran.stderr).not.toContain('hunter2');
    expect(jsonIn(ran)).toMatchObject({ error: { code: 'option-invalid' } });
  },
);

test('a case code among the arguments is taken for the name of a file, and not repeated where it is one', async () => {
  const code = '12345 '.repeat(10).trim();
  const ran = await amparo(['mailbox', 'read', 'http://127.0.0.1:1', '--code', code, '--json']);
  expect([ran.code, ran.stdout.includes(code), ran.stderr.includes(code)]).toEqual([2, false, false]);
});

test('a pass phrase in the environment is not looked at', async () => {
  const env = { AMPARO_PASSPHRASE: 'plain lantern orbit meadow', PASSPHRASE: 'plain lantern orbit meadow' };
  const { code, stderr } = await amparo(['key', 'new', '--name', 'x', '--out', '/nonexistent/x.key'], { env });
  expect(code).toBe(2);
  expect(stderr).toContain('--passphrase-file');
});
