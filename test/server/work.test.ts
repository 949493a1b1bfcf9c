import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fromBase64, systemRandom, toBase64, utf8, WORK_COST_MAX, workSchema, type Work } from '../../crypto/index.ts';
import { BASE_DIFFICULTY, difficultyAt, expectedIterations } from '../../server/difficulty.ts';
import { createWorkGate } from '../../server/work.ts';
import {
  EASY,
  fetchChallenge,
  freshWork,
  postLetter,
  problemIn,
  solve,
  someLetter,
  startServer,
  workHeader,
} from './helpers.ts';

async function codeOf(response: Response): Promise<string> {
  return response.ok ? 'accepted' : (await problemIn(response)).code;
}

function decode(header: string): Work {
  return workSchema.parse(JSON.parse(new TextDecoder().decode(fromBase64(header))));
}

describe('a proof of work', () => {
  test('buys one letter', async () => {
    const server = await startServer();
    const work = await freshWork(server.url);
    expect(await codeOf(await postLetter(server.url, someLetter(), { work }))).toBe('accepted');
    expect(await codeOf(await postLetter(server.url, someLetter(), { work }))).toBe('work-spent');
  });

  test('buys one letter, however many are sent at once', async () => {
    const server = await startServer();
    const work = await freshWork(server.url);
    const codes = await Promise.all(
      Array.from({ length: 12 }, async () => codeOf(await postLetter(server.url, someLetter(), { work }))),
    );
    expect(codes.filter((code) => code === 'accepted')).toHaveLength(1);
    expect(codes.filter((code) => code === 'work-spent')).toHaveLength(11);
  });

  test('is used up by what is no letter', async () => {
    const server = await startServer();
    const work = await freshWork(server.url);
    expect(await codeOf(await postLetter(server.url, new Uint8Array(32_768), { work }))).toBe('letter-malformed');
    expect(await codeOf(await postLetter(server.url, someLetter(), { work }))).toBe('work-spent');
  });

  test('holds for twenty minutes', async () => {
    let aheadMs = 0;
    const server = await startServer({ clock: () => new Date(Date.now() + aheadMs) });
    const [early, late] = [await freshWork(server.url), await freshWork(server.url)];
    aheadMs = 19 * 60_000;
    expect(await codeOf(await postLetter(server.url, someLetter(), { work: early }))).toBe('accepted');
    aheadMs = 20 * 60_000;
    expect(await codeOf(await postLetter(server.url, someLetter(), { work: late }))).toBe('work-expired');
    expect(await codeOf(await postLetter(server.url, someLetter(), { work: early }))).toBe('work-expired');
  });

  test('is void after a restart', async () => {
    const server = await startServer();
    const work = await freshWork(server.url);
    const again = await server.restart();
    expect(await codeOf(await postLetter(again.url, someLetter(), { work }))).toBe('work-invalid');
  });

  const forgeries: Record<string, (work: Work) => object> = {
    'an easier challenge': ({ challenge, ...work }) => ({
      ...work,
      challenge: { ...challenge, parameters: { ...challenge.parameters, cost: 1 } },
    }),
    'a later expiry': ({ challenge, ...work }) => ({
      ...work,
      challenge: {
        ...challenge,
        parameters: { ...challenge.parameters, expiresAt: challenge.parameters.expiresAt + 1 },
      },
    }),
    'another algorithm': ({ challenge, ...work }) => ({
      ...work,
      challenge: { ...challenge, parameters: { ...challenge.parameters, algorithm: 'SHA-256' } },
    }),
    'another signature': ({ challenge, ...work }) => ({
      ...work,
      challenge: { ...challenge, signature: '00'.repeat(32) },
    }),
    'a counter that solves nothing': ({ solution, ...work }) => ({
      ...work,
      solution: { ...solution, counter: solution.counter + 1 },
    }),
    'a key that was not derived': ({ solution, ...work }) => ({
      ...work,
      solution: { ...solution, derivedKey: '00'.repeat(32) },
    }),
    'a member too many': (work) => ({ ...work, note: 'x' }),
    'no solution': ({ challenge }) => ({ challenge }),
  };

  test.each(Object.entries(forgeries))('with %s is refused', async (_name, forge) => {
    const server = await startServer();
    const work = toBase64(utf8(JSON.stringify(forge(decode(await freshWork(server.url))))));
    expect(await codeOf(await postLetter(server.url, someLetter(), { work }))).toBe('work-invalid');
  });

  test.each(['x', '!!', toBase64(utf8('[]')), toBase64(utf8('null')), toBase64(systemRandom(40)), 'A'.repeat(9_000)])(
    'that is no proof at all is refused: %#',
    async (work) => {
      const server = await startServer();
      expect(await codeOf(await postLetter(server.url, someLetter(), { work }))).toBe('work-invalid');
    },
  );

  test('may be shown again after an altered copy was refused, and not after a wrong answer', async () => {
    const server = await startServer();
    const work = await solve(await fetchChallenge(server.url));
    const altered = { ...work, challenge: { ...work.challenge, signature: '00'.repeat(32) } };
    expect(await codeOf(await postLetter(server.url, someLetter(), { work: workHeader(altered) }))).toBe(
      'work-invalid',
    );
    expect(await codeOf(await postLetter(server.url, someLetter(), { work: workHeader(work) }))).toBe('accepted');

    const other = await solve(await fetchChallenge(server.url));
    const wrong = { ...other, solution: { ...other.solution, derivedKey: '00'.repeat(32) } };
    expect(await codeOf(await postLetter(server.url, someLetter(), { work: workHeader(wrong) }))).toBe('work-invalid');
    expect(await codeOf(await postLetter(server.url, someLetter(), { work: workHeader(other) }))).toBe('work-spent');
  });
});

describe('difficulty', () => {
  const hardness = (load: number) => expectedIterations(difficultyAt(load, BASE_DIFFICULTY));

  test('of a calm server is that of the base: some second of one core', () => {
    expect(difficultyAt(0, BASE_DIFFICULTY)).toEqual(BASE_DIFFICULTY);
    expect(difficultyAt(59, BASE_DIFFICULTY)).toEqual(BASE_DIFFICULTY);
    expect(hardness(0)).toBe(1_280_000);
  });

  test('never falls as the load rises, and is never beyond what a browser takes', () => {
    const load = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(load, load, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(hardness(low)).toBeLessThanOrEqual(hardness(high));
        const { cost, keyPrefix } = difficultyAt(high, BASE_DIFFICULTY);
        expect(Number.isInteger(cost) && cost <= WORK_COST_MAX && keyPrefix.length <= 8).toBe(true);
      }),
    );
  });

  test('doubles with the load, up to 64 times', () => {
    const factors = [60, 120, 240, 480, 960, 1_920, 3_840, 1e9].map((load) => hardness(load) / hardness(0));
    expect(factors).toEqual([2, 4, 8, 16, 32, 64, 64, 64]);
  });

  test('rises with what is accepted and under way, and falls again in quiet', async () => {
    let nowMs = Date.now();
    const gate = createWorkGate({ clock: () => new Date(nowMs), random: systemRandom, base: EASY });
    const difficulty = async () => expectedIterations((await gate.challenge()).parameters);
    const calm = await difficulty();
    const admissions = [];
    for (let i = 0; i < 70; i += 1) admissions.push(await gate.admit(workHeader(await solve(await gate.challenge()))));
    expect(await difficulty()).toBe(calm * 2);
    for (const admission of admissions) admission.accept();
    expect(await difficulty()).toBe(calm * 2);
    nowMs += 60_000;
    expect(await difficulty()).toBe(calm);
  });
});
