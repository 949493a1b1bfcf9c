import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeAll, expect, test, vi } from 'vitest';

import { CELL_BYTES, systemRandom, type Bytes } from '../../crypto/index.ts';
import { inEachBrowser } from '../journeys/site.ts';
import { tempFolder } from '../server/helpers.ts';
import { codeOf, deleteUpload } from '../server/uploads.ts';
import {
  buildHarness,
  expectOnServer,
  openEvidencePage,
  startEvidenceSite,
  type Built,
  type EvidencePage,
} from './evidence/site.ts';

/** The upload of evidence in real browsers, in a worker under the form's policy, against the real server. */
const MIB = 1_048_576;
const LONG_TASK_MS = 50;
/** Browsers are slow to start beside others; uploads wait between tries. */
const TEST_TIMEOUT_MS = 300_000;

vi.setConfig({ testTimeout: TEST_TIMEOUT_MS });

let built: Built;
beforeAll(async () => {
  built = await buildHarness();
});

function noise(length: number): Bytes {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) bytes.set(systemRandom(Math.min(65_536, length - at)), at);
  return bytes;
}

function filled(length: number, fill: number): Bytes {
  return new Uint8Array(length).fill(fill);
}

async function fileOnDisk(name: string, content: Uint8Array): Promise<string> {
  const path = join(await tempFolder(), name);
  await writeFile(path, content);
  return path;
}

/** Waits until as much of the stream is on its way. */
function sent(page: EvidencePage, bytes: number) {
  return page.until(({ progress }) => (progress.at(-1)?.sentBytes ?? 0) >= bytes);
}

function lastState(page: EvidencePage, state: string) {
  return page.until(({ progress }) => progress.at(-1)?.state === state);
}

