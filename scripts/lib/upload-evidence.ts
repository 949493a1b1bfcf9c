import { DefaultHttpStack, Upload, type DetailedError, type HttpRequest } from 'tus-js-client';

import {
  AmparoError,
  CELL_BYTES,
  evidenceIdSchema,
  PATHS,
  problemSchema,
  WORK_HEADER,
  type Bytes,
} from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { parseJsonOrNull } from './public-file.ts';
import { refusal, type ServerClient } from './server.ts';
import { count, note, withProgress, type Progress } from './terminal.ts';
import { doWork, isWorkProblem } from './work.ts';

const RETRY_DELAYS_MS = [1_000, 3_000, 8_000, 15_000, 15_000];
const STALLED_AFTER_MS = 240_000; // Tor circuits stall; after that long a new one is the better bet
const MIB = 1_048_576;
const RETRIED_STATUSES = new Set([409, 423, 503]);

/** Sealed cells, each given as often as it is asked for. */
export interface CellSource {
  readonly count: number;
  cell(index: number): Promise<Bytes>;
}

/** Seals and uploads evidence cell by cell, going on where a broken connection left it; gives the id of the upload. */
export async function uploadEvidence(server: ServerClient, files: CellSource): Promise<string> {
  return withProgress(async (progress) => {
    const url = await upload(server, files, progress);
    const id = evidenceIdSchema.safeParse(new URL(url).pathname.split('/').at(-1));
    if (!id.success) throw new Failure('answer-malformed', 'address of the upload');
    return id.data;
  });
}

function upload(server: ServerClient, files: CellSource, progress: Progress): Promise<string> {
  const total = files.count * CELL_BYTES;
  const watch = new StallWatch();
  let isWorkDue = true;
  return new Promise<string>((resolve, reject) => {
    const uploading = new Upload(Buffer.alloc(0), {
      endpoint: server.urlOf(PATHS.evidence),
      fileReader: { openFile: () => Promise.resolve(sourceOf(files, total)) },
      httpStack: new DefaultHttpStack({}),
      uploadSize: total,
      chunkSize: CELL_BYTES,
      retryDelays: RETRY_DELAYS_MS,
      storeFingerprintForResuming: false, // nothing about a report is written to this machine
      fingerprint: () => Promise.resolve(''),
      async onBeforeRequest(request) {
        if (isWorkDue && request.getMethod() !== 'HEAD') {
          request.setHeader(WORK_HEADER, await doWork(server));
          isWorkDue = false;
        }
        watch.begin(request);
      },
      onAfterResponse() {
        watch.end();
      },
      onProgress(sent) {
        watch.moved();
        progress.show((seconds) => {
          const speed = seconds > 0 ? sent / MIB / seconds : 0;
          return `Uploading evidence: ${count(Math.floor(sent / MIB))} of ${count(total / MIB)} MiB, ${speed.toFixed(1)} MiB/s`;
        });
      },
      onShouldRetry(error) {
        const again = isWorthRetrying(error);
        isWorkDue ||= isWorkProblem(problemIn(error)?.code) || error.originalRequest.getMethod() === 'POST';
        if (again) note('The upload was interrupted. Going on ...');
        return again;
      },
      onError(error) {
        watch.end();
        reject(failureOf(error));
      },
      onSuccess() {
        watch.end();
        if (uploading.url === null) reject(new Failure('answer-malformed'));
        else resolve(uploading.url);
      },
    });
    uploading.start();
  });
}

/** Gives the rest of the cell in which `start` lies, so that no more than one is ever in memory. */
function sourceOf(files: CellSource, total: number) {
  return {
    size: total,
    async slice(start: number, end: number) {
      const index = Math.floor(start / CELL_BYTES);
      const cell = await files.cell(index);
      const piece = Buffer.from(cell.subarray(start - index * CELL_BYTES, end - index * CELL_BYTES));
      return { value: Object.assign(piece, { size: piece.length }), done: start + piece.length >= total };
    },
    close: () => undefined,
  };
}

/** Cuts off a request on which nothing has moved for long; the library then tries again. */
class StallWatch {
  #request: HttpRequest | undefined;
  #timer: NodeJS.Timeout | undefined;

  begin(request: HttpRequest): void {
    this.#request = request;
    this.moved();
  }

  moved(): void {
    clearTimeout(this.#timer);
    const request = this.#request;
    if (request) this.#timer = setTimeout(() => void request.abort(), STALLED_AFTER_MS);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#request = undefined;
  }
}

function isWorthRetrying(error: DetailedError): boolean {
  if (ownCause(error)) return false;
  const status = error.originalResponse?.getStatus();
  return status === undefined || RETRIED_STATUSES.has(status) || isWorkProblem(problemIn(error)?.code);
}

function failureOf(error: Error | DetailedError): Error {
  if (!('originalRequest' in error)) return error;
  const own = ownCause(error);
  if (own) return own;
  const status = error.originalResponse?.getStatus();
  return status === undefined ? new Failure('network', 'while uploading evidence') : refusal(status, problemIn(error));
}

/** What this side threw while a request was made ready; the library wraps it. */
function ownCause({ causingError }: DetailedError): Error | null {
  return causingError instanceof AmparoError || causingError instanceof Failure ? causingError : null;
}

function problemIn(error: DetailedError) {
  const parsed = problemSchema.safeParse(parseJsonOrNull(error.originalResponse?.getBody() ?? ''));
  return parsed.success ? parsed.data : null;
}
