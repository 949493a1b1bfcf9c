import {
  KEY_FILE_COSTS,
  paperKeyWords,
  readPaperKeyWords,
  sealKeyFile,
  signingPublicKey,
  type SigningSeed,
} from '../../../../crypto/index.ts';
import { WORD_LISTS } from '../../../shared/word-lists.ts';
import type { Handlers } from '../../calls/answering.ts';
import type { CeremonyCalls } from '../../calls/ceremony-calls.ts';
import { CallError } from '../../calls/line.ts';
import { fingerprintOf, openKeyOf, type Means } from './means.ts';
import { rosterHandlers } from './roster.ts';

type CharterCalls = Pick<
  CeremonyCalls,
  'openCharter' | 'writePaper' | 'readPaper' | 'sealCharter' | 'planRoster' | 'signRoster'
>;

export function charterHandlers(means: Means): Handlers<CharterCalls> {
  let seed: SigningSeed | null = null;
  const opened = () => {
    if (!seed) throw new CallError({ code: 'locked' });
    return seed;
  };
  return {
    async openCharter(asked) {
      seed = null;
      const keys = await openKeyOf('charter', asked, means);
      seed = keys.seed;
      return { name: keys.name, fingerprint: await fingerprintOf(await signingPublicKey(keys.seed)) };
    },

    // Composed, as fonts have the letters; either form reads back.
    writePaper: (language) => paperKeyWords(opened(), WORD_LISTS[language]).map((word) => word.normalize('NFC')),

    async readPaper(words) {
      seed = null;
      const reading = readPaperKeyWords(words, Object.values(WORD_LISTS));
      if (!('seed' in reading)) return reading;
      seed = reading.seed;
      return { fingerprint: await fingerprintOf(await signingPublicKey(reading.seed)) };
    },

    async sealCharter({ name, passphrase }) {
      const keys = { role: 'charter', name, seed: opened(), epochs: [] } as const;
      return new Blob([await sealKeyFile(keys, passphrase, KEY_FILE_COSTS, means.argon2id, means.random)]);
    },

    ...rosterHandlers(means, opened),
  };
}
