import { join } from 'node:path';

import Database from 'better-sqlite3';

import { toBytes, type Bytes } from '../../crypto/index.ts';

/** The letters that a data folder holds, in the order of their arrival. */
export function storedLetters(folder: string): Bytes[] {
  const database = new Database(join(folder, 'amparo.sqlite'), { readonly: true });
  const bodies = database.prepare('SELECT body FROM letters ORDER BY seq').pluck().all() as Buffer[];
  database.close();
  return bodies.map((body) => new Uint8Array(toBytes(body)));
}
