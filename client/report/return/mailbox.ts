import {
  encodePoll,
  inOrder,
  MAILBOX_BYTES,
  MAILBOX_REPLIES,
  MAILBOX_TYPE,
  missingReplies,
  openMailbox,
  PATHS,
  POLL_TYPE,
  repliesIn,
  type Bytes,
  type Case,
  type ErrorCode,
  type IsoDate,
  type OpenedReply,
  type Roster,
} from '../../../crypto/index.ts';

import { SendError } from '../failure.ts';
import { fetchPatiently, jsonOf } from '../fetch-patiently.ts';
import type { LogFindings } from './log-state.ts';
import type { Findings, ShownReply } from './messages.ts';

/** 400 replies: more than one a day for as long as a server keeps them, and an end for a server that never comes to one. */
const PAGES_MAX = 100;

export interface Mailbox {
  /** Oldest first, each once. */
  readonly replies: readonly OpenedReply[];
  readonly refused: readonly ErrorCode[];
}

/** All that lies in a case's mailbox. Each page is asked for only where the one before was full, and brought anything new. Throws `SendError`. */
export async function lookInto(of: Case, roster: Roster, onWaiting: () => void): Promise<Mailbox> {
  let replies: readonly OpenedReply[] = [];
  const refused: ErrorCode[] = [];
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer = await poll(of, page, onWaiting);
    const opened = await openMailbox(answer, of, roster);
    const known = replies.length;
    replies = inOrder([...replies, ...opened.replies]);
    refused.push(...opened.refused);
    const isFull = repliesIn(answer).length === MAILBOX_REPLIES;
    if (!isFull || replies.length + opened.refused.length === known) break;
  }
  return { replies, refused };
}

/** What is shown of a mailbox. From when a case is, only a log that was read to its beginning can say. */
export function findingsOf({ replies, refused }: Mailbox, log: LogFindings | null, today: IsoDate): Findings {
  const isKnown = log?.checked === true && !log.isPartial;
  const [begun = null] = isKnown ? log.letters.map(({ day }) => day).sort() : [];
  const missing = missingReplies(replies, begun, today).map(({ name, mayHaveExpired }) => ({ name, mayHaveExpired }));
  return { replies: replies.map(shown), missing: distinct(missing), refused, log };
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

async function poll({ locator }: Case, page: number, onWaiting: () => void): Promise<Bytes> {
  const body = encodePoll({ locator, page });
  const init = { method: 'POST', headers: { 'Content-Type': POLL_TYPE }, body };
  const response = await fetchPatiently(PATHS.mailboxes, init, onWaiting);
  if (!response.ok) await jsonOf(response);
  // Something between us answered in the server's place.
  if (response.headers.get('Content-Type') !== MAILBOX_TYPE) throw new SendError('offline');
  const answer = await response.arrayBuffer().catch(() => {
    throw new SendError('offline'); // the line broke in the midst of it
  });
  if (answer.byteLength !== MAILBOX_BYTES) throw new SendError('refused');
  return new Uint8Array(answer);
}

function shown({ reviewer, day, language, text }: OpenedReply): ShownReply {
  return { name: reviewer.name, role: reviewer.role, day, language, text };
}
