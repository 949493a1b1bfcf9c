import { createServer, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { PROBLEM_TYPE } from '../../crypto/index.ts';
import { afterTest } from '../server/helpers.ts';

/** What happens to a request on its way: it is lost, its answer is, it is answered with this problem, or goes through. */
export type Fault = 'lost' | 'unanswered' | { readonly status: number; readonly code: string } | undefined;

export interface FaultyLine {
  readonly url: string;
  /** What was not lost and not refused. */
  readonly passed: readonly string[];
  /** The headers of every request, also of those that were refused. */
  readonly heard: readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[];
}

/** Something between a browser and a server that loses and refuses what `faultOf` says; `times` counts from 1 for each address. */
export async function faultyLine(target: string, faultOf: (path: string, times: number) => Fault): Promise<FaultyLine> {
  const counts = new Map<string, number>();
  const passed: string[] = [];
  const heard: { path: string; headers: IncomingHttpHeaders }[] = [];
  const line = createServer((incoming, response) => {
    const path = incoming.url ?? '';
    const times = (counts.get(path) ?? 0) + 1;
    counts.set(path, times);
    heard.push({ path, headers: incoming.headers });
    const fault = faultOf(path, times);
    if (fault === 'lost') {
      incoming.socket.destroy();
      return;
    }
    if (fault !== undefined && fault !== 'unanswered') {
      incoming.resume().once('end', () => {
        const body = { type: 'about:blank', title: 'Refused', detail: 'Refused on the way.', ...fault };
        response.writeHead(fault.status, { 'Content-Type': PROBLEM_TYPE }).end(JSON.stringify(body));
      });
      return;
    }
    passed.push(path);
    const onward = request(
      target + path,
      { method: incoming.method, headers: { ...incoming.headers, host: new URL(target).host } },
      (answer: IncomingMessage) => {
        if (fault === 'unanswered') {
          answer.resume().once('end', () => incoming.socket.destroy());
          return;
        }
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.once('error', () => incoming.socket.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  afterTest(async () => {
    line.closeAllConnections();
    await new Promise((resolve) => line.close(resolve));
  });
  return { url: `http://127.0.0.1:${String((line.address() as AddressInfo).port)}`, passed, heard };
}
