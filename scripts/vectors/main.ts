import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { makeVectors } from './make-vectors.ts';

/** `npm run vectors`: writes `test/vectors/` anew. */
const DIRECTORY = 'test/vectors';

const vectors = await makeVectors();
await mkdir(DIRECTORY, { recursive: true });
for (const file of await readdir(DIRECTORY)) {
  if (!vectors.has(file.replace(/\.json$/, ''))) await rm(join(DIRECTORY, file));
}
for (const [name, vector] of vectors) {
  await writeFile(join(DIRECTORY, `${name}.json`), `${JSON.stringify(vector, null, 1)}\n`);
}
console.log(`${String(vectors.size)} vectors in ${DIRECTORY}`);
