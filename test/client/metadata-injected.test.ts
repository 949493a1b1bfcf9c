import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { box, chunk, cleaned, inserted, isSafe, riffChunk, u16, u32 } from './media-files.ts';
import { mediaNamed } from './media.ts';

const CANARY = 'canary-of-a-clerk';
const RUNS = { numRuns: 60 };

/** Content with the canary somewhere in it. */
const content = fc
  .tuple(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }))
  .map(([before, after]) => Buffer.concat([before, Buffer.from(CANARY), after]));
const name4 = (pattern: RegExp) => fc.stringMatching(pattern);

describe('whatever is put in comes out again', () => {
  test('segments of a JPEG, wherever they stand, and fill bytes', async () => {
    const base = await cleaned(mediaNamed('progressive.jpg').bytes);
    const places = [2];
    for (let at = 2; base[at + 1] !== 0xda;) places.push((at += 2 + base.readUInt16BE(at + 2)));
    const marker = fc.constantFrom(0xe0, 0xe1, 0xe2, 0xe3, 0xe7, 0xed, 0xee, 0xef, 0xfe);
    const prefix = fc.constantFrom(
      '',
      'Exif\0\0',
      'JFXX\0',
      'MPF\0',
      'Photoshop 3.0\0',
      'http://ns.adobe.com/xap/1.0/\0',
      'ICC_PROFILE\0\x01\x02',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        marker,
        prefix,
        content,
        fc.nat(3),
        async (at, code, start, body, fill) => {
          const whole = Buffer.concat([Buffer.from(start, 'latin1'), body]);
          const segment = Buffer.concat([
            Buffer.alloc(fill, 0xff),
            Buffer.from([0xff, code]),
            u16(whole.length + 2),
            whole,
          ]);
          expect((await cleaned(inserted(base, at, segment))).equals(base)).toBe(true);
        },
      ),
      RUNS,
    );
  });

  test('the thumbnail in the first segment of a JPEG', async () => {
    const base = await cleaned(mediaNamed('progressive.jpg').bytes);
    expect(base.subarray(6, 10).toString('latin1')).toBe('JFIF');
    const pixels = Buffer.from(`${CANARY}!`);
    const file = Buffer.from(inserted(base, 20, pixels));
    u16(16 + pixels.length).copy(file, 4);
    file.set([pixels.length / 3, 1], 18); // width and height, three bytes for each pixel
    expect((await cleaned(new Uint8Array(file))).equals(base)).toBe(true);
  });

  test('chunks of a PNG, and bytes behind its end', async () => {
    const base = await cleaned(mediaNamed('animated.png').bytes);
    const places: number[] = [];
    for (let at = 33; at < base.length; at += 12 + base.readUInt32BE(at)) places.push(at);
    const name = fc.oneof(
      fc.constantFrom('tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'iCCP', 'sPLT', 'caBX'),
      name4(/^[a-z][A-Z][A-Z][a-z]$/),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), name, content, content, async (at, type, body, behind) => {
        const file = Buffer.concat([inserted(base, at, chunk(type, body)), behind]);
        expect((await cleaned(new Uint8Array(file))).equals(base)).toBe(true);
      }),
      RUNS,
    );
  });

  test('chunks of a WebP and of a WAV', async () => {
    for (const name of ['animated.webp', 'sound.wav']) {
      const base = await cleaned(mediaNamed(name).bytes);
      const places: number[] = [base.length];
      for (let at = 12; at < base.length; at += 8 + base.readUInt32LE(at + 4) + (base.readUInt32LE(at + 4) % 2))
        if (at > 12) places.push(at);
      const type = fc.oneof(
        fc.constantFrom('EXIF', 'XMP ', 'LIST', 'bext', 'JUNK'),
        name4(/^[a-z]{4}$/).filter((one) => !['data', 'fact'].includes(one)),
      );
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...places), type, content, async (at, fourCc, body) => {
          const file = Buffer.from(inserted(base, at, riffChunk(fourCc, body)));
          file.writeUInt32LE(file.length - 8, 4);
          const { cleaned: blob } = await isSafe(new Uint8Array(file));
          expect(blob && Buffer.from(await blob.arrayBuffer()).equals(base)).toBe(true);
        }),
        RUNS,
      );
    }
  });

  test('blocks of a GIF', async () => {
    const base = await cleaned(mediaNamed('animated.gif').bytes);
    const block = (label: number, body: Uint8Array) => {
      const blocks: Uint8Array[] = [];
      for (let at = 0; at < body.length; at += 255)
        blocks.push(Buffer.from([Math.min(255, body.length - at)]), body.subarray(at, at + 255));
      return Buffer.concat([Buffer.from([0x21, label]), ...blocks, Buffer.alloc(1)]);
    };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0xfe, 0xff, 0x01, 0x77), content, content, async (label, body, behind) => {
        const file = new Uint8Array(Buffer.concat([inserted(base, base.length - 1, block(label, body)), behind]));
        expect((await cleaned(file)).equals(base)).toBe(true);
      }),
      RUNS,
    );
  });

  test('boxes of a film, beside its head and anywhere in it; what plays stays byte for byte', async () => {
    const base = await cleaned(mediaNamed('phone.mp4').bytes);
    const moov = base.indexOf('moov') - 4;
    const media = base.subarray(0, moov);
    /** From the outermost to the innermost: where each container of the first track begins. */
    const path = (...names: readonly string[]): number[] => {
      const places: number[] = [];
      let at = moov;
      for (const name of names) places.push((at = base.indexOf(name, at) - 4));
      return places;
    };
    const containers = fc.constantFrom(
      path('moov'),
      path('moov', 'trak'),
      path('moov', 'trak', 'edts'),
      path('moov', 'trak', 'mdia'),
      path('moov', 'trak', 'mdia', 'minf'),
      path('moov', 'trak', 'mdia', 'minf', 'dinf'),
      path('moov', 'trak', 'mdia', 'minf', 'stbl'),
      [],
    );
    const type = fc.oneof(
      fc.constantFrom(
        'udta',
        'meta',
        'uuid',
        'free',
        'skip',
        'wide',
        'XMP_',
        'gps ',
        '\xa9xyz',
        'loci',
        'ilst',
        'keys',
      ),
      name4(/^[A-Z]{3}[a-z]$/),
    );
    await fc.assert(
      fc.asyncProperty(containers, type, content, async (places, name, body) => {
        const added = box(name, body);
        const innermost = places.at(-1);
        const end = innermost === undefined ? base.length : innermost + base.readUInt32BE(innermost);
        const file = Buffer.from(inserted(base, end, added));
        for (const place of places) u32(base.readUInt32BE(place) + added.length).copy(file, place);
        const clean = await cleaned(new Uint8Array(file));
        expect(clean.includes(CANARY)).toBe(false);
        expect(clean.subarray(0, media.length).equals(media)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
