import * as z from 'zod/mini';

import { isoDate } from './calendar.ts';
import type { CharterPublicKey, SigningSeed } from './keys.ts';
import { parse } from './parse.ts';
import { openStatement, signStatement, type Envelope } from './statement.ts';

/** SPEC.md, Build: which files of an office's pages are its own. */
export const BUILD_FILES_MAX = 256;

const SHA256_HEX = /^[0-9a-f]{64}$/;
/** One plain component: a name is shown to people and may become a file's. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const VERSION = /^[0-9A-Za-z][0-9A-Za-z.+-]{0,49}$/;

const fileSchema = z.strictObject({
  name: z.string().check(z.regex(FILE_NAME)),
  sha256: z.string().check(z.regex(SHA256_HEX)),
  bytes: z.int().check(z.nonnegative()),
});

export const buildSchema = z.strictObject({
  version: z.string().check(z.regex(VERSION)),
  issued: isoDate,
  files: z.array(fileSchema).check(
    z.minLength(1),
    z.maxLength(BUILD_FILES_MAX),
    z.refine((files) => new Set(files.map(({ name }) => name)).size === files.length),
  ),
});

export type Build = z.infer<typeof buildSchema>;
export type BuildFile = Build['files'][number];

/** Signs with the charter key. Throws `build-invalid`. */
export async function signBuild(build: Build, charterSeed: SigningSeed): Promise<Envelope> {
  return signStatement('build', parse(buildSchema, build, 'build-invalid'), charterSeed);
}

/** Throws as `openStatement`, and `build-invalid`. */
export async function openBuild(envelope: unknown, charter: CharterPublicKey): Promise<Build> {
  return openStatement('build', envelope, charter, buildSchema, 'build-invalid');
}
