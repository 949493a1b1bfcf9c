import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { announce, folderArgument } from './child.ts';

/**
 * The least that a durable server on the same parts can be: every body that arrives in one turn of the event loop goes into one
 * transaction, and is answered once that is on disk. It checks nothing and knows nothing.
 */
const database = new Database(join(folderArgument(), 'bare.sqlite'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('CREATE TABLE letters (seq INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT');
const insert = database.prepare('INSERT INTO letters (body) VALUES (?)');
const insertAll = database.transaction((bodies: readonly Buffer[]) => {
  for (const body of bodies) insert.run(body);
});

let waiting: { readonly body: Buffer; readonly done: () => void }[] = [];

function commit(): void {
  const group = waiting;
  waiting = [];
  insertAll(group.map(({ body }) => body));
  for (const { done } of group) done();
}

const server = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    if (waiting.length === 0) setImmediate(commit);
    waiting.push({ body: Buffer.concat(pieces), done: () => response.writeHead(201).end('{}') });
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
announce(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, () => process.exit());
