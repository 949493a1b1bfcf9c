import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** IOM's Human Trafficking Case Data Standards 2.0 as published (CC BY 4.0), from the source tree beside the compiled scripts. */
const FILE = join(import.meta.dirname, '../../../scripts/data/htcds-2.0.json');

const schema = z.object({
  fields: z.array(
    z.object({ field: z.string(), values: z.union([z.string(), z.array(z.object({ name: z.string() }))]).optional() }),
  ),
});

/** The fields that are picklists, with their values. */
export async function htcdsPicklists(file = FILE): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { fields } = schema.parse(JSON.parse(await readFile(file, 'utf8')));
  return new Map(
    fields.flatMap(({ field, values }) =>
      Array.isArray(values) ? [[field, new Set(values.map(({ name }) => name))] as const] : [],
    ),
  );
}
