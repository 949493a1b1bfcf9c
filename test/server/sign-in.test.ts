import { describe, expect, test } from 'vitest';

import { systemRandom } from '../../crypto/index.ts';
import { addAccount, removeAccount } from '../../server/review/accounts.ts';
import { BackOff, delayAfter } from '../../server/review/back-off.ts';
import { createHasher, PassphraseChecker, type PassphraseHasher } from '../../server/review/passphrase.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import {
  ACCOUNT,
  accountDeps,
  afterTest,
  bundleStatus,
  postSession,
  problemIn,
  startAt,
  tempFolder,
} from './helpers.ts';

const WRONG = { ...ACCOUNT, passphrase: 'plain lantern orbit meadoW' };

describe('sign-in', () => {
  test('gives a cookie that scripts, other sites and plain HTTP do not get', async () => {
    const { server } = await startAt();
    const response = await postSession(server);
    expect(response.status).toBe(204);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-amparo=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(await bundleStatus(server, cookie.split(';')[0] ?? '')).toBe(200);
    expect(server.lines).toEqual([]);
  });

  test('of an unknown name gets the answer of a wrong pass phrase', async () => {
    const { server } = await startAt();
    const wrong = await postSession(server, WRONG);
    const unknown = await postSession(server, { ...WRONG, name: 'Nobody at all' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await unknown.text()).toBe(await wrong.text());
    const shape = ({ headers }: Response) => [...headers.entries()].filter(([name]) => name !== 'date');
    expect(shape(unknown)).toEqual(shape(wrong));
  });

  test('hashes as much for an unknown name as for a known one', async () => {
    const real = createHasher(systemRandom(32));
    const verified: string[] = [];
    const counting: PassphraseHasher = {
      ...real,
      verify: (digest, passphrase) => {
        verified.push(digest);
        return real.verify(digest, passphrase);
      },
    };
    const digest = await real.hash(ACCOUNT.passphrase);
    const checker = new PassphraseChecker(counting, systemRandom);
    expect(await checker.check(digest, ACCOUNT.passphrase)).toBe(true);
    expect(await checker.check(digest, WRONG.passphrase)).toBe(false);
    expect(await checker.check(null, ACCOUNT.passphrase)).toBe(false);
    expect(verified).toHaveLength(3);
    const costs = verified.map((text) => text.split('$').slice(1, 4).join('$').split(/[$,]/).sort().join());
    expect(new Set(costs)).toEqual(new Set(['argon2id,m=65536,p=1,t=3,v=19']));
  });

  test('is not opened by the pass phrase under another pepper', async () => {
    const digest = await createHasher(systemRandom(32)).hash(ACCOUNT.passphrase);
    expect(await createHasher(systemRandom(32)).verify(digest, ACCOUNT.passphrase)).toBe(false);
  });

  test('checks two at a time, lets eight wait, and turns the rest away', async () => {
    let running = 0;
    let most = 0;
    const hasher: PassphraseHasher = {
      hash: () => Promise.resolve('decoy'),
      async verify() {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running -= 1;
        return true;
      },
    };
    const checker = new PassphraseChecker(hasher, systemRandom);
    const results = await Promise.allSettled(Array.from({ length: 15 }, () => checker.check('digest', 'x')));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(results.filter((result) => result.status === 'rejected')).toEqual(
      Array.from({ length: 5 }, () => ({
        status: 'rejected',
        reason: expect.objectContaining({ code: 'busy' }) as unknown,
      })),
    );
    expect(most).toBe(2);
    expect(await checker.check('digest', 'x')).toBe(true);
  });

  test.each([
    [{}, 400, 'sign-in-malformed'],
    [{ name: 'x' }, 400, 'sign-in-malformed'],
    [{ ...ACCOUNT, admin: true }, 400, 'sign-in-malformed'],
    [{ name: '', passphrase: 'x' }, 400, 'sign-in-malformed'],
    [{ name: 'x', passphrase: 'x'.repeat(20_000) }, 413, 'body-too-large'],
  ])('with %.40j is refused', async (body, status, code) => {
    const { server } = await startAt();
    const response = await postSession(server, body);
    expect(response.status).toBe(status);
    expect((await problemIn(response)).code).toBe(code);
  });
});

describe('back-off', () => {
  test.each(['Intake officer', 'Nobody at all'])('slows down guesses at %s, and only at that name', async (name) => {
    const { server, pass } = await startAt();
    const guess = { name, passphrase: WRONG.passphrase };
    const waits: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      expect((await postSession(server, guess)).status).toBe(401);
      const early = await postSession(server, guess);
      expect(early.status).toBe(429);
      const wait = early.headers.get('Retry-After') ?? '';
      waits.push(wait);
      pass(Number(wait) * 1000);
    }
    expect(waits).toEqual(['1', '2', '4']);
    expect((await postSession(server, { ...WRONG, name: 'Somebody else' })).status).toBe(401);
  });

  test('never lasts longer than a minute, and ends with the right pass phrase', async () => {
    expect([1, 2, 6, 7, 8, 1_000].map(delayAfter)).toEqual([1_000, 2_000, 32_000, 60_000, 60_000, 60_000]);
    const { server, pass } = await startAt();
    for (let i = 0; i < 2; i += 1) {
      await postSession(server, WRONG);
      pass(5_000);
    }
    expect((await postSession(server)).status).toBe(204);
    expect((await postSession(server, WRONG)).status).toBe(401);
    pass(1_000);
    expect((await postSession(server)).status).toBe(204);
  });

  test('is not got round by guessing all at once', async () => {
    const { server } = await startAt();
    const statuses = await Promise.all(
      Array.from({ length: 6 }, async () => (await postSession(server, WRONG)).status),
    );
    expect(statuses.sort()).toEqual([401, 429, 429, 429, 429, 429]);
  });

  test('keeps the names that exist, however many others are tried', () => {
    const backOff = new BackOff(() => new Date(1_000));
    const tries = (name: string, known: boolean) => () => {
      backOff.begin(name, known);
    };
    tries('known', true)();
    tries('first', false)();
    for (let i = 0; i < 10_001; i += 1) tries(String(i), false)();
    expect(tries('known', true)).toThrow('sign-in-later');
    expect(tries('10000', false)).toThrow('sign-in-later');
    expect(tries('first', false)).not.toThrow(); // forgotten: the memory of names is bounded
  });
});

