/** How hard a challenge is: PBKDF2 iterations a try, and the hex digits that the derived key must start with. */
export interface Difficulty {
  readonly cost: number;
  readonly keyPrefix: string;
}

/**
 * 256 tries of 5,000 iterations on average: 0.3 to 1.3 s of one desktop core, a few seconds on an old phone, while checking one
 * costs the server about 2 ms. Fewer, longer tries keep a browser without JIT level with the others.
 */
export const BASE_DIFFICULTY: Difficulty = { cost: 5_000, keyPrefix: '00' };

/** Letters and uploads a minute, with those under way, that an office sees in its busiest hours. */
const CALM_LOAD = 60;
/** 64 times the base: minutes on an old phone, which is as far as a reporter in need can be asked to go. */
const LEVEL_MAX = 6;
const LEVELS_BY_COST = 3;
const HEX_DIGIT_TRIES = 16;

/** Doubles with every doubling of the load beyond the calm one: iterations first, then one more digit to find. */
export function difficultyAt(load: number, base: Difficulty): Difficulty {
  const level = load < CALM_LOAD ? 0 : Math.min(LEVEL_MAX, 1 + Math.floor(Math.log2(load / CALM_LOAD)));
  if (level <= LEVELS_BY_COST) return { cost: base.cost * 2 ** level, keyPrefix: base.keyPrefix };
  return { cost: (base.cost * 2 ** level) / HEX_DIGIT_TRIES, keyPrefix: `${base.keyPrefix}0` };
}

/** The tries that a difficulty asks for on average, times their cost. */
export function expectedIterations({ cost, keyPrefix }: Difficulty): number {
  return cost * HEX_DIGIT_TRIES ** keyPrefix.length;
}
