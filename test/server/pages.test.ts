import { readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { PATHS, systemRandom } from '../../crypto/index.ts';
import { DataError, serve } from '../../server/serve.ts';
import { makeDataFolder, makeOffice, PAGES, sendRaw, startServer } from './helpers.ts';

describe('pages', () => {
  test.each([
    ['identity', null],
    ['gzip', 'gzip'],
    ['gzip, br', 'br'],
    ['br;q=0, gzip', 'gzip'],
  ])('are sent as the browser takes them: %s', async (accepted, encoding) => {
    const server = await startServer();
    const response = await fetch(`${server.url}/en/`, { headers: { 'Accept-Encoding': accepted } });
    expect(response.headers.get('Content-Encoding')).toBe(encoding);
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('Vary')).toBe('Accept-Encoding');
    expect(await response.text()).toBe(PAGES['en/index.html']);
  });

  test('are found by their exact path alone', async () => {
    const server = await startServer();
    const paths = [
      '/en/index.html',
      '/en/index.html.br',
      '/en/index',
      '/assets/',
      '/assets/form',
      '/../amparo.sqlite',
      '/en/../../amparo.sqlite',
      '/%2e%2e/amparo.sqlite',
      '/en/%2e%2e%2f%2e%2e%2famparo.sqlite',
      '/..%5camparo.sqlite',
      '//etc/passwd',
      '/en//',
      '/EN/',
      '/%00',
      '/%',
      '/amparo.sqlite',
      '/directory.json',
      '/evidence/',
    ];
    for (const path of paths) {
      const { status, body } = await sendRaw(server.port, `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      expect({ path, status, body }).toEqual({
        path,
        status: 404,
        body: expect.stringContaining('"not-found"') as unknown,
      });
    }
  });

  test('start in the language that suits Accept-Language', async () => {
    const server = await startServer();
    const suits: [accepted: string, location: string][] = [
      ['es', '/es/'],
      ['es-MX,es;q=0.9,en;q=0.8', '/es/'],
      ['ka, es;q=0.5, en;q=0.4', '/es/'],
      ['ka', '/en/'],
      ['*', '/en/'],
      ['', '/en/'],
      ['nonsense;;q=x', '/en/'],
    ];
    for (const [accepted, location] of suits) {
      const response = await fetch(server.url, { redirect: 'manual', headers: { 'Accept-Language': accepted } });
      expect([accepted, response.status, response.headers.get('Location')]).toEqual([accepted, 303, location]);
      expect(response.headers.get('Vary')).toBe('Accept-Language');
    }
  });
});

describe('the directory', () => {
  test('is sent as it lies there, anew when it changes, and the last good one when it is spoilt', async () => {
    const server = await startServer();
    const path = join(server.folder, 'directory.json');
    const sent = async () => (await fetch(server.url + PATHS.directory)).text();
    const first = await readFile(path, 'utf8');
    expect(await sent()).toBe(first);

    const { directory } = await makeOffice(['Another officer']);
    const second = JSON.stringify(directory);
    await writeFile(`${path}.new`, second);
    await rename(`${path}.new`, path);
    expect(await sent()).toBe(second);

    await writeFile(path, second.slice(0, 100));
    expect(await sent()).toBe(second);
    expect(await sent()).toBe(second);
    expect(server.lines).toEqual([expect.stringContaining('directory.json')]);

    await writeFile(path, first);
    await utimes(path, 1, 1);
    expect(await sent()).toBe(first);
  });
});

describe('a data folder that cannot serve reporters is refused at the start, with what to do', () => {
  test.each([
    ['directory.json', 'amparo roster publish'],
    ['pages', 'npm run build'],
  ])('%s missing', async (name, remedy) => {
    const folder = await makeDataFolder(await makeOffice());
    await rm(join(folder, name), { recursive: true });
    const started = serve(
      { host: '127.0.0.1', port: 0, data: folder, pepper: systemRandom(32) },
      { log: () => undefined },
    );
    await expect(started).rejects.toThrow(DataError);
    await expect(started).rejects.toThrow(remedy);
  });

  test('a directory with a member too many', async () => {
    const office = await makeOffice();
    const folder = await makeDataFolder(office);
    await writeFile(join(folder, 'directory.json'), JSON.stringify({ ...office.directory, note: 'x' }));
    const started = serve(
      { host: '127.0.0.1', port: 0, data: folder, pepper: systemRandom(32) },
      { log: () => undefined },
    );
    await expect(started).rejects.toThrow(DataError);
  });
});
