import { concatBytes, utf8, type Bytes } from './bytes.ts';
import { CASE_SECRET_BYTES, type CaseSecret } from './case-code.ts';
import { sha256 } from './evidence.ts';
import {
  caseNoteKey,
  epochPublicKey,
  epochSecretKey,
  kdf,
  locator,
  openedKey,
  signingSeed,
  type CaseNoteKey,
  type EpochPublicKey,
  type EpochSecretKey,
  type Locator,
  type OpenedKey,
  type SigningSeed,
} from './keys.ts';
import { sodium } from './sodium.ts';

/** All keys of one case, each from the case code alone (SPEC.md, Case). */
export interface Case {
  /** Ed25519: signs reports and the closing of the mailbox. */
  readonly seed: SigningSeed;
  /** Its public half: names the case to reviewers, and its mailbox to the server once somebody asks for it. */
  readonly locator: Locator;
  /** X-Wing: opens replies. */
  readonly replySecretKey: EpochSecretKey;
  readonly replyPublicKey: EpochPublicKey;
  /** Seals what the reporter must know again of a letter. */
  readonly noteKey: CaseNoteKey;
  /** Seals what reviewers tell the case through the log; they have it from the report. */
  readonly openedKey: OpenedKey;
}

const SUBKEY = { reply: 2, sign: 3, note: 4, opened: 5 } as const;
const MASTER_BYTES = 32;

export async function openCase(secret: CaseSecret): Promise<Case> {
  const { crypto_generichash, crypto_kem_xwing_seed_keypair, crypto_sign_seed_keypair } = await sodium();
  if (secret.length !== CASE_SECRET_BYTES) throw new RangeError('secret: 16 bytes expected');
  const master = new Uint8Array(crypto_generichash(MASTER_BYTES, concatBytes(utf8('amparo/v1/case'), secret), null));
  const replySecretKey = epochSecretKey(await kdf(master, SUBKEY.reply));
  const seed = signingSeed(await kdf(master, SUBKEY.sign));
  return {
    seed,
    locator: locator(crypto_sign_seed_keypair(seed).publicKey),
    replySecretKey,
    replyPublicKey: epochPublicKey(crypto_kem_xwing_seed_keypair(replySecretKey).publicKey),
    noteKey: caseNoteKey(await kdf(master, SUBKEY.note)),
    openedKey: openedKey(await kdf(master, SUBKEY.opened)),
  };
}

/** Under what the server keeps a case's mailbox: 32 bytes that do not give the locator. */
export function mailboxOf(of: Locator): Promise<Bytes> {
  return sha256(concatBytes(utf8('amparo/v1/mailbox'), of));
}
