import { concatBytes, readU32, u32, type Bytes } from './bytes.ts';
import { AmparoError } from './errors.ts';
import { asLetter, type Letter } from './letter.ts';
import { OPENED_MARK_BYTES, openedMark, type OpenedMark } from './opened.ts';
import { asReplySize, isReply, REPLY_BYTES, type Reply } from './reply.ts';

/** SPEC.md, Outbound bundle: what the offline machine gives the server. */
export const OUTBOUND_MAGIC: Bytes = Uint8Array.of(0x61, 0x6d, 0x70, 0x61, 0x72, 0x6f, 0x03, 0x01);
/** 1,000 replies and as many marks, or 32 of the largest letters. */
export const OUTBOUND_BYTES_MAX = 17_000_000;

const TYPE = { end: 0, reply: 1, opened: 2, letter: 3 } as const;
const RECORD_HEADER_BYTES = 5;
const MAILBOX_ID_BYTES = 32;
const DAY_BYTES = 4;

export interface OutboundReply {
  /** `mailboxOf` the case's locator, 32 bytes. */
  readonly mailbox: Bytes;
  readonly reply: Reply;
}

export interface OutboundOpened {
  /** Days since 1970-01-01, as signed. */
  readonly day: number;
  readonly mark: OpenedMark;
}

export interface Outbound {
  readonly replies: readonly OutboundReply[];
  readonly opened: readonly OutboundOpened[];
  /** For other reviewers: kept by the server like any letter. */
  readonly letters: readonly Letter[];
}

export function encodeOutbound({ replies = [], opened = [], letters = [] }: Partial<Outbound>): Bytes {
  return concatBytes(
    OUTBOUND_MAGIC,
    ...replies.map(({ mailbox, reply }) => record(TYPE.reply, mailbox, reply)),
    ...opened.map(({ day, mark }) => record(TYPE.opened, u32(day), mark)),
    ...letters.map((letter) => record(TYPE.letter, letter)),
    record(TYPE.end, u32(replies.length + opened.length + letters.length)),
  );
}

/** Throws `outbound-malformed`, where it was cut or altered: nothing of it is to be taken then. */
export function decodeOutbound(bytes: Bytes): Outbound {
  if (!OUTBOUND_MAGIC.every((byte, i) => bytes[i] === byte)) throw malformed('magic');
  const replies: OutboundReply[] = [];
  const opened: OutboundOpened[] = [];
  const letters: Letter[] = [];
  for (let at = OUTBOUND_MAGIC.length; ;) {
    if (at + RECORD_HEADER_BYTES > bytes.length) throw malformed('cut');
    const end = at + RECORD_HEADER_BYTES + readU32(bytes, at + 1);
    if (end > bytes.length) throw malformed('cut');
    const body = bytes.slice(at + RECORD_HEADER_BYTES, end);
    const type = bytes[at];
    if (type === TYPE.reply) replies.push(replyIn(body));
    else if (type === TYPE.opened) opened.push(openedIn(body));
    else if (type === TYPE.letter) letters.push(letterIn(body));
    else if (type === TYPE.end) {
      const records = replies.length + opened.length + letters.length;
      const isWhole = end === bytes.length && body.length === 4 && readU32(body, 0) === records;
      if (!isWhole) throw malformed('end');
      return { replies, opened, letters };
    } // other types are passed over
    at = end;
  }
}

function replyIn(body: Bytes): OutboundReply {
  const reply = body.slice(MAILBOX_ID_BYTES);
  if (body.length !== MAILBOX_ID_BYTES + REPLY_BYTES || !isReply(reply)) throw malformed('reply');
  return { mailbox: body.slice(0, MAILBOX_ID_BYTES), reply: asReplySize(reply) };
}

function openedIn(body: Bytes): OutboundOpened {
  if (body.length !== DAY_BYTES + OPENED_MARK_BYTES) throw malformed('opened');
  return { day: readU32(body, 0), mark: openedMark(body.slice(DAY_BYTES)) };
}

function letterIn(body: Bytes): Letter {
  try {
    return asLetter(body);
  } catch {
    throw malformed('letter');
  }
}

function record(type: number, ...parts: readonly Bytes[]): Bytes {
  const body = concatBytes(...parts);
  return concatBytes(Uint8Array.of(type), u32(body.length), body);
}

function malformed(what: string): AmparoError {
  return new AmparoError('outbound-malformed', what);
}
