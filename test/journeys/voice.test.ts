import { join } from 'node:path';

import { expect, test } from 'vitest';

import { EASY } from '../server/helpers.ts';
import { lastReport, startSite } from './running-site.ts';
import { goTo, inEachBrowser, press, send, visit, waitUntilReady, waitUntilReceived } from './site.ts';
import { waitForSelector, waitForText } from './waiting.ts';

/** A microphone that plays a file in Chromium, and a tone in Firefox; nobody is asked for permission. */
const MICROPHONE = {
  flags: [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${join(import.meta.dirname, '../data/voice/statement.wav')}`,
  ],
  preferences: { 'media.navigator.streams.fake': true, 'media.navigator.permission.disabled': true },
};
const RECORDED_MS = 2_500;
const CHANGED_WITHIN_MS = 60_000;

inEachBrowser((browser) => {
  test.each([false, true])('a report is spoken and not written; voice changed: %s', async (isChanged) => {
    const site = await startSite({ surroundings: { difficulty: EASY } });
    const { page, faults } = await visit(browser, `${site.url}/en/`, MICROPHONE);
    await waitUntilReady(page);
    await goTo(page, 'story');
    await press(page, '#voice-start');
    await waitForSelector(page, '#voice-stop:not([hidden])');
    await new Promise((resolve) => setTimeout(resolve, RECORDED_MS));
    await press(page, '#voice-stop');
    await waitForSelector(page, '#voice-use:not([hidden])');
    if (isChanged) {
      await press(page, '#voice-disguise input');
      await waitForText(page, 'voice-status', 'The voice is changed', CHANGED_WITHIN_MS);
    }
    expect(await page.$eval('#voice-player', (player) => (player as HTMLAudioElement).src)).toMatch(/^blob:/);
    await press(page, '#voice-use');
    expect(await page.$eval('#voice-player', (player) => (player as HTMLAudioElement).src)).toBe('');
    await send(page);
    await waitUntilReceived(page);

    const { report, files } = await lastReport(site);
    expect(report.story).toBe('');
    expect(report.evidence?.files).toMatchObject([{ name: 'Recording 1', story: true }]);
    const start = files[0]?.bytes.subarray(0, 4);
    const riff = Buffer.from('RIFF');
    expect(start?.equals(riff)).toBe(isChanged); // what browsers record to is another format
    expect(files[0]?.bytes.length).toBeGreaterThan(3_000);
    expect(faults).toEqual([]);
  });
});
