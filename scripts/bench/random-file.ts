import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

import { withTemporaryFolder } from './temporary-folder.ts';

export const MIB = 1024 * 1024;

/** Lends a file of random bytes, and deletes it. Ciphers do not care that one random MiB repeats. */
export function withRandomFile<Result>(sizeMiB: number, use: (path: string) => Promise<Result>): Promise<Result> {
  return withTemporaryFolder(async (folder) => {
    const path = join(folder, 'evidence.bin');
    const piece = randomBytes(MIB);
    const file = await open(path, 'w');
    for (let i = 0; i < sizeMiB; i += 1) await file.write(piece);
    await file.close();
    return use(path);
  });
}
