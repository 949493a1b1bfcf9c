import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import {
  buildSchema,
  charterPublicKey,
  envelopeSchema,
  fromHex,
  isoDateOf,
  openBuild,
  signBuild,
  type Build,
  type BuildFile,
  type CharterPublicKey,
  type Envelope,
  type Keys,
} from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { PUBLIC_MODE, readText, readWhole, writeWhole } from './files.ts';
import type { OfficeFolder } from './office-folder.ts';
import { PACKAGE } from './paths.ts';
import { parseJsonOrNull } from './public-file.ts';
import { sha256Of } from './report-folders.ts';

export interface SignedBuild {
  readonly envelope: Envelope;
  readonly build: Build;
}

/** Signs the list of pages with the charter key. */
export async function signPages(
  office: OfficeFolder,
  files: readonly BuildFile[],
  charter: Keys,
  now: Date,
): Promise<Build> {
  const build: Build = { version: await softwareVersion(), issued: isoDateOf(now), files: [...files] };
  await writeBuild(office.build, await signBuild(build, charter.seed));
  return build;
}

/** Every page (`*.html`) of a folder. Throws `pages-none`, `page-name`. */
export async function pagesIn(folder: string): Promise<BuildFile[]> {
  const names = await readdir(folder).catch(() => {
    throw new Failure('file-unreadable', folder);
  });
  const pages = names.filter((name) => name.endsWith('.html')).sort();
  if (pages.length === 0) throw new Failure('pages-none', folder);
  return Promise.all(pages.map((name) => fileOf(folder, name)));
}

async function fileOf(folder: string, name: string): Promise<BuildFile> {
  const bytes = await readWhole(join(folder, name));
  const file = { name, sha256: sha256Of(Buffer.from(bytes)), bytes: bytes.length };
  if (!buildSchema.shape.files.def.element.safeParse(file).success) throw new Failure('page-name', name);
  return file;
}

async function softwareVersion(): Promise<string> {
  return (JSON.parse(await readText(PACKAGE)) as { version: string }).version;
}

/** Throws `build-foreign`, and as `openBuild`. */
export async function readBuild(path: string, charter: CharterPublicKey): Promise<SignedBuild> {
  const envelope = await readBuildEnvelope(path);
  return { envelope, build: await openBuild(envelope, charter) };
}

export async function readBuildEnvelope(path: string): Promise<Envelope> {
  const parsed = envelopeSchema.safeParse(parseJsonOrNull(await readText(path)));
  if (!parsed.success) throw new Failure('build-foreign', path);
  return parsed.data;
}

export async function writeBuild(path: string, envelope: Envelope): Promise<void> {
  await writeWhole(path, `${JSON.stringify(envelope)}\n`, { mode: PUBLIC_MODE, replace: true });
}

/** The charter key that a build says it is signed with. Right only if its fingerprint is compared. */
export function claimedBuildCharter(envelope: Envelope): CharterPublicKey {
  return charterPublicKey(fromHex(envelope.signatures[0].keyid));
}
