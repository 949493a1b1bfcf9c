import { ed25519 } from '@noble/curves/ed25519.js';
import { equal } from './bytes.ts';
import { base64, integer, list, members, parse, parseBytes, text } from './json.ts';
import { readKdf, readLocked, unlock, type Kdf } from './passphrase.ts';
import { Refusal } from './refusal.ts';

// SPEC, Key file.
const MALFORMED = 'key-file-malformed';
const UNSUPPORTED = 'key-file-unsupported';
const EPOCH_MAX = 2 ** 32 - 1; // A letter's epoch is a u32; the narrower limit is for statements.

export interface KeyFile {
  readonly role: 'charter' | 'reviewer';
  readonly name: string;
  readonly publicKey: Uint8Array;
  readonly seed: Uint8Array;
  readonly epochs: { readonly epoch: number; readonly secretKey: Uint8Array }[];
}

type Protected = Pick<KeyFile, 'role' | 'name' | 'publicKey'> & { readonly kdf: Kdf };

export function openKeyFile(file: string, passphrase: string): KeyFile {
  const outer = members(parse(file, MALFORMED), ['protected', 'sealed'], [], MALFORMED);
  const locked = readLocked(outer, MALFORMED);
  const { role, name, publicKey, kdf } = readProtected(parseBytes(locked.protectedBytes, MALFORMED));
  const plaintext = unlock(locked, passphrase, kdf);
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
  return {
    role,
    name: text(found['name'], 1, 100, UNSUPPORTED),
    publicKey: base64(found['publicKey'], 32, UNSUPPORTED),
    kdf: readKdf(found['kdf'], UNSUPPORTED),
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
