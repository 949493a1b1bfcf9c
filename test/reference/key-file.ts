import { argon2id } from '@noble/hashes/argon2.js';
import { fromBase64, utf8 } from './bytes.ts';
import { base64, integer, list, members, object, parse, parseObject, text, type JsonObject } from './json.ts';
import { openXChaCha } from './primitives.ts';
import { Refusal } from './refusal.ts';

// SPEC, Key file.
const MALFORMED = 'key-file-malformed';
const UNSUPPORTED = 'key-file-unsupported';
const NONCE_BYTES = 24;
const TAG_BYTES = 16;
const EPOCHS = 2 ** 32;

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
  const { role, name, publicKey, salt, memoryKiB, passes } = readProtected(parseObject(protectedBytes, MALFORMED));
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
  return { role, name, publicKey, ...readSecrets(parseObject(plaintext, MALFORMED), role) };
}

function readProtected(value: JsonObject): Protected {
  const format = text(value['format'], 0, Infinity, MALFORMED);
  // A later format may have other members, so this is looked at first.
  if (format !== 'amparo-key/1') throw new Refusal(UNSUPPORTED, format);
  const found = members(value, ['format', 'role', 'name', 'publicKey', 'kdf'], [], MALFORMED);
  const role = found['role'];
  if (role !== 'charter' && role !== 'reviewer') throw new Refusal(MALFORMED, 'role');
  const kdf = members(object(found['kdf'], MALFORMED), ['name', 'memoryKiB', 'passes', 'salt'], [], MALFORMED);
  if (kdf['name'] !== 'argon2id') throw new Refusal(MALFORMED, 'kdf');
  return {
    role,
    name: text(found['name'], 1, 100, MALFORMED),
    publicKey: base64(found['publicKey'], 32, MALFORMED),
    salt: base64(kdf['salt'], 16, MALFORMED),
    memoryKiB: cost(kdf['memoryKiB'], 8_192, 1_048_576),
    passes: cost(kdf['passes'], 1, 16),
  };
}

function cost(value: unknown, least: number, most: number): number {
  const whole = integer(value, -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, MALFORMED);
  return integer(whole, least, most, UNSUPPORTED);
}

function readSecrets(value: JsonObject, role: KeyFile['role']): Pick<KeyFile, 'seed' | 'epochs'> {
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
    epoch: integer(found['epoch'], 0, EPOCHS - 1, MALFORMED),
    secretKey: base64(found['secretKey'], 32, MALFORMED),
  };
}
