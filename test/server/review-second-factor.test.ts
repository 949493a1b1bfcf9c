import { describe, expect, test } from 'vitest';

import { PATHS, passkeyAnswerSchema } from '../../crypto/index.ts';
import { totpSecret, totpStep } from '../../server/review/totp.ts';
import { ACCOUNT, bundleStatus, makeAccount, postSession, problemIn, startServer, type TestServer } from './helpers.ts';
import { SoftwareKey, type Asked } from './passkey.ts';
import { codeAt, cookieOf, enrolWithApp, inviteTo, NEW_PASSPHRASE, post } from './reviewer.ts';

const NAME = 'Border adviser';
const RIGHT = { name: NAME, passphrase: NEW_PASSPHRASE };

async function startWithApp() {
  let nowMs = Math.floor(Date.now() / 30_000) * 30_000; // the start of a step
  const server = await startServer({ clock: () => new Date(nowMs) });
  const { secret } = await enrolWithApp(server, NAME, new Date(nowMs));
  const pass = (ms: number) => (nowMs += ms);
  pass(60_000);
  const second = (steps = 0) => ({ kind: 'totp', code: codeAt(secret, new Date(nowMs), steps) });
  return { server, pass, second };
}

describe('codes of an authenticator app', () => {
  test('are those of RFC 6238', () => {
    const secret = new TextEncoder().encode('12345678901234567890');
    for (const [seconds, code] of [
      [59, '287082'],
      [1_111_111_109, '081804'],
      [1_234_567_890, '005924'],
      [20_000_000_000, '353130'],
    ] as const) {
      expect(totpStep(secret, code, new Date(seconds * 1000), 0)).toBe(Math.floor(seconds / 30));
      expect(totpStep(secret, code, new Date((seconds + 90) * 1000), 0)).toBeNull();
    }
    expect(totpSecret('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')).toEqual(secret);
  });

  test('are taken one step early or late, and no further', async () => {
    for (const [steps, status] of [
      [-2, 401],
      [-1, 204],
      [0, 204],
      [1, 204],
      [2, 401],
    ] as const) {
      const { server, second } = await startWithApp();
      expect([steps, (await postSession(server, { ...RIGHT, second: second(steps) })).status]).toEqual([steps, status]);
    }
  });

  test('are taken once, and none from before one that was taken', async () => {
    const { server, pass, second } = await startWithApp();
    const now = second();
    expect((await postSession(server, { ...RIGHT, second: now })).status).toBe(204);
    expect((await postSession(server, { ...RIGHT, second: now })).status).toBe(401);
    pass(2_000);
    expect((await postSession(server, { ...RIGHT, second: second(-1) })).status).toBe(401);
    pass(4_000);
    expect((await postSession(server, { ...RIGHT, second: second(1) })).status).toBe(204);
  });

  test('are taken once by a server that was started again', async () => {
    const { server, second } = await startWithApp();
    expect((await postSession(server, { ...RIGHT, second: second() })).status).toBe(204);
    const again = await server.restart();
    expect((await postSession(again, { ...RIGHT, second: second() })).status).toBe(401);
  });

  test('sign one in where many use the same at once', async () => {
    const { server, second } = await startWithApp();
    const body = { ...RIGHT, second: second() };
    const statuses = await Promise.all(Array.from({ length: 4 }, async () => (await postSession(server, body)).status));
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
  });

  test('are not used up by a wrong pass phrase', async () => {
    const { server, pass, second } = await startWithApp();
    expect((await postSession(server, { ...RIGHT, passphrase: 'x', second: second() })).status).toBe(401);
    pass(1_000);
    expect((await postSession(server, { ...RIGHT, second: second() })).status).toBe(204);
  });
});

describe('every failure', () => {
  test('gets one answer: unknown name, wrong pass phrase, wrong, missing or needless second factor', async () => {
    const { server, pass, second } = await startWithApp();
    await makeAccount(server);
    const wrongCode = { kind: 'totp', code: '000000' };
    const noKey = {
      kind: 'passkey',
      assertion: new SoftwareKey().assert({ challenge: 'AAAA', origin: 'x', site: 'y' }),
    };
    const tries = [
      { ...RIGHT, name: 'Nobody at all', second: second() },
      { ...RIGHT, passphrase: 'wrong', second: second() },
      { ...RIGHT, second: wrongCode },
      { ...RIGHT },
      { ...RIGHT, second: noKey },
      { ...RIGHT, passphrase: 'wrong' },
      { ...ACCOUNT, second: second() },
      { ...ACCOUNT, passphrase: 'wrong' },
    ];
    const answers = new Set<string>();
    for (const body of tries) {
      const response = await postSession(server, body);
      const headers = [...response.headers.entries()].filter(([name]) => name !== 'date');
      answers.add(JSON.stringify([response.status, headers, await response.text()]));
      pass(61_000);
    }
    expect([...answers].map((answer) => (JSON.parse(answer) as [number])[0])).toEqual([401]);
  });
});

interface Passkeyed {
  readonly server: TestServer;
  readonly key: SoftwareKey;
  pass(ms: number): void;
  /** A new challenge, answered by the key as a page on this site would. */
  asked(): Promise<Asked>;
}

/** By its name: an address in numbers can have no passkey. */
function named(server: TestServer): { url: string } {
  return { url: server.url.replace('127.0.0.1', 'localhost') };
}

