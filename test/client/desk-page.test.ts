import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { FRAME_STYLE } from '../../client/triage/frame-style.ts';
import { LANGUAGES } from '../../client/triage/messages/index.ts';
import { ERROR_MESSAGES } from '../../crypto/index.ts';
import { DESK } from '../journeys/desk.ts';

const page = await readFile(fileURLToPath(DESK), 'utf8');
const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
const decoded = policy.replaceAll('&#39;', "'").replaceAll('&amp;', '&');
const directives = new Map(decoded.split('; ').map((each) => [each.split(' ')[0], each.split(' ').slice(1)]));

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

test('the page lets nothing in and nothing out: all by hash, no connection, no origin that could be named', () => {
  expect(directives.get('default-src')).toEqual(["'none'"]);
  expect(decoded).not.toMatch(/connect-src|unsafe-inline|'unsafe-eval|https?:|\*|'self'/);
  expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
  expect(directives.get('trusted-types')).toEqual(['amparo']);
  expect(directives.get('form-action')).toEqual(["'none'"]);
  expect(directives.get('base-uri')).toEqual(["'none'"]);
  expect(directives.get('worker-src')).toEqual(['blob:']);
  expect(directives.get('frame-src')).toEqual(['blob:']);
});

test('its one script and its style are those that the policy allows', () => {
  const script = /<script>([^]*?)<\/script>/.exec(page)?.[1] ?? '';
  const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
  expect(script.length).toBeGreaterThan(10_000);
  expect(directives.get('script-src')).toEqual([hashOf(script), "'wasm-unsafe-eval'"]);
  expect(directives.get('style-src')).toEqual([hashOf(style), hashOf(FRAME_STYLE)]);
});

test('it names no address outside itself', () => {
  const markup = page.replace(/(<script[^>]*>)[^]*?<\/script>/g, '$1');
  expect([...markup.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).toEqual(['data:,']);
  expect(page).not.toMatch(/\bimport\("|importScripts\(|sourceMappingURL/);
});

test.each(LANGUAGES.map((language) => [language.tag, language] as const))(
  'every failure of the protocol that a reviewer can meet has words in %s',
  (_tag, { texts }) => {
    const met = Object.keys(ERROR_MESSAGES).filter((code) =>
      /^(?:letter|share|commitment|stream|length|padding-not|report-(?:not|invalid)|bundle|key-file|epoch-key-missing|casebook|case|evidence-(?:size|damaged)|roster-(?:invalid|conflict)|signature-invalid|statement-)/.test(
        code,
      ),
    );
    const spoken = Object.keys(texts.failures);
    expect(met.filter((code) => !spoken.includes(code))).toEqual([]);
    expect(met.length).toBeGreaterThan(20);
  },
);
