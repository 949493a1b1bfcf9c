import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { MAILBOX_BYTES, MAILBOX_TYPE } from '../../../crypto/index.ts';
import { announce } from './child.ts';

/** The least that a server of answers of this size can be: always the same bytes, at once. It looks up nothing and draws nothing. */
const answer = randomBytes(MAILBOX_BYTES);
const headers = { 'Content-Type': MAILBOX_TYPE, 'Content-Length': MAILBOX_BYTES };

const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(200, headers).end(answer));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
announce(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, () => process.exit());
