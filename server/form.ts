import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';

import { Busboy, type BusboyInstance } from '@fastify/busboy';

import { acceptBody, BodyError } from './body.ts';
import { Refusal } from './problems.ts';

const FIELD_CHARACTERS_MAX = 40; // a language tag
const HEADER_BYTES_MAX = 2_048; // of a part: browsers send two lines, one with the file's name
const HEADERS_MAX = 8;

export interface FormLimits {
  /** How long the form may take until {@link Form.expect} is called, and how much it may bring by then. */
  readonly withinMs: number;
  readonly bytesMax: number;
  /** From then on this many bytes at least must come in each stretch of time. */
  readonly stretchMs: number;
  readonly bytesAStretchMin: number;
}

/**
 * A plain HTML form (multipart/form-data) with one field and then one file, as it comes: nothing is held but what the streams
 * between hold. What else a body may have, it is refused for. The file's name is not looked at.
 */
export class Form {
  /** The field's value, once it came; what stands there is the sender's. */
  value: string | undefined;
  readonly #request: IncomingMessage;
  readonly #names: { readonly field: string; readonly file: string };
  readonly #limits: FormLimits;
  readonly #busboy: BusboyInstance;
  readonly #began = new Deferred<Readable>();
  readonly #ended = new Deferred<undefined>();
  #file: Readable | undefined;
  #bytesMax: number;
  #bytes = 0;
  #timer: NodeJS.Timeout;
  #isStopped = false;
  #failure: Error | undefined;

  /** Begins to take in the body of a request. Throws {@link Refusal} where it is no such form. */
  constructor(
    request: IncomingMessage,
    response: ServerResponse,
    names: { readonly field: string; readonly file: string },
    limits: FormLimits,
  ) {
    this.#request = request;
    this.#names = names;
    this.#limits = limits;
    this.#bytesMax = limits.bytesMax;
    this.#busboy = parserFor(request);
    this.#listen();
    this.#timer = setTimeout(() => {
      this.#fail(new BodyError('body-timeout'));
    }, limits.withinMs);
    acceptBody(request, response);
  }

  /** The file's bytes, as they come. Throws {@link BodyError} and {@link Refusal}. */
  async *file(): AsyncGenerator<Uint8Array> {
    try {
      yield* (await this.#began.promise) as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw this.#failure ?? error; // the parser, too, has words for a form that ends early
    }
  }

  /** Lets the form go on for as long as it keeps coming, up to so many bytes more. */
  expect(bytes: number): void {
    this.#bytesMax = this.#limits.bytesMax + bytes;
    clearTimeout(this.#timer);
    let before = this.#bytes;
    this.#timer = setInterval(() => {
      if (this.#bytes - before < this.#limits.bytesAStretchMin) this.#fail(new BodyError('body-timeout'));
      before = this.#bytes;
    }, this.#limits.stretchMs);
  }

  /** Resolves once the form has come to its proper end. */
  end(): Promise<void> {
    return this.#ended.promise;
  }

  /** Lets go of the request, wherever it stands; its rest is for whoever answers. */
  stop(): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#request.off('data', this.#onData).off('end', this.#onEnd).off('error', this.#onCut).off('close', this.#onCut);
    // A listener must stay: an error after this one would otherwise end the process.
    this.#request.on('error', ignore);
    this.#file?.destroy();
  }

  readonly #onData = (piece: Buffer) => {
    this.#bytes += piece.length;
    if (this.#bytes > this.#bytesMax) {
      this.#fail(new Refusal('form-malformed'));
      return;
    }
    this.#request.pause();
    this.#busboy.write(piece, () => {
      if (!this.#isStopped) this.#request.resume();
    });
  };

  readonly #onEnd = () => {
    this.#busboy.end();
  };

  readonly #onCut = () => {
    if (!this.#request.complete) this.#fail(new BodyError('body-incomplete'));
  };

  #listen(): void {
    const refuse = () => {
      this.#fail(new Refusal('form-malformed'));
    };
    this.#busboy
      .on('field', (name, value, nameIsCut, valueIsCut) => {
        if (name !== this.#names.field || this.#file || nameIsCut || valueIsCut) refuse();
        else this.value = value;
      })
      .on('file', (name, file) => {
        file.on('error', ignore); // whoever reads it hears of it; there may be nobody
        this.#file = file;
        if (name === this.#names.file) this.#began.resolve(file);
        else refuse();
      })
      .on('partsLimit', refuse)
      .on('filesLimit', refuse)
      .on('fieldsLimit', refuse)
      .on('error', refuse)
      .on('finish', () => {
        if (this.#file) this.#ended.resolve(undefined);
        else refuse();
      });
    this.#request.on('data', this.#onData).on('end', this.#onEnd).on('error', this.#onCut).on('close', this.#onCut);
  }

  #fail(error: Error): void {
    if (this.#isStopped) return;
    this.#failure = error;
    this.#file?.destroy(error);
    this.stop();
    this.#began.reject(error);
    this.#ended.reject(error);
  }
}

function parserFor(request: IncomingMessage): BusboyInstance {
  const type = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data *(?:;|$)/i.test(type))
    throw new Refusal('type-unsupported', { Accept: 'multipart/form-data' });
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: {
        parts: 2,
        fields: 1,
        files: 1,
        fieldSize: FIELD_CHARACTERS_MAX,
        headerPairs: HEADERS_MAX,
        headerSize: HEADER_BYTES_MAX,
      },
    });
  } catch {
    throw new Refusal('form-malformed');
  }
}

/** A promise that may fail before anybody waits for it. */
class Deferred<Value> {
  readonly promise: Promise<Value>;
  resolve!: (value: Value) => void;
  reject!: (error: Error) => void;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.promise.catch(ignore);
  }
}

function ignore(): void {
  // Told elsewhere, or to nobody.
}
