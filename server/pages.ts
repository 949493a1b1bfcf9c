import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, posix, relative, sep } from 'node:path';

import type { Request, RequestHandler, Response } from 'express';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const INDEX = 'index.html';
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const DEFAULT_LANGUAGE = 'en';

/** The smaller first. */
const ENCODINGS = ['br', 'gzip'] as const;

/** Larger files stay on the disk until they are asked for: the pages for writing offline are a megabyte in each language. */
const HELD_BYTES_MAX = 600_000;

type Content = () => Promise<Buffer> | Buffer;

interface Page {
  readonly type: string;
  readonly body: Content;
  readonly br: Content | undefined;
  readonly gzip: Content | undefined;
}

/**
 * The static site: the same bytes for everyone from start to stop, found by exact path alone among those there were at the start,
 * so that no path that is asked for ever reaches the disk.
 */
export class Pages {
  readonly #pages: ReadonlyMap<string, Page>;
  /** The languages that have a first page. */
  readonly languages: readonly string[];
  /** Hashes of the styles that stand in them, as a policy names them. */
  readonly styles: readonly string[];

  private constructor(pages: ReadonlyMap<string, Page>, styles: readonly string[]) {
    this.#pages = pages;
    this.styles = styles;
    this.languages = [...pages.keys()].flatMap((path) => {
      const [, tag = '', rest] = path.split('/');
      return rest === '' && LANGUAGE_TAG.test(tag) ? [tag] : [];
    });
  }

  /** Reads a folder of pages with their `.br` and `.gz` siblings. */
  static async load(folder: string): Promise<Pages> {
    const files = new Map<string, Content>();
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name.startsWith('.')) continue;
      const path = join(entry.parentPath, entry.name);
      files.set(`/${relative(folder, path).split(sep).join(posix.sep)}`, await contentOf(path));
    }
    const pages = new Map<string, Page>();
    const styles = new Set<string>();
    for (const [path, body] of files) {
      const type = TYPES[extname(path)];
      if (type === undefined) continue;
      const page = { type, body, br: files.get(`${path}.br`), gzip: files.get(`${path}.gz`) };
      pages.set(path.endsWith(`/${INDEX}`) ? path.slice(0, -INDEX.length) : path, page);
      if (path.endsWith(`/${INDEX}`)) for (const hash of styleHashes(String(await body()))) styles.add(hash);
    }
    return new Pages(pages, [...styles].sort());
  }

  find(path: string): Page | undefined {
    return this.#pages.get(path);
  }
}

function styleHashes(html: string): string[] {
  return [...html.matchAll(/<style>([^<]*)<\/style>/g)].map(
    ([, style = '']) => `sha256-${createHash('sha256').update(style).digest('base64')}`,
  );
}

async function contentOf(path: string): Promise<Content> {
  const bytes = await readFile(path);
  return bytes.length > HELD_BYTES_MAX ? () => readFile(path) : () => bytes;
}

/** Serves what is there and passes on what is not. */
export function servePages(pages: Pages): RequestHandler {
  return async (request, response, next) => {
    const page = pages.find(request.path);
    if (!page) {
      next();
      return;
    }
    response.setHeader('Content-Type', page.type);
    response.vary('Accept-Encoding');
    const encoding = ENCODINGS.find((name) => page[name] && request.acceptsEncodings(name) === name);
    if (encoding) response.setHeader('Content-Encoding', encoding);
    const body = await ((encoding && page[encoding]) ?? page.body)();
    response.setHeader('Content-Length', body.length);
    response.end(body);
  };
}

/** The language asked for where there are pages in it, else the one that `GET /` sends to. */
export function languageFor(request: Request, { languages }: Pages, asked: string | undefined): string {
  return languages.find((tag) => tag === asked) ?? bestLanguage(request, offeredFrom(languages));
}

/** `GET /`: sends on to the first page in the reader's language. */
export function sendToLanguage({ languages }: Pages): RequestHandler {
  const offered = offeredFrom(languages);
  return (request, response) => {
    const best = bestLanguage(request, offered);
    response.vary('Accept-Language');
    sendOn(response, `/${best}/`);
  };
}

/** The first wins where the reader accepts anything. */
function offeredFrom(languages: readonly string[]): [string, ...string[]] {
  const fallback = languages.includes(DEFAULT_LANGUAGE) ? DEFAULT_LANGUAGE : (languages[0] ?? DEFAULT_LANGUAGE);
  return [fallback, ...languages.filter((tag) => tag !== fallback)];
}

function bestLanguage(request: Request, offered: readonly [string, ...string[]]): string {
  const best = request.acceptsLanguages([...offered]);
  return best === false ? offered[0] : best;
}

/** Without the body and the `Vary` that Express would add. */
export function sendOn(response: Response, location: string): void {
  response.status(303).setHeader('Location', location).setHeader('Content-Length', 0).end();
}
