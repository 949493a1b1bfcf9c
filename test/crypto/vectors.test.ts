import { describe, expect, test } from 'vitest';

import { makeVectors } from '../../scripts/vectors/make-vectors.ts';
import { readVectors, runVector } from './run-vector.ts';

const vectors = readVectors();

describe('every vector has the outcome that it names', () => {
  test.each([...vectors.keys()])('%s', async (name) => {
    const vector = vectors.get(name);
    if (!vector) throw new Error('unreachable');
    const outcome = await runVector(vector, vectors);
    expect(outcome.expect).toEqual(vector.expect);
    if (vector.expect === 'opens') expect(outcome.opens).toEqual(vector['opens']);
  });
});

test('the files are what the script makes', async () => {
  const made = await makeVectors();
  expect([...made.keys()].sort()).toEqual([...vectors.keys()].sort());
  for (const [name, vector] of made) expect(JSON.stringify(vector), name).toBe(JSON.stringify(vectors.get(name)));
});
