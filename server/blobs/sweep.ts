import { dayOf } from '../../crypto/index.ts';

import type { Clock } from '../clock.ts';
import type { UploadStore } from '../store/store.ts';
import type { Blobs } from './blobs.ts';

/** One whole day, whatever the hour: an upload is kept on the day it went on and the day after. */
const ORPHAN_DAYS = 1;
const DAY_MS = 86_400_000;

/** Removes uploads that no letter names and that nobody went on with for more than a day. */
export async function sweepOrphans(store: UploadStore, blobs: Blobs, clock: Clock): Promise<number> {
  const now = clock();
  const orphans = new Set(await store.forgetOrphans(dayOf(now) - ORPHAN_DAYS));
  // What a crash left between the file and its record.
  for (const id of await blobs.writtenBefore(new Date(now.getTime() - (ORPHAN_DAYS + 1) * DAY_MS))) {
    if ((await store.upload(id)) === null) orphans.add(id);
  }
  for (const id of orphans) await blobs.remove(id);
  return orphans.size;
}
