import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import type { Page } from 'puppeteer-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { inspect, type Finding } from '../../client/report/metadata/index.ts';
import { findBrowser, launchChromium, launchFirefox } from '../../scripts/browsers.ts';
import { media } from './media.ts';

/** What ships, bundled as it ships, in a module worker of real browsers: they clean, and they judge that nothing looks different. */
const SOURCE = join(import.meta.dirname, '../../client/report/metadata/index.ts');
const WEIGHT_BYTES_MAX = 40_000;
/** The policy of server/headers.ts, as far as it concerns scripts; what is cleaned is looked at by blob addresses. */
const POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; img-src blob:; media-src blob:; require-trusted-types-for 'script'; trusted-types worker";
const WORKER = `import { inspect } from './metadata.js';
onmessage = async ({ data }) => postMessage(await inspect(data));`;
const PAGE = '<!doctype html><title>.</title><script src="page.js"></script>';
const PAGE_SCRIPT =
  `const policy = trustedTypes?.createPolicy?.('worker', { createScriptURL: (url) => url }) ?? { createScriptURL: (url) => url };
const worker = new Worker(policy.createScriptURL('worker.js'), { type: 'module' });
globalThis.inspectInWorker = (file) => new Promise((resolve, reject) => {
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = (event) => reject(new Error(event.message));
  worker.postMessage(file);
});`.replace('trustedTypes?', 'globalThis.trustedTypes?');

const files = new Map<string, readonly [type: string, body: Uint8Array | string]>();
let server: Server;
let url = '';
let bundle = '';

