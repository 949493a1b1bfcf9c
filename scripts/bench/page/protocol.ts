/** What the bench asks of its page, and what the page's workers answer. */

export const SEALER_NAMES = ['amparo', 'openpgp', 'openpgp-gcm', 'age', 'age-hybrid', 'webcrypto'] as const;
export type SealerName = (typeof SEALER_NAMES)[number];

/** Public keys of three readers, in each contender's own form. */
export interface ReaderKeys {
  /** X-Wing public keys in base64. */
  readonly amparo: readonly string[];
  /** Armoured keys as OpenPGP.js makes them by default. */
  readonly openpgp: readonly string[];
  /** Armoured keys that ask for AEAD with GCM. */
  readonly openpgpGcm: readonly string[];
  /** `age1...` X25519 recipients. */
  readonly age: readonly string[];
  /** `age1pq...` recipients, post-quantum as ours are. */
  readonly ageHybrid: readonly string[];
}

/** One way to seal for three readers. Both give the number of sealed bytes, so that nothing sealed goes unused. */
export interface Sealer {
  sealText(text: string): Promise<number>;
  sealFile(file: Blob): Promise<number>;
}

export type Job =
  | {
      readonly kind: 'text';
      readonly sealer: SealerName;
      readonly keys: ReaderKeys;
      readonly text: string;
      readonly times: number;
    }
  | { readonly kind: 'file'; readonly sealer: SealerName; readonly keys: ReaderKeys; readonly where: 'worker' | 'page' }
  | { readonly kind: 'open'; readonly key: OpenerKey; readonly slotIsKnown: boolean; readonly milliseconds: number };

export interface OpenerKey {
  readonly epoch: number;
  /** Base64. */
  readonly secretKey: string;
}

export interface Outcome {
  /** Each repetition. */
  readonly milliseconds: readonly number[];
  /** How many letters each repetition opened, or bytes it sealed. */
  readonly done: number;
  /** When the first repetition ended, in milliseconds since 1970. */
  readonly firstEndedAt: number;
}

export interface Answer extends Outcome {
  /** From the request, with nothing loaded, to the end of the first repetition. */
  readonly firstMs: number;
  /** The longest task of the page's own thread while the job ran; 0 where none exceeded 50 ms. */
  readonly longestTaskMs: number;
}

/** Where the bench's server keeps the letters that `open` opens. */
export const LETTERS_PATH = '/letters.bin';
