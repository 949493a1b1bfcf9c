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
  type MailboxContents,
  type OpenedReply,
  type Roster,
} from '../../../crypto/index.ts';

import { SendError } from '../failure.ts';
import { fetchPatiently, jsonOf } from '../fetch-patiently.ts';
import type { Findings, ShownReply } from './messages.ts';

/** A hundred replies: more than any case has, and an end for a server that never comes to one. */
const PAGES_MAX = 25;

/** All that lies in a case's mailbox. Each page is asked for only where the one before was full. Throws `SendError`. */
export async function lookInto(of: Case, roster: Roster, onWaiting: () => void): Promise<Omit<Findings, 'log'>> {
  const pages: MailboxContents[] = [];
  let isFull = true;
  for (let page = 0; isFull && page < PAGES_MAX; page += 1) {
    const answer = await poll(of, page, onWaiting);
    isFull = repliesIn(answer).length === MAILBOX_REPLIES;
    pages.push(await openMailbox(answer, of, roster));
  }
  const replies = inOrder(pages.flatMap((page) => page.replies));
  return {
    replies: replies.map(shown),
    // Where not all pages were asked for, the oldest replies are not missing.
    missing: isFull ? [] : [...new Set(missingReplies(replies).map(({ name }) => name))],
    refused: pages.flatMap((page) => page.refused),
  };
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
