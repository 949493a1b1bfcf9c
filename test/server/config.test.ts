import { describe, expect, test } from 'vitest';

import { systemRandom, toBase64 } from '../../crypto/index.ts';
import { ConfigError, readConfig } from '../../server/config.ts';

const PEPPER = toBase64(systemRandom(16));

function mistakes(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError)
      return error.message
        .split('\n')
        .slice(1)
        .map((line) => line.trim());
    throw error;
  }
  throw new Error('taken');
}

describe('settings', () => {
  test('have defaults for all but the pepper', () => {
    expect(readConfig({ AMPARO_PEPPER: PEPPER, PATH: '/bin' })).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      data: './data',
      logMinutes: 1_440,
      witnesses: undefined,
    });
  });

  test('are taken from the environment', () => {
    const config = readConfig({ HOST: '::1', PORT: '0', AMPARO_DATA: '/srv/amparo', AMPARO_PEPPER: PEPPER });
    expect(config).toMatchObject({ host: '::1', port: 0, data: '/srv/amparo' });
    expect(toBase64(config.pepper)).toBe(PEPPER);
  });

  test('name every mistake at once, what is wrong and what to do', () => {
    const lines = mistakes({ HOST: 'everywhere', PORT: '80a', AMPARO_DATA: '', AMPARO_PEPPER: 'c2hvcnQ=' });
    expect(lines.map((line) => line.split(':')[0])).toEqual(['HOST', 'PORT', 'AMPARO_DATA', 'AMPARO_PEPPER']);
    for (const line of lines) expect(line).toMatch(/; (?:use|give|make) /);
  });

  test.each(['0', '1441', '1.5', '-1', '', 'daily'])('AMPARO_LOG_MINUTES=%j is refused', (minutes) => {
    expect(mistakes({ AMPARO_LOG_MINUTES: minutes, AMPARO_PEPPER: PEPPER })).toEqual([
      expect.stringMatching(/^AMPARO_LOG_MINUTES: .*; use a whole number from 1 to 1440$/),
    ]);
  });

  test('of the log are taken from the environment', () => {
    const log = { AMPARO_LOG_MINUTES: '10', AMPARO_WITNESSES: '/etc/amparo/witnesses.json' };
    expect(readConfig({ ...log, AMPARO_PEPPER: PEPPER })).toMatchObject({
      logMinutes: 10,
      witnesses: '/etc/amparo/witnesses.json',
    });
    expect(mistakes({ AMPARO_WITNESSES: '', AMPARO_PEPPER: PEPPER })).toHaveLength(1);
  });

  test.each([
    ['65536', 'too large'],
    ['-1', 'not a port'],
    ['', 'not a port'],
    ['8080 ', 'not a port'],
  ])('PORT=%j is refused', (port, why) => {
    expect(mistakes({ PORT: port, AMPARO_PEPPER: PEPPER })).toEqual([expect.stringContaining(`PORT: ${why}`)]);
  });

  test.each([
    [undefined, 'missing'],
    ['not base64!', 'not base64'],
    [toBase64(systemRandom(15)), 'shorter than 16 bytes'],
    [`${PEPPER}\n`, 'not base64'],
  ])('a pepper that is %j is refused without being shown', (pepper, why) => {
    const lines = mistakes(pepper === undefined ? {} : { AMPARO_PEPPER: pepper });
    expect(lines).toEqual([expect.stringContaining(`AMPARO_PEPPER: ${why}`)]);
    if (pepper !== undefined) expect(lines.join()).not.toContain(pepper.trim());
  });
});
