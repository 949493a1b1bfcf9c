import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Control } from '../../client/triage/calls/answering.ts';
import { CallError } from '../../client/triage/calls/line.ts';
import { ceremonyHandlers } from '../../client/triage/worker/ceremony/handlers.ts';
import { newReviewerKeys } from '../../client/shared/office/months.ts';
import { AmparoError, epochOf, isoDateOf, monthOf, sealKeyFile, systemRandom } from '../../crypto/index.ts';
import { argon2id } from '../../scripts/lib/argon2id.ts';
import { amparo, amparoDone, jsonIn, passphraseFile } from '../scripts/cli.ts';

/** The ceremony of the reviewers' page and the command line, on the same files. */
const PASSPHRASE = 'plain lantern orbit meadow';
const NOW = new Date();
const TODAY = isoDateOf(NOW);
const WITHIN_MS = 120_000;
const control: Control<never> = {
  signal: new AbortController().signal,
  tell: () => undefined,
  transfer: () => undefined,
};

/** A worker that just started. */
function ceremony() {
  const handlers = ceremonyHandlers({ argon2id, random: systemRandom, today: () => TODAY });
  type Called = typeof handlers;
  return {
    call: async <Name extends keyof Called>(
      name: Name,
      argument: Parameters<Called[Name]>[0],
    ): Promise<Awaited<ReturnType<Called[Name]>>> => {
      const handler = handlers[name] as (asked: unknown, control: Control<never>) => unknown;
      return (await handler(argument, control)) as Awaited<ReturnType<Called[Name]>>;
    },
  };
}

async function blobOf(path: string): Promise<Blob> {
  return new Blob([await readFile(path)]);
}

async function save(path: string, file: Blob): Promise<void> {
  await writeFile(path, await file.bytes());
}

async function failureCode(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (error instanceof CallError) return error.failure.code;
    if (error instanceof AmparoError) return error.code;
    throw error;
  }
}

let folder = '';
let office = '';
let secret: readonly string[] = [];
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amparo-ceremony-'));
  office = path('office');
  secret = ['--passphrase-file', await passphraseFile(folder, 'secret', PASSPHRASE)];
  await amparoDone(['office', 'init', office, '--name', 'Example Office', ...secret]);
}, WITHIN_MS);
afterAll(() => rm(folder, { recursive: true, force: true }));

const charterFile = () => join(office, 'charter.key');
const openOffice = async (page: ReturnType<typeof ceremony>) =>
  page.call('openCharter', { file: await blobOf(charterFile()), passphrase: PASSPHRASE });

