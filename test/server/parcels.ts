import { readdir } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';

import {
  asLetter,
  concatBytes,
  LETTER_MAGIC,
  LETTER_SIZES,
  PARCEL_FORM,
  PATHS,
  toBytes,
  writeParcel,
  type Bytes,
  type Letter,
  type Stamp,
} from '../../crypto/index.ts';
import type { TestApp } from './helpers.ts';

/** The stamps of {@link stampedLetter}, found by search once and for all: each costs seconds. */
const COUNTERS = [
  351, 649, 77, 170, 243, 173, 269, 36, 80, 143, 21, 217, 351, 610, 196, 795, 208, 22, 573, 163, 128, 6, 19, 31,
];

/** What a server takes for a letter, with a stamp that holds; another one for each number. */
export function stampedLetter(number: number): { readonly letter: Letter; readonly stamp: Stamp } {
  const letter = new Uint8Array(LETTER_SIZES[0]);
  letter.set(LETTER_MAGIC);
  new DataView(letter.buffer).setUint32(LETTER_MAGIC.length, number);
  const counter = COUNTERS[number];
  if (counter === undefined) throw new RangeError(`no stamp for letter ${String(number)}`);
  return { letter: asLetter(letter), stamp: { counter } };
}

export async function parcelOf(number: number, cells: readonly Bytes[] = []): Promise<Bytes> {
  return joined(writeParcel({ ...stampedLetter(number), count: cells.length, cells }));
}

export async function joined(pieces: AsyncIterable<Uint8Array>): Promise<Bytes> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return concatBytes(...all);
}

/** As a browser asks for a page. */
export const BROWSER = { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
export const JSON_ONLY = { Accept: 'application/json' };

/** Posts the form as a browser does, and follows nothing. */
export function postForm(url: string, parcel: Bytes, language = 'es', headers: object = BROWSER): Promise<Response> {
  const form = new FormData();
  form.set(PARCEL_FORM.language, language);
  form.set(PARCEL_FORM.file, new Blob([parcel]), 'report.amparo');
  return fetch(url + PATHS.parcels, { method: 'POST', body: form, headers: { ...headers }, redirect: 'manual' });
}

export const BOUNDARY = 'a-boundary';

/** One part of a form, written out. */
export function part(disposition: string, content: Uint8Array | string, more = ''): Bytes {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\n${more}\r\n`;
  return toBytes(Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n')]));
}

export const LANGUAGE_PART = part('name="language"', 'es');
export const END_OF_FORM = toBytes(Buffer.from(`--${BOUNDARY}--\r\n`));

export function filePart(parcel: Uint8Array, name = 'report.amparo'): Bytes {
  return part(`name="parcel"; filename="${name}"`, parcel, 'Content-Type: application/octet-stream\r\n');
}

/** Any bytes as a form. */
export function postBytes(
  url: string,
  body: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(url + PATHS.parcels, {
    method: 'POST',
    body: toBytes(body),
    headers: { ...JSON_ONLY, 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`, ...headers },
    redirect: 'manual',
  });
}

/** A form on its way over a connection that the test holds. */
export function openForm(url: string, length: number, headers: Readonly<Record<string, string>> = JSON_ONLY): SlowForm {
  return new SlowForm(connect(Number(new URL(url).port), '127.0.0.1'), length, headers);
}

export class SlowForm {
  readonly socket: Socket;
  /** The answer, once the connection is over or the answer whole. */
  readonly answer: Promise<string>;

  constructor(socket: Socket, length: number, headers: Readonly<Record<string, string>>) {
    this.socket = socket;
    const all = {
      Host: 'localhost',
      Connection: 'close',
      'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
      'Content-Length': String(length),
      ...headers,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`POST ${PATHS.parcels} HTTP/1.1\r\n${lines.join('')}\r\n`);
    this.answer = new Promise((resolve) => {
      let text = '';
      socket.setEncoding('latin1');
      socket.on('data', (piece: Buffer | string) => {
        text += String(piece);
        if (text.includes('\r\n\r\n')) resolve(text);
      });
      socket.on('error', () => undefined);
      socket.once('close', () => {
        resolve(text);
      });
    });
  }

  write(bytes: Uint8Array): void {
    this.socket.write(bytes);
  }
}

/** What the server has: how many letters, and which blobs. */
export async function kept({ deps }: TestApp): Promise<{ letters: number; blobs: string[] }> {
  const outlook = await deps.store.outlookAfter(0);
  return { letters: outlook?.letters ?? -1, blobs: await readdir(deps.blobs.folder) };
}

/** Waits for what happens behind a closed connection. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200 && !(await isSo()); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
