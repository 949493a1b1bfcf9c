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
  sodium,
  type CharterPublicKey,
  type Office,
  type SeenRoster,
} from '../../crypto/index.ts';

import { SendError } from './failure.ts';
import { fetchPatiently, jsonOf } from './fetch-patiently.ts';
import type { FromWorker, ReaderFacts } from './messages.ts';

export type FetchDirectory = (onWaiting: () => void) => Promise<unknown>;
export type OfficeAnswer = Extract<FromWorker, { type: 'office' }>;

/** The directory as the server has it now. Throws `SendError`. */
export async function fetchDirectory(onWaiting: () => void): Promise<unknown> {
  return jsonOf(await fetchPatiently(PATHS.directory, {}, onWaiting));
}

/** The office as its charter key vouches for it, with the roster seen before held against the one that comes now. */
export class TrustedOffice {
  readonly #charter: CharterPublicKey;
  readonly #fetchDirectory: FetchDirectory;
  #seen: SeenRoster | undefined;

  constructor(charterBase64: string, fetchDirectory: FetchDirectory) {
    this.#fetchDirectory = fetchDirectory;
    this.#charter = charterPublicKey(fromBase64(charterBase64));
  }

  /** Gets the directory and opens it. Throws as `openDirectory`, and `SendError`. */
  async open(onWaiting: () => void): Promise<Office> {
    requireWebCrypto();
    const [fetched] = await Promise.all([this.#fetchDirectory(onWaiting), loadSodium()]);
    const directory = parse(directorySchema, fetched, 'statement-malformed');
    const office = await openDirectory(directory, this.#charter, isoDateOf(new Date()), this.#seen);
    this.#seen = office.seen;
    // Told before anything is written: with nobody excluded, too few of them have keys this month.
    if (office.addressable.length < office.roster.threshold) throw new SendError('office-expired');
    return office;
  }

  async facts(office: Office): Promise<OfficeAnswer> {
    const { threshold } = office.roster;
    return { type: 'office', readers: readersOf(office), threshold, fingerprint: await fingerprint(this.#charter) };
  }
}

function readersOf(office: Office): ReaderFacts[] {
  const addressable = new Set(office.addressable.map((key) => key.reviewer.slot));
  return office.roster.reviewers.map(({ slot, name, role, languages }) => ({
    slot,
    name,
    role,
    languages,
    canRead: addressable.has(slot),
  }));
}

/** Its parts are fetched when first used; losing one is losing the connection, not a fault of this page. */
export async function loadSodium(): Promise<void> {
  await sodium().catch(() => {
    throw new SendError('offline');
  });
}
