import { describe, expect, test } from 'vitest';

import {
  decodeOutbound,
  encodeOutbound,
  openedMark,
  OPENED_MARK_BYTES,
  systemRandom,
  toHex,
} from '../../crypto/index.ts';
import { outboundFiles } from '../../client/triage/worker/outbound-files.ts';
import { someReply } from './triage-desk.ts';

describe('large outboxes', () => {
  test('are split into files that the server takes, and nothing is lost or doubled', () => {
    const replies = Array.from({ length: 40 }, someReply);
    const opened = Array.from({ length: 40 }, (_, day) => ({ day, mark: openedMark(systemRandom(OPENED_MARK_BYTES)) }));
    const bytesMax = 100_000;
    const files = outboundFiles({ replies, opened, letters: [] }, bytesMax);
    expect(files.length).toBe(7);
    expect(files.every(({ length }) => length <= bytesMax)).toBe(true);
    const held = files.map(decodeOutbound);
    expect(held.flatMap((file) => file.replies.map(({ reply }) => toHex(reply)))).toEqual(
      replies.map(({ reply }) => toHex(reply)),
    );
    expect(held.flatMap((file) => file.opened.map(({ day }) => day))).toEqual(opened.map(({ day }) => day));
  });

  test('fill a file to the last byte, and not one further', () => {
    const [first, second] = [someReply(), someReply()];
    const exactly = encodeOutbound({ replies: [first, second] }).length;
    const all = { replies: [first, second], opened: [], letters: [] };
    expect(outboundFiles(all, exactly)).toHaveLength(1);
    expect(outboundFiles(all, exactly - 1)).toHaveLength(2);
    expect(outboundFiles({ replies: [], opened: [], letters: [] })).toEqual([]);
  });
});
