import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { toHex, systemRandom } from '../../crypto/index.ts';
import { startServerProcess } from '../faults/server-process.ts';
import { launchChromium, launchFirefox } from '../../scripts/browsers.ts';
import { afterTest, tempFolder } from '../server/helpers.ts';
import { inEachBrowser, makeSite, openPage, send, waitUntilReady, waitUntilReceived, writeStory } from './site.ts';

const SNAPSHOT_WITHIN_MS = 60_000;

/** Every file below a folder that holds the text, in the encodings in which it might lie there. */
function filesHolding(folder: string, text: string): string[] {
  const forms = [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('base64').slice(0, -4)),
  ];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form));
    });
}

async function heapSnapshot(pid: number, folder: string): Promise<void> {
  process.kill(pid, 'SIGUSR2');
  const until = Date.now() + SNAPSHOT_WITHIN_MS;
  const isWhole = () => {
    const [file] = readdirSync(folder).filter((name) => name.endsWith('.heapsnapshot'));
    return file !== undefined && readFileSync(join(folder, file), 'latin1').trimEnd().endsWith('}');
  };
  while (!isWhole()) {
    if (Date.now() > until) throw new Error('no heap snapshot came');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

inEachBrowser((name) => {
  test('a canary that is written there is nowhere on the server: not in a file, a log, an answer or its memory', async () => {
    const canary = `canary-${toHex(systemRandom(12))}`;
    const dumps = await mkdtemp(join(await tempFolder(), 'dumps-'));
    const profileDir = await tempFolder();
    const site = await makeSite();
    const server = await startServerProcess({
      existing: site,
      nodeOptions: `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${dumps}`,
    });

    const browser = await (name === 'firefox' ? launchFirefox({ profileDir }) : launchChromium({ profileDir }));
    afterTest(() => browser.close());
    const { page } = await openPage(browser, `${server.url}/en/`);
    const answers: string[] = [];
    page.on('response', (response) => {
      response.text().then(
        (text) => answers.push(text, JSON.stringify(response.headers())),
        () => undefined,
      );
    });
    await waitUntilReady(page);
    const userAgent = await browser.userAgent();
    await writeStory(page, `A border clerk said: ${canary}`);
    await send(page);
    await waitUntilReceived(page);
    expect(await page.content()).not.toContain(canary);
    await browser.close();

    await heapSnapshot(server.child.pid ?? 0, dumps);
    await server.end('SIGTERM');
    expect(filesHolding(dumps, 'Amparo')).not.toEqual([]); // the search does find what is there
    expect(filesHolding(dumps, canary)).toEqual([]);
    expect(filesHolding(site.folder, canary)).toEqual([]);
    expect(filesHolding(site.folder, userAgent)).toEqual([]);
    expect(filesHolding(site.folder, '127.0.0.1')).toEqual([]);
    expect(server.output.join('\n')).not.toContain(canary);
    expect(answers.join('\n')).not.toContain(canary);
    expect(answers.join('\n')).not.toMatch(/set-cookie/i);
    expect(filesHolding(profileDir, canary)).toEqual([]);
  });
});
