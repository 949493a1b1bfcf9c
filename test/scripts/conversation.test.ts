import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { decodeOutbound, fingerprint, mailboxOf, openOpened, toBytes, toHex } from '../../crypto/index.ts';
import { openOffice } from '../../scripts/lib/report-sealing.ts';
import { readCase } from '../../scripts/lib/case-code.ts';
import { tempFolder } from '../server/helpers.ts';
import { amparo, modeOf } from './cli.ts';
import { makeDesk, OUTBOUND, type Desk } from './desk.ts';

const reportIn = async (desk: Desk, folder: string) => readFile(desk.path(join(folder, 'report.txt')), 'utf8');

test('a conversation, from the report to the closed mailbox', async () => {
  const desk = await makeDesk();
  const { server } = desk;
  const shown = await fingerprint(server.office.charter);
  const sent = await desk.send('case.code', '--fingerprint', shown, '--receipt-out', 'receipt.json');
  expect([sent.code, sent.json]).toEqual([
    0,
    expect.objectContaining({ verified: true, codeFile: 'case.code', receiptFile: 'receipt.json' }),
  ]);
  for (const name of ['case.code', 'receipt.json']) expect(await modeOf(desk.path(name))).toBe(0o600);
  const of = await readCase(desk.path('case.code'));
  const mailbox = toHex(await mailboxOf(of.locator));

  const opened = await desk.fetchAndOpen('1.bundle', '--outbound', OUTBOUND);
  expect([opened.code, opened.json]).toEqual([
    0,
    expect.objectContaining({
      opened: 1,
      marks: 1,
      warnings: [],
      cases: [expect.objectContaining({ mailbox }) as object],
    }),
  ]);
  const [folder = ''] = await desk.folders();
  expect(await reportIn(desk, folder)).toContain(`\nCase ${mailbox.slice(0, 8)}\n`);
  expect(await reportIn(desk, folder)).not.toContain('Unknown to this version');
  expect(await modeOf(desk.path(join(folder, 'case.json')))).toBe(0o600);

  expect((await desk.reply(folder, 'We are looking into it.\nWhere is the door?\n', '--language', 'en')).json).toEqual({
    number: 1,
    mailbox,
    outbound: OUTBOUND,
  });
  expect((await desk.deliver()).json).toEqual({ added: 1, known: 0, closed: 0, letters: 0, opened: 1 });
  expect((await desk.deliver()).json).toEqual({ added: 0, known: 1, closed: 0, letters: 0, opened: 1 });

  const human = await amparo(['mailbox', 'read', server.url, '--code', 'case.code'], { cwd: desk.folder });
  expect([human.code, human.stderr.includes(shown)]).toEqual([0, true]);
  expect(human.stdout).toMatch(
    /^Replies: 1\n\n[-\d]{10}, reply 1 of Intake officer \(reviewer\):\n {2}\| We are looking into it\.\n {2}\| Where is the door\?\n$/,
  );
  const secrets = (await readFile(desk.path('case.code'), 'utf8')).trim().split('\n');
  for (const secret of secrets) expect(human.stdout + human.stderr).not.toContain(secret);

  await desk.write('story.txt', 'Behind the depot.\n');
  await desk.write('door.jpg', 'a photo');
  const more = ['mailbox', 'send', server.url, '--code', 'case.code', '--story', 'story.txt', '--attach', 'door.jpg'];
  expect((await desk.json(more)).json).toMatchObject({ readers: ['Intake officer', 'Legal adviser'] });
  const again = await desk.fetchAndOpen('2.bundle', '--outbound', OUTBOUND);
  expect(again.json).toMatchObject({
    opened: 2,
    marks: 2,
    cases: [
      { mailbox, followUp: false },
      { mailbox, followUp: true },
    ],
  });
  const followUp = (await desk.folders())[1] ?? '';
  expect(await reportIn(desk, followUp)).toContain(`Case ${mailbox.slice(0, 8)}; it follows an earlier report`);
  expect(await readFile(desk.path(join(followUp, 'files/door.jpg')), 'utf8')).toBe('a photo');

  expect((await desk.reply(followUp, 'Thank you.')).json).toMatchObject({ number: 2 });
  const unconfirmed = await desk.json(['mailbox', 'close', server.url, '--code', 'case.code']);
  expect([unconfirmed.code, unconfirmed.json]).toMatchObject([2, { error: { code: 'confirmation-needed' } }]);
  expect((await desk.json(['mailbox', 'close', server.url, '--code', 'case.code', '--yes'])).json).toEqual({
    closed: true,
  });
  expect((await desk.deliver()).json).toMatchObject({ added: 0, known: 0, closed: 2 });
  expect((await desk.read('case.code')).json).toMatchObject({ replies: [] });
});

