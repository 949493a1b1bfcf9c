import { Upload, type HttpRequest } from 'tus-js-client';

import { CELL_BYTES, encodeWork, PATHS, WORK_HEADER, type Bytes, type Work } from '../../../crypto/index.ts';

import { troubleOf, type Trouble } from './trouble.ts';

/** Tor circuits stall; after that long a new one is the better bet. */
const STALLED_AFTER_MS = 240_000;

/** Bytes of a sealed cell; `null` where all are sent. */
export interface SealedPart {
  readonly bytes: Bytes | null;
  readonly isLast: boolean;
}

export interface TransferOptions {
  /** Of the upload that is to go on; `null` begins a new one. */
  readonly url: string | null;
  /** Shown with the first request that may need it. */
  readonly work: Work | null;
  /** The rest of the cell in which `offset` lies, as soon as there is one. */
  readonly partFrom: (offset: number) => Promise<SealedPart>;
  readonly onBegun: (url: string) => void;
  /** How many bytes went out, and how many the server said it has. */
  readonly onSent: (bytes: number) => void;
  readonly onAccepted: (bytes: number) => void;
}

export type TransferEnd = 'done' | 'stopped' | Trouble;

/** One try to get an upload on, cell by cell, until all is there, something is in the way, or it is stopped. */
export class Transfer {
  readonly ended: Promise<TransferEnd>;
  readonly #upload: Upload;
  #end: ((how: TransferEnd) => void) | undefined;
  #stallTimer: ReturnType<typeof setTimeout> | undefined;
  #work: Work | null;

  constructor(options: TransferOptions) {
    this.#work = options.work;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    this.#upload = this.#prepare(options);
    this.#upload.start();
  }

  stop(): void {
    this.#finish('stopped');
  }

  #prepare({ url, partFrom, onBegun, onSent, onAccepted }: TransferOptions): Upload {
    const slice = async (start: number) => {
      const { bytes, isLast } = await this.#whileRunning(partFrom(start));
      return { value: bytes && Object.assign(bytes, { size: bytes.length }), done: isLast };
    };
    const upload = new Upload(new Blob(), {
      // Never both: the library would begin a new upload by itself, under the same key, where the old one is gone.
      ...(url === null ? { endpoint: new URL(PATHS.evidence, location.href).href } : { uploadUrl: url }),
      fileReader: { openFile: () => Promise.resolve({ size: 0, slice, close: () => undefined }) },
      uploadLengthDeferred: true,
      chunkSize: CELL_BYTES,
      retryDelays: null,
      storeFingerprintForResuming: false, // nothing is kept in the browser
      fingerprint: () => Promise.resolve(''),
      onBeforeRequest: async (request) => {
        await this.#whileRunning(Promise.resolve());
        this.#showWork(request);
        this.#watch();
      },
      onAfterResponse: () => {
        this.#unwatch();
      },
      onUploadUrlAvailable: () => {
        if (upload.url !== null) onBegun(upload.url);
      },
      onProgress: (sent) => {
        if (this.#stallTimer !== undefined) this.#watch();
        onSent(sent);
      },
      onChunkComplete: (_size, accepted) => {
        onAccepted(accepted);
      },
      onError: (error) => {
        this.#finish(troubleOf(error));
      },
      onSuccess: () => {
        this.#finish('done');
      },
    });
    return upload;
  }

  #showWork(request: HttpRequest): void {
    if (this.#work === null || request.getMethod() === 'HEAD') return;
    request.setHeader(WORK_HEADER, encodeWork(this.#work));
    this.#work = null;
  }

  /** Begins to wait for the next sign of life. */
  #watch(): void {
    this.#unwatch();
    this.#stallTimer = setTimeout(() => {
      this.#finish({ kind: 'line' });
    }, STALLED_AFTER_MS);
  }

  #unwatch(): void {
    clearTimeout(this.#stallTimer);
    this.#stallTimer = undefined;
  }

  #finish(how: TransferEnd): void {
    if (!this.#end) return;
    this.#unwatch();
    this.#end(how);
    this.#end = undefined;
    void this.#upload.abort();
  }

  /** What comes after the end goes nowhere: the library would send it on its way, beside the transfer that follows this one. */
  async #whileRunning<Value>(value: Promise<Value>): Promise<Value> {
    try {
      return await value;
    } finally {
      if (!this.#end) await new Promise(() => undefined);
    }
  }
}
