import type { AccountStore } from '../store/store.ts';
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

/** Makes an account that can fetch bundles. Throws {@link AccountError}. */
export async function addAccount(
  store: AccountStore,
  hasher: PassphraseHasher,
  name: string,
  passphrase: string,
): Promise<void> {
  if (!isName(name)) throw new AccountError('name-invalid');
  const { length } = Array.from(passphrase);
  if (length < PASSPHRASE_CHARACTERS_MIN) throw new AccountError('passphrase-too-short');
  if (length > PASSPHRASE_CHARACTERS_MAX) throw new AccountError('passphrase-too-long');
  if (!(await store.addAccount(accountName(name), await hasher.hash(passphrase)))) throw new AccountError('name-taken');
}

/** Removes an account and ends its sessions. Throws {@link AccountError}. */
export async function removeAccount(store: AccountStore, name: string): Promise<void> {
  if (!(await store.removeAccount(accountName(name)))) throw new AccountError('name-unknown');
}

export function listAccounts(store: AccountStore): Promise<readonly string[]> {
  return store.accountNames();
}

/** The one form of a name, from every keyboard. */
export function accountName(name: string): string {
  return name.normalize('NFKC');
}

function isName(name: string): boolean {
  return name.length > 0 && name.length <= NAME_CHARACTERS_MAX && name.trim() === name && !/\p{Cc}/u.test(name);
}
