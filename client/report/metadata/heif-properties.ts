import { boxesIn, only, wipe, type Box } from './boxes.ts';
import type { FindingKind, Findings } from './finding.ts';
import { FULL_BOX_BYTES, readAssociations } from './heif-tables.ts';
import type { Patches } from './pieces.ts';
import { cleanColours } from './sample-entry.ts';
import { NotUnderstood, type Source } from './source.ts';
import { latin1, textOf } from './text.ts';

/** What items have in common (ISO/IEC 23008-12, 9.3): how to decode and show them, and sometimes names, times and the camera. */
const KEPT = new Set(
  (
    'ispe pixi colr pasp clap irot imir auxC rloc lsel clli mdcv cclv amve a1op a1lx reve ndwt ' +
    'hvcC lhvC av1C avcC vvcC evcC jpgC j2kH uncC cmpd splz oinf tols vvnC iscl'
  ).split(' '),
);
const TOLD: Readonly<Record<string, FindingKind>> = {
  udes: 'text',
  altt: 'text',
  crtt: 'time',
  mdft: 'time',
  cmin: 'device',
  cmex: 'device',
};
const TRANSPARENCY = /:auxid:1\0|auxiliary:alpha/;
const EMPTY = new Set(['free', 'skip']);

export interface Properties {
  /** Items that are the transparency of another. */
  readonly transparent: ReadonlySet<number>;
}

export async function cleanProperties(
  source: Source,
  iprp: Box,
  patches: Patches,
  found: Findings,
): Promise<Properties> {
  const boxes = await boxesIn(source, iprp.body, iprp.to);
  const ipco = only(boxes, 'ipco');
  const properties = await boxesIn(source, ipco.body, ipco.to);
  const essential = new Set<number>();
  const transparencies = new Set<number>();
  const transparent = new Set<number>();
  for (const [index, box] of properties.entries()) {
    if (box.name !== 'auxC') continue;
    const text = latin1(await source.bytes(box.body + FULL_BOX_BYTES, box.to - box.body - FULL_BOX_BYTES));
    if (TRANSPARENCY.test(text)) transparencies.add(index + 1);
  }
  for (const box of boxes) {
    if (box === ipco) continue;
    if (box.name !== 'ipma') throw new NotUnderstood('unknown box of properties');
    for (const association of await readAssociations(source, box)) {
      if (association.essential) essential.add(association.property);
      if (transparencies.has(association.property)) transparent.add(association.item);
    }
  }
  for (const [index, box] of properties.entries()) {
    if (box.name === 'colr') await cleanColours(source, box, patches, found);
    else if (!KEPT.has(box.name)) {
      const isEmpty = EMPTY.has(box.name);
      if (!isEmpty && essential.has(index + 1)) throw new NotUnderstood('unknown essential property');
      await tell(source, box, found);
      await wipe(source, box, patches);
    }
  }
  return { transparent };
}

async function tell(source: Source, box: Box, found: Findings): Promise<void> {
  if (await source.isZero(box.body, box.to)) return;
  const text =
    box.name === 'udes'
      ? textOf(await source.bytes(box.body + FULL_BOX_BYTES, box.to - box.body - FULL_BOX_BYTES))
      : '';
  found.add(TOLD[box.name] ?? 'hidden', text);
}
