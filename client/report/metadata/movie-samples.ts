import { boxesIn, only, type Box } from './boxes.ts';
import type { Range } from './pieces.ts';
import { NotUnderstood, type Source } from './source.ts';

/** Where the samples of a track lie (ISO/IEC 14496-12, 8.7): sizes of samples, samples of each chunk, offsets of chunks. */
const CHUNKS_MAX = 2_000_000;

export interface Samples {
  readonly ranges: readonly Range[];
  /** All samples have one size, by the table. */
  readonly sameSize: boolean;
}

export async function samplesOf(source: Source, table: Box): Promise<Samples> {
  const boxes = await boxesIn(source, table.body, table.to);
  const offsets = await chunkOffsets(source, boxes);
  const sizes = await sampleSizes(source, only(boxes, 'stsz'));
  const runs = await chunkRuns(source, only(boxes, 'stsc'));
  const ranges: Range[] = [];
  let sample = 0;
  let run = 0;
  for (const [index, from] of offsets.entries()) {
    while ((runs[run + 1]?.firstChunk ?? Infinity) <= index + 1) run++;
    const current = runs[run];
    if (!current || current.firstChunk > index + 1) throw new NotUnderstood('chunk without samples');
    const to = from + sizes.sum(sample, sample + current.samples);
    sample += current.samples;
    if (to > source.size) throw new NotUnderstood('samples beyond the end');
    ranges.push({ from, to });
  }
  if (sample !== sizes.count) throw new NotUnderstood('samples without chunk');
  return { ranges, sameSize: sizes.sameSize };
}

/** The table's entries, each of `entryBytes`, behind a head of `headBytes` whose last four say how many there are. */
async function entries(source: Source, box: Box, headBytes: number, entryBytes: number): Promise<DataView> {
  const count = (await source.view(box.body + headBytes - 4, 4)).getUint32(0);
  if (box.body + headBytes + count * entryBytes > box.to) throw new NotUnderstood('table beyond its box');
  return source.view(box.body + headBytes, count * entryBytes);
}

async function chunkOffsets(source: Source, boxes: readonly Box[]): Promise<readonly number[]> {
  const long = boxes.some(({ name }) => name === 'co64');
  const table = await entries(source, only(boxes, long ? 'co64' : 'stco'), 8, long ? 8 : 4);
  const count = table.byteLength / (long ? 8 : 4);
  if (count > CHUNKS_MAX) throw new NotUnderstood('too many chunks');
  return Array.from({ length: count }, (_, index) =>
    long ? Number(table.getBigUint64(index * 8)) : table.getUint32(index * 4),
  );
}

interface Sizes {
  readonly count: number;
  readonly sameSize: boolean;
  sum(first: number, end: number): number;
}

async function sampleSizes(source: Source, box: Box): Promise<Sizes> {
  const head = await source.view(box.body, 12);
  const size = head.getUint32(4);
  const count = head.getUint32(8);
  const check = (end: number) => {
    if (end > count) throw new NotUnderstood('more samples than sizes');
  };
  if (size !== 0) {
    const sum = (first: number, end: number) => {
      check(end);
      return (end - first) * size;
    };
    return { count, sameSize: true, sum };
  }
  const table = await entries(source, box, 12, 4);
  const sum = (first: number, end: number) => {
    check(end);
    let total = 0;
    for (let index = first; index < end; index++) total += table.getUint32(index * 4);
    return total;
  };
  return { count, sameSize: false, sum };
}

interface Run {
  readonly firstChunk: number;
  readonly samples: number;
}

async function chunkRuns(source: Source, box: Box): Promise<readonly Run[]> {
  const table = await entries(source, box, 8, 12);
  return Array.from({ length: table.byteLength / 12 }, (_, index) => ({
    firstChunk: table.getUint32(index * 12),
    samples: table.getUint32(index * 12 + 4),
  }));
}
