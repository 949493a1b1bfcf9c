import {
  encodePoll,
  inOrder,
  MAILBOX_TYPE,
  missingReplies,
  openMailbox,
  PATHS,
  POLL_TYPE,
  repliesIn,
  toBase64,
  type Bytes,
  type Case,
  type ErrorCode,
  type IsoDate,
  type MissingReply,
  type OpenedReply,
  type Roster,
} from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { refusalOf, type ServerClient } from './server.ts';

/** 400 replies: more than one a day for as long as a server keeps them, and an end to a server that never stops. */
const PAGES_MAX = 100;

export interface Mailbox {
  /** Oldest first, each once. */
  readonly replies: readonly OpenedReply[];
  readonly missing: readonly MissingReply[];
  readonly refused: readonly ErrorCode[];
  /** How many places of an answer held what another place of it held already: no honest server does that. */
  readonly repeated: number;
  /** Different replies of one reviewer under one number. */
  readonly ambiguous: readonly { readonly name: string; readonly number: number }[];
}

/** Asks for page after page until one brings nothing new. Throws as `openMailbox`. */
export async function readMailbox(server: ServerClient, of: Case, roster: Roster, today: IsoDate): Promise<Mailbox> {
  let replies: readonly OpenedReply[] = [];
  const refused: ErrorCode[] = [];
  let repeated = 0;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer = await poll(server, of, page);
    const opened = await openMailbox(answer, of, roster);
    const known = replies.length;
    // Each once: a reply that comes between two questions moves the pages on, and so one may come on two of them.
    replies = inOrder([...replies, ...opened.replies]);
    refused.push(...opened.refused);
    repeated += repeatsIn(answer);
    if (replies.length + opened.refused.length === known) break;
  }
  // Since when the case is, only the log could say.
  const missing = missingReplies(replies, null, today);
  return { replies, missing, refused, repeated, ambiguous: ambiguousIn(replies) };
}

async function poll(server: ServerClient, { locator }: Case, page: number): Promise<Bytes> {
  const response = await server.requestPatiently(PATHS.mailboxes, {
    method: 'POST',
    headers: { 'Content-Type': POLL_TYPE },
    body: encodePoll({ locator, page }),
  });
  if (!response.ok) throw await refusalOf(response);
  if (response.headers.get('Content-Type') !== MAILBOX_TYPE) throw new Failure('answer-malformed', 'mailbox');
  return new Uint8Array(await response.arrayBuffer());
}

function repeatsIn(answer: Bytes): number {
  const places = repliesIn(answer);
  return places.length - new Set(places.map(toBase64)).size;
}

function ambiguousIn(replies: readonly OpenedReply[]): Mailbox['ambiguous'] {
  const seen = new Set<string>();
  return replies.flatMap(({ reviewer: { name }, number }) => {
    const key = JSON.stringify([name, number]);
    if (seen.has(key)) return [{ name, number }];
    seen.add(key);
    return [];
  });
}
