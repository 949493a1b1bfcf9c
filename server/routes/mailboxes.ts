import type { Request, RequestHandler, Response } from 'express';

import {
  AmparoError,
  CLOSING_BYTES,
  CLOSING_TYPE,
  concatBytes,
  dayOf,
  decodePoll,
  MAILBOX_BYTES,
  MAILBOX_TYPE,
  mailboxOf,
  openClosing,
  POLL_BYTES,
  POLL_TYPE,
  REPLY_BYTES,
  WORK_HEADER,
  type Bytes,
  type RandomBytes,
} from '../../crypto/index.ts';

import { readBody } from '../body.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../problems.ts';
import type { MailboxStore } from '../store/store.ts';
import type { WorkGate } from '../work.ts';

export interface MailboxDeps {
  readonly mailboxes: MailboxStore;
  readonly work: WorkGate;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

const BODY_TIMEOUT_MS = 30_000;
/** Every answer waits as long, so that looking into a full mailbox takes no other time than into none. Far more than either needs. */
const ANSWER_AFTER_MS = 100;

/** `POST /api/mailboxes`: the replies in a mailbox, or filling: always as many bytes, as late. */
export function postPoll({ mailboxes, random }: MailboxDeps): RequestHandler {
  return async (request, response) => {
    const body = await readExactly(POLL_TYPE, POLL_BYTES, request, response);
    const isTime = wait();
    const { locator, page } = refusing('poll-malformed', () => decodePoll(body));
    const replies = await mailboxes.repliesIn(await mailboxOf(locator), page);
    const answer = filled(replies, random);
    await isTime;
    response.setHeader('Content-Type', MAILBOX_TYPE);
    response.setHeader('Content-Length', MAILBOX_BYTES);
    response.end(answer);
  };
}

/** `POST /api/mailboxes/closed`: empties a mailbox for good, whether or not it ever held anything. Costs work, since it leaves a mark. */
export function postClosing({ mailboxes, work, clock }: MailboxDeps): RequestHandler {
  return async (request, response) => {
    const admission = await work.admit(request.get(WORK_HEADER));
    try {
      const body = await readExactly(CLOSING_TYPE, CLOSING_BYTES, request, response);
      const isTime = wait();
      const locator = await openClosing(body).catch((error: unknown) => {
        if (error instanceof AmparoError) throw new Refusal('closing-invalid');
        throw error;
      });
      await mailboxes.closeMailbox(await mailboxOf(locator), dayOf(clock()));
      admission.accept();
      await isTime;
      response.status(204).end();
    } catch (error) {
      admission.release();
      throw error;
    }
  };
}

/** Filling is drawn for every place, whether or not a reply takes it. */
function filled(replies: readonly Bytes[], random: RandomBytes): Bytes {
  const answer = concatBytes(...Array.from({ length: MAILBOX_BYTES / REPLY_BYTES }, () => random(REPLY_BYTES)));
  for (const [place, reply] of replies.entries()) answer.set(reply, place * REPLY_BYTES);
  return answer;
}

async function readExactly(type: string, bytes: number, request: Request, response: Response): Promise<Bytes> {
  if (request.get('Content-Type') !== type) throw new Refusal('type-unsupported', { Accept: type });
  const length = request.get('Content-Length');
  if (length === undefined) throw new Refusal('length-required');
  if (length !== String(bytes)) throw new Refusal('poll-malformed');
  return readBody(request, response, bytes, BODY_TIMEOUT_MS);
}

function refusing<Result>(code: 'poll-malformed', read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof AmparoError) throw new Refusal(code);
    throw error;
  }
}

function wait(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER_MS));
}
