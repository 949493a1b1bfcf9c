import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';

import { beforeAll, describe, expect, test } from 'vitest';

import { LANGUAGES } from '../../client/messages/index.ts';
import { isoDateOf } from '../../crypto/index.ts';
import { DEFAULT_FORM } from '../../scripts/lib/form-files.ts';
import { renderPages } from '../../scripts/render-pages.ts';
import { makeOffice, tempFolder } from '../server/helpers.ts';

const ASSETS = join(import.meta.dirname, '../../dist/assets');
const SODIUM = join(import.meta.dirname, '../../node_modules/libsodium/dist/modules-esm');
const KB = 1000;

const names = readdirSync(ASSETS).filter((name) => !/\.(?:br|gz)$/.test(name));
const chunk = (prefix: string): string => {
  const name = names.find((candidate) => candidate.startsWith(prefix));
  if (name === undefined) throw new Error(`no ${prefix} in ${names.join()}`);
  return name;
};
const asset = (name: string): string => readFileSync(join(ASSETS, name), 'utf8');
const brotli = (text: string): number => brotliCompressSync(text).length;

/** Scripts that a script loads before it runs. */
function staticImports(name: string): string[] {
  return [...asset(name).matchAll(/\bfrom\s*"\.\/([^"]+)"|\bimport\s*"\.\/([^"]+)"/g)].map(([, a, b]) => a ?? b ?? '');
}

const pages = new Map<string, string>();
const returnPages = new Map<string, string>();
beforeAll(async () => {
  const out = join(await tempFolder(), 'pages');
  const { directory } = await makeOffice();
  await renderPages({
    directory,
    form: DEFAULT_FORM,
    offline: null,
    today: isoDateOf(new Date()),
    assets: ASSETS,
    out,
  });
  for (const { tag } of LANGUAGES) {
    pages.set(tag, readFileSync(join(out, tag, 'index.html'), 'utf8'));
    returnPages.set(tag, readFileSync(join(out, tag, 'back/index.html'), 'utf8'));
  }
});

describe('weight, by brotli (ARCHITECTURE: figures to hold)', () => {
  test('what loads before typing: at most 35 KB in 6 requests, in every language', () => {
    const loaded = ['form.js', 'icon.svg'];
    expect(staticImports('form.js')).toEqual([]);
    for (const html of pages.values()) {
      const named = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)].map(([, name = '']) => name);
      expect(named.sort()).toEqual([...loaded].sort());
      expect(loaded.length + 1).toBeLessThanOrEqual(6);
      expect(brotli(html) + loaded.reduce((sum, name) => sum + brotli(asset(name)), 0)).toBeLessThan(35 * KB);
    }
  });

  test('all that sending needs: at most 180 KB', () => {
    const loaded = ['form.js', 'icon.svg', 'worker.js', chunk('libsodium-wrappers-')];
    // What either had to wait for would be a round trip more.
    expect(staticImports('worker.js')).toEqual([]);
    expect(staticImports(chunk('libsodium-wrappers-'))).toEqual([]);
    const html = Math.max(...[...pages.values()].map(brotli));
    expect(html + loaded.reduce((sum, name) => sum + brotli(asset(name)), 0)).toBeLessThan(180 * KB);
  });

  test('coming back with digits: at most 35 KB before typing, 180 KB to read an answer, and no list of words', () => {
    const before = ['back.js', 'icon.svg'];
    const loaded = [...before, 'back-worker.js', chunk('libsodium-wrappers-')];
    expect(
      before.concat('back-worker.js').flatMap((name) => (name.endsWith('.js') ? staticImports(name) : [])),
    ).toEqual([]);
    const weight = (all: readonly string[]) => all.reduce((sum, name) => sum + brotli(asset(name)), 0);
    const html = Math.max(...[...returnPages.values()].map(brotli));
    expect(html + weight(before)).toBeLessThan(35 * KB);
    expect(html + weight(loaded)).toBeLessThan(180 * KB);
    expect(asset('back-worker.js')).not.toContain('abandon');
    expect(asset(chunk('english-'))).toContain('abandon');
  });

  test('the WebAssembly that is loaded is libsodium, byte for byte, in characters that brotli sees through', () => {
    const [, characters = ''] = /btoa\((`(?:[^`\\]|\\[^])*`)\)/.exec(asset(chunk('libsodium-wrappers-'))) ?? [];
    const source = readFileSync(join(SODIUM, 'libsodium.mjs'), 'utf8');
    expect(source).toContain(`"${btoa(String(runInNewContext(characters)))}"`);
    expect(brotli(asset(chunk('libsodium-wrappers-')))).toBeLessThan(110 * KB);
  });

  test('libsodium comes in two builds, and the worker loads one of them: WebAssembly, or script where that is off', () => {
    expect(asset(chunk('sodium-script-')).length).toBeGreaterThan(500 * KB); // carries the fallback in script
    expect(asset('worker.js')).toMatch(/typeof WebAssembly/);
  });
});

describe('what is shipped', () => {
  test('makes no code from text and stores nothing', () => {
    for (const name of names.filter((candidate) => candidate.endsWith('.js'))) {
      const script = asset(name);
      expect(script, name).not.toMatch(
        /\beval\(|new Function\b|document\.cookie|localStorage|sessionStorage|indexedDB|serviceWorker/,
      );
    }
  });

  test('pages hold no script and no handler inline, one style that is the same in all, and name no other site but the way out', () => {
    for (const html of [...pages.values(), ...returnPages.values()]) {
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=/);
      expect([...html.matchAll(/<style>([^<]*)<\/style>/g)].map(([, style]) => style)).toEqual([asset('report.css')]);
      expect(html.split('<style')).toHaveLength(2);
      expect([...html.matchAll(/https?:\/\/[^"/]+/g)].map(([address]) => address)).toEqual(['https://www.bbc.com']);
    }
  });

  test('the style is the same from right to left: no side is named', () => {
    expect(asset('report.css')).not.toMatch(/[\s;{-](?:left|right)\s*:|text-align:\s*(?:left|right)/);
  });

  test('each page says its language, its direction, and that nobody has checked it yet', () => {
    for (const { tag, direction, texts } of LANGUAGES) {
      expect(pages.get(tag)).toContain(`<html lang="${tag}" dir="${direction}">`);
      expect(pages.get(tag)).toContain(texts.page.unreviewed);
    }
  });
});
