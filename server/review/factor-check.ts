import { toBase64, type Bytes, type RandomBytes, type SignIn } from '../../crypto/index.ts';

import type { Account } from '../store/store.ts';
import type { Passkeys, Site } from './passkeys.ts';
import { TOTP_SECRET_BYTES, totpSecretOf, type FactorVault, type SecondFactor } from './second-factor.ts';
import { totpStep } from './totp.ts';

/** A second factor that was shown and holds; `used` is what it uses up. `none`: the account has none, and none was shown. */
export type Shown = { readonly kind: 'none' } | { readonly kind: 'totp' | 'passkey'; readonly used: number };

const DECOY = 'decoy';

/** Checks second factors, with as much work for accounts that do not exist, or have none. */
export class FactorChecker {
  readonly #vault: FactorVault;
  readonly #passkeys: Passkeys;
  /** The secret of no account. */
  readonly #decoy: Bytes;

  constructor(vault: FactorVault, passkeys: Passkeys, random: RandomBytes) {
    this.#vault = vault;
    this.#passkeys = passkeys;
    this.#decoy = vault.seal(DECOY, { kind: 'totp', secret: toBase64(random(TOTP_SECRET_BYTES)) });
  }

  /** `null` where what was shown is not the account's second factor. Uses nothing up but a passkey's challenge. */
  async check(account: Account | null, shown: SignIn['second'], site: Site | null, now: Date): Promise<Shown | null> {
    const factor = this.#open(account);
    if (shown === undefined) return account !== null && account.factor === null ? { kind: 'none' } : null;
    const used = account?.factor?.used ?? 0;
    if (shown.kind === 'totp') {
      const secret = factor?.kind === 'totp' ? totpSecretOf(factor) : new Uint8Array(TOTP_SECRET_BYTES);
      const step = totpStep(secret, shown.code, now, used);
      return step !== null && account?.factor && factor?.kind === 'totp' ? { kind: 'totp', used: step } : null;
    }
    if (factor?.kind !== 'passkey' || site === null) return null;
    const { id, response } = shown.assertion;
    const answer = { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} } as const;
    const counter = await this.#passkeys.authenticated(factor, used, answer, site);
    return counter === null ? null : { kind: 'passkey', used: counter };
  }

  #open(account: Account | null): SecondFactor | null {
    return account?.factor
      ? this.#vault.open(account.name, account.factor.sealed)
      : this.#vault.open(DECOY, this.#decoy);
  }
}
