import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { LANGUAGES } from '../../client/messages/index.ts';
import { isoDateOf, type CharterPublicKey, type Directory, type Envelope } from '../../crypto/index.ts';
import { readInlineParts, renderOffline } from '../render-offline.ts';
import { officeFacts } from '../render-pages.ts';
import { readBuild, writeBuild } from './build-file.ts';
import { Failure } from './failure.ts';
import { exists, readWhole } from './files.ts';
import type { FormFiles } from './form-files.ts';
import { BUILD_FILE } from './office-folder.ts';
import { ASSETS, INLINE } from './paths.ts';
import { sha256Of } from './report-folders.ts';

/** The pages for writing offline, byte for byte as the charter key signed them. */
export interface OfflineSite {
  readonly build: Envelope;
  /** By name, such as `write-en.html`. */
  readonly pages: ReadonlyMap<string, Uint8Array>;
}

/** The name says nothing of what it is, in a folder of downloads. */
export function offlineName(tag: string): string {
  return `write-${tag}.html`;
}

/** Makes the pages, one for each language, in a folder that is replaced whole. */
export async function makeOfflinePages(
  out: string,
  directory: Directory,
  form: FormFiles,
  now: Date,
  built = { assets: ASSETS, inline: INLINE },
): Promise<void> {
  if (!(await exists(built.inline))) throw new Failure('assets-missing');
  const parts = await readInlineParts(built.assets, built.inline);
  const office = await officeFacts(directory, isoDateOf(now));
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  for (const language of LANGUAGES) {
    const page = renderOffline({ language, languages: LANGUAGES, office, ...form }, directory, parts);
    await writeFile(join(out, offlineName(language.tag)), page);
  }
}

/** The signed pages, or `null` where none were signed. Throws `build-foreign` where a page is not the one that was signed. */
export async function readOffline(
  buildPath: string,
  folder: string,
  charter: CharterPublicKey,
): Promise<OfflineSite | null> {
  if (!(await exists(buildPath))) return null;
  const { envelope, build } = await readBuild(buildPath, charter);
  const pages = new Map<string, Uint8Array>();
  for (const { name, sha256 } of build.files) {
    const path = join(folder, name);
    if (!(await exists(path))) continue; // signed elsewhere, and not for this server
    const bytes = await readWhole(path);
    if (sha256Of(Buffer.from(bytes)) !== sha256) throw new Failure('build-foreign', path);
    pages.set(name, bytes);
  }
  return { build: envelope, pages };
}

/** Puts them where {@link readOffline} finds them again; none: takes away what was there. */
export async function writeOffline(folder: string, site: OfflineSite | null): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  if (site === null) return;
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of site.pages) await writeFile(join(folder, name), bytes);
  await writeBuild(join(folder, BUILD_FILE), site.build);
}
