import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';

import type { PageFacts } from '../client/report/view/facts.ts';
import { INLINE } from '../client/report/view/inline.tsx';
import { OfflinePage } from '../client/report/view/page.tsx';
import type { Directory } from '../crypto/index.ts';
import { fillPlaces, harmless, policyFor } from './inline-page.ts';

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
    policy: policyOf(parts),
    style: parts.style,
    directory: JSON.stringify(directory).replaceAll('<', '\\u003c'),
    worker: parts.worker,
    script: parts.script,
  };
  return fillPlaces(renderToString(h(OfflinePage, facts)), INLINE, values);
}

function policyOf({ style, script }: InlineParts): string {
  return policyFor({
    scripts: [script],
    styles: [style],
    beside: { 'script-src': ['blob:'], 'img-src': ['blob:', 'data:'], 'media-src': ['blob:'] },
  });
}
