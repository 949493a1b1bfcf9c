import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { beforeAll, describe, expect, test, vi } from 'vitest';

import { CELL_BYTES, PATHS, toBase64 } from '../../crypto/index.ts';
import { openAlone } from '../open-alone.ts';
import { inEachBrowser } from '../journeys/site.ts';
import { storedLetters } from '../journeys/stored-letters.ts';
import { sealStory } from '../server/helpers.ts';
import { buildHarness, expectOnServer, openEvidencePage, startEvidenceSite, type Built } from './evidence/site.ts';
import { faultyLine, type Fault } from './faulty-line.ts';

/** What the line and the server may do to evidence on its way, and what becomes of it with its letter. */
const MIB = 1_048_576;
const KB = 1_000;
/** Browsers are slow to start beside others; uploads wait between tries. */
vi.setConfig({ testTimeout: 300_000 });

let built: Built;
beforeAll(async () => {
  built = await buildHarness();
});

describe('what is loaded with the first file', () => {
  const chunk = () => [...built].find(([name]) => name.startsWith('evidence-upload-')) ?? ['none', ''];

  test('is a chunk of its own, of at most 12 KB by brotli, that nothing loads before', () => {
    const [name, code] = chunk();
    expect(brotliCompressSync(code).length).toBeLessThan(12 * KB);
    for (const [other, script] of built) {
      if (other !== name) expect(script, other).not.toMatch(new RegExp(`from\\s*["']\\./${name}`));
    }
    expect(built.get('evidence-worker.js')).toContain(`import(\`./${name}\`)`);
  });

  test('makes no code from text and stores nothing', () => {
    for (const [name, script] of built) {
      expect(script, name).not.toMatch(
        /\beval\(|new Function\b|document\.cookie|localStorage|sessionStorage|indexedDB|serviceWorker/,
      );
    }
  });
});

inEachBrowser((browser) => {
  const files = [
    { name: 'a', content: new Uint8Array(3 * MIB).fill(1) },
    { name: 'b', content: new Uint8Array(100).fill(2) },
  ];

  async function uploadThrough(faultOf: (path: string, times: number) => Fault) {
    const site = await startEvidenceSite(built);
    const line = await faultyLine(site.url, faultOf);
    const page = await openEvidencePage(browser, line);
    for (const { name, content } of files) await page.addBytes(name, content.length, content[0] ?? 0);
    const finished = await page.finish();
    await expectOnServer(site, finished, files);
    expect(await site.uploads()).toEqual([finished.uploadId]);
    return { passed: line.passed, states: (await page.seen()).states };
  }

  const isUpload = (path: string) => path.startsWith(`${PATHS.evidence}/`);

  test('connections that are lost again and again', async () => {
    // Several in a row: browsers ask again by themselves where a connection that they had before is lost.
    const { states } = await uploadThrough((path, times) => (isUpload(path) && times % 6 > 2 ? 'lost' : undefined));
    expect(states).toContain('waiting');
  });

  test('a server that is full is asked again, and says so meanwhile', async () => {
    const { states } = await uploadThrough((path, times) =>
      isUpload(path) && times === 2 ? { status: 507, code: 'evidence-no-room' } : undefined,
    );
    expect(states).toContain('full');
    expect(states.at(-1)).toBe('done');
  });

  test('work is done again where it is refused, and once more where an upload asks for it', async () => {
    const { passed } = await uploadThrough((path, times) => {
      if (path === PATHS.evidence && times === 1) return { status: 403, code: 'work-expired' };
      return isUpload(path) && times === 2 ? { status: 403, code: 'evidence-work-due' } : undefined;
    });
    expect(passed.filter((path) => path === PATHS.work)).toHaveLength(3);
  });

  test('the page of a hotel in the place of the server is no answer', async () => {
    const { states } = await uploadThrough((path, times) =>
      isUpload(path) && times === 1 ? { status: 200, code: '' } : undefined,
    );
    expect(states).toContain('waiting');
  });

  test('a refusal that will not pass is told to whoever waits, who may ask again', async () => {
    const site = await startEvidenceSite(built);
    let refuses = true;
    const line = await faultyLine(site.url, (path) =>
      refuses && path === PATHS.evidence ? { status: 400, code: 'evidence-malformed' } : undefined,
    );
    const page = await openEvidencePage(browser, line);
    await page.addBytes('a', 10, 1);
    await page.tell({ do: 'finish' });
    const { answers } = await page.until((seen) => seen.answers.length > 0);
    expect(answers).toEqual([{ said: 'refused', what: 'SendError: refused' }]);
    refuses = false;
    await expectOnServer(site, await page.finish(), [{ name: 'a', content: new Uint8Array(10).fill(1) }]);
  });

  test('a letter names its evidence; one that cannot says what to do about it', async () => {
    const site = await startEvidenceSite(built);
    const page = await openEvidencePage(browser, site);
    await page.addBytes('a', 2 * MIB, 1);
    const first = await page.finish();
    const post = async (story: string, { evidence, uploadId }: typeof first) => {
      const before = (await page.seen()).answers.length;
      const letter = await sealStory(site.office, story, evidence);
      await page.tell({ do: 'post', letter: toBase64(letter), uploadId });
      return (await page.until(({ answers }) => answers.length > before)).answers.at(-1);
    };
    expect(await post('It is on the film.', first)).toMatchObject({ said: 'posted' });
    const [letter] = storedLetters(site.folder);
    const key = site.office.reviewers[0]?.epochKey;
    if (!letter || !key) throw new Error('nothing to open');
    expect(await openAlone(letter, key)).not.toBeNull();
    expect(await page.finish()).toEqual(first);

    // The same report with a word changed, since the answer was lost: the upload belongs to the letter before.
    expect(await post('It is all on the film.', first)).toEqual({ said: 'refused', what: 'EvidenceLost start-over' });
    await page.tell({ do: 'recover', remedy: 'start-over' });
    const second = await page.finish();
    expect(second.evidence.key).not.toBe(first.evidence.key);
    expect(await post('It is all on the film.', second)).toMatchObject({ said: 'posted' });
    expect((await site.uploads()).sort()).toEqual([first.uploadId, second.uploadId].sort());
    expect(storedLetters(site.folder)).toHaveLength(2);
  });

  test('a server that lost the end of an upload gets it again, sealed to the same bytes', async () => {
    const site = await startEvidenceSite(built);
    const page = await openEvidencePage(browser, site);
    await page.addBytes('a', 3 * MIB, 1);
    const finished = await page.finish();
    const path = join(site.evidence, finished.uploadId);
    const before = readFileSync(path);
    await site.cutUpload(finished.uploadId, CELL_BYTES + 1_000);
    await page.tell({ do: 'recover', remedy: 'complete' });
    expect(await page.finish()).toEqual(finished);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(site.evidence)).toEqual([finished.uploadId]);
  });
});
