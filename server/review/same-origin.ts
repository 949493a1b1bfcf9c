import type { Request } from 'express';

import { Refusal } from '../problems.ts';

/** Refuses what a browser says it sends on behalf of another site. Clients that are no browsers say nothing. */
export function refuseCrossSite(request: Request): void {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refusal('cross-site');
}

/** For requests that change something: only from a page of this very server, or from no browser at all. */
export function requireSameOrigin(request: Request): void {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin') throw new Refusal('cross-site');
  const origin = request.get('Origin');
  if (origin !== undefined && hostOf(origin) !== request.get('Host')) throw new Refusal('cross-site');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
