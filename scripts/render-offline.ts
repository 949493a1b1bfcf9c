import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';

import type { PageFacts } from '../client/report/view/facts.ts';
import { INLINE } from '../client/report/view/inline.tsx';
import { OfflinePage } from '../client/report/view/page.tsx';
import type { Directory } from '../crypto/index.ts';

export interface InlineParts {
  readonly style: string;
  readonly script: string;
  readonly worker: string;
}

/** What the build has made for pages in one file: `dist/inline`, and the style of all pages. */
export async function readInlineParts(assets: string, inline: string): Promise<InlineParts> {
  const read = (folder: string, name: string) => readFile(join(folder, name), 'utf8');
  const [style, script, worker] = await Promise.all([
    read(assets, 'report.css'),
    read(inline, 'page.js'),
    read(inline, 'worker.js'),
  ]);
  return { style, script: harmless(script), worker: harmless(worker) };
}

/** The page that works offline, in one language: one file that loads nothing and may do nothing but what stands in it. */
export function renderOffline(facts: PageFacts, directory: Directory, parts: InlineParts): string {
  const values: Readonly<Record<keyof typeof INLINE, string>> = {
    policy: policyFor(parts),
    style: parts.style,
    directory: JSON.stringify(directory).replaceAll('<', '\\u003c'),
    worker: parts.worker,
    script: parts.script,
  };
  const page = renderToString(h(OfflinePage, facts));
  const filled = Object.entries(INLINE).reduce((text, [name, place]) => {
    const [before, after, ...more] = text.split(place);
    if (before === undefined || after === undefined || more.length > 0) throw new Error(`${place} stands not once`);
    return before + values[name as keyof typeof INLINE] + after;
  }, page);
  return `<!doctype html>${filled}`;
}

/** By hash: no other script or style runs in it, whatever a report or a roster holds, and no request leaves it. */
function policyFor({ style, script }: InlineParts): string {
  const directives = {
    'default-src': ["'none'"],
    'script-src': [hashOf(script), 'blob:', "'wasm-unsafe-eval'"],
    'worker-src': ['blob:'],
    'style-src': [hashOf(style)],
    'img-src': ['blob:', 'data:'],
    'media-src': ['blob:'],
    'form-action': ["'none'"],
    'base-uri': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['amparo'],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Inside a script element these would end it, or hide its end; inside a string or pattern of the script the escape changes nothing. */
function harmless(script: string): string {
  return script.replace(/<(?=\/script|!--)/gi, '\\x3c');
}
