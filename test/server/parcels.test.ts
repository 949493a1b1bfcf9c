import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { CELL_BYTES, concatBytes, sha256, toHex, writeParcel } from '../../crypto/index.ts';
import { DiskBlobs } from '../../server/blobs/disk.ts';
import { PARCEL_LIMITS } from '../../server/parcel-gate.ts';
import { postLetter, problemIn, someLetter, startApp, type TestApp } from './helpers.ts';
import {
  BOUNDARY,
  BROWSER,
  END_OF_FORM,
  filePart,
  joined,
  JSON_ONLY,
  kept,
  LANGUAGE_PART,
  openForm,
  parcelOf,
  postBytes,
  postForm,
  stampedLetter,
  until,
} from './parcels.ts';
import { cellBytes } from './uploads.ts';

const same = () => ({});

async function lettersOf({ deps }: TestApp) {
  return deps.store.lettersAfter(0, 1_000);
}

describe('a parcel from a plain form', () => {
  test('is stored as its letter, and the person is sent to the page in their language', async () => {
    const app = await startApp(same);
    const response = await postForm(app.url, await parcelOf(0));
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/es/delivered/']);
    expect(response.headers.get('Vary')).toContain('Accept');
    const [stored] = await lettersOf(app);
    const { letter } = stampedLetter(0);
    expect(Buffer.from(stored?.body ?? []).equals(letter)).toBe(true);
    expect(stored).toMatchObject({ day: Math.floor(Date.now() / 86_400_000), evidence: null, cells: 0 });
    expect(app.lines).toEqual([]);
  });

  test('that comes again counts as delivered, and is stored once', async () => {
    const app = await startApp(same);
    const id = toHex(await sha256(stampedLetter(0).letter));
    const first = await postForm(app.url, await parcelOf(0), 'en', JSON_ONLY);
    expect([first.status, await first.json()]).toEqual([201, { id }]);
    const second = await postForm(app.url, await parcelOf(0), 'en', JSON_ONLY);
    expect([second.status, await second.json()]).toEqual([200, { id }]);
    const third = await postForm(app.url, await parcelOf(0));
    expect(third.headers.get('Location')).toBe('/es/delivered/');
    expect((await kept(app)).letters).toBe(1);
  });

  test('brings its evidence to the disk, byte for byte', async () => {
    const app = await startApp(same);
    const bytes = cellBytes(3);
    const cells = [0, 1, 2].map((i) => bytes.slice(i * CELL_BYTES, (i + 1) * CELL_BYTES));
    const response = await postForm(app.url, await parcelOf(1, cells));
    expect(response.headers.get('Location')).toBe('/es/delivered/');
    const [stored] = await lettersOf(app);
    expect(stored).toMatchObject({ cells: 3, evidence: expect.stringMatching(/^[0-9a-f]{32}$/) as string });
    const path = join(app.deps.blobs.folder, stored?.evidence ?? '');
    expect((await readFile(path)).equals(bytes)).toBe(true);
    expect(await app.deps.store.upload(stored?.evidence ?? '')).toMatchObject({ bytes: 3 * CELL_BYTES });
  });

  test.each(['xx', '../../evil', '', 'es/../..', 'x'.repeat(500)])(
    'in a language that has no pages is answered in another: %j',
    async (language) => {
      const app = await startApp(same);
      const { headers } = await postForm(app.url, new Uint8Array(10), language);
      expect(headers.get('Location')).toMatch(/^\/en\/not-delivered\/not-a-parcel\/$/);
    },
  );

  test('under a hostile file name leaves nothing of that name anywhere', async () => {
    const app = await startApp(same);
    const form = concatBytes(
      LANGUAGE_PART,
      filePart(await parcelOf(0, [cellBytes(1)]), '../../../directory.json'),
      END_OF_FORM,
    );
    expect((await postBytes(app.url, form)).status).toBe(201);
    const { blobs } = await kept(app);
    expect(blobs).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    expect(app.lines).toEqual([]);
  });
});

