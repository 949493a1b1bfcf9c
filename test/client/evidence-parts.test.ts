import { describe, expect, test } from 'vitest';

import { Attempt } from '../../client/report/evidence/attempt.ts';
import { Contents } from '../../client/report/evidence/contents.ts';
import { fileOf, type EvidenceItem } from '../../client/report/evidence/item.ts';
import { Pace } from '../../client/report/evidence/pace.ts';
import { CELL_BYTES, CELL_PLAINTEXT_BYTES, EVIDENCE_READ_BYTES, systemRandom, type Bytes } from '../../crypto/index.ts';

const SECOND_MS = 1_000;

/** A file as a browser gives it: each read goes to the disk, which may hold something else by then. */
function fileOnDisk(id: string, size: number, read: (start: number, end: number) => Bytes): EvidenceItem {
  const slice = (start = 0, end = size) => ({
    arrayBuffer: () => Promise.resolve().then(() => read(start, end).buffer),
  });
  return { id, name: id, type: '', content: { size, slice } as unknown as Blob };
}

function isSame(a: Bytes | null | undefined, b: Bytes | null | undefined): boolean {
  return a?.length !== undefined && b?.length !== undefined && Buffer.compare(a, b) === 0;
}

function contentsOf(...items: readonly EvidenceItem[]): Contents {
  const contents = new Contents();
  for (const item of items) contents.add(item);
  return contents;
}

describe('contents', () => {
  test('are read across files in large pieces, one after another, each once', async () => {
    const reads: [string, number, number][] = [];
    const item = (id: string, size: number, fill: number) =>
      fileOnDisk(id, size, (start, end) => {
        reads.push([id, start, end]);
        return new Uint8Array(end - start).fill(fill);
      });
    const contents = contentsOf(
      item('a', 10, 1),
      item('b', 0, 2),
      item('c', EVIDENCE_READ_BYTES + 5, 3),
      item('d', 4, 4),
    );
    const whole: Bytes[] = [];
    for (let at = 0; at < contents.totalBytes; at += CELL_PLAINTEXT_BYTES) {
      whole.push(await contents.read(at, Math.min(contents.totalBytes, at + CELL_PLAINTEXT_BYTES)));
    }
    const expected = [
      new Uint8Array(10).fill(1),
      new Uint8Array(EVIDENCE_READ_BYTES + 5).fill(3),
      new Uint8Array(4).fill(4),
    ];
    expect(Buffer.concat(whole).equals(Buffer.concat(expected))).toBe(true);
    expect(reads).toEqual([
      ['a', 0, 10],
      ['c', 0, EVIDENCE_READ_BYTES],
      ['c', EVIDENCE_READ_BYTES, EVIDENCE_READ_BYTES + 5],
      ['d', 0, 4],
    ]);
  });

  test.each([
    ['is gone', 'vanished', () => new DOMException('gone', 'NotFoundError')],
    ['was written to', 'changed', () => new DOMException('no', 'NotReadableError')],
  ])('name a file that %s', async (_what, why, fault) => {
    const lost = fileOnDisk('lost', 5, () => {
      throw fault();
    });
    const contents = contentsOf(
      fileOnDisk('a', 3, (start, end) => new Uint8Array(end - start)),
      lost,
    );
    await expect(contents.read(0, 8)).rejects.toMatchObject({ ids: ['lost'], why });
  });

  test('name a file that is shorter than it was', async () => {
    const contents = contentsOf(fileOnDisk('short', 5, () => new Uint8Array(4)));
    await expect(contents.read(0, 5)).rejects.toMatchObject({ ids: ['short'], why: 'changed' });
  });
});

