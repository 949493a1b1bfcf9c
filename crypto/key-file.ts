import * as z from 'zod/mini';

import { fromBase64, toBase64, utf8, type RandomBytes } from './bytes.ts';
import { AmparoError } from './errors.ts';
import {
  EPOCH_SECRET_KEY_BYTES,
  epochKeyPair,
  epochSecretKey,
  SIGNING_KEY_BYTES,
  signingPublicKey,
  signingSeed,
  type EpochKeyPair,
  type SigningSeed,
} from './keys.ts';
import { base64Bytes, parse, parseJson } from './parse.ts';
import {
  kdfSchema,
  lock,
  readLocked,
  unlock,
  writeLocked,
  type Argon2id,
  type LockedBytes,
  type PassphraseCosts,
} from './passphrase.ts';

/** SPEC.md, Key file. 256 MiB and 3 passes: about a second on a laptop, below what a browser tab may take. */
export const KEY_FILE_COSTS: PassphraseCosts = { memoryKiB: 262_144, passes: 3 };

export type KeyFileRole = 'charter' | 'reviewer';

/** A key file, open. A charter has no epochs. */
export interface Keys {
  readonly role: KeyFileRole;
  readonly name: string;
  readonly seed: SigningSeed;
  readonly epochs: readonly EpochKeyPair[];
}

const FORMAT = 'amparo-key/1';

const fileSchema = z.strictObject({ protected: z.string(), sealed: z.string() });
const protectedSchema = z.strictObject({
  format: z.literal(FORMAT),
  role: z.enum(['charter', 'reviewer']),
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  publicKey: base64Bytes(SIGNING_KEY_BYTES),
  kdf: kdfSchema,
});
const secretsSchema = z.strictObject({
  seed: base64Bytes(SIGNING_KEY_BYTES),
  epochs: z.optional(
    z
      .array(z.strictObject({ epoch: z.int().check(z.nonnegative()), secretKey: base64Bytes(EPOCH_SECRET_KEY_BYTES) }))
      .check(z.refine((epochs) => epochs.every(({ epoch }, i) => i === 0 || epoch > (epochs[i - 1]?.epoch ?? epoch)))),
  ),
});

export type KeyFileHeader = z.infer<typeof protectedSchema>;

/** What a key file says without its pass phrase. Throws `key-file-malformed`, `key-file-unsupported`. */
export function readKeyFileHeader(text: string): KeyFileHeader {
  return readKeyFile(text).header;
}

/** Seals keys under a pass phrase, with a new salt and nonce. */
export async function sealKeyFile(
  keys: Keys,
  passphrase: string,
  costs: PassphraseCosts,
  argon2id: Argon2id,
  random: RandomBytes,
): Promise<string> {
  const header: Omit<KeyFileHeader, 'kdf'> = {
    format: FORMAT,
    role: keys.role,
    name: keys.name,
    publicKey: toBase64(await signingPublicKey(keys.seed)),
  };
  const secrets: z.infer<typeof secretsSchema> = {
    seed: toBase64(keys.seed),
    ...(keys.role === 'reviewer' && {
      epochs: keys.epochs.map(({ epoch, secretKey }) => ({ epoch, secretKey: toBase64(secretKey) })),
    }),
  };
  const locked = await lock(header, utf8(JSON.stringify(secrets)), passphrase, costs, argon2id, random);
  return `${JSON.stringify(writeLocked(locked))}\n`;
}

/** Opens a key file. Throws as `readKeyFileHeader`, and `key-file-locked`. */
export async function openKeyFile(text: string, passphrase: string, argon2id: Argon2id): Promise<Keys> {
  const { header, locked } = readKeyFile(text);
  const opened = await unlock(locked, header.kdf, passphrase, argon2id);
  if (opened === null) throw new AmparoError('key-file-locked');
  const plaintext = parseJson(opened, 'key-file-malformed');
  const secrets = parse(secretsSchema, plaintext, 'key-file-malformed');
  const seed = signingSeed(fromBase64(secrets.seed));
  const isConsistent =
    toBase64(await signingPublicKey(seed)) === header.publicKey &&
    (header.role === 'reviewer') === (secrets.epochs !== undefined);
  if (!isConsistent) throw new AmparoError('key-file-malformed');
  return {
    role: header.role,
    name: header.name,
    seed,
    epochs: await Promise.all(
      (secrets.epochs ?? []).map(({ epoch, secretKey }) => epochKeyPair(epoch, epochSecretKey(fromBase64(secretKey)))),
    ),
  };
}

function readKeyFile(text: string): { header: KeyFileHeader; locked: LockedBytes } {
  const file = parse(fileSchema, parseJson(utf8(text), 'key-file-malformed'), 'key-file-malformed');
  const locked = readLocked(file, 'key-file-malformed');
  return {
    header: parse(protectedSchema, parseJson(locked.protected, 'key-file-malformed'), 'key-file-unsupported'),
    locked,
  };
}
