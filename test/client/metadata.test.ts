import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { inspect, type FindingKind } from '../../client/report/metadata/index.ts';
import { findProgram } from '../../scripts/browsers.ts';
import { tempFolder } from '../server/helpers.ts';
import { bytesOf, media, mediaNamed, PLANTED } from './media.ts';

const exiftool = findProgram(['exiftool']);
const ffmpeg = findProgram(['ffmpeg']);
const heifConvert = findProgram(['heif-convert', 'heif-dec']);

const PLACE = '47.0105, 28.8638';
const TIME = '2026-05-01 10:11';
const CLERK = 'a border clerk';

/** What has to be said of each file at least. */
const TOLD: Readonly<Record<string, Partial<Record<FindingKind, string | true>>>> = {
  'photo.jpg': {
    location: PLACE,
    time: TIME,
    device: 'ExampleCo Phone 3',
    person: CLERK,
    preview: true,
    software: true,
  },
  'motion.jpg': { location: PLACE, video: true },
  'progressive.jpg': { location: PLACE, person: CLERK },
  'cmyk.jpg': { location: PLACE, person: CLERK },
  'restart.jpg': { location: PLACE, person: CLERK },
  'text.png': { location: PLACE, person: CLERK, text: 'planted comment', time: TIME, device: 'Clerk Planted Screen' },
  'animated.png': { location: PLACE, person: CLERK },
  'photo.webp': { location: PLACE, person: CLERK, device: 'Clerk Planted Screen' },
  'animated.webp': { location: PLACE, person: CLERK },
  'animated.gif': { text: 'planted comment', person: CLERK, location: 'Plantedville' },
  'photo.heic': { location: PLACE, time: TIME, person: CLERK, preview: true },
  'photo.avif': { location: PLACE, time: TIME, person: CLERK, preview: true },
  'alpha.avif': { person: CLERK },
  'phone.mp4': { location: PLACE, time: TIME, person: CLERK, text: 'planted title', software: 'ExampleCo camera' },
  'phone-faststart.mp4': { location: PLACE, time: TIME },
  'fragmented.mp4': { location: PLACE, time: TIME },
  'phone.3gp': { location: PLACE, time: TIME, person: CLERK },
  'voice.m4a': { location: PLACE, time: TIME, person: CLERK },
  'keys.mp4': { location: PLACE, time: TIME, device: 'ExampleCo Phone 3', person: CLERK },
  'timecode.mov': { location: PLACE, time: TIME, device: 'ExampleCo' },
  'subtitles.mp4': { text: true },
  'subtitles-fragmented.mp4': { text: true },
  'sensor.mp4': { location: true, hidden: true },
  'sound.wav': { person: CLERK, time: '2026-05-01', text: 'planted comment' },
};

/** Groups in which exiftool tells how a file is built, and nothing of those who made it. */
const BUILD =
  /^(?:SourceFile|ExifTool|File|JFIF|Adobe|ICC.*|PNG|PNG-pHYs|APNG|RIFF|GIF|QuickTime|Track\d|Meta|Composite)$/;

async function cleanedOf(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const { cleaned } = await inspect(new Blob([bytes]));
  if (!cleaned) throw new Error('not cleaned');
  return bytesOf(cleaned);
}

test('every file of the folder has its line here', () => {
  expect(media.map(({ name }) => name).sort()).toEqual(Object.keys(TOLD).sort());
});

