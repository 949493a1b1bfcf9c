import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';

import { LANGUAGES, type Language } from '../client/messages/index.ts';
import { CourierDocument } from '../client/courier/view/document.tsx';
import { DeliveryAnswer, OFFLINE_PAGE } from '../client/report/view/delivery.tsx';
import { RETURN_PATH, type OfficeFacts } from '../client/report/view/facts.ts';
import { INLINE } from '../client/report/view/inline.tsx';
import { Page } from '../client/report/view/page.tsx';
import { ReturnPage } from '../client/report/view/return.tsx';
import {
  charterPublicKey,
  deliveredPath,
  fingerprint,
  fromHex,
  NOT_DELIVERED,
  notDeliveredPath,
  openDirectory,
  toBase64,
  type Directory,
  type IsoDate,
} from '../crypto/index.ts';
import { writeCompressed } from './compressed.ts';
import type { FormFiles } from './lib/form-files.ts';
import { BUILD_FILE } from './lib/office-folder.ts';
import { offlineName, type OfflineSite } from './lib/offline-site.ts';

const STYLE = 'report.css';

const COURIER_PATH = 'courier';

export interface RenderOptions {
  /** Trusted for the page: its charter key is the one that the script will verify against. */
  readonly directory: Directory;
  readonly form: FormFiles;
  readonly offline: OfflineSite | null;
  readonly today: IsoDate;
  /** The languages to make pages in; left out: all. */
  readonly languages?: readonly Language[];
  /** The folder of bundled assets with their compressed forms, `dist/assets`. */
  readonly assets: string;
  /** The folder to serve, `pages` in the data folder. Replaced whole. */
  readonly out: string;
}

/** Writes the static site of an office: one page for each language, the assets, each with its `.br` and `.gz`. */
export async function renderPages(options: RenderOptions): Promise<void> {
  const { directory, form, offline, today, assets, out, languages = LANGUAGES } = options;
  const office = await officeFacts(directory, today);
  const hasOffline = offline !== null && offline.pages.size > 0;
  const made = `${out}.new`;
  await rm(made, { recursive: true, force: true });
  const style = await readFile(join(assets, STYLE), 'utf8');
  for (const language of languages) {
    const write = (path: string, page: string) =>
      writeCompressed(join(made, path, 'index.html'), Buffer.from(`<!doctype html>${dressed(page, style)}`));
    await write(language.tag, renderToString(h(Page, { language, languages, office, hasOffline, ...form })));
    await write(join(language.tag, RETURN_PATH), renderToString(h(ReturnPage, { language, languages, office })));
    const offlinePage = offline?.pages.get(offlineName(language.tag));
    if (offlinePage) await writeCompressed(join(made, language.tag, OFFLINE_PAGE), Buffer.from(offlinePage));
    await write(deliveredPath(language.tag), renderToString(h(DeliveryAnswer, { language })));
    for (const reason of NOT_DELIVERED) {
      await write(notDeliveredPath(language.tag, reason), renderToString(h(DeliveryAnswer, { language, reason })));
    }
  }
  const courier = renderToString(h(CourierDocument, { office: { name: office.name, isDemo: office.demo } }));
  await writeCompressed(join(made, COURIER_PATH, 'index.html'), Buffer.from(`<!doctype html>${courier}`));
  if (offline) await writeFile(join(made, BUILD_FILE), `${JSON.stringify(offline.build)}\n`);
  const isServed = (path: string) => !basename(path).startsWith(STYLE);
  await cp(assets, join(made, 'assets'), { recursive: true, filter: isServed });
  // A server reads pages once, when it starts: between the two renames it would find none and say so, never a part of them.
  const old = `${out}.old`;
  await rm(old, { recursive: true, force: true });
  await rename(out, old).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  });
  await rename(made, out);
  await rm(old, { recursive: true, force: true });
}

/** The style stands in each page. */
function dressed(page: string, style: string): string {
  const [before, after, ...more] = page.split(INLINE.style);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('a page has one place for its style');
  return before + style + after;
}

export async function officeFacts(directory: Directory, today: IsoDate): Promise<OfficeFacts> {
  const charter = charterPublicKey(fromHex(directory.roster.signatures[0].keyid));
  const { roster, addressable } = await openDirectory(directory, charter, today);
  const canRead = new Set(addressable.map((key) => key.reviewer.slot));
  return {
    name: roster.office,
    contact: roster.contact,
    demo: roster.demo,
    languages: roster.languages,
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
