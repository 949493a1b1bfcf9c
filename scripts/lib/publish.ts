import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import {
  fingerprint,
  isoDateOf,
  openDirectory,
  toHex,
  type CharterPublicKey,
  type Directory,
  type Office,
  type SeenRoster,
} from '../../crypto/index.ts';
import { claimedCharter, readRoster } from '../../client/shared/office/draft.ts';
import { DATA } from '../../server/data-folder.ts';
import { renderPages } from '../render-pages.ts';
import { Failure } from './failure.ts';
import { exists } from './files.ts';
import { readFormFiles, writeFormFiles, type FormFiles } from './form-files.ts';
import { BUILD_FILE, readDirectoryFile, writeDirectoryFile } from './office-folder.ts';
import { readOffline, writeOffline, type OfflineSite } from './offline-site.ts';
import { ASSETS } from './paths.ts';

/** What goes to the server: signed statements, and what the form asks. */
export interface Published {
  readonly directory: Directory;
  readonly form: FormFiles;
  /** The signed pages for writing offline, where there are any. */
  readonly offline: OfflineSite | null;
}

/** Where they lie in the data folder. */
const OFFLINE = 'offline';

/** Puts the public part of an office into the server's data folder, and renders its pages. Never goes back to an older roster. */
export async function publish(
  { directory, form, offline }: Published,
  charter: CharterPublicKey,
  data: string,
  now: Date,
): Promise<Office> {
  const path = join(data, DATA.directory);
  const published = await readDirectoryFile(path);
  const seen = published === null ? undefined : await rosterPublished(published, charter);
  const office = await openDirectory(directory, charter, isoDateOf(now), seen);
  await mkdir(data, { recursive: true });
  await writeFormFiles(data, form);
  await writeOffline(join(data, OFFLINE), offline);
  await render(directory, data, now);
  await writeDirectoryFile(path, directory);
  return office;
}

/** Renders the pages from what is in the data folder. Throws `assets-missing`, `form-invalid`. */
export async function render(directory: Directory, data: string, now: Date): Promise<void> {
  if (!(await exists(ASSETS))) throw new Failure('assets-missing');
  const charter = claimedCharter(directory);
  const { languages } = await readRoster(directory.roster, charter);
  const form = await readFormFiles(data, languages);
  const offline = await readOffline(join(data, OFFLINE, BUILD_FILE), join(data, OFFLINE), charter);
  await renderPages({ directory, form, offline, today: isoDateOf(now), assets: ASSETS, out: join(data, DATA.pages) });
}

/** What is published must be of the same charter: a page that somebody has open would refuse any other. */
async function rosterPublished(published: Directory, charter: CharterPublicKey): Promise<SeenRoster> {
  const other = claimedCharter(published);
  if (toHex(other) !== toHex(charter)) {
    throw new Failure(
      'charter-differs',
      `the data folder holds the office with the fingerprint ${await fingerprint(other)}`,
    );
  }
  return { version: (await readRoster(published.roster, charter)).version, payload: published.roster.payload };
}
