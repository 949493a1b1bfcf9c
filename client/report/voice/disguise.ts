import type { RandomBytes } from '../../../crypto/index.ts';

import { analyse } from './analyse.ts';
import { Draws } from './draws.ts';
import { synthesise } from './synthesise.ts';

const ANALYSIS_SHARE = 0.5; // of the time that both take

/**
 * Says a recording again in another voice. `samples` and what is given back: mono, 16 kHz, -1 to 1. `onProgress` gets shares
 * from 0 to 1. Blocks its thread: a fifth of the length of the speech where scripts are not compiled, a hundredth where they are.
 *
 * It is not undone by undoing a shift, because little of the recording is used: each 16 ms become one bit, voiced or not, and the
 * loudness of 22 bands in 16 steps, and another voice is made from those alone (a channel vocoder).
 *
 * Gone: the pitch, its melody and its unsteadiness; phase; how loud and how strongly somebody speaks over all; most of the
 * colour of voice, microphone and room; what lies some 30 dB below the speech. Melody is gone also where it carries meaning: tones
 * of Chinese, Vietnamese or Yoruba, questions, irony.
 * Changed by amounts that are drawn anew for each recording and wander while it goes on: formants, by at least 8%; pace.
 *
 * Left: the words; language, dialect and accent; pauses, rhythm, laughter and tears; how vowels and consonants are
 * formed, coarsely; loud sounds in the background.
 *
 * Not promised: that nobody recognises the speaker. Who knows them may, by their words and their way of speaking; and science finds
 * more than ears. Of six candidates the best of the tests' attackers names the right one in a third of cases, guessing in a sixth
 * (test/client/voice/attack.test.ts); an attacker who is trained on many disguised voices will do better (VoicePrivacy Challenge).
 * Nor that every listener understands every word: it sounds like a bad telephone.
 */
export function disguise(
  samples: Float32Array,
  random: RandomBytes,
  onProgress: (share: number) => void = () => undefined,
): Float32Array {
  const frames = analyse(samples, (share) => {
    onProgress(ANALYSIS_SHARE * share);
  });
  return synthesise(frames, new Draws(random), (share) => {
    onProgress(ANALYSIS_SHARE + (1 - ANALYSIS_SHARE) * share);
  });
}
