import { InvalidArgumentError, Option, type Command } from 'commander';

import { PATHS, totpCodeSchema, type SignIn } from '../../crypto/index.ts';
import type { PassphraseOptions } from './command.ts';
import { Failure } from './failure.ts';
import { askLine, askPassphrase, hasTerminal } from './passphrase.ts';
import { problemOf, refusal, type ServerClient } from './server.ts';
import { warn } from './terminal.ts';

const ANSWER_WITHIN_MS = 60_000;

/** What every command that signs in takes. */
export interface SignInOptions extends PassphraseOptions {
  readonly user: string;
  readonly totp?: string;
}

/** Adds the options of {@link SignInOptions}. */
export function signingIn(command: Command): Command {
  return command
    .requiredOption('--user <NAME>', 'name to sign in with')
    .option('--passphrase-file <FILE>', 'take the sign-in pass phrase from the first line of a file')
    .addOption(
      new Option('--totp <CODE>', 'code that the authenticator app shows; good once; left out: asked for').argParser(
        totpCode,
      ),
    );
}

/** Asks for what was not given. The server does not tell which accounts have a second factor: without a terminal to ask on there is none. */
export async function askSignIn({ user, passphraseFile, totp }: SignInOptions): Promise<SignIn> {
  const passphrase = await askPassphrase({ of: `the sign-in of ${user}`, file: passphraseFile });
  const asked = totp ?? (hasTerminal() ? await askLine(ASK_CODE, checkCode) : '');
  const code = asked.replace(/\s/g, '');
  return { name: user, passphrase, ...(code !== '' && { second: { kind: 'totp', code } }) };
}

const ASK_CODE = 'Code of the authenticator app (empty where the account has no second factor)';
const NOT_A_CODE = 'A code has six digits.';

function checkCode(typed: string): string | undefined {
  const code = typed.replace(/\s/g, '');
  return code === '' || totpCodeSchema.safeParse(code).success ? undefined : NOT_A_CODE;
}

function totpCode(text: string): string {
  if (text === '' || checkCode(text) !== undefined) throw new InvalidArgumentError(NOT_A_CODE);
  return text;
}

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
  const response = await postJson(server, PATHS.session, account);
  if (!response.ok) throw await failureOf(response);
  return cookieOf(response);
}

export function postJson(
  server: ServerClient,
  path: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return server.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
}

function cookieOf(response: Response): string {
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

/** Signs out of what an answer has just signed in to. */
export async function endSession(server: ServerClient, response: Response): Promise<void> {
  await signOut(server, cookieOf(response));
}

async function signOut(server: ServerClient, cookie: string): Promise<void> {
  const init = { method: 'DELETE', headers: { Cookie: cookie }, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) };
  const response = await server.request(PATHS.session, init).catch(() => null);
  if (!response?.ok) warn('could not sign out; the session ends by itself within a day.');
}
