import {
  BUNDLE_TYPE,
  invitationAnswerSchema,
  OUTBOUND_TYPE,
  passkeyAnswerSchema,
  PATHS,
  problemSchema,
  repliesAnswerSchema,
  statusSchema,
  type EnrolmentRequest,
  type InvitationAnswer,
  type RepliesAnswer,
  type ReviewStatus,
  type SignIn,
} from '../../crypto/index.ts';
import type { Bytes } from '../../crypto/index.ts';
import { Trouble } from './trouble.ts';

interface Schema<Value> {
  safeParse(value: unknown): { success: true; data: Value } | { success: false };
}

/** What the page asks of its server. Each throws {@link Trouble}. */
export async function signIn(account: SignIn): Promise<void> {
  await ask(PATHS.session, json(account));
}

/** What the browser is to ask a passkey; `null` where there can be none. */
export async function askPasskey(): Promise<Readonly<Record<string, unknown>> | null> {
  return (await read(await ask(PATHS.passkey, json({})), passkeyAnswerSchema)).passkey;
}

export async function readInvitation(code: string): Promise<InvitationAnswer> {
  return read(await ask(PATHS.invitation, json({ code })), invitationAnswerSchema);
}

export async function enrol(request: EnrolmentRequest): Promise<void> {
  await ask(PATHS.enrolment, json(request));
}

/** Of what came after the cursor, or since the last fetch of the account. */
export async function fetchStatus(after?: number): Promise<ReviewStatus> {
  return read(await ask(PATHS.status + (after === undefined ? '' : `?after=${String(after)}`)), statusSchema);
}

/** Everything up to the cursor is saved. */
export async function confirmFetched(cursor: number): Promise<void> {
  await ask(PATHS.fetched, json({ cursor }));
}

export async function signOut(everywhere: boolean): Promise<void> {
  await ask(everywhere ? PATHS.sessions : PATHS.session, { method: 'DELETE' });
}

export async function deliver(body: Bytes): Promise<RepliesAnswer> {
  const init = { method: 'POST', headers: { 'Content-Type': OUTBOUND_TYPE }, body };
  return read(await ask(PATHS.replies, init), repliesAnswerSchema);
}

/** The letters after a cursor, as they come. */
export async function openBundle(after: number, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  const response = await ask(`${PATHS.bundle}?after=${String(after)}`, { signal });
  if (response.headers.get('Content-Type') !== BUNDLE_TYPE || response.body === null)
    throw new Trouble('bundle-malformed');
  return piecesOf(response.body);
}

/** Chromium lets streams be gone through like this only since version 124. */
async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function json(body: object): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, { cache: 'no-store', redirect: 'error', ...init }).catch(() => null);
  if (response === null) throw new Trouble('network');
  if (!response.ok) throw await troubleIn(response);
  return response;
}

async function troubleIn(response: Response): Promise<Trouble> {
  const problem = problemSchema.safeParse(await response.json().catch(() => null));
  const seconds = Number(response.headers.get('Retry-After') ?? NaN);
  return new Trouble(problem.success ? problem.data.code : 'network', Number.isFinite(seconds) ? seconds : undefined);
}

async function read<Value>(response: Response, schema: Schema<Value>): Promise<Value> {
  const parsed = schema.safeParse(await response.json().catch(() => null));
  if (parsed.success) return parsed.data;
  throw new Trouble('answer-malformed');
}
