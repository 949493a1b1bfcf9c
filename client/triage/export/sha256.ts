import sodium, { type StateAddress } from 'libsodium-wrappers-sumo';

import { toHex } from '../../../crypto/index.ts';

/** SHA-256 of what comes in pieces: a browser's own takes nothing but the whole. */
export class Sha256 {
  bytes = 0;
  readonly #state: StateAddress;

  private constructor(state: StateAddress) {
    this.#state = state;
  }

  static async start(): Promise<Sha256> {
    await sodium.ready;
    return new Sha256(sodium.crypto_hash_sha256_init());
  }

  update(piece: Uint8Array): void {
    sodium.crypto_hash_sha256_update(this.#state, piece);
    this.bytes += piece.length;
  }

  hex(): string {
    return toHex(sodium.crypto_hash_sha256_final(this.#state));
  }
}
