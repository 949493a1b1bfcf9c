import { hasDigits, readCodeDigits, readCodeWords, type CaseCodeReading } from '../../../crypto/index.ts';

import { SendError } from '../failure.ts';
import { allWordLists, wordListOf } from './word-lists.ts';

export interface CodeRead {
  readonly written: 'digits' | 'words';
  readonly reading: CaseCodeReading;
}

/** Reads a code in digits, or in words of any list: those of the page's language first, since most need no other. */
export async function readCode(text: string, language: string): Promise<CodeRead> {
  if (hasDigits(text)) return { written: 'digits', reading: await readCodeDigits(text) };
  const own = await loaded(wordListOf(language));
  const first = own && readCodeWords(text, [own]);
  if (first && 'secret' in first) return { written: 'words', reading: first };
  return { written: 'words', reading: readCodeWords(text, await loaded(allWordLists())) };
}

/** A list that does not come is a lost connection. */
function loaded<Lists>(loading: Promise<Lists>): Promise<Lists> {
  return loading.catch(() => {
    throw new SendError('offline');
  });
}