test('opening tells the reporter alone, with one mark for each reviewer and report, however often', async () => {
  const desk = await makeDesk();
  await desk.send('case.code');
  await desk.json(['report', 'send', desk.server.url, '--file', 'report.json', '--no-case']);
  expect((await desk.fetchAndOpen('1.bundle')).json).toMatchObject({ opened: 2, cases: [{ followUp: false }] });
  for (let i = 0; i < 2; i += 1) await desk.open('1.bundle', '--outbound', OUTBOUND);
  const { opened } = decodeOutbound(toBytes(await readFile(desk.path(OUTBOUND))));
  expect(opened).toHaveLength(1);
  const [mark] = opened;
  const of = await readCase(desk.path('case.code'));
  const { office } = await openOffice(desk.server.office.directory, undefined);
  expect(mark && (await openOpened(mark.mark, mark.day, of.openedKey, office.roster))).toMatchObject({
    reviewer: { name: 'Intake officer' },
  });
  const withoutCase = (await desk.folders())[1] ?? '';
  expect(await desk.reply(withoutCase, 'Hello?')).toMatchObject({ code: 2, json: { error: { code: 'case-none' } } });
});

describe('a case code', () => {
  test('is shown once, in digits and in words of the language asked for, and both open the mailbox', async () => {
    const desk = await makeDesk();
    const sent = await desk.json(['report', 'send', desk.server.url, '--file', 'report.json', '--words', 'es']);
    const { digits, words } = sent.json['code'] as { digits: string; words: string };
    expect(digits).toMatch(/^(?:\d{5} ){9}\d{5}$/);
    expect(words.split(' ')).toHaveLength(12);
    await desk.write('digits', digits.replaceAll(' ', '-'));
    await desk.write('words', words.toUpperCase());
    const [a, b] = await Promise.all([readCase(desk.path('digits')), readCase(desk.path('words'))]);
    expect(a).toEqual(b);
    for (const code of ['digits', 'words']) expect((await desk.read(code)).code).toBe(0);
  });

  test.each([
    ['12345 '.repeat(10), 'code-places', 'groups 1, 2'],
    ['12345 '.repeat(9), 'code-count', '9 groups were given'],
    [`${'abandon '.repeat(11)}abuot`, 'code-places', '(word 12)'],
    ['abandon '.repeat(12), 'code-together', 'Compare it'],
    ['abandon', 'code-count', '1 words'],
    ['', 'text-invalid', ''],
  ])('with a slip is refused, which names the place and not what stands there: %s', async (text, code, place) => {
    const path = join(await tempFolder(), 'code');
    await writeFile(path, text, { mode: 0o600 });
    const error = await readCase(path).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, message: expect.stringContaining(place) as string });
    expect(String(error)).not.toMatch(/12345|abandon|abuot/);
  });

  test('is made before the report goes out, and never written over', async () => {
    const desk = await makeDesk();
    await desk.write('case.code', 'something else');
    const ran = await desk.send('case.code');
    expect([ran.code, ran.json]).toMatchObject([2, { error: { code: 'file-exists' } }]);
    expect(await readFile(desk.path('case.code'), 'utf8')).toBe('something else');
    expect((await desk.fetchAndOpen('1.bundle')).json).toMatchObject({ letters: 0 });
  });

  test('of a report that was sealed without a network names its case too', async () => {
    const desk = await makeDesk();
    await writeFile(desk.path('directory.json'), JSON.stringify(desk.server.office.directory));
    const sealed = [
      'report',
      'seal',
      'directory.json',
      '--file',
      'report.json',
      '--out',
      'r.amparo',
      '--code-out',
      'c',
    ];
    expect((await desk.json(sealed)).json).toMatchObject({ code: null, codeFile: 'c' });
    const { locator } = await readCase(desk.path('c'));
    expect((await desk.open('r.amparo')).json).toMatchObject({
      cases: [{ followUp: false, mailbox: toHex(await mailboxOf(locator)) }],
    });
  });
});