describe('a reviewer’s key', { timeout: WITHIN_MS }, () => {
  test('made on the page, it opens on the command line and goes on a roster there', async () => {
    const made = await ceremony().call('makeKey', { name: 'Case worker', passphrase: PASSPHRASE });
    await save(path('case-worker.key'), made.keyFile);
    await save(path('case-worker.pub.json'), made.publicFile);
    const shown = jsonIn(await amparoDone(['key', 'show', path('case-worker.key'), ...secret, '--json']));
    expect(shown).toEqual({
      name: 'Case worker',
      role: 'reviewer',
      fingerprint: made.fingerprint.digits,
      words: made.fingerprint.words,
      months: made.months,
    });
    const put = ['roster', 'add', office, path('case-worker.pub.json'), '--role', 'reads', '--languages', 'en'];
    expect(jsonIn(await amparoDone([...put, '--json']))).toMatchObject({ fingerprint: made.fingerprint.digits });
  });

  test('made on the command line, it gets the months on the page that the command line gives, and loses those that are over', async () => {
    const keys = await newReviewerKeys('Lawyer', '2024-11-05', 2, systemRandom);
    const old = await sealKeyFile(keys, PASSPHRASE, { memoryKiB: 8192, passes: 1 }, argon2id, systemRandom);
    const page = ceremony();
    const plan = await page.call('planMonths', { file: new Blob([old]), passphrase: PASSPHRASE });
    const coming = [0, 1, 2].map((ahead) => monthOf(epochOf(TODAY) + ahead));
    expect(plan).toEqual({
      name: 'Lawyer',
      today: TODAY,
      held: ['2024-11', '2024-12'],
      missing: coming,
      over: plan.held,
    });

    const renewed = await page.call('renewKey', { forgets: true });
    await save(path('lawyer.key'), renewed.keyFile);
    await save(path('lawyer.pub.json'), renewed.publicFile);
    expect(renewed.months).toEqual(coming);
    const rotated = jsonIn(await amparoDone(['key', 'rotate', path('lawyer.key'), ...secret, '--json']));
    expect(rotated).toMatchObject({ added: [], months: coming });
    const forgotten = jsonIn(await amparoDone(['key', 'forget', path('lawyer.key'), '--yes', ...secret, '--json']));
    expect(forgotten).toMatchObject({ forgotten: [] });
  });

  test('nothing is forgotten that was not asked for', async () => {
    const keys = await newReviewerKeys('Lawyer', '2024-11-05', 1, systemRandom);
    const old = await sealKeyFile(keys, PASSPHRASE, { memoryKiB: 8192, passes: 1 }, argon2id, systemRandom);
    const page = ceremony();
    await page.call('planMonths', { file: new Blob([old]), passphrase: PASSPHRASE });
    expect((await page.call('renewKey', { forgets: false })).months).toContain('2024-11');
    expect(await failureCode(page.call('renewKey', { forgets: true }))).toBe('locked');
  });

  test('a wrong pass phrase, a charter key and a file of another kind are each refused with their reason', async () => {
    const page = ceremony();
    const keyFile = await blobOf(path('case-worker.key'));
    const asked = (file: Blob, passphrase: string) => failureCode(page.call('planMonths', { file, passphrase }));
    expect(await asked(keyFile, 'plain lantern orbit meado')).toBe('key-file-locked');
    expect(await asked(await blobOf(charterFile()), PASSPHRASE)).toBe('key-is-charter');
    expect(await asked(await blobOf(path('case-worker.pub.json')), PASSPHRASE)).toBe('key-file-malformed');
    expect(await failureCode(page.call('openCharter', { file: keyFile, passphrase: PASSPHRASE }))).toBe(
      'key-of-reviewer',
    );
    expect(await failureCode(page.call('renewKey', { forgets: false }))).toBe('locked');
    expect(await failureCode(page.call('writePaper', 'en'))).toBe('locked');
  });

  test('a pass phrase that is made has seven words, and another seven each time', async () => {
    const page = ceremony();
    const first = await page.call('suggestPassphrase', null);
    expect(first).toMatch(/^(?:[a-z]+ ){6}[a-z]+$/);
    expect(await page.call('suggestPassphrase', null)).not.toBe(first);
  });
});

describe('the charter key', { timeout: WITHIN_MS }, () => {
  test('goes to the words of the command line’s paper, and comes back from them as the same key', async () => {
    const page = ceremony();
    const charter = await openOffice(page);
    const words = await page.call('writePaper', 'en');
    await amparoDone(['key', 'paper', charterFile(), '--out', path('paper.html'), ...secret]);
    const paper = await readFile(path('paper.html'), 'utf8');
    expect([...paper.matchAll(/<li lang="en">([a-z]+)<\/li>/g)].map(([, word]) => word)).toEqual(words);

    const other = ceremony();
    const typed = words.map((word, i) => `${String(i + 1)}. ${word.toUpperCase()}`).join('\n');
    expect(await other.call('readPaper', typed)).toEqual({ fingerprint: charter.fingerprint });
    await save(path('again.key'), await other.call('sealCharter', { name: 'Example Office', passphrase: PASSPHRASE }));
    const shown = jsonIn(await amparoDone(['key', 'show', path('again.key'), '--json']));
    expect(shown).toMatchObject({ role: 'charter', fingerprint: charter.fingerprint.digits });

    await writeFile(path('words.txt'), (await page.call('writePaper', 'fr')).join(' '), { mode: 0o600 });
    const restore = ['key', 'restore', '--words', path('words.txt'), '--name', 'Example Office'];
    const restored = await amparoDone([...restore, '--out', path('third.key'), ...secret, '--json']);
    expect(jsonIn(restored)).toMatchObject({ fingerprint: charter.fingerprint.digits });
  });

  test('a word that is wrong is named by its place, and nothing is sealed of what was read before', async () => {
    const page = ceremony();
    await openOffice(page);
    const words = await page.call('writePaper', 'en');
    expect(await page.call('readPaper', words.with(6, 'lanternn').join(' '))).toEqual({ slip: 'places', places: [7] });
    expect(await page.call('readPaper', words.slice(1).join(' '))).toEqual({ slip: 'count', given: 23, expected: 24 });
    const sealing = page.call('sealCharter', { name: 'Example Office', passphrase: PASSPHRASE });
    expect(await failureCode(sealing)).toBe('locked');
  });

  test('its number is read from key file, public file and directory, without a pass phrase', async () => {
    const page = ceremony();
    const { fingerprint } = await openOffice(page);
    const charter = await page.call('numberOf', await blobOf(charterFile()));
    expect(charter).toEqual({ of: 'charter', name: 'Example Office', fingerprint });
    const reviewer = await page.call('numberOf', await blobOf(path('case-worker.pub.json')));
    expect(reviewer).toMatchObject({ of: 'reviewer', name: 'Case worker' });
    expect(await failureCode(page.call('numberOf', new Blob(['{}'])))).toBe('file-without-number');
    expect(await failureCode(page.call('numberOf', new Blob(['\u0000not text'])))).toBe('file-without-number');
  });
});

