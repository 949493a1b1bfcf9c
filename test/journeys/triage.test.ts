import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { makeOffice, tempFolder } from '../server/helpers.ts';
import { newCase, sealSent, bundleBytes, writeBundle, writeKeyFile, type Sent } from './desk-files.ts';
import {
  openBundles,
  openDesk,
  pressButton,
  read,
  sentElsewhere,
  textOf,
  unlock,
  waitForCount,
  waitForWords,
} from './desk.ts';
import { keepBlobs, lastBlob } from './saved-blobs.ts';
import { inEachBrowser } from './site.ts';
import { waitFor, waitForSelector } from './waiting.ts';

const MEDIA = join(import.meta.dirname, '../data/media');
const STORY = 'A border clerk let the grey van pass.\nNobody opened its doors.';

const REPORT: NonNullable<Sent['report']> = {
  language: 'es',
  story: STORY,
  danger: 'now',
  role: 'insider',
  official: ['border-guard'],
  officials: [{ name: 'Sergeant of the night shift', vehicle: 'grey estate car' }],
  help: ['safety', 'medical'],
  children: 'yes',
  route: { from: { country: 'MD' }, to: { country: 'DE', crossing: 'North bridge' } },
  contact: { allowed: true, days: ['monday'], languages: ['ro'] },
  answers: [{ id: 'ferry', asked: 'Which ferry was it?', answer: 'The north line' }],
};

