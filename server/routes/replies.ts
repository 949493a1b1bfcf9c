import { createHash } from 'node:crypto';

import type { Request, RequestHandler, Response } from 'express';

import {
  AmparoError,
  dayOf,
  decodeOutbound,
  encodeLogEntry,
  OUTBOUND_BYTES_MAX,
  OUTBOUND_TYPE,
  toBytes,
  type Outbound,
  type RepliesAnswer,
} from '../../crypto/index.ts';

import { readBody } from '../body.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../problems.ts';
import type { AuditTrail } from '../review/audit.ts';
import { requireSameOrigin } from '../review/same-origin.ts';
import { requireSession, type Sessions } from '../review/sessions.ts';
import type { MailboxStore, NewReply } from '../store/store.ts';

const BODY_TIMEOUT_MS = 600_000; // the largest at 30 kB/s

export interface RepliesDeps {
  readonly mailboxes: MailboxStore;
  readonly sessions: Sessions;
  readonly trail: AuditTrail;
  readonly clock: Clock;
}

/** `POST /api/review/replies`: takes in what the offline machine made, whole or not at all, and once however often it is sent. */
export function postReplies({ mailboxes, sessions, trail, clock }: RepliesDeps): RequestHandler {
  return async (request, response) => {
    requireSameOrigin(request);
    const account = await requireSession(request, sessions);
    const { replies, opened } = await readOutbound(request, response);
    await trail.record(account, { act: 'delivered', replies: replies.length, opened: opened.length });
    const entries = opened.map(({ day, mark }) => encodeLogEntry({ kind: 'opened', day, mark }));
    const answer: RepliesAnswer = await mailboxes.takeReplies(replies.map(newReply), entries, dayOf(clock()));
    response.json(answer);
  };
}

function newReply({ mailbox, reply }: Outbound['replies'][number]): NewReply {
  const id = toBytes(createHash('sha256').update(mailbox).update(reply).digest());
  return { id, mailbox, body: reply };
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
