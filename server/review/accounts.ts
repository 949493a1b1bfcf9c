import type { AccountStore } from '../store/store.ts';
import type { AuditTrail } from './audit.ts';
import type { PassphraseHasher } from './passphrase.ts';

export const PASSPHRASE_CHARACTERS_MIN = 12;
const PASSPHRASE_CHARACTERS_MAX = 1_000;
const NAME_CHARACTERS_MAX = 100;

export type AccountErrorCode =
  'name-invalid' | 'name-taken' | 'name-unknown' | 'passphrase-too-short' | 'passphrase-too-long';

const MESSAGES: Record<AccountErrorCode, string> = {
  'name-invalid': 'A name is 1 to 100 characters without line breaks, and does not start or end with a space.',
  'name-taken': 'There is an account of that name. Remove it first, or take another name.',
  'name-unknown': 'There is no account of that name. List the accounts to see those there are.',
  'passphrase-too-short': 'A pass phrase has at least 12 characters. Take four or more random words.',
  'passphrase-too-long': 'A pass phrase has at most 1,000 characters.',
};

export class AccountError extends Error {
  override readonly name = 'AccountError';
  readonly code: AccountErrorCode;

  constructor(code: AccountErrorCode) {
    super(MESSAGES[code]);
    this.code = code;
  }
}

/** What the command line works on, beside a server that may be running. */
export interface AccountDeps {
  readonly accounts: AccountStore;
  readonly trail: AuditTrail;
}

/** Makes an account that signs in by its pass phrase alone. Throws {@link AccountError}. */
export async function addAccount(
  { accounts, trail }: AccountDeps,
  hasher: Pick<PassphraseHasher, 'hash'>,
  written: string,
  passphrase: string,
): Promise<void> {
  checkName(written);
  checkPassphrase(passphrase);
  const name = accountName(written);
  const digest = await hasher.hash(passphrase);
  if ((await accounts.find(name)) !== null) throw new AccountError('name-taken');
  await trail.record(null, { act: 'account-added', name });
  if (!(await accounts.add(name, digest))) throw new AccountError('name-taken');
}

/** Removes an account with its sessions, and what invitation there is of that name. Throws {@link AccountError}. */
export async function removeAccount({ accounts, trail }: AccountDeps, written: string): Promise<void> {
  const name = accountName(written);
  const isInvited = (await accounts.invitations(0)).some((invitation) => invitation.name === name);
  if (!isInvited && (await accounts.find(name)) === null) throw new AccountError('name-unknown');
  await trail.record(null, { act: 'account-removed', name });
  if (!(await accounts.remove(name))) throw new AccountError('name-unknown');
}

/** Throws `name-invalid`. */
export function checkName(name: string): void {
  const isName = name.length > 0 && name.length <= NAME_CHARACTERS_MAX && name.trim() === name && !/\p{Cc}/u.test(name);
  if (!isName) throw new AccountError('name-invalid');
}

/** Throws `passphrase-too-short`, `passphrase-too-long`. */
export function checkPassphrase(passphrase: string): void {
  const { length } = Array.from(passphrase);
  if (length < PASSPHRASE_CHARACTERS_MIN) throw new AccountError('passphrase-too-short');
  if (length > PASSPHRASE_CHARACTERS_MAX) throw new AccountError('passphrase-too-long');
}

/** The one form of a name, from every keyboard. */
export function accountName(name: string): string {
  return name.normalize('NFKC');
}