describe('the roster', { timeout: WITHIN_MS }, () => {
  const directory = () => join(office, 'directory.json');

  async function officeFiles(): Promise<Blob[]> {
    const reviewers = (await readdir(join(office, 'reviewers'))).map((name) => join(office, 'reviewers', name));
    const signed = await blobOf(directory()).catch(() => null);
    return [
      ...(signed ? [signed] : []),
      ...(await Promise.all([...reviewers, join(office, 'roster.json')].map(blobOf))),
    ];
  }

  test('signed on the page, it is to the byte what the command line signs', async () => {
    const page = ceremony();
    const { fingerprint } = await openOffice(page);
    const plan = await page.call('planRoster', await officeFiles());
    expect(plan).toMatchObject({ office: 'Example Office', fingerprint, before: null, version: 1, changes: [] });
    expect(plan.reviewers).toEqual([{ name: 'Case worker', role: 'reads', hasMonth: true }]);
    const signed = await page.call('signRoster', null);
    await amparoDone(['roster', 'sign', office, ...secret]);
    expect(isoDateOf(new Date())).toBe(TODAY); // else the two were signed on different days
    expect(await signed.directory.text()).toBe(await readFile(directory(), 'utf8'));
    expect(signed.readers).toEqual(['Case worker']);
    const number = await page.call('numberOf', await blobOf(directory()));
    expect(number).toEqual({ of: 'office', name: 'Example Office', fingerprint });
  });

  test('who comes and who leaves is said before it is signed, and the next version holds for the command line', async () => {
    const put = ['roster', 'add', office, path('lawyer.pub.json'), '--role', 'advises', '--languages', 'en'];
    await amparoDone(put);
    await amparoDone(['roster', 'remove', office, 'Case worker']);
    const page = ceremony();
    await openOffice(page);
    const plan = await page.call('planRoster', await officeFiles());
    expect(plan.before?.version).toBe(1);
    expect(plan.changes).toEqual([
      { kind: 'removed', name: 'Case worker' },
      { kind: 'added', name: 'Lawyer' },
    ]);
    await save(directory(), (await page.call('signRoster', null)).directory);
    const shown = jsonIn(await amparoDone(['roster', 'show', office, '--json']));
    expect(shown['signed']).toMatchObject({ version: 2, reviewers: [{ name: 'Lawyer' }] });
  });

  test('a signed roster of another charter, a forged one, and a missing draft are refused', async () => {
    await amparoDone(['office', 'init', path('other'), '--name', 'Other Office', ...secret]);
    const page = ceremony();
    await page.call('openCharter', { file: await blobOf(path('other/charter.key')), passphrase: PASSPHRASE });
    expect(await failureCode(page.call('planRoster', await officeFiles()))).toBe('charter-of-another');

    await openOffice(page);
    const [signed, ...rest] = await officeFiles();
    const forged = JSON.parse((await signed?.text()) ?? '') as { roster: { payload: string } };
    forged.roster.payload = btoa(atob(forged.roster.payload).replace('"version":2', '"version":1'));
    const asForged = [new Blob([JSON.stringify(forged)]), ...rest];
    expect(await failureCode(page.call('planRoster', asForged))).toBe('signature-invalid');
    expect(await failureCode(page.call('planRoster', rest.slice(0, -1)))).toBe('draft-missing');
    expect(await failureCode(page.call('planRoster', [...rest, rest.at(-1) ?? new Blob()]))).toBe('file-twice');
    expect(await failureCode(page.call('planRoster', [...rest, new Blob(['no json'])]))).toBe('file-of-no-office');
    expect(await failureCode(page.call('signRoster', null))).toBe('locked');
  });

  test('what asks for more reviewers than there are, or has nobody to seal to, is not signed', async () => {
    const page = ceremony();
    await openOffice(page);
    const draftOnly = [await blobOf(join(office, 'roster.json'))];
    expect(await failureCode(page.call('planRoster', draftOnly))).toBe('no-epoch-key');
    await amparoDone(['roster', 'threshold', office, '3']);
    expect(await failureCode(page.call('planRoster', await officeFiles()))).toBe('reviewers-few');
    expect((await amparo(['roster', 'sign', office, ...secret])).code).not.toBe(0);
  });
});
