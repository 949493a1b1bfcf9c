import { AmparoError, logOf, type Case, type IsoDate, type NoteKey, type Roster } from '../../../crypto/index.ts';

import { BUNDLES_AT_ONCE, LogReading, type LoadLog } from './log-reading.ts';
import type { LogFindings } from './log-state.ts';
import { findInLog } from './log.ts';
import { findReceipt, type ReceiptOutcome, type SavedReceipt } from './receipt-file.ts';

export interface OfficeLogDeps {
  readonly load: LoadLog;
  /** How much of what was asked for has been read, of 1. */
  readonly onRead: (share: number) => void;
  /** How many bundles at once: fewer where that is to be tested. */
  readonly bundles?: number;
}

/** The log of an office, as far back as the person asked for it. */
export class OfficeLog {
  readonly #load: LoadLog;
  readonly #onRead: (share: number) => void;
  readonly #bundles: number;
  #depth: number;
  /** As it was read last; `null` where the office has none. `reading` is `null` where its key does not vouch for what came. */
  #log: { readonly key: NoteKey; readonly reading: LogReading | null } | null = null;

  constructor({ load, onRead, bundles = BUNDLES_AT_ONCE }: OfficeLogDeps) {
    this.#load = load;
    this.#onRead = onRead;
    this.#bundles = bundles;
    this.#depth = bundles;
  }

  /** Reads it anew, as far back as it was read before. Throws `SendError`. */
  async read(roster: Roster): Promise<void> {
    const key = logOf(roster)?.log;
    this.#log = key ? { key, reading: await vouchedFor(() => this.#readNewest(key)) } : null;
  }

  /** Reads older parts too. Throws `SendError`; what was read stays then. */
  async readFurther(): Promise<void> {
    if (!this.#log?.reading) throw new Error('the newest part of the log comes first');
    const { key, reading } = this.#log;
    const further = await vouchedFor(async () => {
      await reading.readBack(this.#bundles, this.#onRead);
      return reading;
    });
    this.#log = { key, reading: further };
    this.#depth += this.#bundles;
  }

  async #readNewest(key: NoteKey): Promise<LogReading> {
    const reading = await LogReading.open(key, this.#load);
    await reading.readBack(this.#depth, this.#onRead);
    return reading;
  }

  /** What it shows of a case; `null` where the office has no log. */
  async findCase(of: Case, roster: Roster): Promise<LogFindings | null> {
    if (!this.#log) return null;
    const { key, reading } = this.#log;
    const found = reading && (await vouchedFor(() => findInLog(reading.entries, of, roster, key)));
    if (!reading || !found) return { letters: [], opened: [], checked: false, isPartial: false };
    return { ...found, checked: true, isPartial: reading.isPartial };
  }

  findReceipt(saved: SavedReceipt, today: IsoDate): ReceiptOutcome {
    if (!this.#log) return { state: 'no-log' };
    const { reading } = this.#log;
    return reading ? findReceipt(saved, reading, today) : { state: 'unchecked', day: saved.receipt.day };
  }
}

async function vouchedFor<Found>(finding: () => Promise<Found>): Promise<Found | null> {
  try {
    return await finding();
  } catch (error) {
    if (error instanceof AmparoError) return null;
    throw error;
  }
}