inEachBrowser((browser) => {
  test('the whole way: key file, bundle, reading, evidence, casebook saved and opened again; nothing is requested', async () => {
    const office = await makeOffice(['Counsellor', 'Investigator']);
    const folder = await tempFolder();
    const key = await writeKeyFile(office, 0, folder);
    const photo = await readFile(join(MEDIA, 'photo.jpg'));
    const of = await newCase();
    const files = [
      { name: 'photo.jpg', type: 'image/jpeg', content: new Uint8Array(photo), note: 'The van at night' },
      { name: 'plates.txt', content: new TextEncoder().encode('AB 12 CDE\n') },
    ];
    const bundle = await writeBundle(
      office,
      [
        { report: REPORT, files, of, age: 3 },
        { report: { story: 'It came again on Sunday.', followUp: true }, of, age: 1 },
        { report: { story: 'Another matter altogether.' }, age: 2 },
        { report: { story: 'Not for the counsellor.' }, excluded: [0] },
      ],
      folder,
    );

    const visit = await openDesk(browser);
    const { page } = visit;
    await keepBlobs(page);
    await unlock(page, [key]);
    await waitForWords(page, 'No reports yet');
    await openBundles(page, bundle);
    await waitForCount(page, 3);
    expect(await textOf(page, '.notices')).toMatch(/3 new reports\.[^]*1 letter is not for your key/);
    expect(await textOf(page, '.compare')).toMatch(/(?:\d{5} ){7}\d{5}/);
    await pressButton(page, 'It is the same', '.compare');
    await waitFor(page, () => document.querySelector('.compare') === null, []);

    await read(page, 'grey van pass');
    await waitForWords(page, 'Nobody opened its doors.', '.story');
    const shown = await textOf(page, '.reading-pane');
    for (const words of [
      'In danger now',
      'Needs to be safe',
      'Needs a doctor',
      'Children are among them',
      'I work for those who do it',
      'Border guard',
      'Sergeant of the night shift',
      'From where: Moldova',
      'North bridge, Germany',
      'On which days is it safe? Monday',
      'Which ferry was it?',
      'The north line',
      'It came again on Sunday.',
      'The van at night',
      'Spanish',
    ]) {
      expect(shown).toContain(words);
    }
    expect(shown).not.toMatch(/undefined|null|NaN|\[object/);

    await pressButton(page, 'Show', '.file:nth-child(1)');
    await waitForWords(page, createHash('sha256').update(photo).digest('hex'), '.file:nth-child(1)');
    await waitForSelector(page, '.file iframe');
    expect(await page.$eval('.file iframe', (frame) => frame.getAttribute('sandbox'))).toBe('');
    expect(await page.$eval('.shown', (figure) => figure.className)).toContain('veiled');
    await pressButton(page, 'Show it clearly', '.file:nth-child(1)');
    await waitFor(page, () => document.querySelector('.shown.veiled') === null, []);
    await pressButton(page, 'Show', '.file:nth-child(2)');
    await waitForWords(page, 'AB 12 CDE', '.file:nth-child(2) .shown-text');
    await pressButton(page, 'Save', '.file:nth-child(1)');
    await waitFor(
      page,
      () => (globalThis as unknown as { made: Blob[] }).made.at(-1)?.type === 'application/octet-stream',
      [],
    );
    expect(await lastBlob(page)).toEqual(photo);

    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker')); // a dialog that no test can answer
    await pressButton(page, 'Save', '.bar');
    await waitForWords(page, 'Saved as', '.notices');
    await waitForWords(page, 'Saved', '#save');
    const casebook = join(folder, 'counsellor.casebook');
    await writeFile(casebook, await lastBlob(page));
    expect((await readFile(casebook)).includes('grey van')).toBe(false);

    const again = await openDesk(browser);
    await unlock(again.page, [key, casebook]);
    await waitForCount(again.page, 3);
    expect(await again.page.$('.compare')).toBeNull(); // the number was compared, once
    await read(again.page, 'grey van pass');
    await waitForWords(again.page, 'Nobody opened its doors.', '.story');
    await waitForWords(again.page, 'Open that bundle again', '.reading-pane');
    await openBundles(again.page, bundle);
    expect(await textOf(again.page, '.notices')).toMatch(/No new reports\. 3 were in the casebook already\./);
    await waitForSelector(again.page, '.file-acts');

    for (const each of [visit, again]) {
      expect(sentElsewhere(each)).toEqual([]);
      expect(each.faults).toEqual([]);
    }
  });

  test('letters that do not open are told one by one, with what to do, and keep no other from opening', async () => {
    const office = await makeOffice(['Counsellor', 'Investigator']);
    const folder = await tempFolder();
    const key = await writeKeyFile(office, 0, folder);
    const good = await sealSent(office, { report: { story: 'This one is whole.' } });
    const altered = await sealSent(office, { report: { story: 'This one was altered.' } });
    altered.letter[altered.letter.length - 9] = (altered.letter[altered.letter.length - 9] ?? 0) ^ 1;
    const forgotten = await sealSent(office, { report: { story: 'Of another month.' } });
    new DataView(forgotten.letter.buffer).setUint32(8, 70);
    const empty = await sealSent(office, { bytes: new TextEncoder().encode('{"version":1}') });
    const path = join(folder, 'mixed.bundle');
    await writeFile(path, bundleBytes(office, [altered, forgotten, good, empty]));
    const cut = join(folder, 'cut.bundle');
    await writeFile(cut, bundleBytes(office, [good, altered]).subarray(0, 50_000));
    const foreign = join(folder, 'letter.pdf');
    await writeFile(foreign, '%PDF-1.7 nothing to do with it');

    const { page } = await openDesk(browser);
    await unlock(page, [key, path]);
    await waitForCount(page, 1);
    await waitForWords(page, '3 letters could not be opened.', '.notices');
    await pressButton(page, 'See why');
    await waitForSelector(page, 'dialog .unopened li');
    const told = await textOf(page, 'dialog');
    expect(told).toMatch(/altered or cut[^]*Fetch the bundle again/);
    expect(told).toMatch(/no key for this month[^]*2025-11/);
    expect(told).toMatch(/not a report of a form known here[^]*story/);
    expect(told).toContain('mixed.bundle');
    await pressButton(page, 'Close', 'dialog');

    await openBundles(page, cut);
    await waitForWords(page, 'cut.bundle: The bundle stops before its end.', '.notices');
    await openBundles(page, foreign);
    await waitForWords(page, 'letter.pdf is not a bundle', '.notices');
  });
});
