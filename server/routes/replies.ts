import { createHash } from 'node:crypto';

import type { Request, RequestHandler, Response } from 'express';

import {
  AmparoError,
  dayOf,
  decodeOutbound,
  emptyNote,
  encodeLogEntry,
  OUTBOUND_BYTES_MAX,
  OUTBOUND_TYPE,
  toBytes,
  type Letter,
  type Outbound,
  type RandomBytes,
  type RepliesAnswer,
} from '../../crypto/index.ts';

import { readBody } from '../body.ts';
import type { Clock } from '../clock.ts';
import type { LogKey } from '../log/log-key.ts';
import { Refusal } from '../problems.ts';
import type { AuditTrail } from '../review/audit.ts';
import { requireSameOrigin } from '../review/same-origin.ts';
import { requireSession, type Sessions } from '../review/sessions.ts';
import { acceptanceOf } from '../receipts.ts';
import type { Delivery, MailboxStore, NewLetter, NewReply } from '../store/store.ts';

const BODY_TIMEOUT_MS = 600_000; // the largest at 30 kB/s

export interface RepliesDeps {
  readonly mailboxes: MailboxStore;
  readonly sessions: Sessions;
  readonly trail: AuditTrail;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly logKey: LogKey;
}

/** `POST /api/review/replies`: takes in what the offline machine made, whole or not at all, and once however often it is sent. */
export function postReplies(deps: RepliesDeps): RequestHandler {
  const { mailboxes, sessions, trail, clock } = deps;
  return async (request, response) => {
    requireSameOrigin(request);
    const account = await requireSession(request, sessions);
    const { replies, opened, letters } = await readOutbound(request, response);
    // Not how many letters: nothing that is kept tells which of all letters reviewers wrote to each other.
    await trail.record(account, { act: 'delivered', replies: replies.length, opened: opened.length });
    const today = dayOf(clock());
    const delivery: Delivery = {
      replies: replies.map(newReply),
      marks: opened.map(({ day, mark }) => encodeLogEntry({ kind: 'opened', day, mark })),
      letters: await Promise.all(letters.map((letter) => newLetter(letter, today, deps))),
    };
    const answer: RepliesAnswer = await mailboxes.takeDelivery(delivery, today);
    response.json(answer);
  };
}

function newReply({ mailbox, reply }: Outbound['replies'][number]): NewReply {
  const id = toBytes(createHash('sha256').update(mailbox).update(reply).digest());
  return { id, mailbox, body: reply };
}

/** Like a reporter's that has no case: nothing that is kept tells the two apart. */
async function newLetter(letter: Letter, day: number, { random, logKey }: RepliesDeps): Promise<NewLetter> {
  const id = toBytes(createHash('sha256').update(letter).digest());
  const { entry } = await acceptanceOf({ report: id, evidence: null }, emptyNote(random), day, logKey);
  return { id, day, evidence: null, cells: 0, body: letter, entry };
}

async function readOutbound(request: Request, response: Response): Promise<Outbound> {
  if (request.get('Content-Type') !== OUTBOUND_TYPE) throw new Refusal('type-unsupported', { Accept: OUTBOUND_TYPE });
  const length = request.get('Content-Length');
  if (length === undefined) throw new Refusal('length-required');
  if (Number(length) > OUTBOUND_BYTES_MAX) throw new Refusal('body-too-large');
  const body = await readBody(request, response, Number(length), BODY_TIMEOUT_MS);
  try {
    return decodeOutbound(body);
  } catch (error) {
    if (error instanceof AmparoError) throw new Refusal('outbound-malformed');
    throw error;
  }
}
