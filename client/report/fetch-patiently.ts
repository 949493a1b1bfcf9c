import { failureOfProblem, SendError } from './failure.ts';

/** How often a request that got no answer is tried again before the person is asked. */
const WAITS_MS = [1_000, 3_000, 8_000, 15_000, 30_000] as const;
/** Tor circuits stall: better to ask again soon for what is small. */
const SMALL_ANSWER_WITHIN_MS = 45_000;
/** A letter of 512 KiB at 3 kB/s takes three minutes. */
const LETTER_ANSWER_WITHIN_MS = 240_000;
/** Timeout, and whatever is wrong on the server or a proxy just now. */
const PASSING_STATUSES: readonly number[] = [408, 500, 502, 503, 504];

/**
 * Fetches from our own server; goes on for a minute where connections are lost or the server has no room. The last answer is
 * given whatever it is. Throws `SendError('offline')` where there was none.
 */
export async function fetchPatiently(path: string, init: RequestInit, onWaiting: () => void): Promise<Response> {
  const withinMs = init.body === undefined ? SMALL_ANSWER_WITHIN_MS : LETTER_ANSWER_WITHIN_MS;
  for (const waitMs of WAITS_MS) {
    const response = await fetchOnce(path, init, withinMs);
    if (response && !PASSING_STATUSES.includes(response.status)) return response;
    onWaiting();
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  const response = await fetchOnce(path, init, withinMs);
  if (!response) throw new SendError('offline');
  return response;
}

/** The JSON of a good answer, or `SendError` for any other. */
export async function jsonOf(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new SendError(failureOfProblem(body));
  // Something between us answered in the server's place, such as the sign-in page of a hotel's network.
  if (body === undefined) throw new SendError('offline');
  return body;
}

async function fetchOnce(path: string, init: RequestInit, withinMs: number): Promise<Response | null> {
  try {
    return await fetch(path, {
      ...init,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(withinMs),
    });
  } catch {
    return null;
  }
}
