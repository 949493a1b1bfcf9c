import { SendError } from './failure.ts';

/** How often a request that got no answer is tried again before the person is asked. */
const WAITS_MS = [1_000, 3_000, 8_000, 15_000] as const;
/** Tor circuits stall; a letter of 512 KiB at 3 kB/s takes three minutes. */
const ANSWER_WITHIN_MS = 240_000;

/** Fetches from our own server; goes on after lost connections for half a minute. Throws `SendError('offline')`. */
export async function fetchPatiently(path: string, init: RequestInit, onWaiting: () => void): Promise<Response> {
  for (const waitMs of [...WAITS_MS, null]) {
    try {
      return await fetch(path, {
        ...init,
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
    } catch {
      if (waitMs === null) break;
      onWaiting();
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  throw new SendError('offline');
}