describe.each(media)('$name', ({ name, bytes }) => {
  test('says what was planted', async () => {
    const { findings, complete } = await inspect(new Blob([bytes]));
    for (const [kind, value] of Object.entries(TOLD[name] ?? {})) {
      const values = findings.filter((finding) => finding.kind === kind).map((finding) => finding.value);
      if (value === true) expect(values, kind).not.toEqual([]);
      else expect(values, kind).toContain(value);
    }
    expect(complete).toBe(true);
  });

  test('holds nothing of it once it is cleaned, and cleaning again changes nothing', async () => {
    expect(Buffer.from(bytes).toString('latin1')).toMatch(PLANTED);
    const cleaned = await cleanedOf(bytes);
    expect(Buffer.from(cleaned).toString('latin1')).not.toMatch(PLANTED);
    const again = await inspect(new Blob([cleaned]));
    expect(again.findings).toEqual([]);
    expect(again.complete).toBe(true);
    expect(again.cleaned && (await bytesOf(again.cleaned))).toEqual(cleaned);
  });

  test.skipIf(exiftool === undefined)('exiftool finds nothing in what was cleaned', async () => {
    const folder = await tempFolder();
    const tagsOf = (file: string, content: Uint8Array): [string, unknown][] => {
      const path = join(folder, file);
      writeFileSync(path, content);
      const args = ['-j', '-G1', '-a', '-u', '-ee', '-n', '-x', 'System:All', path];
      const [tags = {}] = JSON.parse(execFileSync(exiftool ?? '', args, { encoding: 'utf8' })) as Record<
        string,
        unknown
      >[];
      delete tags['SourceFile'];
      return Object.entries(tags);
    };
    expect(JSON.stringify(tagsOf(name, bytes))).toMatch(PLANTED);
    const left = tagsOf(`cleaned-${name}`, await cleanedOf(bytes));
    expect(JSON.stringify(left)).not.toMatch(PLANTED);
    const orientation = new Set(['IFD0:Orientation', 'IFD0:ResolutionUnit', 'IFD0:YCbCrPositioning']);
    expect(left.filter(([tag]) => !BUILD.test(tag.split(':')[0] ?? '') && !orientation.has(tag))).toEqual([]);
    expect(left.filter(([tag]) => /Warning|Error/.test(tag))).toEqual([]);
    const dates = left.filter(([tag, value]) => tag.includes('Date') && value !== '0000:00:00 00:00:00');
    expect(dates).toEqual([]);
  });

  // ffmpeg decodes no animated WebP, and no APNG that exiftool wrote; the browsers do, in metadata-browsers.test.ts.
  const decoder = name.endsWith('.heic') ? heifConvert : /^animated\.(?:webp|png)$/.test(name) ? undefined : ffmpeg;
  test.skipIf(decoder === undefined)('decodes to the same pictures and sounds', async () => {
    const folder = await tempFolder();
    const decoded = (file: string, content: Uint8Array): string => {
      const path = join(folder, file);
      writeFileSync(path, content);
      if (name.endsWith('.heic')) {
        execFileSync(decoder ?? '', [path, `${path}.png`], { stdio: 'pipe' });
        const args = ['-v', 'error', '-i', `${path}.png`, '-f', 'framemd5', '-'];
        return ffmpeg === undefined ? '' : execFileSync(ffmpeg, args, { encoding: 'utf8' });
      }
      const args = ['-v', 'error', '-i', path, '-map', '0:v?', '-map', '0:a?', '-f', 'framemd5', '-'];
      return execFileSync(decoder ?? '', args, { encoding: 'utf8', stdio: 'pipe' });
    };
    const original = decoded(name, bytes);
    expect(original.split('\n').filter((line) => /^\d/.test(line)).length).toBeGreaterThan(0);
    expect(decoded(`cleaned-${name}`, await cleanedOf(bytes))).toBe(original);
  });
});

describe('the orientation of a photo', () => {
  test.each([
    ['photo.jpg', 6],
    ['cmyk.jpg', 3],
    ['restart.jpg', 8],
    ['text.png', 6],
    ['photo.webp', 6],
  ])('%s stays turned by %i, and EXIF says nothing else', async (name, orientation) => {
    const cleaned = Buffer.from(await cleanedOf(mediaNamed(name).bytes));
    const tiff = cleaned.indexOf(Buffer.from('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0', 'latin1'));
    expect(tiff).toBeGreaterThan(0);
    expect(cleaned[tiff + 19]).toBe(orientation);
    expect(cleaned.indexOf('MM\0*', tiff + 1)).toBe(-1);
  });

  test('an upright photo keeps no EXIF at all', async () => {
    const cleaned = Buffer.from(await cleanedOf(mediaNamed('progressive.jpg').bytes));
    expect(cleaned.includes('Exif')).toBe(false);
  });
});

describe('files that are not cleaned say so', () => {
  const zip = (name: string) => `PK\x03\x04${'\0'.repeat(26)}${name}`;
  test.each([
    ['pdf', '%PDF-1.7\n/Author (planted)'],
    ['office', zip('[Content_Types].xml')],
    ['office', zip('mimetypeapplication/vnd.oasis.opendocument.text')],
    ['office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 planted'],
    ['other', zip('photo.txt')],
    ['audio', 'ID3\x03\0\0\0\0\0\x0aTPE1'],
    ['audio', 'OggS\0\x02'],
    ['other', '\x1aE\xdf\xa3 webm'],
    ['other', 'plain words'],
    ['other', ''],
  ])('%s', async (format, content) => {
    const file = new Blob([Buffer.from(content, 'latin1')]);
    expect(await inspect(file)).toEqual({ format, findings: [], cleaned: null, complete: false });
  });

  test('a file that can no longer be read', async () => {
    const gone = new Blob(['\xff\xd8\xff']);
    gone.slice = () => {
      throw new DOMException('The file is gone.', 'NotReadableError');
    };
    expect(await inspect(gone)).toEqual({ format: 'other', findings: [], cleaned: null, complete: false });
  });
});

test('what is shown is one line of inert text', async () => {
  const comment = Buffer.from(`a\u202eb\u0000\n c\u2066 ${'é'.repeat(300)}`);
  const jpeg = mediaNamed('progressive.jpg').bytes;
  const length = comment.length + 2;
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe, length >> 8, length & 0xff]), comment]);
  const { findings } = await inspect(new Blob([jpeg.slice(0, 2), segment, jpeg.slice(2)]));
  const [shown = ''] = findings.flatMap(({ value }) => (value?.startsWith('a b') ? [value] : []));
  expect(shown).toMatch(/^a b c é+$/);
  expect(shown.length).toBe(100);
});
