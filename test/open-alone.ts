import { openLetter, type Bytes, type EpochKeyPair, type OpenedLetter } from '../crypto/index.ts';

/** What one reviewer reads in a letter that they open without the others; `null` where it is not for them. */
export async function openAlone(letter: Bytes, key: EpochKeyPair): Promise<OpenedLetter | null> {
  const opened = await openLetter(letter, key);
  if (opened?.kind === 'share') throw new Error('this letter takes several reviewers');
  return opened;
}
