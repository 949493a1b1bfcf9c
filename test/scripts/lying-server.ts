import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import {
  concatBytes,
  MAILBOX_BYTES,
  MAILBOX_TYPE,
  PATHS,
  systemRandom,
  type Bytes,
  type Directory,
} from '../../crypto/index.ts';
import { afterTest } from '../server/helpers.ts';

/** A server that answers as an attacker wants, in the form of an honest one. `pages`: what lies in the mailbox, page by page. */
export async function startLyingServer(directory: Directory, pages: readonly (readonly Bytes[])[]): Promise<string> {
  let asked = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.url === PATHS.directory) {
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(directory));
        return;
      }
      const answer = filled(pages[asked] ?? []);
      asked += 1;
      response.writeHead(200, { 'Content-Type': MAILBOX_TYPE }).end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterTest(
    () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

function filled(replies: readonly Bytes[]): Bytes {
  const rest = MAILBOX_BYTES - replies.reduce((total, { length }) => total + length, 0);
  return concatBytes(...replies, ...(rest > 0 ? [noise(rest)] : []));
}

/** More than the system gives at once. */
function noise(length: number): Bytes {
  const pieces = Array.from({ length: Math.ceil(length / 16_384) }, () => systemRandom(16_384));
  return concatBytes(...pieces).slice(0, length);
}
