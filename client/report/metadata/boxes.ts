import type { Patches } from './pieces.ts';
import { NotUnderstood, type Source } from './source.ts';
import { bytesOf, latin1 } from './text.ts';

/** Boxes of the ISO base media format (ISO/IEC 14496-12), atoms in QuickTime's words: a length, a name and a body. */
export interface Box {
  readonly name: string;
  readonly from: number;
  readonly body: number;
  readonly to: number;
}

const HEAD_BYTES = 8;
const LONG_HEAD_BYTES = 16;
/** Names of boxes whose content nobody reads. */
const UNREAD = new Set(['free', 'skip', 'wide']);

/** The boxes that fill `from` to `to`. Up to seven bytes may be left over: QuickTime ends some lists with four zeros. */
export async function boxesIn(source: Source, from: number, to: number): Promise<readonly Box[]> {
  const boxes: Box[] = [];
  let at = from;
  while (at + HEAD_BYTES <= to) {
    const box = await boxAt(source, at, to, from === 0);
    boxes.push(box);
    at = box.to;
  }
  if (!(await source.isZero(at, to))) throw new NotUnderstood('bytes between boxes');
  return boxes;
}

async function boxAt(source: Source, from: number, limit: number, isTop: boolean): Promise<Box> {
  source.countPart();
  const head = await source.view(from, HEAD_BYTES);
  const name = latin1(new Uint8Array(head.buffer, 4, 4));
  const short = head.getUint32(0);
  let length: number = short;
  let headBytes = HEAD_BYTES;
  if (short === 1) {
    if (from + LONG_HEAD_BYTES > limit) throw new NotUnderstood('box cut short');
    length = Number((await source.view(from + HEAD_BYTES, 8)).getBigUint64(0));
    headBytes = LONG_HEAD_BYTES;
  } else if (short === 0) {
    if (!isTop) throw new NotUnderstood('open end inside a box');
    length = limit - from;
  }
  if (length < headBytes || from + length > limit) throw new NotUnderstood('box beyond its place');
  return { name, from, body: from + headBytes, to: from + length };
}

/** Turns a box into one that no program reads, and empties it. Whether it held anything. */
export async function wipe(source: Source, box: Box, patches: Patches): Promise<boolean> {
  if (!UNREAD.has(box.name)) patches.put(box.from + 4, bytesOf('free'));
  const empty = await source.isZero(box.body, box.to);
  if (!empty) patches.zero(box.body, box.to);
  return !empty;
}

/** The one box of that name. */
export function only(boxes: readonly Box[], name: string): Box {
  const [box, another] = boxes.filter((candidate) => candidate.name === name);
  if (!box || another) throw new NotUnderstood(`not one ${name}`);
  return box;
}
