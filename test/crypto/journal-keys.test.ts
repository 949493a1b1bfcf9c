import { expect, test } from 'vitest';

import { journalKeys, newFileKey, systemRandom, toBase64 } from '../../crypto/index.ts';

const LETTER = 'ab'.repeat(32);
const ANOTHER = 'ac'.repeat(32);

test('every letter has a tag and key of its own, the same each time, also under a file key that was used before', async () => {
  const [fileKey, otherFileKey] = [newFileKey(systemRandom), newFileKey(systemRandom)];
  const first = await journalKeys(fileKey, LETTER);
  expect(await journalKeys(fileKey, LETTER)).toEqual(first);
  expect(first.tag).toMatch(/^[0-9a-f]{32}$/);
  const all = [first, await journalKeys(fileKey, ANOTHER), await journalKeys(otherFileKey, LETTER)];
  expect(new Set(all.map(({ tag }) => tag)).size).toBe(3);
  expect(new Set(all.map(({ key }) => toBase64(key))).size).toBe(3);
  await expect(journalKeys(fileKey, LETTER.slice(2))).rejects.toThrow('letter id: 32 bytes expected');
});
