import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';
import { rolldown } from 'rolldown';
import { beforeAll, expect, test } from 'vitest';

import type { BrowserName, BrowserOptions, SecurityLevel } from '../../scripts/browsers.ts';
import { createHeaders } from '../../server/headers.ts';
import type {} from '../client/voice/page.ts';
import { afterTest } from '../server/helpers.ts';
import { sharedBrowser } from './browsers.ts';
import { inEachBrowser } from './site.ts';
import { waitFor } from './waiting.ts';

const SPOKEN = join(import.meta.dirname, '../data/voice/f2-b.wav');

/** A microphone that works without asking, one that the person refuses, and none at all. */
type Microphone = 'allowed' | 'refused' | 'missing' | 'switched-off';
const CHROMIUM: Partial<Record<Microphone, readonly string[]>> = {
  allowed: [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${SPOKEN}`,
  ],
  refused: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream=deny'],
  missing: ['--disable-audio-input', '--use-fake-ui-for-media-stream'],
};
const FIREFOX: Partial<Record<Microphone, BrowserOptions['preferences']>> = {
  allowed: { 'media.navigator.streams.fake': true, 'media.navigator.permission.disabled': true },
  refused: { 'media.navigator.streams.fake': true, 'permissions.default.microphone': 2 },
  missing: { 'media.navigator.permission.disabled': true, 'media.audio_loopback_dev': 'none' },
  'switched-off': { 'media.navigator.enabled': false, 'media.peerconnection.enabled': false },
};

let script = '';
beforeAll(async () => {
  const bundle = await rolldown({
    input: join(import.meta.dirname, '../client/voice/page.ts'),
    platform: 'browser',
    external: [/^node:/],
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
  script = output[0].code;
  await bundle.close();
});

/** A page under the real headers. */
async function openPage(
  browser: BrowserName,
  microphone: Microphone,
  level: SecurityLevel = 'standard',
): Promise<Page> {
  const server = createServer((request, response) => {
    createHeaders()(response);
    const [type, body] =
      request.url === '/page.js'
        ? ['text/javascript', script]
        : ['text/html', '<!doctype html><title>Voice</title><script src="/page.js"></script>'];
    response.writeHead(200, { 'Content-Type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterTest(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const opened = await sharedBrowser(
    browser,
    browser === 'chromium'
      ? { level, flags: CHROMIUM[microphone] ?? [] }
      : { level, preferences: FIREFOX[microphone] ?? {} },
  );
  const context = await opened.createBrowserContext();
  afterTest(() => context.close());
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
  await waitFor(page, () => 'voicePage' in globalThis, []);
  return page;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

inEachBrowser((browser) => {
  test.each(['standard', 'safer'] as const)(
    'a recording can be heard, and its disguise, at level %s',
    async (level) => {
      const page = await openPage(browser, 'allowed', level);
      expect(await page.evaluate(() => globalThis.voicePage.canRecord())).toBe(true);
      expect(await page.evaluate(() => globalThis.voicePage.start())).toBe('none');
      await pause(2500);
      expect(await page.evaluate(() => globalThis.voicePage.released())).toBe(false);
      await page.evaluate(() => globalThis.voicePage.stop());
      expect(await page.evaluate(() => globalThis.voicePage.released())).toBe(true);

      const elapsed = await page.evaluate(() => globalThis.voicePage.elapsed());
      expect(elapsed.at(-1)).toBeGreaterThan(1.5);
      expect([...elapsed].sort((a, b) => a - b)).toEqual(elapsed);

      const recording = await page.evaluate(() => globalThis.voicePage.heard('recording'));
      expect(recording.type).toMatch(/^audio\/(?:webm|ogg)/);
      expect(recording.seconds).toBeGreaterThan(1.2);
      expect(recording.seconds).toBeLessThan(8);
      expect(recording.peak).toBeGreaterThan(0.01);
      const disguise = await page.evaluate(() => globalThis.voicePage.heard('disguise'));
      expect(disguise.type).toBe('audio/wav');
      expect(Math.abs(disguise.seconds / recording.seconds - 1)).toBeLessThan(0.25);
      expect(disguise.peak).toBeGreaterThan(0.01);
      expect(await page.evaluate(() => globalThis.voicePage.readGarbage())).toBe(true);
    },
  );

  test('what is cancelled is forgotten, and the microphone let go', async () => {
    const page = await openPage(browser, 'allowed');
    expect(await page.evaluate(() => globalThis.voicePage.start())).toBe('none');
    await pause(1300);
    expect(await page.evaluate(() => globalThis.voicePage.cancel())).toBe('no-microphone');
    expect(await page.evaluate(() => globalThis.voicePage.released())).toBe(true);
  });

  test.each([
    ['refused', 'denied'],
    ['missing', 'no-microphone'],
  ] as const)('a microphone that is %s is told as %s', async (microphone, problem) => {
    const page = await openPage(browser, microphone);
    expect(await page.evaluate(() => globalThis.voicePage.start())).toBe(problem);
    expect(await page.evaluate(() => globalThis.voicePage.released())).toBe(true);
  });

  test.runIf(browser === 'firefox')(
    'where recording is switched off, as in Tor Browser, the page can know it',
    async () => {
      const page = await openPage(browser, 'switched-off');
      expect(await page.evaluate(() => globalThis.voicePage.canRecord())).toBe(false);
      expect(await page.evaluate(() => globalThis.voicePage.start())).toBe('unsupported');
    },
  );
});
