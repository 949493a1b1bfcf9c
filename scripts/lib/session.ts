import { PATHS, type SignIn } from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { problemOf, refusal, type ServerClient } from './server.ts';
import { warn } from './terminal.ts';

const ANSWER_WITHIN_MS = 60_000;

/** Signs in, works, and signs out whatever came of it. Throws `sign-in-failed`. */
export async function withSession<T>(
  server: ServerClient,
  account: SignIn,
  work: (cookie: string) => Promise<T>,
): Promise<T> {
  const cookie = await signIn(server, account);
  try {
    return await work(cookie);
  } finally {
    await signOut(server, cookie);
  }
}

async function signIn(server: ServerClient, account: SignIn): Promise<string> {
  const response = await server.request(PATHS.session, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(account),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  if (!response.ok) throw await failureOf(response);
  const [cookie] = response.headers.getSetCookie().map((header) => header.split(';')[0] ?? '');
  if (!cookie) throw new Failure('answer-malformed', 'no session');
  return cookie;
}

async function failureOf(response: Response): Promise<Failure> {
  const problem = await problemOf(response);
  if (problem?.code === 'sign-in-failed') return new Failure('sign-in-failed');
  const seconds = response.headers.get('Retry-After');
  if (problem?.code === 'sign-in-later' && seconds !== null) {
    return new Failure('server-refused', `too many attempts for this name; try again in ${seconds} s`);
  }
  return refusal(response.status, problem);
}

async function signOut(server: ServerClient, cookie: string): Promise<void> {
  const init = { method: 'DELETE', headers: { Cookie: cookie }, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) };
  const response = await server.request(PATHS.session, init).catch(() => null);
  if (!response?.ok) warn('could not sign out; the session ends by itself within a day.');
}
