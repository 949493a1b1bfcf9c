import { readFile } from 'node:fs/promises';

import * as z from 'zod';

import { fromBase64, isKeyName } from '../../crypto/index.ts';

import type { Witness } from './witnesses.ts';

const WITNESSES_MAX = 16;
const PUBLIC_KEY_BYTES = 32;

const witnessesSchema = z
  .array(
    z.strictObject({
      url: z.url({ protocol: /^https?$/ }),
      name: z.string().refine(isKeyName),
      publicKey: z.base64().refine((text) => Buffer.from(text, 'base64').length === PUBLIC_KEY_BYTES),
    }),
  )
  .max(WITNESSES_MAX)
  .refine((witnesses) => new Set(witnesses.map(({ name }) => name)).size === witnesses.length);

/** The list of witnesses cannot be read. */
export class WitnessesError extends Error {
  override readonly name = 'WitnessesError';
}

/** `[{ "url", "name", "publicKey" }]`. Throws {@link WitnessesError}. */
export async function readWitnesses(path: string | undefined): Promise<readonly Witness[]> {
  if (path === undefined) return [];
  try {
    const witnesses = witnessesSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    return witnesses.map((witness) => ({ ...witness, publicKey: fromBase64(witness.publicKey) }));
  } catch {
    throw new WitnessesError(
      `${path} is not a list of witnesses: [{"url": "https://...", "name": "...", "publicKey": "<base64>"}], 16 at most. Correct it.`,
    );
  }
}
