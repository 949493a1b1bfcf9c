import { WORK_HEADER, type Bytes } from '../../crypto/index.ts';
import { problemOf, refusal, wait, type ServerClient } from './server.ts';
import { note } from './terminal.ts';
import { doWork, isWorkProblem } from './work.ts';

/** A server that restarts forgets its challenges; one that refuses this often is at fault itself. */
const TRIES = 5;
const BUSY = 503;
const WAIT_SECONDS_DEFAULT = 10;
const WAIT_SECONDS_MAX = 60;

/** Posts what costs work and may be sent twice, until the server has taken it. */
export async function postWithWork(
  server: ServerClient,
  path: string,
  body: Bytes,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  let work = await doWork(server);
  for (let tries = 1; ; tries += 1) {
    const init = { method: 'POST', headers: { ...headers, [WORK_HEADER]: work }, body };
    const response = await server.requestPatiently(path, init);
    if (response.ok) return response;
    const problem = await problemOf(response);
    if (tries >= TRIES || !(response.status === BUSY || isWorkProblem(problem?.code))) {
      throw refusal(response.status, problem);
    }
    if (response.status === BUSY) await waitAsAsked(response);
    work = await doWork(server);
  }
}

async function waitAsAsked(response: Response): Promise<void> {
  const asked = Number(response.headers.get('Retry-After') ?? WAIT_SECONDS_DEFAULT);
  const seconds = Math.min(WAIT_SECONDS_MAX, Number.isFinite(asked) && asked >= 0 ? asked : WAIT_SECONDS_DEFAULT);
  note(`The server is busy. Trying again in ${String(seconds)} s ...`);
  await wait(seconds * 1000);
}
