import { createHash } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { LETTER_TYPE, PATHS } from '../../crypto/index.ts';
import {
  freshWork,
  makeAccount,
  postLetter,
  sendRaw,
  signIn,
  someLetter,
  startApp,
  startServer,
  STYLE,
  type RawAnswer,
  type TestServer,
} from './helpers.ts';

/** The style that stands in the pages is allowed by its hash, on every answer alike; another one that got into a page would not be. */
const POLICY =
  `default-src 'none';script-src 'self' 'wasm-unsafe-eval';style-src 'self' 'sha256-${createHash('sha256').update(STYLE).digest('base64')}';` +
  "img-src 'self' data: blob:;media-src 'self' blob:;" +
  "connect-src 'self';worker-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none';" +
  "require-trusted-types-for 'script';trusted-types amparo";

/** What every answer carries; what else it carries says something of its own body or connection. */
const COMMON = {
  'cache-control': 'no-store',
  'content-security-policy': POLICY,
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};
const OWN = [
  'accept',
  'allow',
  'amparo-letters',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'location',
  'permissions-policy',
  'retry-after',
  'set-cookie',
  'transfer-encoding',
  'tus-resumable',
  'tus-version',
  'upload-length',
  'upload-offset',
  'vary',
];

function ask(method: string, path: string, headers: Readonly<Record<string, string>> = {}, body = ''): string {
  const lines = Object.entries({ Host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}

function expectCommonHeaders({ headers }: RawAnswer): void {
  expect(headers).toMatchObject(COMMON);
  expect(headers['permissions-policy']).toMatch(
    /^(?:[a-z-]+=\(\), )+microphone=\(self\), publickey-credentials-create=\(self\), publickey-credentials-get=\(self\)$/,
  );
  const expected = new Set([...Object.keys(COMMON), ...OWN]);
  expect(Object.keys(headers).filter((name) => !expected.has(name))).toEqual([]);
}

async function everyKindOfAnswer(server: TestServer): Promise<Record<string, [expected: number, text: string]>> {
  await makeAccount(server);
  const Cookie = await signIn(server);
  const post = async (work?: string) =>
    ask('POST', PATHS.reports, {
      'Content-Type': LETTER_TYPE,
      'Content-Length': '32768',
      'Amparo-Work': work ?? (await freshWork(server.url)),
    }) + Buffer.from(someLetter()).toString('latin1');
  const json = { 'Content-Type': 'application/json' };
  return {
    page: [200, ask('GET', '/en/')],
    'packed page': [200, ask('GET', '/en/', { 'Accept-Encoding': 'br' })],
    'page asked for again': [
      200,
      ask('GET', '/en/', { 'If-Modified-Since': new Date().toUTCString(), 'If-None-Match': '*' }),
    ],
    'part of a page': [200, ask('GET', '/en/', { Range: 'bytes=0-3' })],
    'head of a page': [200, ask('HEAD', '/assets/form.js')],
    'first page': [303, ask('GET', '/')],
    'page without its slash': [303, ask('GET', '/en')],
    directory: [200, ask('GET', PATHS.directory)],
    work: [200, ask('GET', PATHS.work)],
    health: [200, ask('GET', PATHS.health)],
    accepted: [201, await post()],
    'work refused': [403, await post('nonsense')],
    upload: [
      201,
      ask('POST', PATHS.evidence, {
        'Tus-Resumable': '1.0.0',
        'Upload-Length': '1048576',
        'Content-Length': '0',
        'Amparo-Work': await freshWork(server.url),
      }),
    ],
    'upload refused': [412, ask('POST', PATHS.evidence, { 'Content-Length': '0' })],
    'no such upload': [404, ask('HEAD', `${PATHS.evidence}/${'0'.repeat(32)}`, { 'Tus-Resumable': '1.0.0' })],
    bundle: [200, ask('GET', PATHS.bundle, { Cookie })],
    'bundle refused': [401, ask('GET', PATHS.bundle)],
    'signed out': [204, ask('DELETE', PATHS.session)],
    'sign-in refused': [400, ask('POST', PATHS.session, { ...json, 'Content-Length': '2' }, '{}')],
    'no such page': [404, ask('GET', '/en/nothing.html')],
    'no such path': [404, ask('GET', '/api/nothing?x=<script>')],
    'undecodable path': [404, ask('GET', `${PATHS.evidence}/%ff`)],
    'wrong method': [405, ask('PUT', PATHS.reports, { 'Content-Length': '0' })],
    'wrong method on a page': [405, ask('POST', '/en/', { 'Content-Length': '0' })],
    options: [405, ask('OPTIONS', PATHS.reports)],
    'no host': [400, 'GET / HTTP/1.1\r\n\r\n'],
    'strange expectation': [417, ask('POST', PATHS.reports, { Expect: 'a-pony', 'Content-Length': '0' })],
    'not HTTP': [400, 'NONSENSE\r\n\r\n'],
    'wrong version': [400, 'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n'],
    'space in a header name': [400, 'GET / HTTP/1.1\r\nHo st: localhost\r\n\r\n'],
    'two lengths': [
      400,
      'POST /api/reports HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    ],
    'length and chunks': [
      400,
      'POST /api/reports HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    ],
    '10,000 headers': [
      431,
      ask('GET', '/', Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`x${String(i)}`, 'y']))),
    ],
    '200 small headers': [
      431,
      ask('GET', '/', Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`x${String(i)}`, 'y']))),
    ],
    'a header of 20,000 bytes': [431, ask('GET', '/', { Cookie: 'x'.repeat(20_000) })],
  };
}

