import { encodeOutbound, OUTBOUND_BYTES_MAX, type Bytes, type Outbound } from '../../../crypto/index.ts';

type Growing = { [Kind in keyof Outbound]: Outbound[Kind][number][] };
const EMPTY_BYTES = encodeOutbound({}).length;

/** As few files for the server as hold everything, in order, each no larger than the server takes. */
export function outboundFiles({ replies, opened, letters }: Outbound, bytesMax = OUTBOUND_BYTES_MAX): Bytes[] {
  const files: Growing[] = [];
  let left = 0;
  const place = (record: Partial<Outbound>): Growing => {
    const bytes = encodeOutbound(record).length - EMPTY_BYTES;
    const last = files.at(-1);
    if (last && bytes <= left) {
      left -= bytes;
      return last;
    }
    const next: Growing = { replies: [], opened: [], letters: [] };
    files.push(next);
    left = bytesMax - EMPTY_BYTES - bytes;
    return next;
  };
  for (const reply of replies) place({ replies: [reply] }).replies.push(reply);
  for (const mark of opened) place({ opened: [mark] }).opened.push(mark);
  for (const letter of letters) place({ letters: [letter] }).letters.push(letter);
  return files.map(encodeOutbound);
}
