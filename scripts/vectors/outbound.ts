import { concatBytes, toBase64, toHex, u32, utf8, type Bytes } from '../../crypto/bytes.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { sha256 } from '../../crypto/evidence.ts';
import { asLetter, LETTER_MAGIC, LETTER_SIZES } from '../../crypto/letter.ts';
import { openedMark, OPENED_MARK_BYTES } from '../../crypto/opened.ts';
import { encodeOutbound } from '../../crypto/outbound.ts';
import { asReplySize, REPLY_BYTES, REPLY_MAGIC } from '../../crypto/reply.ts';
import type { Edit, Vectors } from './vector.ts';

/** All vectors of kind `outbound`. What is in them is of the right size and magic and nothing more: the server opens none of it. */
export async function outboundVectors(): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const mailbox = new Uint8Array(32).fill(7);
  const letter = asLetter(sized(LETTER_MAGIC, LETTER_SIZES[0]));
  const reply = asReplySize(sized(REPLY_MAGIC, REPLY_BYTES));
  const mark = openedMark(new Uint8Array(OPENED_MARK_BYTES).fill(9));
  const good = encodeOutbound({ replies: [{ mailbox, reply }], opened: [{ day: 20_781, mark }], letters: [letter] });
  const opens = { mailboxes: [toHex(mailbox)], days: [20_781], letters: [toHex(await sha256(letter))] };
  const replyAt = 8;
  const markAt = replyAt + 5 + 32 + REPLY_BYTES;
  const letterAt = markAt + 5 + 4 + OPENED_MARK_BYTES;
  const endAt = letterAt + 5 + LETTER_SIZES[0];
  const add = (name: string, about: string, outbound: unknown, outcome: object | ErrorCode) => {
    vectors.set(`outbound-${name}`, {
      kind: 'outbound',
      about,
      expect: typeof outcome === 'string' ? { error: outcome } : 'opens',
      outbound,
      ...(typeof outcome === 'object' && { opens: outcome }),
    });
  };
  const refuses = (name: string, about: string, ...edits: readonly Edit[]) => {
    add(name, about, { of: 'outbound-opens', edits }, 'outbound-malformed');
  };
  add('opens', 'a reply, a mark, a letter', toBase64(good), opens);
  add('empty', 'nothing', toBase64(encodeOutbound({})), { mailboxes: [], days: [], letters: [] });
  const unknown = concatBytes(Uint8Array.of(9), u32(3), utf8('new'));
  const later: Edit[] = [{ cut: endAt }, { append: toHex(concatBytes(unknown, good.slice(endAt))) }];
  add('unknown-record', 'a record of a later kind', { of: 'outbound-opens', edits: later }, opens);
  refuses('magic', 'the magic of a bundle', { at: 6, write: '01' });
  refuses('cut-in-letter', 'cut within the letter', { cut: letterAt + 100 });
  refuses('cut-before-end', 'no end', { cut: endAt });
  refuses('cut-in-end', 'cut within the end', { cut: good.length - 1 });
  refuses('trailing', 'a byte after the end', { append: '00' });
  refuses('end-miscounts', 'the end counts four', { at: good.length - 1, write: '04' });
  refuses('end-without-letters', 'the end counts replies and marks alone', { at: good.length - 1, write: '02' });
  refuses('letter-magic', 'what the letter record holds is no letter', { at: letterAt + 5, write: '00' });
  refuses(
    'letter-size',
    'a letter of no permitted size',
    { cut: endAt - 1 },
    { append: toHex(good.slice(endAt)) },
    { at: letterAt + 1, write: toHex(u32(LETTER_SIZES[0] - 1)) },
  );
  refuses('reply-magic', 'what the reply record holds is no reply', { at: replyAt + 5 + 32, write: '00' });
  refuses('mark-long', 'a mark that is a byte longer', {
    at: markAt + 1,
    write: toHex(u32(4 + OPENED_MARK_BYTES + 1)),
  });
  return vectors;
}

function sized(magic: Bytes, length: number): Bytes {
  return concatBytes(magic, new Uint8Array(length - magic.length));
}
