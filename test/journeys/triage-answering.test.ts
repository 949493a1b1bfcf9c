import { expect, test } from 'vitest';

import { loadAxe } from '../client/axe.ts';
import { EASY, makeOffice, tempFolder } from '../server/helpers.ts';
import { enrolApp, inviteOn } from './courier-page.ts';
import {
  ANSWERS,
  fetchBundle,
  keep,
  look,
  pin,
  send,
  startReply,
  valueOf,
  withoutPicker,
  writeReply,
} from './answering-page.ts';
import { newCase, writeBundle, writeKeyFile } from './desk-files.ts';
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
import { enter, makeCase, shownMailbox } from './returning.ts';
import { startSite } from './running-site.ts';
import { keepBlobs } from './saved-blobs.ts';
import { chooseFiles, inEachBrowser, press, visit } from './site.ts';
import { waitFor, waitForSelector } from './waiting.ts';

inEachBrowser((browser) => {
  test('a report is answered offline, the bundle goes to the server, its reporter reads the answer, and a colleague sees the same', async () => {
    const site = await startSite({ languages: ['en'], surroundings: { difficulty: EASY } });
    const mine = await makeCase();
    await send(site, mine);
    const folder = await tempFolder();
    const [mineKey, theirKey] = [
      await writeKeyFile(site.office, 0, folder),
      await writeKeyFile(site.office, 1, folder),
    ];
    const courier = await visit(browser, `${site.url}/courier/`);
    await enrolApp(courier.page, await inviteOn(site.folder));

    // The first reviewer opens, answers from a text, and makes the bundle.
    const desk = await openDesk(browser);
    const { page } = desk;
    await keepBlobs(page);
    await withoutPicker(page);
    await unlock(page, [mineKey, await fetchBundle(courier.page, folder, 'first')]);
    await waitForCount(page, 1);
    await pin(page);
    await read(page, 'grey van');
    await waitForWords(page, 'To send: 2', '.bar'); // the mark, and the entry that says so
    await startReply(page);
    await waitForWords(page, 'Monday', '.reply');
    expect(await valueOf(page, 'reply-language')).toBe('es');
    await page.select('#reply-template', '1');
    await press(page, '#reply-template-insert');
    await waitForWords(page, '{question}', '#reply-places');
    expect(await page.$eval('#reply-seal', (button) => button.getAttribute('aria-disabled'))).toBe('true');
    await writeReply(page, 'Gracias. Lo estamos leyendo.\nNo tiene que responder. \u202eabc');
    await waitForWords(page, 'U+202E', '.reply-form'); // what cannot be seen is pointed out to who writes
    await waitForWords(page, 'Counsellor · reviewer', '.preview');
    const preview = await textOf(page, '.preview blockquote .reply-words');
    await press(page, '#reply-seal');
    await waitForWords(page, 'Waits to be sent', '.messages');
    await waitForWords(page, 'Says that the report arrived', '.messages');
    await waitForWords(page, 'Acknowledged', '#reports');

    await press(page, '#to-send');
    await waitForWords(page, '1 reply to a reporter', 'dialog');
    await waitForWords(page, 'Your casebook is not saved', 'dialog');
    await press(page, '#make-bundle');
    await waitForSelector(page, '.outbound-files button');
    const casebook = await keep(page, folder, 'mine.casebook');
    await press(page, '.outbound-files button');
    await waitForWords(page, 'no longer waits', '#bundle-saved');
    const outbound = await keep(page, folder, 'to-server.outbound');
    await pressButton(page, 'Close', 'dialog');
    await waitForWords(page, 'In the bundle of', '.messages');

    // Given twice to the server, it counts once.
    for (const times of ['1', '2']) {
      await chooseFiles(courier.page, '#outbound', outbound);
      await waitFor(
        courier.page,
        (n) => document.querySelectorAll('#delivered [data-state=taken]').length === Number(n),
        [times],
      );
    }
    const back = await visit(browser, `${site.url}/en/back/`);
    await enter(back.page, mine);
    const { replies } = await shownMailbox(back.page);
    expect(replies).toEqual(['Gracias. Lo estamos leyendo.\nNo tiene que responder. abc']);
    expect(replies).toEqual([preview]); // what was shown beforehand is what is read
    expect(await back.page.$eval('.reply', (reply) => (reply as HTMLElement).lang)).toBe('es');

    // A colleague opens the next bundle.
    const colleague = await openDesk(browser);
    await unlock(colleague.page, [theirKey, await fetchBundle(courier.page, folder, 'second')]);
    await waitForCount(colleague.page, 1);
    await waitForWords(colleague.page, 'Acknowledged', '#reports');
    await read(colleague.page, 'grey van');
    await waitForWords(colleague.page, 'Reply 1 of Counsellor', '.messages');
    await waitForWords(colleague.page, 'Only Counsellor and the reporter can read', '.messages');
    await waitForWords(colleague.page, 'Done on', '.deadline');

    // The casebook was saved before the bundle was made, so all of that waits in it still: sending it twice would do no harm.
    const again = await openDesk(browser);
    await unlock(again.page, [mineKey, casebook]);
    await read(again.page, 'grey van');
    await waitForWords(again.page, 'Waits to be sent', '.messages');
    await waitForWords(again.page, 'Lo estamos leyendo', '.messages');

    for (const each of [desk, colleague, again]) {
      expect(sentElsewhere(each)).toEqual([]);
      expect(each.faults).toEqual([]);
    }
  });

  test('a draft outlives another report, a lock and the casebook; what cannot be sealed is told; all by the keyboard', async () => {
    const office = await makeOffice(['Counsellor', 'Investigator']);
    const folder = await tempFolder();
    const key = await writeKeyFile(office, 0, folder);
    const bundle = await writeBundle(
      office,
      [
        { report: { story: 'A grey van at the bridge.', contact: { allowed: false } }, of: await newCase() },
        { report: { story: 'رأيت الحارس.', language: 'ar' }, of: await newCase() },
        { report: { story: 'Nobody can be answered here.' } },
      ],
      folder,
    );
    const { page, faults } = await openDesk(browser);
    await keepBlobs(page);
    await withoutPicker(page);
    await unlock(page, [key]);
    await openBundles(page, bundle);
    await waitForCount(page, 3);

    await read(page, 'Nobody can be answered');
    await waitForWords(page, 'belongs to no case', '.report-and-triage');
    expect(await page.$('.reply')).toBeNull();

    await read(page, 'رأيت');
    await waitForSelector(page, '#reply-write');
    await page.evaluate(() => document.getElementById('reports')?.focus());
    await page.keyboard.press('w');
    await waitFor(page, () => document.activeElement?.id === 'reply-text', []);
    await page.keyboard.type('wsg: half a sen');
    await waitForWords(page, 'Not saved', '.bar');
    await read(page, 'grey van');
    await waitForWords(page, 'asked not to be answered', '.note');
    await pressButton(page, 'Write all the same', '.note');
    await startReply(page);
    await writeReply(page, 'щ'.repeat(7_000));
    await waitForWords(page, 'Too long by about', '#reply-left');
    expect(await page.$eval('#reply-seal', (button) => button.getAttribute('aria-disabled'))).toBe('true');
    await press(page, '#reply-seal');
    await waitFor(page, () => document.activeElement?.id === 'reply-text', []);
    await read(page, 'رأيت');
    await waitFor(
      page,
      (wanted) => (document.getElementById('reply-text') as HTMLTextAreaElement | null)?.value === wanted,
      ['wsg: half a sen'],
    );
    await writeReply(page, 'and now the rest');
    await page.evaluate(() => document.getElementById('reports')?.focus());
    await page.keyboard.press('l'); // at once, before what was written was kept
    await waitForSelector(page, '#passphrase');
    await unlock(page, []);
    await read(page, 'رأيت');
    await waitFor(
      page,
      (wanted) => (document.getElementById('reply-text') as HTMLTextAreaElement | null)?.value === wanted,
      ['and now the rest'],
    );
    expect(await page.$eval('#reply-language', (box) => (box as HTMLSelectElement).value)).toBe('ar');
    expect(faults).toEqual([]);
  });

  test.each([
    ['a desktop', { width: 1280, height: 800 }],
    ['a phone', { width: 360, height: 740 }],
  ])('on %s the conversation, the reply and the outbox are accessible, and nothing sticks out', async (_, window) => {
    const office = await makeOffice(['Counsellor', 'Investigator']);
    const folder = await tempFolder();
    const key = await writeKeyFile(office, 0, folder);
    const of = await newCase();
    const bundle = await writeBundle(
      office,
      [
        { report: ANSWERS, of, age: 3 },
        { report: { story: 'It came again.', followUp: true }, of, age: 1 },
      ],
      folder,
    );
    const { page } = await openDesk(browser, { window });
    await loadAxe(page);
    await withoutPicker(page);
    await unlock(page, [key, bundle]);
    await waitForCount(page, 2);
    await pin(page);
    await read(page, 'grey van');
    await startReply(page);
    await page.select('#reply-template', '0');
    await press(page, '#reply-template-insert');
    await press(page, '#reply-seal');
    await waitForWords(page, 'Waits to be sent', '.messages');
    await writeReply(page, 'Otra pregunta: {question}');
    await waitForSelector(page, '#reply-places .note');
    await look(page, 'conversation and reply');
    await press(page, '#to-send');
    await waitForSelector(page, '#make-bundle');
    await look(page, 'outbox');
    await press(page, '#make-bundle');
    await waitForSelector(page, '.outbound-files button');
    await press(page, '.outbound-files button');
    await waitForWords(page, 'Carry the file', '#bundle-saved');
    await waitForSelector(page, 'dialog details summary');
    await press(page, 'dialog details summary');
    await look(page, 'bundle');
  });
});