describe('a disk that fails', () => {
  test.each(['append', 'settle'] as const)('at %s keeps the letter out and leaves nothing', async (when) => {
    class FailingBlobs extends DiskBlobs {
      override append(...given: Parameters<DiskBlobs['append']>): Promise<void> {
        return when === 'append' ? failing() : super.append(...given);
      }
      override settle(...given: Parameters<DiskBlobs['settle']>): Promise<void> {
        return when === 'settle' ? failing() : super.settle(...given);
      }
    }
    const failing = () => Promise.reject(Object.assign(new Error('failed'), { code: 'EIO', syscall: 'write' }));
    const app = await startApp(({ blobs }) => ({ blobs: new FailingBlobs(blobs.folder) }));
    const shown = await postForm(app.url, await parcelOf(0, [cellBytes(1)]));
    expect(shown.headers.get('Location')).toBe('/es/not-delivered/busy/');
    expect(await kept(app)).toEqual({ letters: 0, blobs: [] });
    expect(app.lines).toEqual(['storage unavailable: EIO']);
  });
});

describe('a line that is slow or breaks', () => {
  const lastOf = async (number: number, cells = 2) => {
    const bytes = await parcelOf(
      number,
      Array.from({ length: cells }, () => new Uint8Array(CELL_BYTES)),
    );
    return concatBytes(LANGUAGE_PART, filePart(bytes), END_OF_FORM);
  };

  test('in the middle of the evidence leaves no blob behind, and costs nobody a turn', async () => {
    const app = await startApp(() => ({ parcelLimits: { ...PARCEL_LIMITS, lettersInARow: 1 } }));
    const body = await lastOf(0);
    for (let tries = 0; tries < 3; tries += 1) {
      const form = openForm(app.url, body.length);
      form.write(body.slice(0, 1_500_000));
      await until(async () => (await kept(app)).blobs.length > 0);
      expect((await kept(app)).blobs).toHaveLength(1);
      form.socket.destroy();
      await until(async () => (await kept(app)).blobs.length === 0);
      expect(await kept(app)).toEqual({ letters: 0, blobs: [] });
    }
    expect((await postBytes(app.url, body)).status).toBe(201);
    expect(app.lines).toEqual([]);
  });

  test('is given up when next to nothing comes any more, and is told so', async () => {
    const stretch = { stretchMs: 300, bytesAStretchMin: 5_000 };
    const app = await startApp(() => ({ parcelStretch: stretch }));
    const body = await lastOf(0);
    const form = openForm(app.url, body.length, BROWSER);
    form.write(body.slice(0, 1_500_000));
    await until(async () => (await kept(app)).blobs.length > 0);
    let at = 1_500_000; // a byte now and then, as a slow loris sends it
    const drip = setInterval(() => {
      form.write(body.slice(at, (at += 1)));
    }, 20);
    expect(await form.answer).toMatch(/\r\nLocation: \/es\/not-delivered\/incomplete\/\r\n/);
    clearInterval(drip);
    form.socket.destroy();
    await until(async () => (await kept(app)).blobs.length === 0);
    expect(await kept(app)).toEqual({ letters: 0, blobs: [] });
  });

  test('between the file and the end of the form keeps the letter out: more could still come that is refused', async () => {
    const app = await startApp(same);
    const whole = concatBytes(LANGUAGE_PART, filePart(await parcelOf(0)));
    const body = concatBytes(whole, LANGUAGE_PART);
    const fileEnds = whole.length + '--'.length + BOUNDARY.length;
    const form = openForm(app.url, body.length);
    form.write(body.slice(0, fileEnds));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await kept(app)).letters).toBe(0);
    form.write(body.slice(fileEnds));
    expect(await form.answer).toMatch(/^HTTP\/1\.1 400 [^]*"form-malformed"/);
    expect((await kept(app)).letters).toBe(0);
  });

  test('has its time for the letter, whatever trickles in', async () => {
    const app = await startApp(() => ({ letterTimeoutMs: 300 }));
    const form = openForm(app.url, 40_000);
    const drip = setInterval(() => {
      form.write(LANGUAGE_PART.slice(0, 1));
    }, 20);
    expect(await form.answer).toMatch(/^HTTP\/1\.1 408 [^]*"body-timeout"/);
    clearInterval(drip);
    form.socket.destroy();
  });

  test('may take longer than any other request, as long as it keeps coming', async () => {
    const app = await startApp(() => ({}), { requestTimeoutMs: 400 });
    const body = await lastOf(0);
    const form = openForm(app.url, body.length);
    const step = Math.ceil(body.length / 12);
    for (let at = 0; at < body.length; at += step) {
      form.write(body.slice(at, at + step));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await form.answer).toMatch(/^HTTP\/1\.1 201 /);

    const unproven = openForm(app.url, body.length);
    unproven.write(body.slice(0, 1_000));
    expect(await unproven.answer).toMatch(/^HTTP\/1\.1 408 [^]*"request-timeout"/);
  });
});