describe('an attempt', () => {
  test('gives nothing out for a cell whose file changed between two sealings, and names it', async () => {
    let fill = 1;
    const items = [
      fileOnDisk('before', CELL_PLAINTEXT_BYTES, (start, end) => new Uint8Array(end - start)),
      fileOnDisk('changing', CELL_PLAINTEXT_BYTES, (start, end) => new Uint8Array(end - start).fill(fill)),
      fileOnDisk('after', 1, (start, end) => new Uint8Array(end - start)),
    ];
    const contents = contentsOf(...items);
    const attempt = await Attempt.begin(systemRandom);
    attempt.stream.resize(contents.totalBytes);
    attempt.stream.finish();
    const first = await attempt.partFrom(0, contents);
    await attempt.partFrom(CELL_BYTES, contents);
    fill = 2;
    expect(isSame((await attempt.partFrom(0, contents))?.bytes, first?.bytes)).toBe(true);
    await expect(attempt.partFrom(CELL_BYTES, contents)).rejects.toMatchObject({ ids: ['changing'], why: 'changed' });
  });

  test('gives the rest of a cell of which a part arrived, and nothing where files came or went meanwhile', async () => {
    const contents = contentsOf(fileOnDisk('a', 10, (start, end) => new Uint8Array(end - start).fill(1)));
    const attempt = await Attempt.begin(systemRandom);
    attempt.stream.resize(10);
    attempt.stream.finish();
    const reading = attempt.partFrom(0, contents);
    contents.add(fileOnDisk('b', 0, () => new Uint8Array(0)));
    expect(await reading).toBeNull();
    const whole = await attempt.partFrom(0, contents);
    const rest = await attempt.partFrom(CELL_BYTES - 7, contents);
    expect(isSame(rest?.bytes, whole?.bytes?.subarray(CELL_BYTES - 7))).toBe(true);
    expect(rest?.isLast).toBe(true);
    expect(await attempt.partFrom(CELL_BYTES, contents)).toEqual({ bytes: null, isLast: true });
  });

  test('does not go on behind what it never sealed, whatever a server says', async () => {
    const contents = contentsOf(fileOnDisk('a', 5 * CELL_PLAINTEXT_BYTES, (start, end) => new Uint8Array(end - start)));
    const attempt = await Attempt.begin(systemRandom);
    attempt.stream.resize(contents.totalBytes);
    attempt.stream.finish();
    await expect(attempt.partFrom(CELL_BYTES, contents)).rejects.toMatchObject({ name: 'UploadAstray' });
    await expect(attempt.partFrom(5 * CELL_BYTES, contents)).rejects.toMatchObject({ name: 'UploadAstray' });
  });
});

describe('time left', () => {
  test('goes by the last half minute, and is not told before there is something to go by', () => {
    const pace = new Pace();
    pace.moved(0, 0);
    pace.moved(2 * SECOND_MS, 2_000);
    expect(pace.secondsFor(1_000)).toBeUndefined();
    pace.moved(10 * SECOND_MS, 10_000);
    expect(pace.secondsFor(5_000)).toBe(5);
    for (let second = 11; second <= 50; second += 1) pace.moved(second * SECOND_MS, 10_000 + (second - 10) * 100);
    expect(pace.secondsFor(5_000)).toBe(50);
  });

  test('is measured anew where bytes are sent again, and is not told while nothing moves', () => {
    const pace = new Pace();
    for (let second = 0; second <= 10; second += 1) pace.moved(second * SECOND_MS, second * 1_000);
    pace.moved(11 * SECOND_MS, 500);
    expect(pace.secondsFor(1_000)).toBeUndefined();
    pace.moved(20 * SECOND_MS, 500);
    expect(pace.secondsFor(1_000)).toBeUndefined();
  });
});

test('what the report says of a file fits the report, whatever it is called', () => {
  const item = { id: '1', name: '\udc00'.repeat(300), type: 'x'.repeat(200), content: new Blob(['abc']) };
  expect(fileOf({ ...item, note: 'n'.repeat(20_000), story: true })).toEqual({
    name: '\ufffd'.repeat(255),
    type: 'x'.repeat(100),
    size: 3,
    note: 'n'.repeat(10_000),
    story: true,
  });
  expect(fileOf({ ...item, name: '' }).name).toBe('file');
});
