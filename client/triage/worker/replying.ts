import {
  AmparoError,
  mailboxOf,
  REPLIES_MAX,
  sealReply,
  sha256,
  systemRandom,
  toBase64,
  toHex,
  type KnownCase,
  type Reply,
} from '../../../crypto/index.ts';
import type { Handlers } from '../calls/answering.ts';
import { CallError } from '../calls/line.ts';
import type { ReplyAsked, ReplyCalls } from '../calls/reply-calls.ts';
import { placesLeftIn } from '../desk/templates.ts';
import { caseOf } from './case-of.ts';
import type { Cases } from './cases.ts';
import { conversationOf, isAnswerUnwished, isListed } from './conversation.ts';
import { setField } from './deciding.ts';
import { today, type DeskIndex } from './desk-index.ts';
import type { KeptReport, Memory } from './memory.ts';
import { isRecused } from './recusal.ts';
import { nextNumber } from './reply-number.ts';

export function replyHandlers(memory: Memory, cases: Cases, index: DeskIndex): Handlers<ReplyCalls> {
  return {
    conversation: (tag) => conversationOf(memory, cases, index, tag),

    keepDraft(draft) {
      memory.unlocked();
      if (!memory.reports.has(draft.tag)) throw new CallError({ code: 'report-unknown' });
      if (isRecused(memory, draft.tag)) throw new CallError({ code: 'recused' });
      memory.drafts.keep({ ...draft, text: draft.text.toWellFormed() }, new Date());
      return memory.isSaved;
    },

    reply: (asked) => memory.inTurn(() => reply(memory, cases, index, asked)),
  };
}

/**
 * Signs a reply and seals it to its case. The number is that of its turn, and reply and entry are kept in the same one, so that none is used
 * twice. Throws as `sealReply`, and by its own codes what stands against answering.
 */
async function reply(memory: Memory, cases: Cases, index: DeskIndex, asked: ReplyAsked): Promise<number> {
  const { keys } = memory.unlocked();
  const [kept, to] = answerable(memory, cases, asked);
  const number = nextNumber(memory, cases, kept);
  if (number > REPLIES_MAX) throw new CallError({ code: 'replies-full' });
  const { tag, text, language, acknowledges, feedback } = asked;
  const day = today();
  const contents = { number, day, ...(language !== '' && { language }), text };
  const sealed = await sealedTo(to, () => sealReply(contents, to, keys.seed, systemRandom));
  const id = toHex(await sha256(sealed));
  const mailbox = toHex(await mailboxOf(to.locator));
  await memory.journal.write(tag, () => ({
    kind: 'replied',
    number,
    day,
    ...(acknowledges && { acknowledges }),
    ...(feedback && { feedback }),
  }));
  memory.outbox.addReply({ id, tag, mailbox, ...contents, sealed: toBase64(sealed) });
  memory.drafts.clear(tag, new Date());
  index.touched(tag);
  if (acknowledges) await setAcknowledged(memory, tag);
  return number;
}

/** Throws `report-unknown`, `recused`, `case-none`, `case-unusable`, `not-listed`, `answer-unwished`, `reply-empty`, `reply-places-left`. */
function answerable(memory: Memory, cases: Cases, { tag, text, despiteWish }: ReplyAsked): [KeptReport, KnownCase] {
  const refuse = (code: string, detail?: string) => new CallError({ code, ...(detail !== undefined && { detail }) });
  const kept = memory.reports.get(tag);
  if (!kept) throw refuse('report-unknown');
  if (isRecused(memory, tag)) throw refuse('recused');
  if (kept.caseLocator === null) throw refuse('case-none');
  const to = caseOf(kept);
  if (!to) throw refuse('case-unusable');
  if (!isListed(memory)) throw refuse('not-listed');
  if (!despiteWish && isAnswerUnwished(cases.of(kept.caseLocator))) throw refuse('answer-unwished');
  if (text.trim() === '') throw refuse('reply-empty');
  const places = placesLeftIn(text);
  if (places.length > 0) throw refuse('reply-places-left', places.join(', '));
  return [kept, to];
}

/** A crafted report may name a key that is none. */
async function sealedTo(of: KnownCase, seal: () => Promise<Reply>): Promise<Reply> {
  try {
    return await seal();
  } catch (error) {
    if (error instanceof AmparoError) throw error;
    throw new CallError({ code: 'case-unusable', detail: toHex(of.locator) });
  }
}

/** A report that somebody has begun to assess stays there. */
async function setAcknowledged(memory: Memory, tag: string): Promise<void> {
  const { status } = memory.journal.triageOf(tag);
  if (status.value !== null && status.value !== 'new' && !status.value.startsWith('new/')) return;
  await setField(memory, { tag, field: 'status', value: 'acknowledged' });
}
