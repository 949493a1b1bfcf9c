import { REPLY_CHARACTERS_MAX, replyBytesLeft, type ReplyContents } from '../../../../crypto/index.ts';

const encoder = new TextEncoder();
/** A signed text is in base64. */
const BASE64_BYTES_PER_BYTE = 4 / 3;

/** About how many more characters like those that are there would fit; below zero: how many are too many. */
export function roomIn(contents: Omit<ReplyContents, 'mailbox'>): number {
  const characters = Array.from(contents.text).length;
  const bytesEach = characters === 0 ? 1 : encoder.encode(contents.text).length / characters;
  const byBytes = replyBytesLeft(contents) / BASE64_BYTES_PER_BYTE / bytesEach;
  // Never "0 left" where it is too long: rounding goes away from zero there.
  return Math.min(REPLY_CHARACTERS_MAX - characters, Math.floor(byBytes));
}
