import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { CELL_BYTES, toBytes, type Bytes } from '../../crypto/index.ts';

/** The letters that a data folder holds, in the order of their arrival. */
export function storedLetters(folder: string): Bytes[] {
  const bodies = read(folder, 'SELECT body FROM letters ORDER BY seq') as Buffer[];
  return bodies.map((body) => new Uint8Array(toBytes(body)));
}

/** The cells of the evidence that the last letter names. */
export async function* storedEvidence(folder: string): AsyncGenerator<Bytes> {
  const [id] = read(folder, 'SELECT evidence FROM letters ORDER BY seq DESC LIMIT 1') as (string | null)[];
  if (typeof id !== 'string') throw new Error('the last letter names no evidence');
  const bytes = readFileSync(join(folder, 'evidence', id));
  for (let at = 0; at < bytes.length; at += CELL_BYTES) {
    yield await Promise.resolve(new Uint8Array(bytes.subarray(at, at + CELL_BYTES)));
  }
}

function read(folder: string, query: string): unknown[] {
  const database = new Database(join(folder, 'amparo.sqlite'), { readonly: true });
  const rows = database.prepare(query).pluck().all();
  database.close();
  return rows;
}
