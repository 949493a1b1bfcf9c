import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';

import { FRAME_STYLE } from '../client/triage/frame-style.ts';
import { INLINE, TriageDocument } from '../client/triage/view/document.tsx';
import { fillPlaces, harmless, policyFor } from './inline-page.ts';

export interface TriageParts {
  readonly script: string;
  readonly worker: string;
  readonly style: string;
}

/** The reviewers' page as one file. There is no source that anything could be sent to: `connect-src` is not even named. */
export function renderTriage({ script, worker, style }: TriageParts): string {
  const safe = harmless(script);
  const policy = policyFor({
    scripts: [safe],
    styles: [style, FRAME_STYLE],
    beside: { 'img-src': ['data:'], 'media-src': ['blob:', 'data:'], 'frame-src': ['blob:'] },
  });
  const values = { policy, style, worker: harmless(worker), script: safe };
  return fillPlaces(renderToString(h(TriageDocument, {})), INLINE, values);
}
