import { directorySchema, parse, problemSchema, PATHS, type Directory, type Problem } from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { note } from './terminal.ts';

/** How often a request that got no answer is tried again. */
const WAITS_MS = [1_000, 3_000, 8_000, 15_000] as const;
/** Tor circuits stall; a letter of 512 KiB at 3 kB/s takes three minutes. */
const ANSWER_WITHIN_MS = 240_000;

/** Requests to one server. Redirects are refused: they could lead anywhere. */
export class ServerClient {
  readonly #base: URL;

  constructor(base: URL) {
    this.#base = base;
  }

  urlOf(path: string): string {
    return new URL(path, this.#base).href;
  }

  /** Throws `network`. */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    try {
      return await fetch(this.urlOf(path), { redirect: 'error', ...init });
    } catch (error) {
      throw new Failure('network', reasonOf(error));
    }
  }

  /** The same for what may be sent twice; goes on after lost connections for half a minute. Throws `network`. */
  async requestPatiently(path: string, init: RequestInit = {}): Promise<Response> {
    for (const waitMs of WAITS_MS) {
      try {
        return await this.request(path, { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
      } catch {
        note(`No answer. Trying again in ${String(waitMs / 1000)} s ...`);
        await wait(waitMs);
      }
    }
    return this.request(path, { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  }

  async directory(): Promise<Directory> {
    const response = await this.request(PATHS.directory, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    if (!response.ok) throw await refusalOf(response);
    return parse(directorySchema, await jsonOf(response), 'statement-malformed');
  }
}

/** An address that is safe to send to. Throws `url-invalid`, `url-insecure`. */
export function serverUrl(text: string): URL {
  if (!URL.canParse(text)) throw new Failure('url-invalid', text);
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username !== '') throw new Failure('url-invalid', text);
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && !url.hostname.endsWith('.onion')) {
    throw new Failure('url-insecure', url.host);
  }
  return url;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

export async function problemOf(response: Response): Promise<Problem | null> {
  const parsed = problemSchema.safeParse(await jsonOf(response));
  return parsed.success ? parsed.data : null;
}

/** What to throw for an answer that says no. */
export async function refusalOf(response: Response): Promise<Failure> {
  return refusal(response.status, await problemOf(response));
}

export function refusal(status: number, problem: Problem | null): Failure {
  if (problem === null) return new Failure('answer-malformed', `status ${String(status)}`);
  return new Failure('server-refused', `${problem.code}: ${problem.detail}`);
}

export async function jsonOf(response: Response): Promise<unknown> {
  return response.json().catch(() => null);
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Node says "fetch failed" and keeps the reason to itself. */
function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.message;
}
