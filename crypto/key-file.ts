import * as z from 'zod/mini';

import { concatBytes, fromBase64, toBase64, utf8, type Bytes, type RandomBytes } from './bytes.ts';
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
import { sodium } from './sodium.ts';

/** SPEC.md, Key file. */
export interface PassphraseCosts {
  readonly memoryKiB: number;
  readonly passes: number;
}

/** 256 MiB and 3 passes: about a second on a laptop, below what a browser tab may take. */
export const KEY_FILE_COSTS: PassphraseCosts = { memoryKiB: 262_144, passes: 3 };

/** Argon2id, version 0x13, one lane, 32 bytes out: `argon2` under Node, libsodium-wrappers-sumo in a browser. */
export type Argon2id = (passphrase: Bytes, salt: Bytes, costs: PassphraseCosts) => Promise<Uint8Array>;

export type KeyFileRole = 'charter' | 'reviewer';

/** A key file, open. A charter has no epochs. */
export interface Keys {
  readonly role: KeyFileRole;
  readonly name: string;
  readonly seed: SigningSeed;
  readonly epochs: readonly EpochKeyPair[];
}

const SALT_BYTES = 16;
const NONCE_BYTES = 24;
const FORMAT = 'amparo-key/1';

const fileSchema = z.strictObject({ protected: z.string(), sealed: z.string() });
const protectedSchema = z.strictObject({
  format: z.literal(FORMAT),
  role: z.enum(['charter', 'reviewer']),
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  publicKey: base64Bytes(SIGNING_KEY_BYTES),
  kdf: z.strictObject({
    name: z.literal('argon2id'),
    memoryKiB: z.int().check(z.minimum(8192), z.maximum(1_048_576)),
    passes: z.int().check(z.minimum(1), z.maximum(16)),
    salt: base64Bytes(SALT_BYTES),
  }),
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
  const salt = random(SALT_BYTES);
  const nonce = random(NONCE_BYTES);
  const header: KeyFileHeader = {
    format: FORMAT,
    role: keys.role,
    name: keys.name,
    publicKey: toBase64(await signingPublicKey(keys.seed)),
    kdf: { name: 'argon2id', ...costs, salt: toBase64(salt) },
  };
  const secrets: z.infer<typeof secretsSchema> = {
    seed: toBase64(keys.seed),
    ...(keys.role === 'reviewer' && {
      epochs: keys.epochs.map(({ epoch, secretKey }) => ({ epoch, secretKey: toBase64(secretKey) })),
    }),
  };
  const { crypto_aead_xchacha20poly1305_ietf_encrypt } = await sodium();
  const associated = utf8(JSON.stringify(header));
  const key = await argon2id(passphraseBytes(passphrase), salt, costs);
  const sealed = crypto_aead_xchacha20poly1305_ietf_encrypt(
    utf8(JSON.stringify(secrets)),
    associated,
    null,
    nonce,
    key,
  );
  return `${JSON.stringify({ protected: toBase64(associated), sealed: toBase64(concatBytes(nonce, sealed)) })}\n`;
}

/** Opens a key file. Throws as `readKeyFileHeader`, and `key-file-locked`. */
export async function openKeyFile(text: string, passphrase: string, argon2id: Argon2id): Promise<Keys> {
  const { header, associated, sealed } = readKeyFile(text);
  const key = await argon2id(passphraseBytes(passphrase), fromBase64(header.kdf.salt), header.kdf);
  const plaintext = parseJson(await unlock(sealed, associated, key), 'key-file-malformed');
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

async function unlock(sealed: Bytes, associated: Bytes, key: Uint8Array): Promise<Uint8Array> {
  const { crypto_aead_xchacha20poly1305_ietf_decrypt } = await sodium();
  const nonce = sealed.subarray(0, NONCE_BYTES);
  try {
    return crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed.subarray(NONCE_BYTES), associated, nonce, key);
  } catch {
    throw new AmparoError('key-file-locked');
  }
}

function readKeyFile(text: string): { header: KeyFileHeader; associated: Bytes; sealed: Bytes } {
  const file = parse(fileSchema, parseJson(utf8(text), 'key-file-malformed'), 'key-file-malformed');
  const associated = fromBase64(file.protected, 'key-file-malformed');
  const sealed = fromBase64(file.sealed, 'key-file-malformed');
  if (sealed.length < NONCE_BYTES) throw new AmparoError('key-file-malformed');
  const header = parse(protectedSchema, parseJson(associated, 'key-file-malformed'), 'key-file-unsupported');
  return { header, associated, sealed };
}

function passphraseBytes(passphrase: string): Bytes {
  return utf8(passphrase.normalize('NFKC'));
}
