import { boxesIn, wipe, type Box } from './boxes.ts';
import type { Findings } from './finding.ts';
import { describeMovieBox } from './movie-facts.ts';
import type { Patches } from './pieces.ts';
import type { Source } from './source.ts';

/** Wipes the children of a box that have none of these names, and gives the others. */
export async function keepOnly(
  source: Source,
  parent: Box,
  names: ReadonlySet<string>,
  patches: Patches,
  found: Findings,
): Promise<readonly Box[]> {
  const boxes = await boxesIn(source, parent.body, parent.to);
  for (const box of boxes) {
    if (!names.has(box.name) && (await wipe(source, box, patches))) await describeMovieBox(source, box, found);
  }
  return boxes.filter(({ name }) => names.has(name));
}
