import { join } from 'node:path';
import * as z from 'zod';

import { readTextIfThere } from './files.ts';

/** One of the files that an office edits by hand. */
export interface Setting<Value> {
  readonly value: Value;
  /** Each with the file and its place in it. */
  readonly mistakes: readonly string[];
}

/** Reads and checks a file of a folder; what is not there, or not right, is the `fallback`. */
export async function readSetting<Value>(
  folder: string,
  name: string,
  schema: z.ZodType<Value>,
  fallback: Value,
): Promise<Setting<Value>> {
  const text = await readTextIfThere(join(folder, name));
  if (text === null) return { value: fallback, mistakes: [] };
  const json = jsonIn(text);
  if (json === undefined)
    return { value: fallback, mistakes: [`${name}: not JSON; a comma or a quotation mark may be missing`] };
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data, mistakes: [] };
  const mistakes = parsed.error.issues.map(({ path, message }) => `${name}: ${z.core.toDotPath(path)}: ${message}`);
  return { value: fallback, mistakes };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