inEachBrowser((browser) => {
  // Again where it fails: on a busy machine any task may be kept waiting, but one that is long by itself is so each time.
  test(
    '50 MiB without WebAssembly and JIT: the page never stands still, and every byte arrives',
    { retry: 2 },
    async () => {
      const site = await startEvidenceSite(built);
      const photo = noise(50 * MIB);
      const page = await openEvidencePage(browser, site, { level: 'safer' });
      await page.addFile('a', await fileOnDisk('film.mp4', photo));
      await page.addBytes('b', 1_234, 9, 'note.txt');
      const longestTaskMs = await page.page.evaluate(() => globalThis.harness.finishQuietly());
      expect(longestTaskMs).toBeLessThanOrEqual(LONG_TASK_MS);
      const finished = await page.finish();
      await expectOnServer(site, finished, [
        { name: 'film.mp4', content: photo },
        { name: 'note.txt', content: filled(1_234, 9) },
      ]);
      expect((await page.seen()).states.at(-1)).toBe('done');
      expect(await page.finish()).toEqual(finished); // the same while nothing changed
    },
  );

  test('files are added and taken out, paused and resumed, while others are already on their way', async () => {
    const site = await startEvidenceSite(built);
    const page = await openEvidencePage(browser, site);
    await page.addBytes('a', 3.5 * MIB, 1);
    await page.addBytes('gone', 100_000, 2);
    // All that is full and followed by more; the rest is held back.
    await page.until(
      ({ progress }) => progress.at(-1)?.state === 'idle' && progress.at(-1)?.sentBytes === 3 * CELL_BYTES,
    );
    const [begun] = await site.uploads();
    await page.tell({ do: 'remove', id: 'gone' });
    await page.tell({ do: 'pause' });
    await page.addBytes('b', 0, 3);
    await page.addBytes('c', 4 * MIB, 4);
    await lastState(page, 'paused');
    await page.tell({ do: 'resume' });
    const finished = await page.finish();
    expect([await site.uploads(), finished.uploadId]).toEqual([[begun], begun]);
    await expectOnServer(site, finished, [
      { name: 'a', content: filled(3.5 * MIB, 1) },
      { name: 'b', content: filled(0, 3) },
      { name: 'c', content: filled(4 * MIB, 4) },
    ]);
  });

  test('taking out what was sealed begins anew under a new key, and leaves nothing of the old upload', async () => {
    const site = await startEvidenceSite(built);
    const page = await openEvidencePage(browser, site);
    await page.addBytes('a', 2 * MIB, 1);
    await page.addBytes('b', 3 * MIB, 2);
    const first = await page.finish();
    await page.tell({ do: 'remove', id: 'a' });
    const second = await page.finish();
    expect(second.uploadId).not.toBe(first.uploadId);
    expect(second.evidence.key).not.toBe(first.evidence.key);
    await expectOnServer(site, second, [{ name: 'b', content: filled(3 * MIB, 2) }]);
    // And what is added to what was finished.
    await page.addBytes('c', 10, 3);
    const third = await page.finish();
    expect(third.evidence.key).not.toBe(second.evidence.key);
    await expectOnServer(site, third, [
      { name: 'b', content: filled(3 * MIB, 2) },
      { name: 'c', content: filled(10, 3) },
    ]);
    await expect.poll(() => site.uploads(), { timeout: 20_000 }).toEqual([third.uploadId]);

    await page.tell({ do: 'discard' });
    await expect.poll(() => site.uploads(), { timeout: 20_000 }).toEqual([]);
  });

  test('a server that stops on the way, and forgets its challenges, is waited for', async () => {
    const site = await startEvidenceSite(built);
    const film = noise(24 * MIB);
    const page = await openEvidencePage(browser, site);
    await page.addFile('a', await fileOnDisk('film.mp4', film));
    await sent(page, 5 * MIB);
    await site.stop();
    await lastState(page, 'waiting');
    await site.start();
    const finished = await page.finish();
    expect(await site.uploads()).toEqual([finished.uploadId]);
    await expectOnServer(site, finished, [{ name: 'film.mp4', content: film }]);
  });

  test('an upload that was swept meanwhile begins anew under a new key', async () => {
    const site = await startEvidenceSite(built);
    const page = await openEvidencePage(browser, site);
    await page.addBytes('a', 3 * MIB, 1);
    await page.until(
      ({ progress }) => progress.at(-1)?.state === 'idle' && progress.at(-1)?.sentBytes === 3 * CELL_BYTES,
    );
    const [swept = ''] = await site.uploads();
    expect(await codeOf(await deleteUpload(site, swept))).toBe('204');
    const finished = await page.finish();
    expect(finished.uploadId).not.toBe(swept);
    await expectOnServer(site, finished, [{ name: 'a', content: filled(3 * MIB, 1) }]);
  });

  test('a file that vanishes is named; the others go on once it is taken out', async () => {
    const site = await startEvidenceSite(built);
    const page = await openEvidencePage(browser, site);
    const path = await fileOnDisk('lost.jpg', noise(3 * MIB));
    await page.tell({ do: 'pause' });
    await page.addBytes('a', 2 * MIB, 1);
    await page.addFile('lost', path);
    await page.addBytes('b', MIB, 2);
    await rm(path);
    await page.tell({ do: 'resume' });
    const { failed } = await page.until((seen) => seen.failed.length > 0);
    expect(failed).toEqual([{ id: 'lost', why: expect.stringMatching(/^(?:vanished|changed)$/) as string }]);
    await page.tell({ do: 'finish' });
    const { answers } = await page.until((seen) => seen.answers.length > 0);
    expect(answers).toEqual([{ said: 'refused', what: 'evidence-changed' }]);
    await page.tell({ do: 'remove', id: 'lost' });
    await expectOnServer(site, await page.finish(), [
      { name: 'a', content: filled(2 * MIB, 1) },
      { name: 'b', content: filled(MIB, 2) },
    ]);
  });

  test('a file of 5 GiB begins at once and takes no memory for it; discarding leaves nothing', async () => {
    const site = await startEvidenceSite(built);
    const page = await openEvidencePage(browser, site);
    await page.addRepeated('huge', 5 * 1024);
    const { progress } = await sent(page, 4 * MIB);
    expect(progress.at(-1)?.totalBytes).toBeGreaterThan(5 * 1024 * MIB);
    expect(await site.uploads()).toHaveLength(1);
    await page.tell({ do: 'discard' });
    await expect.poll(() => site.uploads(), { timeout: 20_000 }).toEqual([]);
  });

  test('500 files go together, of no bytes and with names that no file should have; one more is refused', async () => {
    const site = await startEvidenceSite(built);
    const page = await openEvidencePage(browser, site);
    const names = ['', 'half \ud800', `${'x'.repeat(254)}\u{1F69A}`, 'y'.repeat(1_000)];
    const shown = ['file', 'half \ufffd', `${'x'.repeat(254)}\ufffd`, 'y'.repeat(255)];
    for (let i = 0; i < 500; i += 1) await page.addBytes(String(i), i % 3, i % 256, names[i]);
    await page.addBytes('one more', 1, 1);
    const { failed } = await page.until((seen) => seen.failed.length > 0);
    expect(failed).toEqual([{ id: 'one more', why: 'too-large' }]);
    await page.tell({ do: 'remove', id: 'one more' });
    await expectOnServer(
      site,
      await page.finish(),
      Array.from({ length: 500 }, (_, i) => ({ name: shown[i] ?? String(i), content: filled(i % 3, i % 256) })),
    );
  });
});
