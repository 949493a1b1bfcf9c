/** Little work, so that tests spend their time elsewhere; the production difficulty has tests of its own. */
export const EASY = { cost: 10, keyPrefix: '0' } as const;
