import { expect, test } from 'vitest';

import { disguise } from '../../../client/report/voice/disguise.ts';
import { byColour, byCovariance, informed, type Attacker } from './attackers.ts';
import { naivelyShifted, seeded, SPEAKERS, voice } from './voices.ts';

/** Six candidates, each known to the attacker by one sentence; another sentence is what they hear. Guessing names one in six. */
const enrolled = new Map(SPEAKERS.map((speaker) => [speaker, voice(`${speaker}-a`)] as const));
const GUESSING = 1 / SPEAKERS.length;
const SEEDS = [1, 2, 3, 4, 5];
const REPEATS = 8;

const plain = SPEAKERS.map((speaker) => [speaker, voice(`${speaker}-b`)] as const);
const shifted = [0.85, 1.2].flatMap((factor) =>
  plain.map(([speaker, samples]) => [speaker, naivelyShifted(samples, factor)] as const),
);
const disguised = SEEDS.flatMap((seed) =>
  plain.map(([speaker, samples]) => [speaker, disguise(samples, seeded(seed))] as const),
);

function share(attacker: Attacker, heard: typeof plain): number {
  return heard.filter(([speaker, samples]) => attacker(samples, enrolled) === speaker).length / heard.length;
}

/** Above this a series of guesses lies once in some two hundred. */
const LUCK = GUESSING + 2.6 * Math.sqrt((GUESSING * (1 - GUESSING)) / disguised.length);

test('who searches all shifts by the colour of the voice names plain and shifted voices, and only guesses at disguised ones', () => {
  expect(share(byColour, plain)).toBeGreaterThan(0.7);
  expect(share(byColour, shifted)).toBeGreaterThan(0.7);
  expect(share(byColour, disguised)).toBeLessThan(LUCK);
});

test('who compares how bands go together names most plain and shifted voices, and fewer than half of the disguised ones', () => {
  expect(share(byCovariance, plain)).toBeGreaterThan(0.6);
  expect(share(byCovariance, shifted)).toBeGreaterThan(0.6);
  expect(share(byCovariance, disguised)).toBeLessThan(0.45);
});

test('who has the disguise and tries it on each candidate names no more', () => {
  const attacker = informed((samples, seed) => disguise(samples, seeded(seed)), REPEATS);
  expect(share(attacker, disguised)).toBeLessThan(0.45);
});
