import { readdir, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { PATHS, readBundle, systemRandom } from '../../crypto/index.ts';
import { DiskBlobs } from '../../server/blobs/disk.ts';
import { freshWork, makeAccount, postLetter, signIn, someLetter, startApp, startServer } from './helpers.ts';
import { createUpload, patch, idIn, uploadCell, codeOf, cellBytes } from './uploads.ts';

describe('a letter that names evidence', () => {
  test('is refused while the upload is incomplete, and taken afterwards with the same work', async () => {
    const server = await startServer();
    const id = idIn(await createUpload(server));
    const [letter, work, cell] = [someLetter(), await freshWork(server.url), cellBytes(1)];
    await patch(server, id, 0, cell.subarray(0, 1_000));
    expect(await codeOf(await postLetter(server.url, letter, { evidence: id, work }))).toBe('evidence-incomplete');
    await patch(server, id, 1_000, cell.subarray(1_000));
    expect(await codeOf(await postLetter(server.url, letter, { evidence: id, work }))).toBe('201');
  });

  test('has it for itself, even when two come at once, and may come again', async () => {
    const server = await startServer();
    const id = await uploadCell(server);
    const letters = [someLetter(), someLetter()];
    const codes = await Promise.all(
      letters.map(async (letter) => codeOf(await postLetter(server.url, letter, { evidence: id }))),
    );
    expect(codes.sort()).toEqual(['201', 'evidence-taken']);
    const again = await Promise.all(
      letters.map(async (letter) => codeOf(await postLetter(server.url, letter, { evidence: id }))),
    );
    expect(again.sort()).toEqual(['200', 'evidence-taken']);
  });
});

describe('a disk that fails', () => {
  test('keeps the letter out, so that it never names what a loss of power would take', async () => {
    let fails = true;
    class FailingBlobs extends DiskBlobs {
      override settle(id: string): Promise<void> {
        if (!fails) return super.settle(id);
        return Promise.reject(Object.assign(new Error('failed'), { code: 'EIO', syscall: 'fsync' }));
      }
    }
    const server = await startApp(({ blobs }) => ({ blobs: new FailingBlobs(blobs.folder) }));
    const id = await uploadCell(server);
    const [letter, work] = [someLetter(), await freshWork(server.url)];
    expect(await codeOf(await postLetter(server.url, letter, { evidence: id, work }))).toBe('storage-unavailable');
    expect(await server.deps.store.outlookAfter(0)).toEqual({ letters: 0, until: 0 });
    expect(server.lines).toEqual(['storage unavailable: EIO']);
    fails = false;
    expect(await codeOf(await postLetter(server.url, letter, { evidence: id, work }))).toBe('201');
  });
});

describe('the sweep', () => {
  test('removes what no letter names after a day of rest, and nothing else', async () => {
    let aheadMs = 0;
    const server = await startServer({ clock: () => new Date(Date.now() + aheadMs) });
    const DAY_MS = 86_400_000;
    const named = await uploadCell(server);
    await postLetter(server.url, someLetter(), { evidence: named });
    const orphan = await uploadCell(server);
    const begun = idIn(await createUpload(server));
    // Left by a crash between the file and its record.
    const stray = join(server.folder, 'evidence', 'f'.repeat(32));
    await writeFile(stray, 'x');
    await utimes(stray, new Date(Date.now() - 3 * DAY_MS), new Date(Date.now() - 3 * DAY_MS));

    const left = async () => (await readdir(join(server.folder, 'evidence'))).sort();
    aheadMs = DAY_MS;
    let running = await server.restart();
    expect(await left()).toEqual([named, orphan, begun].sort());
    expect((await patch(running, begun, 0, systemRandom(16))).status).toBe(204); // goes on: stays for another day

    aheadMs = 2 * DAY_MS;
    running = await running.restart();
    expect(await left()).toEqual([named, begun].sort());
    expect(await codeOf(await postLetter(running.url, someLetter(), { evidence: orphan }))).toBe('evidence-not-found');

    aheadMs = 400 * DAY_MS;
    await running.restart();
    expect(await left()).toEqual([named]);
  });
});

describe('evidence that was lost from the disk', () => {
  test('does not keep its letter from reviewers, and is told to the operator', async () => {
    const server = await startServer();
    await makeAccount(server);
    const id = await uploadCell(server);
    const response = await postLetter(server.url, someLetter(), { evidence: id });
    const { id: letterId } = (await response.json()) as { id: string };
    await postLetter(server.url, someLetter());
    await truncate(join(server.folder, 'evidence', id), 1_000);

    const bundle = await fetch(server.url + PATHS.bundle, { headers: { Cookie: await signIn(server) } });
    const records = [];
    for await (const record of readBundle(bundle.body as unknown as AsyncIterable<Uint8Array>)) records.push(record);
    expect(records.map((record) => (record.type === 'letter' ? record.cells : record.type))).toEqual([
      'directory',
      0,
      0,
      'end',
    ]);
    expect(server.lines).toEqual([`evidence missing for letter ${letterId.slice(0, 8)}`]);
  });
});
