import { openAsBlob } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { inspect } from '../../client/report/metadata/index.ts';
import { tempFolder } from '../server/helpers.ts';
import { box, chunk, cleaned, counted, inserted, isSafe, u32 } from './media-files.ts';
import { bytesOf, media, mediaNamed } from './media.ts';

const MIB = 1024 * 1024;

describe('damaged files', () => {
  test.each(media)('$name, cut anywhere', async ({ bytes }) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), async (length) => {
        await isSafe(bytes.slice(0, length));
      }),
      { numRuns: 40 },
    );
  });

  test.each(media)('$name, changed anywhere', async ({ bytes }) => {
    const change = fc.tuple(
      fc.nat(bytes.length - 4),
      fc.constantFrom(0, 1, 7, 0x7fffffff, 0xffffffff, 0x80000000, 16, 255),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const changed = bytes.slice();
        for (const [at, value] of changes) new DataView(changed.buffer).setUint32(at, value);
        await isSafe(changed);
      }),
      { numRuns: 150 },
    );
  });

  test('noise behind every mark', async () => {
    const marks = [
      '\xff\xd8\xff\xe1',
      '\x89PNG\r\n\x1a\n',
      'GIF89a',
      'RIFF\xff\xff\0\0WEBPVP8X',
      'RIFF\xff\xff\0\0WAVE',
      '\0\0\0\x18ftypheic',
      '\0\0\0\x14ftypavif',
      '\0\0\0\x08ftyp',
      '\0\0\0\x08moov',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 400 }), async (mark, noise) => {
        await isSafe(new Uint8Array(Buffer.concat([Buffer.from(mark, 'latin1'), noise])));
      }),
      { numRuns: 500 },
    );
  });
});

describe('files made to tie the reader up', () => {
  const repeated = (unit: Uint8Array, times: number) => {
    const whole = Buffer.alloc(unit.length * times);
    whole.fill(unit);
    return whole;
  };
  const MILLION = 1_000_000;
  const ftyp = box('ftyp', Buffer.from('isom\0\0\0\0isom'));
  const png = (...chunks: Uint8Array[]) => Buffer.concat([mediaNamed('animated.png').bytes.subarray(0, 33), ...chunks]);
  const nested = () => {
    let inner: Buffer = Buffer.from('inside');
    for (let depth = 0; depth < 2000; depth++) inner = box(depth % 2 ? 'meta' : 'udta', inner);
    return Buffer.concat([ftyp, inner]);
  };
  test.each<[string, () => Buffer]>([
    ['a million empty boxes', () => Buffer.concat([ftyp, repeated(box('abcd', Buffer.alloc(0)), MILLION)])],
    [
      'a million boxes in a head',
      () => Buffer.concat([ftyp, box('moov', repeated(box('abcd', Buffer.alloc(0)), MILLION))]),
    ],
    ['boxes in boxes', nested],
    [
      'a box that ends beyond all numbers',
      () => Buffer.concat([ftyp, u32(1), Buffer.from('moov'), Buffer.alloc(8, 0xff)]),
    ],
    [
      'a million comments in a JPEG',
      () => Buffer.concat([Buffer.from([0xff, 0xd8]), repeated(Buffer.from([0xff, 0xfe, 0, 3, 65]), MILLION)]),
    ],
    ['a JPEG of fill bytes', () => Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(MILLION, 0xff)])],
    ['a million chunks in a PNG', () => png(repeated(chunk('teST', Buffer.alloc(0)), MILLION))],
    [
      'a GIF of a million blocks',
      () =>
        Buffer.concat([
          Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1'),
          repeated(Buffer.from([0x21, 0xfe, 0]), MILLION),
        ]),
    ],
    [
      'a GIF of tiny data blocks without end',
      () =>
        Buffer.concat([
          Buffer.from('GIF89a\x01\0\x01\0\0\0\0!\xfe', 'latin1'),
          repeated(Buffer.from([1, 65]), MILLION),
        ]),
    ],
  ])('%s', async (_, make) => {
    const { cleaned: blob, complete } = await isSafe(new Uint8Array(make()));
    expect(blob).toBe(null);
    expect(complete).toBe(false);
  });

  test('text that inflates to a gigabyte is not inflated', async () => {
    const bomb = deflateSync(Buffer.alloc(64 * MIB));
    const base = await cleaned(mediaNamed('animated.png').bytes);
    const file = inserted(
      base,
      33,
      chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), bomb])),
      chunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), bomb])),
    );
    expect((await cleaned(file)).equals(base)).toBe(true);
  });
});

test('of a film of 4 GiB only heads and tables are read', async () => {
  const small = Buffer.from(mediaNamed('phone.mp4').bytes);
  const mdat = small.indexOf('mdat') - 4;
  const moov = small.indexOf('moov') - 4;
  const grownBy = 4_000_000_000;
  // The film begins with an empty `free` box, so that its length can become one of 64 bits without moving anything.
  const front = Buffer.from(small.subarray(0, moov));
  front.write('\0\0\0\x01mdat', mdat - 8, 'latin1');
  front.writeBigUInt64BE(BigInt(moov - (mdat - 8) + grownBy), mdat);
  // The last sample of the sound becomes 4 GB long: it lies last.
  const head = Buffer.from(small.subarray(moov));
  const sizes = head.lastIndexOf('stsz') + 4;
  const lastSize = sizes + 12 + 4 * (head.readUInt32BE(sizes + 8) - 1);
  head.writeUInt32BE(head.readUInt32BE(lastSize) + grownBy, lastSize);
  const path = join(await tempFolder(), 'long.mp4');
  const file = await open(path, 'w');
  await file.write(front, 0, front.length, 0);
  await file.write(head, 0, head.length, moov + grownBy);
  await file.close();

  const { blob, reads } = counted(await openAsBlob(path));
  const { findings, cleaned: result, complete } = await inspect(blob);
  expect(complete).toBe(true);
  expect(findings.map(({ kind }) => kind)).toContain('location');
  expect(result?.size).toBe(moov + grownBy + head.length);
  expect(reads.bytes).toBeLessThan(2 * MIB);
  const tail = Buffer.from(await bytesOf(result?.slice(moov + grownBy) ?? new Blob()));
  expect(tail.includes('mvhd')).toBe(true);
  expect(tail.includes('clerk')).toBe(false);
});
