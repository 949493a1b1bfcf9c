import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

import { ERROR_MESSAGES } from '../crypto/index.ts';

/** House rules (ARCHITECTURE: layout and rules that the build checks). */
const ROOT = join(import.meta.dirname, '..');
const ROOMS = ['crypto', 'server', 'client', 'scripts', 'test'];
const LINES_MAX = 300;

interface Source {
  readonly path: string;
  readonly text: string;
  /** Without comments, so that a rule does not trip over its own mention. */
  readonly code: string;
  readonly imports: readonly string[];
}

const sources: readonly Source[] = ROOMS.flatMap((room) => filesUnder(join(ROOT, room)))
  .filter((path) => /\.(?:ts|tsx|cts)$/.test(path))
  .map((path) => {
    const text = readFileSync(path, 'utf8');
    const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
    return { path: relative(ROOT, path), text, code, imports: importsOf(code, path) };
  });

function filesUnder(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Relative imports as paths from the root, packages by name. */
function importsOf(code: string, path: string): string[] {
  const found = code.matchAll(/(?:\bfrom\s+|\bimport\(\s*|\brequire\(\s*|^import\s+)'([^']+)'/gm);
  return [...found].map(([, name = '']) => (name.startsWith('.') ? relative(ROOT, join(dirname(path), name)) : name));
}

function inRoom(room: string): Source[] {
  const found = sources.filter(({ path }) => path.startsWith(`${room}/`));
  expect(found.length, `${room} has sources`).toBeGreaterThan(0);
  return found;
}

/** Which files break a rule: shown whole when a test fails. */
function offenders(files: readonly Source[], breaks: (source: Source) => unknown): string[] {
  return files.filter((source) => Boolean(breaks(source))).map(({ path }) => path);
}

describe('who may import whom', () => {
  test('crypto imports libsodium, the word lists and the shares, in one file each, and zod; nothing else', () => {
    const allowed = new Set(['zod/mini']);
    const foreign = (source: Source) =>
      source.imports.some(
        (name) =>
          !name.startsWith('crypto/') &&
          !allowed.has(name) &&
          !(name === '@scure/bip39' && source.path === 'crypto/words.ts') &&
          !(name === 'shamir-secret-sharing' && source.path === 'crypto/share.ts') &&
          !(name === 'libsodium-wrappers' && /^crypto\/sodium(?:-script)?\.c?ts$/.test(source.path)),
      );
    expect(offenders(inRoom('crypto'), foreign)).toEqual([]);
  });

  test('server and client enter crypto by its door and never import each other', () => {
    const crosses = (own: string) => (source: Source) =>
      source.imports.some(
        (name) =>
          name.includes('/') &&
          ROOMS.some((room) => name.startsWith(`${room}/`)) &&
          !name.startsWith(`${own}/`) &&
          name !== 'crypto/index.ts',
      );
    expect(offenders(inRoom('server'), crosses('server'))).toEqual([]);
    expect(offenders(inRoom('client'), crosses('client'))).toEqual([]);
  });

  test('the pages do not import one another', () => {
    const pages = ['report', 'triage', 'courier'];
    for (const page of pages) {
      const own = sources.filter(({ path }) => path.startsWith(`client/${page}/`));
      const others = pages.filter((other) => other !== page).map((other) => `client/${other}/`);
      expect(
        offenders(own, ({ imports }) => imports.some((name) => others.some((room) => name.startsWith(room)))),
      ).toEqual([]);
    }
  });

  test('what ships does not import the tests', () => {
    const shipped = sources.filter(({ path }) => !path.startsWith('test/'));
    expect(
      offenders(shipped, ({ imports }) => imports.some((name) => name.startsWith('test/') || name === 'vitest')),
    ).toEqual([]);
  });

  test('the command line reaches past the door of crypto only to make vectors', () => {
    const deep = ({ path, imports }: Source) =>
      !path.startsWith('scripts/vectors/') &&
      imports.some((name) => name.startsWith('crypto/') && name !== 'crypto/index.ts');
    expect(offenders(inRoom('scripts'), deep)).toEqual([]);
  });
});

describe('what code may touch', () => {
  test('crypto has no clock, no network, no page and no process of its own', () => {
    const impure =
      /\bDate\.now\b|new Date\(\)|\bfetch\(|\bdocument\b|\bwindow\b|\bprocess\b|\bsetTimeout\b|\bconsole\b|performance\.now/;
    expect(offenders(inRoom('crypto'), ({ code }) => impure.test(code))).toEqual([]);
  });

  test('only main.ts touches the process in server', () => {
    const rest = inRoom('server').filter(({ path }) => path !== 'server/main.ts');
    expect(offenders(rest, ({ code }) => /\bprocess\./.test(code))).toEqual([]);
  });

  test('nothing that ships draws from Math.random', () => {
    const shipped = sources.filter(({ path }) => !path.startsWith('test/'));
    expect(offenders(shipped, ({ code }) => code.includes('Math.random'))).toEqual([]);
  });

  test('the server never looks at who is asking', () => {
    const address = /remoteAddress|\breq(?:uest)?\.ips?\b|user-agent|x-forwarded-for|socket\.address/i;
    expect(offenders(inRoom('server'), ({ code }) => address.test(code))).toEqual([]);
  });

  test('the pages store nothing in the browser and write no markup from text', () => {
    const storage =
      /localStorage|sessionStorage|indexedDB|document\.cookie|serviceWorker|\bcaches\.|pushState|innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/;
    expect(offenders(inRoom('client'), ({ code }) => storage.test(code))).toEqual([]);
  });

  test('no code is made from text', () => {
    expect(
      offenders(
        sources,
        ({ path, code }) => path !== 'test/rules.test.ts' && /(?<![$.\w])eval\(|new Function\(/.test(code),
      ),
    ).toEqual([]);
  });
});

test(`no file is longer than ${String(LINES_MAX)} lines, but lists of texts`, () => {
  const code = sources.filter(({ path }) => !/^client\/(?:\w+\/)?messages\//.test(path));
  expect(offenders(code, ({ text }) => text.split('\n').length > LINES_MAX)).toEqual([]);
});

test('the specification names every error code of the protocol, and no other', () => {
  const spec = readFileSync(join(ROOT, 'crypto/SPEC.md'), 'utf8');
  const unnamed = Object.keys(ERROR_MESSAGES).filter((code) => !spec.includes(`\`${code}\``));
  expect(unnamed).toEqual([]);
});

describe('packages', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const all = { ...manifest.dependencies, ...manifest.devDependencies };

  test('are pinned to one version', () => {
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('are each in the table of README.md', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    expect(Object.keys(all).filter((name) => !readme.includes(`| \`${name}\` |`))).toEqual([]);
  });

  test('come from no named host: the lock file says what, not where', () => {
    expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved":|https?:\/\/[^"]*registry/);
  });
});

test('every claim in SECURITY.md names a test that exists', () => {
  const security = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');
  const guarantees = security.slice(security.indexOf('## Guarantees'), security.indexOf('## Out of scope'));
  const claims = guarantees
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| claim') && !line.startsWith('|--'));
  expect(claims.length).toBeGreaterThan(10);
  for (const claim of claims) {
    const named = [...claim.matchAll(/`(test\/[^`]+?)`(?: "([^"]+)")?/g)];
    expect(named.length, claim).toBeGreaterThan(0);
    for (const [, file = '', title] of named) {
      const text = readFileSync(join(ROOT, file), 'utf8');
      if (title !== undefined) expect(text, `${file}: ${title}`).toContain(title);
    }
  }
});
