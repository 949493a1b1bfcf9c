import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  BUNDLE_MAGIC,
  concatBytes,
  dayOf,
  encodeEndRecord,
  encodeLetterRecord,
  newFileKey,
  openKeyFile,
  readParcel,
  sealJournalLetters,
  sealKeyFile,
  systemRandom,
  wrapKey,
  releaseShare,
  identityPublicKey,
  signingPublicKey,
  fromBase64,
  type Bytes,
  type Directory,
  type Keys,
} from '../../crypto/index.ts';
import { argon2id } from '../../scripts/lib/argon2id.ts';
import { openOffice } from '../../scripts/lib/report-sealing.ts';
import { sha256Of } from '../../scripts/lib/report-folders.ts';
import { flow } from '../crypto/flow.ts';
import { amparo, amparoDone, jsonIn, modeOf, passphraseFile } from './cli.ts';

/** The whole way of a report that two of three reviewers open together, by hand. */
const PASSPHRASE = 'plain lantern orbit meadow';
const NAMES = ['Case worker', 'Counsellor', 'Legal adviser'] as const;
type Name = (typeof NAMES)[number];

let folder = '';
let secret = '';
let shown = '';
let id = '';
const run = (...args: string[]) => amparo([...args, '--json'], { cwd: folder });
const done = async (...args: string[]) => jsonIn(await amparoDone([...args, '--json'], { cwd: folder }));
const code = ({ stdout }: { stdout: string }) => (JSON.parse(stdout) as { error: { code: string } }).error.code;
const inFolder = (...parts: string[]) => join(folder, ...parts);
const fileOf = (name: Name) => `${name.toLowerCase().replace(' ', '-')}.key`;

async function makeCheap(name: string): Promise<void> {
  const keys = await keysIn(name);
  const text = await sealKeyFile(keys, PASSPHRASE, { memoryKiB: 8192, passes: 1 }, argon2id, systemRandom);
  await writeFile(inFolder(name), text);
}

async function keysIn(name: string): Promise<Keys> {
  return openKeyFile(await readFile(inFolder(name), 'utf8'), PASSPHRASE, argon2id);
}

async function bundle(name: string, letters: readonly Bytes[]): Promise<void> {
  const records = letters.map((letter, i) =>
    encodeLetterRecord({ cursor: i + 1, day: dayOf(new Date()), cells: 0, letter }),
  );
  const end = encodeEndRecord({ cursor: letters.length, letters: letters.length });
  await writeFile(inFolder(name), concatBytes(BUNDLE_MAGIC, ...records, end));
}

async function letterIn(parcel: string): Promise<Bytes> {
  for await (const part of readParcel(flow([new Uint8Array(await readFile(inFolder(parcel)))]))) {
    if (part.type === 'letter') return part.letter;
  }
  throw new Error('a letter expected');
}

interface WaitingFor {
  readonly id: string;
  readonly threshold: number;
  readonly missing: number;
  readonly askCode: string;
}

async function open(as: Name, ...more: string[]) {
  const key = ['--key', fileOf(as), '--passphrase-file', secret];
  const ran = await run('bundle', 'open', 'reports.bundle', ...key, '--out', `opened by ${as}`, ...more);
  const json = JSON.parse(ran.stdout) as Record<string, unknown> & { waitingFor?: WaitingFor[] };
  return { ran, json, waiting: json.waitingFor?.find((each) => each.id === id) };
}

const release = (from: Name, to: string, askCode: string, out: string, letter = id) =>
  run(
    ...['share', 'release', 'reports.bundle', '--key', fileOf(from), '--passphrase-file', secret, '--letter', letter],
    ...['--to', to, '--ask-code', askCode, '--directory', 'office/directory.json', '--charter', shown, '--out', out],
  );

