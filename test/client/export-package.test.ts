import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';

import {
  journalKeys,
  newFileKey,
  openEntry,
  signEntry,
  signingPublicKey,
  signingSeed,
  systemRandom,
  toBase64,
  utf8,
  NO_ENTRY,
  type Envelope,
  type OpenedReport,
} from '../../crypto/index.ts';
import type { KeptEntry } from '../../client/triage/desk/types.ts';
import { evidencePackage, type PackageContents } from '../../client/triage/export/evidence-package.ts';
import { exportSchema } from '../../client/triage/export/json.ts';
import { leave } from '../../client/triage/export/leaving.ts';
import type { Mark } from '../../client/triage/export/marks.ts';
import { deskReport, triage, wording } from './export/desk.ts';
import { SECRETS } from './export/reports.ts';
import { unzip, type Unzipped } from './export/unzip.ts';

const folder = mkdtempSync(join(tmpdir(), 'amparo-package-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const seed = signingSeed(systemRandom(32));
const keys = await journalKeys(newFileKey(systemRandom), 'ab'.repeat(32));
const identity = await signingPublicKey(seed);

type Said = Parameters<typeof signEntry>[0]['content'];

async function kept(number: number, content: Said): Promise<KeptEntry> {
  const at = `2026-11-24T10:0${String(number)}Z`;
  const previous = number === 1 ? NO_ENTRY : '1'.repeat(64);
  const { envelope, id } = await signEntry({ seed, number, previous, at, about: keys, content }, systemRandom);
  return { envelope, entry: { id, author: toBase64(identity), number, previous, at, about: keys.tag, content } };
}

interface FileSent {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function reportWith(files: readonly FileSent[]): OpenedReport {
  const listed = files.map(({ name, bytes }, i) => ({
    name,
    type: '',
    size: bytes.length,
    offset: files.slice(0, i).reduce((total, file) => total + file.bytes.length, 0),
  }));
  return { version: 1, story: 'A border clerk.', evidence: { key: SECRETS.evidence, cells: 1, files: listed } };
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield await Promise.resolve(bytes.subarray(at, at + 1000));
}

interface Made {
  readonly files?: readonly FileSent[];
  readonly marks?: readonly Mark[];
  readonly entries?: readonly KeptEntry[];
  readonly over?: Partial<PackageContents>;
}

function contents({ files = [], marks = [], entries = [], over = {} }: Made): PackageContents {
  const [leaving] = leave([{ desk: deskReport(reportWith(files)), triage: triage(), marks }]);
  if (!leaving) throw new Error('nothing leaves');
  return {
    leaving,
    facts: { office: 'Example Office', exported: '2026-11-24' },
    wording: wording('en'),
    file: (index) => inPieces(files[index]?.bytes ?? new Uint8Array()),
    entries,
    reviewer: () => 'Case worker',
    to: 'A prosecutor',
    sign: async (custody) => (await kept(9, custody)).envelope,
    ...over,
  };
}

async function packed(made: Made): Promise<Map<string, Unzipped>> {
  const zip = new Uint8Array(await new Response(evidencePackage(contents(made))).arrayBuffer());
  return new Map(unzip(zip).map((file) => [file.name, file]));
}

function textOf(files: Map<string, Unzipped>, name: string): string {
  const file = files.get(name);
  if (!file) throw new Error(`no ${name} among ${[...files.keys()].join(', ')}`);
  return new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
}

const PHOTO = { name: 'photo.jpg', bytes: systemRandom(5000) };
const EMPTY = { name: 'empty.txt', bytes: new Uint8Array() };

test('holds every file byte for byte, and the sums that sha256sum checks', async () => {
  const files = await packed({ files: [PHOTO, EMPTY, { name: 'صورة.png', bytes: systemRandom(3) }] });
  expect([...files.keys()]).toEqual([
    'files/photo.jpg',
    'files/empty.txt',
    'files/صورة.png',
    'report.json',
    'custody.txt',
    'custody.jsonl',
    'README.txt',
    'SHA256SUMS',
    'SHA256SUMS.dsse.json',
  ]);
  expect(files.get('files/photo.jpg')?.bytes).toEqual(PHOTO.bytes);
  for (const { name, bytes, crc32: listed } of files.values()) {
    expect(crc32(bytes), name).toBe(listed);
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const checked = execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' });
  expect(checked.trim().split('\n')).toHaveLength(7);
  expect(exportSchema.parse(JSON.parse(textOf(files, 'report.json'))).reports).toHaveLength(1);
});

test('the packer signs the sums, and the journal can be opened again to what it says', async () => {
  const opened: Said = {
    kind: 'custody',
    act: 'opened',
    file: { name: 'photo.jpg', sha256: 'ab'.repeat(32), bytes: 5000 },
  };
  const entries = [await kept(1, opened), await kept(2, { kind: 'note', text: 'not for them' })];
  const files = await packed({ files: [PHOTO], entries });
  const reviewers = {
    reviewers: [{ slot: 0, name: 'Case worker', role: 'reads', languages: ['en'], identity: toBase64(identity) }],
  };
  const keyOf = () => keys.key;

  const envelope = JSON.parse(textOf(files, 'SHA256SUMS.dsse.json')) as Envelope;
  const { content } = await openEntry(envelope, reviewers, keyOf);
  const sums = utf8(textOf(files, 'SHA256SUMS'));
  expect(content).toEqual({
    kind: 'custody',
    act: 'exported',
    file: { name: 'SHA256SUMS', sha256: createHash('sha256').update(sums).digest('hex'), bytes: sums.length },
    to: 'A prosecutor',
  });
  expect(textOf(files, 'custody.jsonl')).toBe(`${JSON.stringify(entries[0]?.envelope)}\n`);
  const text = textOf(files, 'custody.txt');
  expect(text).toContain('2026-11-24T10:01Z  Case worker  opened\n  photo.jpg\n  5,000 bytes, SHA-256 abab');
  expect(text).not.toContain('not for them');
});

test('hostile names stay in their folder, and are shown as they were sent', async () => {
  const names = ['../../etc/cron.d/x', 'con', 'a\nb  c', '\u202Egpj.exe', 'photo.jpg', 'PHOTO.JPG', '-rf', ''];
  const sent = names.map((name) => ({ name: name || '.', bytes: systemRandom(1) }));
  const files = await packed({ files: sent });
  const inside = [...files.keys()].filter((name) => name.startsWith('files/'));
  expect(inside).toEqual([
    'files/file-1',
    'files/_con',
    'files/ab  c',
    'files/gpj.exe',
    'files/photo.jpg',
    'files/PHOTO (2).JPG',
    'files/_-rf',
    'files/file-8',
  ]);
  expect(textOf(files, 'custody.txt')).toContain('sent as ⟨U+202E⟩gpj.exe');
  expect(textOf(files, 'SHA256SUMS').trimEnd().split('\n')).toHaveLength(12);
});

describe('what was taken out', () => {
  test('is in no part of it: no file, no name, no hash, no record', async () => {
    const list = { name: 'list of Petrov.pdf', bytes: systemRandom(777) };
    const hash = createHash('sha256').update(list.bytes).digest('hex');
    const custody: Said = {
      kind: 'custody',
      act: 'saved',
      file: { name: list.name, sha256: hash, bytes: 777 },
      to: 'the sister of Petrov',
    };
    const asked: number[] = [];
    const made = {
      files: [PHOTO, list, { name: 'petrov.jpg', bytes: systemRandom(4) }],
      marks: [{ kind: 'file', index: 1 } as const, { kind: 'name', text: 'Petrov' } as const],
      entries: [await kept(1, custody)],
    };
    const source = contents(made);
    const files = await packed({
      ...made,
      over: { file: (index) => (asked.push(index), source.file(index)), reviewer: () => 'Petrova' },
    });
    expect(asked).toEqual([0, 2]);
    expect([...files.keys()].slice(0, 2)).toEqual(['files/photo.jpg', 'files/[redacted].jpg']);
    expect(textOf(files, 'custody.txt')).toContain('File 2: taken out by the office');
    for (const name of files.keys()) {
      const text = Buffer.from(files.get(name)?.bytes ?? []).toString('latin1');
      expect(`${name} ${text}`, name).not.toMatch(/petrov/i);
      expect(text, name).not.toContain(hash);
      for (const secret of Object.values(SECRETS)) expect(text, name).not.toContain(secret);
    }
  });

  test('where it was packed does not show: times are that of the day alone', async () => {
    const files = await packed({ files: [PHOTO] });
    expect([...new Set([...files.values()].map(({ date }) => date))]).toEqual(['2026-11-24-0']);
  });
});

describe('a package that is not whole', () => {
  test('says which files were not at hand', async () => {
    const files = await packed({ files: [PHOTO, EMPTY], over: { file: () => null } });
    expect(files.has('files/photo.jpg')).toBe(false);
    expect(textOf(files, 'custody.txt')).toContain('File 1: not at hand when this was packed');
  });

  test.each([
    ['shorter', () => inPieces(PHOTO.bytes.subarray(1))],
    ['longer', () => inPieces(new Uint8Array(5001))],
    [
      'damaged',
      async function* () {
        yield await Promise.resolve(PHOTO.bytes);
        throw new Error('damaged');
      },
    ],
  ])('is not made where a file is %s', async (_, file) => {
    await expect(packed({ files: [PHOTO], over: { file } })).rejects.toThrow();
  });
});

test('takes no more memory for 256 MiB than for one', async () => {
  const MIB = 2 ** 20;
  const cell = systemRandom(65_536);
  const large = async (megabytes: number) => {
    const piece = new Uint8Array(MIB).map((_, i) => cell[i % cell.length] ?? 0);
    async function* pieces() {
      for (let i = 0; i < megabytes; i += 1) yield await Promise.resolve(piece);
    }
    const report = reportWith([PHOTO]);
    const files = [{ name: 'film.mp4', type: '', size: megabytes * MIB, offset: 0 }];
    const desk = deskReport({ ...report, evidence: { key: SECRETS.evidence, cells: 1, files } });
    const [leaving] = leave([{ desk, triage: triage(), marks: [] }]);
    if (!leaving) throw new Error('nothing leaves');
    const before = process.memoryUsage();
    let most = 0;
    let length = 0;
    const zip = evidencePackage({ ...contents({}), leaving, file: () => pieces() });
    for await (const chunk of zip as unknown as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      const now = process.memoryUsage();
      most = Math.max(most, now.arrayBuffers - before.arrayBuffers + now.heapUsed - before.heapUsed);
    }
    expect(length).toBeGreaterThan(megabytes * MIB);
    return most;
  };
  await large(1);
  expect(await large(256)).toBeLessThan(64 * MIB);
});
