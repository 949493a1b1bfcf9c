import { ed25519 } from '@noble/curves/ed25519.js';
import { argon2id } from '@noble/hashes/argon2.js';
import { equal, fromBase64, utf8 } from './bytes.ts';
import { base64, integer, list, members, parse, parseBytes, text } from './json.ts';
import { openXChaCha } from './primitives.ts';
import { Refusal } from './refusal.ts';

// SPEC, Key file.
const MALFORMED = 'key-file-malformed';
const UNSUPPORTED = 'key-file-unsupported';
const NONCE_BYTES = 24;
const TAG_BYTES = 16;
const EPOCH_MAX = 2 ** 32 - 1; // A letter's epoch is a u32; the narrower limit is for statements.

export interface KeyFile {
  readonly role: 'charter' | 'reviewer';
  readonly name: string;
  readonly publicKey: Uint8Array;
  readonly seed: Uint8Array;
  readonly epochs: { readonly epoch: number; readonly secretKey: Uint8Array }[];
}

type Protected = Pick<KeyFile, 'role' | 'name' | 'publicKey'> & {
  readonly salt: Uint8Array;
  readonly memoryKiB: number;
  readonly passes: number;
};

export function openKeyFile(file: string, passphrase: string): KeyFile {
  const outer = members(parse(file, MALFORMED), ['protected', 'sealed'], [], MALFORMED);
  const protectedBytes = fromBase64(text(outer['protected'], 0, Infinity, MALFORMED), MALFORMED);
  const sealed = fromBase64(text(outer['sealed'], 0, Infinity, MALFORMED), MALFORMED);
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new Refusal(MALFORMED, 'no room for nonce and tag');
  const { role, name, publicKey, salt, memoryKiB, passes } = readProtected(parseBytes(protectedBytes, MALFORMED));
  const key = argon2id(utf8(passphrase.normalize('NFKC')), salt, {
    m: memoryKiB,
    t: passes,
    p: 1,
    version: 0x13,
    dkLen: 32,
    maxmem: 2 ** 31,
  });
  const nonce = sealed.slice(0, NONCE_BYTES);
  const plaintext = openXChaCha(key, nonce, sealed.slice(NONCE_BYTES), protectedBytes);
  if (plaintext === null) throw new Refusal('key-file-locked', 'wrong pass phrase or altered file');
  const secrets = readSecrets(parseBytes(plaintext, MALFORMED), role);
  const isOwnSeed = equal(ed25519.getPublicKey(secrets.seed), publicKey);
  if (!isOwnSeed) throw new Refusal(MALFORMED, 'the seed gives another public key');
  return { role, name, publicKey, ...secrets };
}

/** Whatever else is JSON here is a form that this version does not know, and not damage. */
function readProtected(value: unknown): Protected {
  const found = members(value, ['format', 'role', 'name', 'publicKey', 'kdf'], [], UNSUPPORTED);
  const { format, role } = found;
  if (format !== 'amparo-key/1') throw new Refusal(UNSUPPORTED, 'format');
  if (role !== 'charter' && role !== 'reviewer') throw new Refusal(UNSUPPORTED, 'role');
  const kdf = members(found['kdf'], ['name', 'memoryKiB', 'passes', 'salt'], [], UNSUPPORTED);
  if (kdf['name'] !== 'argon2id') throw new Refusal(UNSUPPORTED, 'kdf');
  return {
    role,
    name: text(found['name'], 1, 100, UNSUPPORTED),
    publicKey: base64(found['publicKey'], 32, UNSUPPORTED),
    salt: base64(kdf['salt'], 16, UNSUPPORTED),
    memoryKiB: integer(kdf['memoryKiB'], 8_192, 1_048_576, UNSUPPORTED),
    passes: integer(kdf['passes'], 1, 16, UNSUPPORTED),
  };
}

function readSecrets(value: unknown, role: KeyFile['role']): Pick<KeyFile, 'seed' | 'epochs'> {
  const found = members(value, role === 'reviewer' ? ['seed', 'epochs'] : ['seed'], [], MALFORMED);
  const epochs = role === 'reviewer' ? list(found['epochs'], 0, Infinity, MALFORMED).map(readEpoch) : [];
  epochs.forEach(({ epoch }, i) => {
    const before = epochs[i - 1];
    if (before !== undefined && before.epoch >= epoch) throw new Refusal(MALFORMED, 'epochs do not ascend');
  });
  return { seed: base64(found['seed'], 32, MALFORMED), epochs };
}

function readEpoch(value: unknown): { epoch: number; secretKey: Uint8Array } {
  const found = members(value, ['epoch', 'secretKey'], [], MALFORMED);
  return {
    epoch: integer(found['epoch'], 0, EPOCH_MAX, MALFORMED),
    secretKey: base64(found['secretKey'], 32, MALFORMED),
  };
}