describe('accounts', () => {
  test('are added, listed and removed', async () => {
    const store = openSqliteStore(`${await tempFolder()}/amparo.sqlite`);
    afterTest(() => store.close());
    const deps = accountDeps(store);
    const hasher = createHasher(systemRandom(32));
    await addAccount(deps, hasher, 'Legal adviser', ACCOUNT.passphrase);
    await addAccount(deps, hasher, 'Intake officer', ACCOUNT.passphrase);
    expect(await store.accounts.list()).toEqual([
      { name: 'Intake officer', hasSecondFactor: false },
      { name: 'Legal adviser', hasSecondFactor: false },
    ]);
    await expect(addAccount(deps, hasher, 'Legal adviser', ACCOUNT.passphrase)).rejects.toMatchObject({
      code: 'name-taken',
    });
    await removeAccount(deps, 'Legal adviser');
    await expect(removeAccount(deps, 'Legal adviser')).rejects.toMatchObject({ code: 'name-unknown' });
    expect((await store.accounts.list()).map(({ name }) => name)).toEqual(['Intake officer']);
  });

  test.each([
    ['', ACCOUNT.passphrase, 'name-invalid'],
    [' x', ACCOUNT.passphrase, 'name-invalid'],
    ['a\nb', ACCOUNT.passphrase, 'name-invalid'],
    ['x'.repeat(101), ACCOUNT.passphrase, 'name-invalid'],
    ['x', 'elevenchars', 'passphrase-too-short'],
    ['x', '🔑'.repeat(11), 'passphrase-too-short'],
    ['x', 'x'.repeat(1_001), 'passphrase-too-long'],
  ])('are refused: %.10j %.12j', async (name, passphrase, code) => {
    const store = openSqliteStore(`${await tempFolder()}/amparo.sqlite`);
    afterTest(() => store.close());
    await expect(
      addAccount(accountDeps(store), createHasher(systemRandom(32)), name, passphrase),
    ).rejects.toMatchObject({ code });
    expect(await store.accounts.list()).toEqual([]);
  });
});
