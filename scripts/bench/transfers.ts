import type { CDPSession, Page, Protocol } from 'puppeteer-core';

/** One answer of the server, as it went over the line. */
export interface Transfer {
  readonly method: string;
  readonly path: string;
  /** Head and body, as compressed. */
  readonly bytes: number;
  /** Asked for by the page itself, or by one of its workers. */
  readonly by: 'page' | 'worker';
}

const LOOK_EVERY_MS = 50;
const WITHIN_MS = 60_000;

/** What a page and its workers load, from when it is watched on. */
export class Transfers {
  readonly #begun = new Map<string, Pick<Transfer, 'method' | 'path' | 'by'> & { bodyBytes: number }>();
  readonly #done: Transfer[] = [];

  /** Of the page that the session is of. */
  constructor(page: Page, session: CDPSession) {
    this.#listen(session, 'page');
    page.on('workercreated', (worker) => {
      this.#listen(worker.client, 'worker'); // its network events are on already: puppeteer asks for them
    });
  }

  get all(): readonly Transfer[] {
    return [...this.#done];
  }

  /** Waits for an answer, whether it has come already or not. */
  async waitFor(isIt: (transfer: Transfer) => boolean, signal: AbortSignal): Promise<Transfer> {
    const end = Date.now() + WITHIN_MS;
    while (Date.now() < end && !signal.aborted) {
      const found = this.#done.find(isIt);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    throw new Error('the page did not load what it was expected to');
  }

  #listen(session: CDPSession, by: Transfer['by']): void {
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
      const path = new URL(request.url).pathname;
      this.#begun.set(requestId, { method: request.method, path, by, bodyBytes: 0 });
    });
    session.on('Network.responseReceived', ({ requestId, response }) => {
      const begun = this.#begun.get(requestId);
      if (begun) begun.bodyBytes = contentLength(response);
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const begun = this.#begun.get(requestId);
      if (!begun) return;
      this.#begun.delete(requestId);
      const { bodyBytes, ...asked } = begun;
      // Of a worker's own script Chromium counts the head alone.
      this.#done.push({ ...asked, bytes: encodedDataLength + (encodedDataLength < bodyBytes ? bodyBytes : 0) });
    });
  }
}

function contentLength({ headers }: Protocol.Network.Response): number {
  const [, length = '0'] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-length') ?? [];
  return Number(length);
}
