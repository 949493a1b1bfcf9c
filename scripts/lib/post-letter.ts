import {
  EVIDENCE_HEADER,
  LETTER_TYPE,
  PATHS,
  reportAnswerSchema,
  WORK_HEADER,
  type Letter,
} from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { jsonOf, problemOf, refusal, wait, type ServerClient } from './server.ts';
import { note } from './terminal.ts';
import { doWork, isWorkProblem } from './work.ts';

/** A server that restarts forgets its challenges; one that refuses this often is at fault itself. */
const TRIES = 5;
const BUSY = 503;
const WAIT_SECONDS_DEFAULT = 10;
const WAIT_SECONDS_MAX = 60;

/** Posts a letter until the server says that it is stored, and gives its id. Sending the same letter twice stores it once. */
export async function postLetter(server: ServerClient, letter: Letter, evidence: string | null): Promise<string> {
  let work = await doWork(server);
  for (let tries = 1; ; tries += 1) {
    const response = await server.requestPatiently(PATHS.reports, {
      method: 'POST',
      headers: {
        'Content-Type': LETTER_TYPE,
        [WORK_HEADER]: work,
        ...(evidence !== null && { [EVIDENCE_HEADER]: evidence }),
      },
      body: letter,
    });
    if (response.ok) return idIn(await jsonOf(response));
    const problem = await problemOf(response);
    if (tries >= TRIES || !(response.status === BUSY || isWorkProblem(problem?.code))) {
      throw refusal(response.status, problem);
    }
    if (response.status === BUSY) await waitAsAsked(response);
    work = await doWork(server);
  }
}

function idIn(body: unknown): string {
  const parsed = reportAnswerSchema.safeParse(body);
  if (!parsed.success) throw new Failure('answer-malformed');
  return parsed.data.id;
}

async function waitAsAsked(response: Response): Promise<void> {
  const asked = Number(response.headers.get('Retry-After') ?? WAIT_SECONDS_DEFAULT);
  const seconds = Math.min(WAIT_SECONDS_MAX, Number.isFinite(asked) && asked >= 0 ? asked : WAIT_SECONDS_DEFAULT);
  note(`The server is busy. Trying again in ${String(seconds)} s ...`);
  await wait(seconds * 1000);
}
