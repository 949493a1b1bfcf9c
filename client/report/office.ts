import {
  charterPublicKey,
  directorySchema,
  fingerprint,
  fromBase64,
  isoDateOf,
  openDirectory,
  parse,
  PATHS,
  requireWebCrypto,
  type CharterPublicKey,
  type Office,
  type SeenRoster,
} from '../../crypto/index.ts';

import { SendError } from './failure.ts';
import { fetchPatiently } from './fetch-patiently.ts';
import type { FromWorker } from './messages.ts';

/** The office as its charter key vouches for it, with the roster seen before held against the one that comes now. */
export class TrustedOffice {
  readonly #charter: CharterPublicKey;
  #seen: SeenRoster | undefined;

  constructor(charterBase64: string) {
    this.#charter = charterPublicKey(fromBase64(charterBase64));
  }

  /** Fetches the directory and opens it. Throws as `openDirectory`, and `SendError`. */
  async open(onWaiting: () => void): Promise<Office> {
    requireWebCrypto();
    const response = await fetchPatiently(PATHS.directory, {}, onWaiting);
    if (!response.ok) throw new SendError('server-busy');
    const body: unknown = await response.json().catch(() => null);
    const directory = parse(directorySchema, body, 'statement-malformed');
    const office = await openDirectory(directory, this.#charter, isoDateOf(new Date()), this.#seen);
    this.#seen = office.seen;
    return office;
  }

  async facts(office: Office): Promise<Extract<FromWorker, { type: 'office' }>> {
    const addressable = new Set(office.addressable.map((key) => key.reviewer.slot));
    const readers = office.roster.reviewers.map(({ slot, name, role, languages }) => ({
      slot,
      name,
      role,
      languages,
      canRead: addressable.has(slot),
    }));
    return { type: 'office', readers, fingerprint: await fingerprint(this.#charter) };
  }
}