async function startWithPasskey(): Promise<Passkeyed> {
  let nowMs = Date.now();
  const server = await startServer({ clock: () => new Date(nowMs) });
  const origin = named(server).url;
  const key = new SoftwareKey();
  const code = await inviteTo(server, NAME, new Date(nowMs));
  const { passkey } = (await (await post(named(server), PATHS.invitation, { code })).json()) as {
    passkey: { challenge: string };
  };
  const attestation = key.attest({ challenge: passkey.challenge, origin, site: 'localhost' });
  const second = { kind: 'passkey', attestation };
  const response = await post(named(server), PATHS.enrolment, { code, passphrase: NEW_PASSPHRASE, second });
  if (response.status !== 204) throw new Error(`enrolment: ${String(response.status)} ${await response.text()}`);
  return {
    server,
    key,
    pass: (ms) => (nowMs += ms),
    asked: async () => {
      const answer = passkeyAnswerSchema.parse(await (await post(named(server), PATHS.passkey, {})).json());
      return { challenge: String(answer.passkey?.['challenge']), origin, site: 'localhost' };
    },
  };
}

function tryKey(server: TestServer, assertion: unknown, passphrase = NEW_PASSPHRASE): Promise<Response> {
  const second = { kind: 'passkey', assertion };
  return post(named(server), PATHS.session, { name: NAME, passphrase, second });
}

describe('a passkey', () => {
  test('signs in with the pass phrase, and the pass phrase alone does not', async () => {
    const { server, key, asked, pass } = await startWithPasskey();
    const response = await tryKey(server, key.assert(await asked()));
    expect(response.status).toBe(204);
    expect(await bundleStatus(server, cookieOf(response))).toBe(200);
    expect((await postSession(server, RIGHT)).status).toBe(401);
    pass(2_000);
    expect((await tryKey(server, key.assert(await asked()), 'wrong')).status).toBe(401);
  });

  test('answers each challenge once', async () => {
    const { server, key, asked } = await startWithPasskey();
    const assertion = key.assert(await asked());
    expect((await tryKey(server, assertion)).status).toBe(204);
    expect((await tryKey(server, assertion)).status).toBe(401);
  });

  test.each<[string, (asked: Asked) => Asked]>([
    ['of another origin', (asked) => ({ ...asked, origin: 'https://elsewhere.example' })],
    ['for another site', (asked) => ({ ...asked, site: 'elsewhere.example' })],
    ['to a challenge that nobody made', (asked) => ({ ...asked, challenge: 'A'.repeat(70) })],
    ['to an altered challenge', (asked) => ({ ...asked, challenge: `B${asked.challenge.slice(1)}` })],
  ])('does not sign in with an answer %s', async (_kind, change) => {
    const { server, key, asked } = await startWithPasskey();
    expect((await tryKey(server, key.assert(change(await asked())))).status).toBe(401);
  });

  test('does not sign in by another key, a broken signature, or after five minutes', async () => {
    const { server, key, asked, pass } = await startWithPasskey();
    const other = new SoftwareKey().assert(await asked());
    const own = key.assert(await asked());
    const stolenName = { ...other, id: own.id };
    const broken = { ...own, response: { ...own.response, signature: other.response.signature } };
    for (const assertion of [other, stolenName, broken]) {
      expect((await tryKey(server, assertion)).status).toBe(401);
      pass(60_000);
    }
    const late = key.assert(await asked());
    pass(300_000);
    expect((await tryKey(server, late)).status).toBe(401);
  });

  test('that was copied, so that its counter goes back, does not sign in', async () => {
    const { server, key, asked } = await startWithPasskey();
    const [first, second] = [key.assert(await asked()), key.assert(await asked())];
    expect((await tryKey(server, second)).status).toBe(204);
    expect((await tryKey(server, first)).status).toBe(401);
  });

  test('lets its holder in while others keep the name in back-off; their guesses wait all the same', async () => {
    const { server, key, asked, pass } = await startWithPasskey();
    for (let i = 0; i < 8; i += 1) {
      await postSession(server, { ...RIGHT, passphrase: 'guess' });
      pass(i < 7 ? 61_000 : 100);
    }
    expect((await postSession(server, { ...RIGHT, passphrase: 'guess' })).status).toBe(429);
    expect((await tryKey(server, key.assert(await asked()))).status).toBe(204);
    expect((await postSession(server, { ...RIGHT, passphrase: 'guess' })).status).toBe(429);
    // Whoever has stolen the key guesses no faster either.
    expect((await tryKey(server, key.assert(await asked()), 'guess')).status).toBe(401);
    expect((await tryKey(server, key.assert(await asked()), 'guess')).status).toBe(429);
  });

  test('is not made for an answer of another site', async () => {
    const { server } = await startWithPasskey();
    const code = await inviteTo(server, 'Another adviser', new Date());
    const { passkey } = (await (await post(named(server), PATHS.invitation, { code })).json()) as {
      passkey: { challenge: string };
    };
    const asked = { challenge: passkey.challenge, origin: 'https://elsewhere.example', site: 'elsewhere.example' };
    const second = { kind: 'passkey', attestation: new SoftwareKey().attest(asked) };
    const refused = await post(named(server), PATHS.enrolment, { code, passphrase: NEW_PASSPHRASE, second });
    expect((await problemIn(refused)).code).toBe('second-factor-invalid');
  });

  test('is asked for in the same way by everybody', async () => {
    const { server } = await startWithPasskey();
    const answer = passkeyAnswerSchema.parse(await (await post(named(server), PATHS.passkey, {})).json());
    expect(Object.keys(answer.passkey ?? {}).sort()).not.toContain('allowCredentials');
    expect(answer.passkey).toMatchObject({ rpId: 'localhost' });
    expect(await (await post(server, PATHS.passkey, {})).json()).toEqual({ passkey: null });
  });
});
