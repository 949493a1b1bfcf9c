import { describe, expect, test } from 'vitest';

import {
  BUNDLE_MAGIC,
  CELL_BYTES,
  concatBytes,
  encodeCellRecord,
  encodeEndRecord,
  encodeLetterRecord,
  encodeStampRecord,
  NOT_DELIVERED,
} from '../../crypto/index.ts';
import { DiskBlobs } from '../../server/blobs/disk.ts';
import { problemIn, startApp } from './helpers.ts';
import {
  BROWSER,
  END_OF_FORM,
  filePart,
  kept,
  LANGUAGE_PART,
  openForm,
  parcelOf,
  part,
  postBytes,
  postForm,
  stampedLetter,
} from './parcels.ts';
import { cellBytes } from './uploads.ts';

const same = () => ({});

describe('what is no good parcel is refused, and leaves no letter and no blob', () => {
  const { letter, stamp } = stampedLetter(0);
  const letterRecord = (cells = 0) => encodeLetterRecord({ cursor: 1, day: 0, cells, letter });
  const end = encodeEndRecord({ cursor: 1, letters: 1 });
  const parcel = concatBytes(BUNDLE_MAGIC, encodeStampRecord(stamp), letterRecord(), end);
  const withFile = (content: Uint8Array) => concatBytes(LANGUAGE_PART, filePart(content), END_OF_FORM);
  const cell = encodeCellRecord(new Uint8Array(CELL_BYTES));

  const forms: readonly [what: string, code: string, reason: (typeof NOT_DELIVERED)[number], body: Uint8Array][] = [
    [
      'the stamp of another letter',
      'parcel-unstamped',
      'unstamped',
      withFile(concatBytes(BUNDLE_MAGIC, encodeStampRecord(stampedLetter(1).stamp), letterRecord(), end)),
    ],
    ['no stamp', 'parcel-unstamped', 'unstamped', withFile(concatBytes(BUNDLE_MAGIC, letterRecord(), end))],
    [
      'two letters',
      'parcel-malformed',
      'not-a-parcel',
      withFile(
        concatBytes(
          BUNDLE_MAGIC,
          encodeStampRecord(stamp),
          letterRecord(),
          encodeLetterRecord({ cursor: 2, day: 0, cells: 0, letter: stampedLetter(1).letter }),
          encodeEndRecord({ cursor: 2, letters: 2 }),
        ),
      ),
    ],
    [
      'a cell missing',
      'parcel-damaged',
      'damaged',
      withFile(concatBytes(BUNDLE_MAGIC, encodeStampRecord(stamp), letterRecord(2), cell, end)),
    ],
    [
      'a file that was cut within its evidence',
      'parcel-damaged',
      'damaged',
      withFile(concatBytes(BUNDLE_MAGIC, encodeStampRecord(stamp), letterRecord(2), cell, cell.slice(0, 9_000))),
    ],
    [
      'a file that was cut before its end record',
      'parcel-damaged',
      'damaged',
      withFile(parcel.slice(0, parcel.length - end.length)),
    ],
    ['a byte after the end', 'parcel-damaged', 'damaged', withFile(concatBytes(parcel, Uint8Array.of(0)))],
    ['a text file', 'parcel-malformed', 'not-a-parcel', withFile(Buffer.from('my report, in plain words'))],
    ['a bare letter', 'parcel-malformed', 'not-a-parcel', withFile(letter)],
    ['an empty file, as when none was chosen', 'parcel-malformed', 'not-a-parcel', withFile(new Uint8Array())],
    ['no file at all', 'form-malformed', 'not-a-parcel', concatBytes(LANGUAGE_PART, END_OF_FORM)],
    ['an empty form', 'form-malformed', 'not-a-parcel', END_OF_FORM],
    ['nothing', 'form-malformed', 'not-a-parcel', new Uint8Array()],
    ['no form', 'form-malformed', 'not-a-parcel', new Uint8Array(100_000)],
    [
      'the language after the file',
      'form-malformed',
      'not-a-parcel',
      concatBytes(filePart(parcel), LANGUAGE_PART, END_OF_FORM),
    ],
    ['two files', 'form-malformed', 'not-a-parcel', concatBytes(filePart(parcel), filePart(parcel), END_OF_FORM)],
    [
      'a file of another name',
      'form-malformed',
      'not-a-parcel',
      concatBytes(LANGUAGE_PART, part('name="other"; filename="x"', parcel), END_OF_FORM),
    ],
    [
      'many fields',
      'form-malformed',
      'not-a-parcel',
      concatBytes(...Array.from({ length: 5_000 }, () => LANGUAGE_PART), filePart(parcel), END_OF_FORM),
    ],
    [
      'another field',
      'form-malformed',
      'not-a-parcel',
      concatBytes(part('name="name"', 'me'), filePart(parcel), END_OF_FORM),
    ],
    [
      'a long field',
      'form-malformed',
      'not-a-parcel',
      concatBytes(part('name="language"', 'e'.repeat(100_000)), filePart(parcel), END_OF_FORM),
    ],
    [
      'huge headers of a part',
      'form-malformed',
      'not-a-parcel',
      concatBytes(part(`name="${'x'.repeat(500_000)}"`, 'es'), filePart(parcel), END_OF_FORM),
    ],
    [
      'a million headers of a part',
      'form-malformed',
      'not-a-parcel',
      concatBytes(part('name="x"', 'es', 'a: b\r\n'.repeat(200_000)), filePart(parcel), END_OF_FORM),
    ],
    [
      'megabytes before the first part',
      'form-malformed',
      'not-a-parcel',
      concatBytes(new Uint8Array(3_000_000), LANGUAGE_PART, filePart(parcel), END_OF_FORM),
    ],
    ['a form without its end', 'form-malformed', 'not-a-parcel', concatBytes(LANGUAGE_PART, filePart(parcel))],
    [
      'a form that ends within the file',
      'form-malformed',
      'not-a-parcel',
      concatBytes(LANGUAGE_PART, filePart(parcel).slice(0, 20_000)),
    ],
    [
      'a form that ends within a cell',
      'form-malformed',
      'not-a-parcel',
      concatBytes(
        LANGUAGE_PART,
        filePart(concatBytes(BUNDLE_MAGIC, encodeStampRecord(stamp), letterRecord(2), cell, cell)).slice(0, 1_500_000),
      ),
    ],
  ];

  test.each(forms)('%s', async (_what, code, reason, body) => {
    const app = await startApp(same);
    const refused = await postBytes(app.url, body);
    expect(refused.headers.get('Content-Type')).toBe('application/problem+json');
    expect((await problemIn(refused)).code).toBe(code);
    const shown = await postBytes(app.url, body, BROWSER);
    expect([shown.status, shown.headers.get('Location')]).toEqual([
      303,
      expect.stringMatching(new RegExp(`^/e[sn]/not-delivered/${reason}/$`)) as string,
    ]);
    expect(await kept(app)).toEqual({ letters: 0, blobs: [] });
    expect(app.lines).toEqual([]);
    // The server stands: what comes next is taken.
    expect((await postForm(app.url, parcel)).headers.get('Location')).toBe('/es/delivered/');
  });

  test.each([
    ['no boundary', 'multipart/form-data', 'form-malformed'],
    ['an endless boundary', `multipart/form-data; boundary=${'b'.repeat(10_000)}`, 'form-malformed'],
    ['a form without files', 'application/x-www-form-urlencoded', 'type-unsupported'],
    ['no type', '', 'type-unsupported'],
    ['almost the right type', 'multipart/form-database; boundary=a', 'type-unsupported'],
  ])('%s', async (_what, type, code) => {
    const app = await startApp(same);
    const refused = await postBytes(app.url, withFile(parcel), { 'Content-Type': type });
    expect((await problemIn(refused)).code).toBe(code);
    const shown = await postBytes(app.url, withFile(parcel), { 'Content-Type': type, ...BROWSER });
    expect(shown.headers.get('Location')).toBe('/en/not-delivered/not-a-parcel/');
    expect(await kept(app)).toEqual({ letters: 0, blobs: [] });
  });

  test('more than any parcel may hold is told before it is sent', async () => {
    const app = await startApp(same);
    const form = openForm(app.url, 2 ** 40);
    expect(await form.answer).toMatch(/^HTTP\/1\.1 413 [^]*"body-too-large"/);
    const shown = openForm(app.url, 2 ** 40, BROWSER);
    expect(await shown.answer).toMatch(/\r\nLocation: \/en\/not-delivered\/too-large\/\r\n/);
    for (const { socket } of [form, shown]) socket.destroy();
  });

  test('evidence for which there is no room is refused before it is sent; a letter alone still goes through', async () => {
    const app = await startApp(({ blobs }) => ({ blobs: new DiskBlobs(blobs.folder, Number.MAX_SAFE_INTEGER) }));
    const form = openForm(app.url, 300 * CELL_BYTES);
    const long = concatBytes(BUNDLE_MAGIC, encodeStampRecord(stamp), letterRecord(200));
    form.write(concatBytes(LANGUAGE_PART, filePart(long).slice(0, -2)));
    expect(await form.answer).toMatch(/^HTTP\/1\.1 507 [^]*"evidence-no-room"/);
    form.socket.destroy();
    const shown = await postForm(app.url, await parcelOf(0, [cellBytes(1)]));
    expect(shown.headers.get('Location')).toBe('/es/not-delivered/no-room/');
    expect(await kept(app)).toEqual({ letters: 0, blobs: [] });
    expect((await postForm(app.url, parcel)).headers.get('Location')).toBe('/es/delivered/');
  });

  test('every refusal of a person has its page', () => {
    expect(new Set(NOT_DELIVERED).size).toBe(NOT_DELIVERED.length);
    const shown = new Set([...forms.map(([, , reason]) => reason), 'too-large', 'no-room', 'busy', 'incomplete']);
    expect([...shown].sort()).toEqual([...NOT_DELIVERED].sort());
  });
});
