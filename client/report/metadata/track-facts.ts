import { boxesIn, only, type Box } from './boxes.ts';
import type { FindingKind, Findings } from './finding.ts';
import type { Source } from './source.ts';
import { latin1 } from './text.ts';

const LOOKED_AT_BYTES = 4096;

/** Formats of samples: GoPro's and Google's recordings of sensors, the position among them. */
const POSITIONS = /gpmd|camm|gps|location/i;
const KINDS: Readonly<Record<string, FindingKind>> = {
  text: 'text',
  sbtl: 'text',
  subt: 'text',
  subp: 'text',
  clcp: 'text',
  tmcd: 'time',
};

/** Says what a track that is neither pictures nor sound tells, by its kind and by how its samples are described. */
export async function describeTrack(source: Source, handler: string, table: Box, found: Findings): Promise<void> {
  const stsd = only(await boxesIn(source, table.body, table.to), 'stsd');
  const described = latin1(await source.some(stsd.body, Math.min(stsd.to - stsd.body, LOOKED_AT_BYTES)));
  found.add(POSITIONS.test(described) ? 'location' : (KINDS[handler] ?? 'hidden'));
}