beforeAll(async () => {
  const built = await rolldown({
    input: SOURCE,
    platform: 'browser',
    transform: { target: ['firefox128', 'chrome120', 'safari17'] },
  });
  const { output } = await built.generate({ format: 'esm', minify: true });
  expect(output).toHaveLength(1);
  bundle = output[0].code;
  files.set('/', ['text/html', PAGE]);
  files.set('/page.js', ['text/javascript', PAGE_SCRIPT]);
  files.set('/worker.js', ['text/javascript', WORKER]);
  files.set('/metadata.js', ['text/javascript', bundle]);
  for (const { name, bytes } of media) files.set(`/${name}`, ['application/octet-stream', bytes]);
  server = createServer((request, response) => {
    const [type, body] = files.get(request.url ?? '') ?? ['text/plain', ''];
    response
      .setHeader('Content-Type', type)
      .setHeader('Content-Security-Policy', `${POLICY}; connect-src 'self'`)
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test('the chunk weighs at most 40 KB by brotli, and makes no code from text', () => {
  const weight = brotliCompressSync(bundle).length;
  console.log(`metadata: ${String(bundle.length)} bytes, ${String(weight)} by brotli`);
  expect(weight).toBeLessThan(WEIGHT_BYTES_MAX);
  expect(bundle).not.toMatch(/\beval\(|new Function\b|DOMParser|XMLHttpRequest|\bfetch\(/);
});

interface Seen {
  readonly findings: readonly Finding[];
  readonly again: readonly Finding[];
  readonly original: string;
  readonly cleaned: string;
}

/** In the page: cleans the file in the worker, and shows original and cleaned one. What is seen is a size and a hash of the pixels. */
async function look(page: Page, name: string): Promise<Seen> {
  const isFilm = /\.(?:mp4|mov|3gp|m4a)$/.test(name);
  const isSound = name.endsWith('.wav');
  return page.evaluate(
    async (path: string, film: boolean, sound: boolean): Promise<Seen> => {
      interface Scope {
        inspectInWorker(file: Blob): Promise<{ findings: Finding[]; cleaned: Blob | null }>;
        ImageDecoder?: new (init: { data: ArrayBuffer; type: string }) => {
          readonly tracks: { readonly ready: Promise<void>; readonly selectedTrack: { readonly frameCount: number } };
          readonly completed: Promise<void>;
          decode(options: {
            frameIndex: number;
          }): Promise<{ image: CanvasImageSource & { displayWidth: number; displayHeight: number } }>;
        };
      }
      const scope = globalThis as unknown as Scope;
      const hash = async (source: CanvasImageSource, width: number, height: number): Promise<string> => {
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d');
        if (!context) throw new Error('no canvas');
        context.drawImage(source, 0, 0, width, height);
        const { data } = context.getImageData(0, 0, width, height);
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
        return `${String(width)}x${String(height)} ${[...digest.subarray(0, 8)].join('.')}`;
      };
      const shown = async (blob: Blob): Promise<string> => {
        const address = URL.createObjectURL(blob);
        const image = new Image();
        image.src = address;
        await image.decode();
        const bitmap = await createImageBitmap(blob);
        const seen = [
          await hash(image, image.naturalWidth, image.naturalHeight),
          await hash(bitmap, bitmap.width, bitmap.height),
        ];
        const type = { gif: 'image/gif', png: 'image/png', webp: 'image/webp' }[path.split('.').pop() ?? ''];
        if (scope.ImageDecoder && type !== undefined) {
          const decoder = new scope.ImageDecoder({ data: await blob.arrayBuffer(), type });
          await decoder.tracks.ready;
          await decoder.completed;
          for (let frameIndex = 0; frameIndex < decoder.tracks.selectedTrack.frameCount; frameIndex++) {
            const { image: frame } = await decoder.decode({ frameIndex });
            seen.push(await hash(frame, frame.displayWidth, frame.displayHeight));
          }
        }
        return seen.join(' ');
      };
      const played = async (blob: Blob): Promise<string> => {
        const video = document.createElement('video');
        video.muted = true;
        video.src = URL.createObjectURL(blob);
        const failed = await new Promise<boolean>((resolve) => {
          video.onloadeddata = () => {
            resolve(false);
          };
          video.onerror = () => {
            resolve(true);
          };
        });
        if (failed) throw new Error('does not play');
        const picture = video.videoWidth > 0 ? await hash(video, video.videoWidth, video.videoHeight) : 'sound';
        await video.play();
        const end = await new Promise<string>((resolve) => {
          video.onended = () => {
            resolve(`ended at ${video.currentTime.toFixed(2)}`);
          };
          video.onerror = () => {
            resolve('broke off');
          };
        });
        return `${String(video.readyState)} ${String(video.duration)} ${picture} ${end}`;
      };
      const view = async (blob: Blob): Promise<string> => {
        try {
          return await (film || sound ? played(blob) : shown(blob));
        } catch (error) {
          return `not shown: ${String(error)}`;
        }
      };
      const original = await (await fetch(path)).blob();
      const { findings, cleaned } = await scope.inspectInWorker(original);
      if (!cleaned) throw new Error('not cleaned');
      const again = await scope.inspectInWorker(cleaned);
      return { findings, again: again.findings, original: await view(original), cleaned: await view(cleaned) };
    },
    name,
    isFilm,
    isSound,
  );
}

/** Size and pixels of what a film shows, without its length. */
function picture(seen: string): string {
  const found = /\d+x\d+ [\d.]+ ended/.exec(seen);
  if (!found) throw new Error(seen);
  return found[0];
}

describe.each([
  ['chromium', launchChromium],
  ['firefox', launchFirefox],
] as const)('in %s', (browserName, launch) => {
  describe.skipIf(findBrowser(browserName) === undefined)('a module worker', () => {
    let page: Page;
    let close: () => Promise<void>;
    beforeAll(async () => {
      const browser = await launch();
      close = () => browser.close();
      page = await browser.newPage();
      await page.goto(url);
    });
    afterAll(() => close());

    test.each(media)('cleans $name, and it looks and sounds as before', async ({ name, bytes }) => {
      const seen = await look(page, name);
      expect(seen.again).toEqual([]);
      expect(seen.findings).toEqual((await inspect(new Blob([bytes]))).findings);
      console.log(`${browserName} ${name}: ${seen.original}`);
      // What a browser has no decoder for it cannot judge; ffmpeg and libheif do, in metadata.test.ts.
      if (/\.(?:jpg|png|webp|gif|avif|wav)$/.test(name)) expect(seen.original).not.toContain('not shown');
      // Chromium counts the time of subtitles, which are taken out, into the length of a fragmented film.
      if (name === 'subtitles-fragmented.mp4') expect(picture(seen.cleaned)).toBe(picture(seen.original));
      else expect(seen.cleaned).toBe(seen.original);
    });

    test.each([['photo.jpg', '48x64']])('%s is upright', async (name, size) => {
      const { cleaned } = await look(page, name);
      expect(cleaned.startsWith(size)).toBe(true);
    });
  });
});