describe('every kind of answer', () => {
  test('carries the same headers, byte for byte, and no others than it needs', async () => {
    const server = await startServer();
    const policies = new Set<string | undefined>();
    for (const [kind, [status, text]] of Object.entries(await everyKindOfAnswer(server))) {
      const answer = await sendRaw(server.port, Buffer.from(text, 'latin1'));
      expect({ kind, status: answer.status }).toEqual({ kind, status });
      expectCommonHeaders(answer);
      policies.add(
        `${String(answer.headers['content-security-policy'])} ${String(answer.headers['permissions-policy'])}`,
      );
      if (status >= 400 && !text.startsWith('HEAD')) {
        expect(answer.headers['content-type']).toBe('application/problem+json');
        expect(JSON.parse(answer.body)).toMatchObject({ type: 'about:blank', status });
      }
      if (status === 405) expect(answer.headers['allow']).toBeTruthy();
      // Nothing of a request ever stands in an answer.
      expect(answer.body).not.toContain('<script>');
    }
    expect(policies.size).toBe(1);
    expect(server.lines).toEqual([]);
  });

  test('a request that never ends is told so', async () => {
    const server = await startServer({
      limits: {
        headersTimeoutMs: 200,
        requestTimeoutMs: 400,
        keepAliveTimeoutMs: 1_000,
        idleTimeoutMs: 10_000,
        checkEveryMs: 50,
        headerBytesMax: 16_384,
        connectionsMax: 100,
        stopWithinMs: 1_000,
      },
    });
    const head = await sendRaw(server.port, 'GET / HTTP/1.1\r\nHost: loc');
    const body = await sendRaw(
      server.port,
      ask('POST', PATHS.reports, {
        'Content-Type': LETTER_TYPE,
        'Content-Length': '32768',
        'Amparo-Work': await freshWork(server.url),
      }),
    );
    for (const answer of [head, body]) {
      expect(answer.status).toBe(408);
      expect(answer.body).toContain('"request-timeout"');
      expectCommonHeaders(answer);
    }
  });

  test('a fault of our own tells nobody what was asked, and the operator only where it lies', async () => {
    const secret = 'what the reporter wrote';
    const server = await startApp(({ store }) => ({
      store: Object.assign(Object.create(store) as typeof store, {
        addLetter: () => Promise.reject(new TypeError(`${secret}\n${secret}`)),
        close: () => store.close(),
      }),
    }));
    const response = await postLetter(server.url, someLetter());
    expect(response.status).toBe(500);
    expect(response.headers.get('Content-Security-Policy')).toBe(POLICY);
    const text = await response.text();
    expect(text).toContain('"internal"');
    expect(server.lines).toHaveLength(1);
    expect(server.lines[0]).toMatch(/^internal error\n\s+at .*headers\.test\.ts/);
    expect(text + server.lines.join()).not.toContain(secret);
  });
});