describe('many', () => {
  test('at once: those beyond a few are put off, and the way with work of its own stays open', async () => {
    const app = await startApp(same);
    const slow = Array.from({ length: 20 }, () => openForm(app.url, 40_000));
    for (const form of slow) form.write(LANGUAGE_PART);
    const answers = await Promise.all(
      slow.map(({ answer }) => Promise.race([answer, new Promise<string>((done) => setTimeout(done, 1_000, 'waits'))])),
    );
    expect(answers.filter((text) => text === 'waits')).toHaveLength(PARCEL_LIMITS.arriving);
    for (const text of answers.filter((answer) => answer !== 'waits'))
      expect(text).toMatch(/^HTTP\/1\.1 503 [^]*Retry-After: 30[^]*"busy"/);
    expect((await postForm(app.url, await parcelOf(0))).headers.get('Location')).toMatch(/\/not-delivered\/busy\/$/);
    expect((await postLetter(app.url, someLetter())).status).toBe(201);
    for (const { socket } of slow) socket.destroy();
    await until(async () => (await postForm(app.url, await parcelOf(0))).headers.get('Location') === '/es/delivered/');
    expect((await kept(app)).letters).toBe(2);
  });

  test('good ones at once are all stored', async () => {
    const app = await startApp(() => ({ parcelLimits: { ...PARCEL_LIMITS, arriving: 20, admitted: 20 } }));
    const cells = [new Uint8Array(CELL_BYTES)];
    const responses = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => postForm(app.url, await parcelOf(i, cells), 'en', JSON_ONLY)),
    );
    expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
    const { letters, blobs } = await kept(app);
    expect([letters, blobs.length]).toEqual([20, 20]);
  });

  test('an hour: what was made ahead buys no more than the bucket holds, until it fills again', async () => {
    let aheadMs = 0;
    const clock = () => new Date(Date.now() + aheadMs);
    const app = await startApp(() => ({
      clock,
      parcelLimits: { ...PARCEL_LIMITS, lettersAnHour: 2, lettersInARow: 3 },
    }));
    const statusOf = async (number: number) =>
      (await postForm(app.url, await parcelOf(number), 'en', JSON_ONLY)).status;
    expect([await statusOf(0), await statusOf(1), await statusOf(2)]).toEqual([201, 201, 201]);
    const put = await postForm(app.url, await parcelOf(3), 'en', JSON_ONLY);
    expect([put.status, (await problemIn(put)).code]).toEqual([503, 'busy']);
    expect(Number(put.headers.get('Retry-After'))).toBeGreaterThan(1_700);
    expect(await statusOf(0)).toBe(200); // known already: costs no turn
    aheadMs = 1_801_000;
    expect([await statusOf(3), await statusOf(4)]).toEqual([201, 503]);
    aheadMs = 24 * 3_600_000;
    expect([await statusOf(4), await statusOf(5), await statusOf(6), await statusOf(7)]).toEqual([201, 201, 201, 503]);
  });

  test('times the same one at once is stored once', async () => {
    const app = await startApp(same);
    const body = await joined(writeParcel({ ...stampedLetter(0), count: 1, cells: [new Uint8Array(CELL_BYTES)] }));
    const statuses = await Promise.all(
      Array.from({ length: 8 }, async () => (await postForm(app.url, body, 'en', JSON_ONLY)).status),
    );
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.every((status) => [200, 201, 503].includes(status))).toBe(true);
    const { letters, blobs } = await kept(app);
    expect([letters, blobs.length]).toEqual([1, 1]);
  });
});

test('other methods are refused', async () => {
  const app = await startApp(same);
  const response = await fetch(`${app.url}/api/parcels`);
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST']);
});
