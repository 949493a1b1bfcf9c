import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

import { PATHS, systemRandom } from '../../crypto/index.ts';
import { FactorVault } from '../../server/review/second-factor.ts';
import { ACCOUNT, bundleStatus, makeAccount, postSession, problemIn, signIn, startServer } from './helpers.ts';
import { actsIn, codeAt, cookieOf, enrolWithApp, inviteTo, NEW_PASSPHRASE, post, read, statusOf } from './reviewer.ts';

const NAME = 'Border adviser';
const DAY_MS = 86_400_000;

async function startWithClock() {
  let nowMs = Date.now();
  const server = await startServer({ clock: () => new Date(nowMs) });
  return { server, now: () => new Date(nowMs), pass: (ms: number) => (nowMs += ms) };
}

describe('an invitation', () => {
  test('makes an account with a second factor, once, and signs it in', async () => {
    const { server, now, pass } = await startWithClock();
    const code = await inviteTo(server, NAME, now());
    expect(code).toMatch(/^(?:[2-9a-z]{4}-){5}[2-9a-z]{4}$/);
    const { name, totp, passkey } = await read(server, code);
    expect([name, passkey]).toEqual([NAME, null]); // an address in numbers has no passkeys
    expect(totp.uri).toBe(
      `otpauth://totp/Amparo:Border%20adviser?issuer=Amparo&secret=${totp.secret}&algorithm=SHA1&digits=6&period=30`,
    );
    const body = {
      code: ` ${code.replaceAll('-', '').toUpperCase()} `,
      passphrase: NEW_PASSPHRASE,
      second: { kind: 'totp', secret: totp.secret, code: codeAt(totp.secret, now()) },
    };
    const response = await post(server, PATHS.enrolment, body);
    expect(response.status).toBe(204);
    expect(await bundleStatus(server, cookieOf(response))).toBe(200);
    expect(await statusOf(server, cookieOf(response))).toMatchObject({ name: NAME, hasSecondFactor: true });

    pass(30_000);
    const second = { kind: 'totp', code: codeAt(totp.secret, now()) };
    expect((await postSession(server, { name: NAME, passphrase: NEW_PASSPHRASE, second })).status).toBe(204);
    const again = await post(server, PATHS.enrolment, { ...body, code });
    expect([again.status, (await problemIn(again)).code]).toEqual([401, 'invitation-invalid']);
    expect((await post(server, PATHS.invitation, { code })).status).toBe(401);
    expect((await actsIn(server)).slice(0, 2)).toEqual([
      { who: null, act: 'invited', name: NAME },
      { who: NAME, act: 'enrolled', factor: 'totp' },
    ]);
  });

  test('ends after seven days, and with the next one for the same name', async () => {
    const { server, now, pass } = await startWithClock();
    const first = await inviteTo(server, NAME, now());
    const code = await inviteTo(server, NAME, now());
    expect((await post(server, PATHS.invitation, { code: first })).status).toBe(401);
    pass(7 * DAY_MS - 3_600_000);
    expect((await post(server, PATHS.invitation, { code })).status).toBe(200);
    pass(3_600_000);
    expect((await post(server, PATHS.invitation, { code })).status).toBe(401);
  });

  test('used by two at once makes one account', async () => {
    const { server, now } = await startWithClock();
    const code = await inviteTo(server, NAME, now());
    const { secret } = (await read(server, code)).totp;
    const body = { code, passphrase: NEW_PASSPHRASE, second: { kind: 'totp', secret, code: codeAt(secret, now()) } };
    const both = await Promise.all([post(server, PATHS.enrolment, body), post(server, PATHS.enrolment, body)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 401]);
  });

  test('for an account that is there leaves it as it is until it is used, and then ends what there was', async () => {
    const { server, now, pass } = await startWithClock();
    await makeAccount(server);
    const old = await signIn(server);
    const code = await inviteTo(server, ACCOUNT.name, now());
    await read(server, code);
    expect(await bundleStatus(server, old)).toBe(200);
    expect((await postSession(server)).status).toBe(204);
    const { secret } = await enrolWithApp(server, ACCOUNT.name, now());
    expect(await bundleStatus(server, old)).toBe(401);
    expect((await postSession(server)).status).toBe(401);
    pass(60_000);
    const second = { kind: 'totp', code: codeAt(secret, now()) };
    expect((await postSession(server, { name: ACCOUNT.name, passphrase: NEW_PASSPHRASE, second })).status).toBe(204);
  });

  test('lies in the database as a hash, and the second factor under a key that is not there', async () => {
    const { server, now } = await startWithClock();
    const waiting = await inviteTo(server, 'Another adviser', now());
    const { secret } = await enrolWithApp(server, NAME, now());
    await server.stop();
    const bytes = await readFile(server.database);
    for (const text of [waiting, waiting.replaceAll('-', ''), secret, NEW_PASSPHRASE]) {
      expect(bytes.includes(text)).toBe(false);
    }
  });

  test.each([
    [{ passphrase: 'elevenchars' }, 400, 'passphrase-length'],
    [{ second: { kind: 'totp', secret: 'A'.repeat(32), code: '000000' } }, 400, 'second-factor-invalid'],
    [{ second: { kind: 'totp', secret: 'A'.repeat(16), code: '123456' } }, 400, 'second-factor-invalid'],
    [{ second: { kind: 'totp', secret: 'not base32!', code: '123456' } }, 400, 'second-factor-invalid'],
    [{ second: { kind: 'totp', secret: 'A'.repeat(32), code: '12345' } }, 400, 'enrolment-malformed'],
    [{ second: undefined }, 400, 'enrolment-malformed'],
    [{ code: 'no-such-code' }, 401, 'invitation-invalid'],
    [{ admin: true }, 400, 'enrolment-malformed'],
  ])('is not used up by %j, which is refused', async (change, status, code) => {
    const { server, now } = await startWithClock();
    const invitation = await inviteTo(server, NAME, now());
    const { secret } = (await read(server, invitation)).totp;
    const good = {
      code: invitation,
      passphrase: NEW_PASSPHRASE,
      second: { kind: 'totp', secret, code: codeAt(secret, now()) },
    };
    const refused = await post(server, PATHS.enrolment, { ...good, ...change });
    expect([refused.status, (await problemIn(refused)).code]).toEqual([status, code]);
    expect(refused.headers.getSetCookie()).toEqual([]);
    expect((await post(server, PATHS.enrolment, good)).status).toBe(204);
  });

  test.each([PATHS.invitation, PATHS.enrolment, PATHS.passkey])('from another site is refused at %s', async (path) => {
    const { server } = await startWithClock();
    const response = await post(server, path, {}, { Origin: 'https://elsewhere.example' });
    expect((await problemIn(response)).code).toBe('cross-site');
  });
});

describe('a sealed second factor', () => {
  const factor = { kind: 'totp', secret: Buffer.alloc(20, 7).toString('base64') } as const;

  test('opens for its own account under its own pepper, and for nothing else', () => {
    const pepper = systemRandom(32);
    const vault = new FactorVault(pepper, systemRandom);
    const sealed = vault.seal('a', factor);
    expect(new FactorVault(pepper, systemRandom).open('a', sealed)).toEqual(factor);
    expect(vault.open('b', sealed)).toBeNull();
    expect(new FactorVault(systemRandom(32), systemRandom).open('a', sealed)).toBeNull();
    expect(vault.open('a', sealed.subarray(0, 20))).toBeNull();
  });

  test('altered anywhere opens to nothing', () => {
    const vault = new FactorVault(systemRandom(32), systemRandom);
    const sealed = vault.seal('a', factor);
    for (let i = 0; i < sealed.length; i += 1) {
      const altered = sealed.slice();
      altered[i] = (altered[i] ?? 0) ^ 1;
      expect(vault.open('a', altered)).toBeNull();
    }
  });
});