const withReleases = (...files: string[]) => [
  ...['--directory', 'office/directory.json', '--charter', shown],
  ...['--release', ...files],
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amparo-share-'));
  secret = await passphraseFile(folder, 'secret', PASSPHRASE);
  const made = await done(
    ...[
      'office',
      'init',
      'office',
      '--name',
      'Office for Fair Borders',
      '--threshold',
      '2',
      '--passphrase-file',
      secret,
    ],
  );
  shown = String(made['fingerprint']);
  await makeCheap('office/charter.key');
  for (const name of NAMES) {
    await done('key', 'new', '--name', name, '--out', fileOf(name), '--passphrase-file', secret);
    await makeCheap(fileOf(name));
    const publicFile = fileOf(name).replace('.key', '.pub.json');
    await done('roster', 'add', 'office', publicFile, '--role', 'reads reports', '--languages', 'en');
  }
  await done('roster', 'sign', 'office', '--passphrase-file', secret);
  await writeFile(inFolder('report.json'), JSON.stringify({ version: 1, story: 'The legal adviser takes money.' }));
  const sealing = ['report', 'seal', 'office/directory.json', '--file', 'report.json', '--no-case', '--charter', shown];
  await done(...sealing, '--exclude', 'Legal adviser', '--out', 'report.amparo');
  await done(...sealing, '--out', 'other.amparo');
  const letter = await letterIn('report.amparo');
  id = sha256Of(letter);
  await bundle('reports.bundle', [letter, await letterIn('other.amparo')]);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('an office whose reviewers open together', () => {
  test('is not signed with fewer reviewers than it takes, and says what that costs', async () => {
    expect(await done('roster', 'threshold', 'office', '4')).toMatchObject({ threshold: 4, reviewers: 3 });
    const signing = await run('roster', 'sign', 'office', '--passphrase-file', secret);
    expect([signing.code, code(signing)]).toEqual([2, 'reviewers-few']);
    expect((await run('roster', 'threshold', 'office', '33')).code).toBe(2);
    await done('roster', 'threshold', 'office', '3');
    const { warnings } = (await done('roster', 'show', 'office')) as { warnings: string[] };
    expect(warnings.join()).toMatch(/All 3 reviewers must open each report together/);
    await done('roster', 'threshold', 'office', '2');
  });

  test('is sent nothing by somebody who excludes too many', async () => {
    const refused = await run(
      ...['report', 'seal', 'office/directory.json', '--file', 'report.json', '--no-case', '--out', 'never.amparo'],
      ...['--charter', shown, '--exclude', 'Legal adviser', '--exclude', 'Counsellor'],
    );
    expect([refused.code, code(refused)]).toEqual([1, 'threshold-unreachable']);
  });
});

describe('before a report is open', () => {
  test('each who is addressed sees that it waits, and nothing of it; who is excluded sees nothing', async () => {
    const first = await open('Case worker');
    expect([first.ran.code, first.json]).toMatchObject([0, { letters: 2, opened: 0, waiting: 2, notForThisKey: 0 }]);
    expect(first.waiting).toMatchObject({ threshold: 2, missing: 1 });
    expect(first.waiting?.askCode).toMatch(/^\d{5} \d{5}$/);
    const index = await readFile(inFolder('opened by Case worker/bundle.json'), 'utf8');
    expect(JSON.parse(index)).toMatchObject({ letters: [{ id, outcome: 'waiting', waiting: { missing: 1 } }, {}] });

    const excluded = await open('Legal adviser');
    expect(excluded.json).toMatchObject({ waiting: 1, notForThisKey: 1 });
    expect(excluded.waiting).toBeUndefined();
    const human = await amparoDone(
      [
        ...['bundle', 'open', 'reports.bundle', '--key', fileOf('Counsellor'), '--out', 'to read'],
        ...['--passphrase-file', secret],
      ],
      { cwd: folder },
    );
    expect(human.stdout).toMatch(/2 waiting for the shares of colleagues/);
    expect(human.stdout).toMatch(/takes 2 reviewers together; 1 share more to come\. Your code/);
  });

  test('the excluded one is released nothing, whatever they say', async () => {
    const { waiting } = await open('Case worker');
    const overheard = waiting?.askCode ?? expect.unreachable();
    const { json } = await open('Legal adviser');
    const ofOther = json.waitingFor?.[0]?.askCode ?? expect.unreachable();
    for (const given of [overheard, ofOther, '00000 00000', '']) {
      const refused = await release('Counsellor', 'Legal adviser', given, 'legal.release');
      expect([refused.code, code(refused)]).toEqual([3, 'ask-code-wrong']);
    }
    const none = await release('Legal adviser', 'Counsellor', overheard, 'legal.release');
    expect([none.code, code(none)]).toEqual([2, 'share-none']);
  });

  test('what is asked for wrongly is refused before anything is written', async () => {
    const { waiting } = await open('Case worker');
    const asked = waiting?.askCode ?? expect.unreachable();
    const refusals = [
      [release('Counsellor', 'Nobody', asked, 'x.release'), 'reviewer-unknown'],
      [release('Case worker', 'Case worker', asked, 'x.release'), 'release-to-self'],
      [release('Counsellor', 'Case worker', asked, 'x.release', 'ab'.repeat(32)), 'letter-unknown'],
      [release('Counsellor', 'Case worker', asked, 'x.release', id.slice(0, 7)), 'letter-unknown'],
      [release('Counsellor', 'Case worker', asked, 'report.json'), 'file-exists'],
    ] as const;
    for (const [ran, expected] of refusals) expect(code(await ran)).toBe(expected);
  });
});

describe('once a colleague has released their share', () => {
  test('the one who asked opens the report; nobody else can use the file', async () => {
    const { waiting } = await open('Case worker');
    const asked = waiting?.askCode ?? expect.unreachable();
    const released = await release(
      'Counsellor',
      'Case worker',
      asked.replace(' ', ''),
      'worker.release',
      id.slice(0, 8),
    );
    expect([released.code, jsonIn(released)]).toMatchObject([0, { letter: id, to: 'Case worker', threshold: 2 }]);
    expect(await modeOf(inFolder('worker.release'))).toBe(0o600);

    const nameless = await open('Case worker', '--release', 'worker.release');
    expect([nameless.ran.code, code(nameless.ran)]).toEqual([2, 'directory-needed']);
    for (const other of ['Counsellor', 'Legal adviser'] as const) {
      const stolen = await open(other, ...withReleases('worker.release'));
      expect([stolen.ran.code, code(stolen.ran)]).toEqual([2, 'release-foreign']);
    }
    const wrongFile = await open('Case worker', ...withReleases('report.json'));
    expect(code(wrongFile.ran)).toBe('release-foreign');

    const opened = await open('Case worker', ...withReleases('worker.release'));
    expect([opened.ran.code, opened.json]).toMatchObject([0, { opened: 1, waiting: 1, warnings: [] }]);
    const index = JSON.parse(await readFile(inFolder('opened by Case worker/bundle.json'), 'utf8')) as {
      letters: readonly { id: string; folder?: string }[];
    };
    const of = index.letters.find((letter) => letter.id === id)?.folder ?? expect.unreachable();
    expect(await readFile(inFolder('opened by Case worker', of, 'report.json'), 'utf8')).toContain('takes money');
    // It stays open without the file.
    expect((await open('Case worker')).json).toMatchObject({ opened: 1, waiting: 1 });
  });

  test('a false share names its giver, and the true one opens the report all the same', async () => {
    const { waiting } = await open('Counsellor');
    await release('Case worker', 'Counsellor', waiting?.askCode ?? expect.unreachable(), 'counsellor.release');
    const liar = await keysIn(fileOf('Legal adviser'));
    const to = identityPublicKey(await signingPublicKey((await keysIn(fileOf('Counsellor'))).seed));
    const forged = await releaseShare(
      { letter: id, slot: 2, wrapKey: wrapKey(newFileKey(systemRandom)), to },
      liar.seed,
    );
    const directory = JSON.parse(await readFile(inFolder('office/directory.json'), 'utf8')) as Directory;
    const { office } = await openOffice(directory, shown);
    const slot = office.roster.reviewers.find(({ identity }) =>
      fromBase64(identity).every((byte, i) => byte === to[i]),
    );
    const toSend = { journal: [], grants: [], releases: [forged] };
    const [sealed] = await sealJournalLetters(toSend, office, new Set([slot?.slot ?? -1]), systemRandom);
    await writeFile(inFolder('liar.release'), sealed ?? expect.unreachable());

    const lied = await open('Counsellor', ...withReleases('liar.release'));
    expect([lied.ran.code, lied.json]).toMatchObject([0, { opened: 0, waiting: 2 }]);
    const named = [
      { id, warnings: [{ code: 'release-false', message: expect.stringContaining('Legal adviser') as string }] },
    ];
    expect(lied.json['warnings']).toMatchObject(named);

    const opened = await open('Counsellor', ...withReleases('liar.release', 'counsellor.release'));
    expect([opened.ran.code, opened.json]).toMatchObject([0, { opened: 1, waiting: 1 }]);
    expect(opened.json['warnings']).toMatchObject(named);
  });
});
