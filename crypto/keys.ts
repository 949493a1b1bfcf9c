import { sized, toBytes, toHex, concatBytes, utf8, type Branded, type Bytes, type RandomBytes } from './bytes.ts';
import { sodium } from './sodium.ts';

export type CharterPublicKey = Branded<'CharterPublicKey'>;
export type IdentityPublicKey = Branded<'IdentityPublicKey'>;
export type SigningSeed = Branded<'SigningSeed'>;
export type EpochPublicKey = Branded<'EpochPublicKey'>;
export type EpochSecretKey = Branded<'EpochSecretKey'>;
export type FileKey = Branded<'FileKey'>;
export type WrapKey = Branded<'WrapKey'>;
export type ReaderKey = Branded<'ReaderKey'>;
export type EvidenceKey = Branded<'EvidenceKey'>;
export type Locator = Branded<'Locator'>;
export type CaseNoteKey = Branded<'CaseNoteKey'>;
export type OpenedKey = Branded<'OpenedKey'>;
export type CasebookKey = Branded<'CasebookKey'>;
export type LogPublicKey = Branded<'LogPublicKey'>;

export const SIGNING_KEY_BYTES = 32;
export const EPOCH_PUBLIC_KEY_BYTES = 1216;
export const EPOCH_SECRET_KEY_BYTES = 32;
export const FILE_KEY_BYTES = 32;
export const WRAP_KEY_BYTES = 32;
export const READER_KEY_BYTES = 16;
export const EVIDENCE_KEY_BYTES = 32;
export const OPENED_KEY_BYTES = 32;
export const CASEBOOK_KEY_BYTES = 32;

export const charterPublicKey = sized<'CharterPublicKey'>('charter public key', SIGNING_KEY_BYTES);
export const identityPublicKey = sized<'IdentityPublicKey'>('identity public key', SIGNING_KEY_BYTES);
export const signingSeed = sized<'SigningSeed'>('signing seed', SIGNING_KEY_BYTES);
export const epochPublicKey = sized<'EpochPublicKey'>('epoch public key', EPOCH_PUBLIC_KEY_BYTES);
export const epochSecretKey = sized<'EpochSecretKey'>('epoch secret key', EPOCH_SECRET_KEY_BYTES);
export const fileKey = sized<'FileKey'>('file key', FILE_KEY_BYTES);
export const wrapKey = sized<'WrapKey'>('wrap key', WRAP_KEY_BYTES);
export const readerKey = sized<'ReaderKey'>('reader key', READER_KEY_BYTES);
export const evidenceKey = sized<'EvidenceKey'>('evidence key', EVIDENCE_KEY_BYTES);
export const locator = sized<'Locator'>('locator', SIGNING_KEY_BYTES);
export const caseNoteKey = sized<'CaseNoteKey'>('note key', OPENED_KEY_BYTES);
export const openedKey = sized<'OpenedKey'>('opened key', OPENED_KEY_BYTES);
export const casebookKey = sized<'CasebookKey'>('casebook key', CASEBOOK_KEY_BYTES);
export const logPublicKey = sized<'LogPublicKey'>('log public key', SIGNING_KEY_BYTES);

export interface EpochKeyPair {
  readonly epoch: number;
  readonly publicKey: EpochPublicKey;
  readonly secretKey: EpochSecretKey;
}

/** A new 32-byte file key: one for each letter, never used again. */
export function newFileKey(random: RandomBytes): FileKey {
  return fileKey(random(FILE_KEY_BYTES));
}

/** A new 32-byte key for one stream of evidence. */
export function newEvidenceKey(random: RandomBytes): EvidenceKey {
  return evidenceKey(random(EVIDENCE_KEY_BYTES));
}

/** A new X-Wing key pair for one month; the secret key is the 32 random bytes themselves. */
export async function newEpochKeyPair(epoch: number, random: RandomBytes): Promise<EpochKeyPair> {
  return epochKeyPair(epoch, epochSecretKey(random(EPOCH_SECRET_KEY_BYTES)));
}

export async function epochKeyPair(epoch: number, secretKey: EpochSecretKey): Promise<EpochKeyPair> {
  const { crypto_kem_xwing_seed_keypair } = await sodium();
  return { epoch, secretKey, publicKey: epochPublicKey(crypto_kem_xwing_seed_keypair(secretKey).publicKey) };
}

/** The Ed25519 public key (32 bytes) of a signing seed (32 bytes), RFC 8032. */
export async function signingPublicKey(seed: SigningSeed): Promise<Bytes> {
  const { crypto_sign_seed_keypair } = await sodium();
  return new Uint8Array(crypto_sign_seed_keypair(seed).publicKey);
}

const KDF_CONTEXT = 'amparo/1';
const KDF_BYTES = 32;

/** Which subkey of the file key does which job (SPEC.md, Letter, Journal). */
export const SUBKEY = { commitment: 1, letterStream: 2, journal: 4, journalTag: 5 } as const;
const EVIDENCE_STREAM = 3;

/** `KDF(fileKey, subkey)` of SPEC.md, Conventions: 32 bytes. */
export function deriveSubkey(key: FileKey, subkey: (typeof SUBKEY)[keyof typeof SUBKEY]): Promise<Bytes> {
  return kdf(key, subkey);
}

/** `KDF(evidenceKey, 3)` of SPEC.md, Evidence: 32 bytes. */
export function deriveEvidenceStreamKey(key: EvidenceKey): Promise<Bytes> {
  return kdf(key, EVIDENCE_STREAM);
}

/** `KDF(key, subkey)` of SPEC.md, Conventions: 32 bytes. */
export async function kdf(key: Bytes, subkey: number): Promise<Bytes> {
  const { crypto_kdf_derive_from_key } = await sodium();
  return new Uint8Array(crypto_kdf_derive_from_key(KDF_BYTES, subkey, KDF_CONTEXT, key));
}

const FINGERPRINT_HASH_BYTES = 64;
const FINGERPRINT_GROUPS = 8;
const GROUP_BYTES = 5;
const GROUP_DIGITS = 5;

/** 40 decimal digits in 8 groups, 132 bits, of a 32-byte public key (SPEC.md, Fingerprint). */
export async function fingerprint(publicKey: CharterPublicKey | IdentityPublicKey): Promise<string> {
  const hash = await fingerprintHash(publicKey);
  const groups = Array.from({ length: FINGERPRINT_GROUPS }, (_, i) => {
    const value = BigInt(`0x${toHex(hash.subarray(i * GROUP_BYTES, (i + 1) * GROUP_BYTES))}`);
    return (value % 10n ** BigInt(GROUP_DIGITS)).toString().padStart(GROUP_DIGITS, '0');
  });
  return groups.join(' ');
}

/** `h` of SPEC.md, Fingerprint: 64 bytes. */
export async function fingerprintHash(publicKey: Bytes): Promise<Bytes> {
  const { crypto_generichash } = await sodium();
  const named = concatBytes(utf8('amparo/v1/fingerprint'), publicKey);
  return toBytes(crypto_generichash(FINGERPRINT_HASH_BYTES, named, null));
}
