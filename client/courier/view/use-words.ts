import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import { languageFor } from '../messages/index.ts';
import { Words } from '../words.ts';

export const WordsContext = createContext(new Words(languageFor([])));

export function useWords(): Words {
  return useContext(WordsContext);
}
