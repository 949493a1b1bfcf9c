import * as z from 'zod';

import { Failure } from './failure.ts';
import { serverUrl } from './server.ts';
import { readSetting, type Setting } from './settings-file.ts';

/** How many cover letters an office has sent to its server: a file of its folder, and nothing that is published. */
export const COVER_FILE = 'cover.json';
export const PER_DAY_MAX = 100_000;

const coverSchema = z.strictObject({
  /** Address of the server. */
  server: z.string().refine(isServerUrl, {
    error: 'not an address to send to; use https://..., or http:// for an .onion address or this machine',
  }),
  /** On average. */
  perDay: z
    .number()
    .positive({ error: 'give a number above 0; to send none, remove the file' })
    .max(PER_DAY_MAX, { error: `give at most ${String(PER_DAY_MAX)}` }),
});

export type CoverSettings = z.infer<typeof coverSchema>;

/** `null` where the office wants none. */
export function checkCoverFile(folder: string): Promise<Setting<CoverSettings | null>> {
  return readSetting<CoverSettings | null>(folder, COVER_FILE, coverSchema, null);
}

/** Throws `cover-missing`, and `cover-invalid` with every mistake. */
export async function readCoverFile(folder: string): Promise<CoverSettings> {
  const { value, mistakes } = await checkCoverFile(folder);
  if (mistakes.length > 0) throw new Failure('cover-invalid', mistakes.join('; '));
  if (value === null) throw new Failure('cover-missing', folder);
  return value;
}

function isServerUrl(text: string): boolean {
  try {
    serverUrl(text);
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
