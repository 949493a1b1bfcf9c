import { boxesIn, wipe, type Box } from './boxes.ts';
import { sameBytes } from './bytes.ts';
import type { Findings } from './finding.ts';
import { cleanProfile, PROFILE_BYTES_MAX } from './icc.ts';
import { describeMovieBox } from './movie-facts.ts';
import type { Patches } from './pieces.ts';
import { NotUnderstood, type Source } from './source.ts';
import { latin1 } from './text.ts';

/** How the pictures of a track are coded (ISO/IEC 14496-12, 12.1.3). Words say what coded them; they go. */
const PICTURE_BYTES = 78; // fields before the boxes that describe the coding
const MAKER = { from: 12, to: 16 };
const CODER = { from: 42, to: 74 };
const GOES = new Set(['udta', 'meta', 'uuid']);

export async function cleanPictureEntries(source: Source, stsd: Box, patches: Patches, found: Findings): Promise<void> {
  for (const entry of await boxesIn(source, stsd.body + 8, stsd.to)) {
    if (entry.to - entry.body < PICTURE_BYTES) throw new NotUnderstood('sample entry cut short');
    for (const { from, to } of [MAKER, CODER]) {
      if (await source.isZero(entry.body + from, entry.body + to)) continue;
      const text = latin1(await source.bytes(entry.body + from, to - from)).replace(/[^ -~]/g, '');
      if (text.length > 4) found.add('software', text);
      patches.zero(entry.body + from, entry.body + to);
    }
    for (const box of await boxesIn(source, entry.body + PICTURE_BYTES, entry.to)) {
      if (box.name === 'colr') await cleanColours(source, box, patches, found);
      else if (GOES.has(box.name) && (await wipe(source, box, patches))) await describeMovieBox(source, box, found);
    }
  }
}

/** A `colr` box: numbers of standards, or a profile, cleaned in place. */
export async function cleanColours(source: Source, colr: Box, patches: Patches, found: Findings): Promise<void> {
  const kind = latin1(await source.some(colr.body, 4));
  if (kind !== 'prof' && kind !== 'rICC') return;
  const from = colr.body + 4;
  if (colr.to - from > PROFILE_BYTES_MAX) throw new NotUnderstood('profile too large');
  const profile = await source.bytes(from, colr.to - from);
  const clean = cleanProfile(profile, found);
  if (!clean) throw new NotUnderstood('not a profile');
  if (!sameBytes(clean, profile)) patches.put(from, clean);
}
