import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';

import { LANGUAGES } from '../client/messages/index.ts';
import { Page, type OfficeFacts } from '../client/report/page.tsx';
import {
  charterPublicKey,
  fingerprint,
  fromHex,
  openDirectory,
  toBase64,
  type Directory,
  type IsoDate,
} from '../crypto/index.ts';

export interface RenderOptions {
  /** Trusted for the page: its charter key is the one that the script will verify against. */
  readonly directory: Directory;
  readonly today: IsoDate;
  /** The folder of bundled assets, `dist/assets`. */
  readonly assets: string;
  /** The folder to serve, `pages` in the data folder. Replaced whole. */
  readonly out: string;
}

const COMPRESSED = new Set(['.html', '.js', '.css', '.svg']);

/** Writes the static site of an office: one page for each language, the assets, each with its `.br` and `.gz`. */
export async function renderPages({ directory, today, assets, out }: RenderOptions): Promise<void> {
  const office = await officeFacts(directory, today);
  const made = `${out}.new`;
  await rm(made, { recursive: true, force: true });
  for (const language of LANGUAGES) {
    const html = `<!doctype html>${renderToString(h(Page, { language, languages: LANGUAGES, office }))}`;
    await writeWithSiblings(join(made, language.tag, 'index.html'), Buffer.from(html));
  }
  for (const file of await readdir(assets)) {
    await writeWithSiblings(join(made, 'assets', file), await readFile(join(assets, file)));
  }
  // A server reads pages once, when it starts: between the two renames it would find none and say so, never a part of them.
  const old = `${out}.old`;
  await rm(old, { recursive: true, force: true });
  await rename(out, old).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  });
  await rename(made, out);
  await rm(old, { recursive: true, force: true });
}

async function officeFacts(directory: Directory, today: IsoDate): Promise<OfficeFacts> {
  const charter = charterPublicKey(fromHex(directory.roster.signatures[0].keyid));
  const { roster, addressable } = await openDirectory(directory, charter, today);
  const canRead = new Set(addressable.map((key) => key.reviewer.slot));
  return {
    name: roster.office,
    contact: roster.contact,
    demo: roster.demo,
    charter: toBase64(charter),
    fingerprint: await fingerprint(charter),
    readers: roster.reviewers.map(({ slot, name, role, languages }) => ({
      slot,
      name,
      role,
      languages,
      canRead: canRead.has(slot),
    })),
  };
}

async function writeWithSiblings(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  if (!COMPRESSED.has(extname(path))) return;
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes));
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes));
}
