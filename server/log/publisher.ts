import {
  dayOf,
  formatNote,
  TileReader,
  toHex,
  type NoteSignature,
  type RandomBytes,
  type SignedCheckpoint,
  type Tile,
} from '../../crypto/index.ts';

import type { Clock, Log } from '../clock.ts';
import type { LogStore } from '../store/store.ts';
import { prepareCovers } from './covers.ts';
import { publishTree } from './grow.ts';
import type { LogFiles } from './log-files.ts';
import type { LogKey } from './log-key.ts';
import { nodeSha256 } from './sha256.ts';
import { WitnessTurns } from './witness-turns.ts';
import { askWitness, WitnessSilent, type Witness } from './witnesses.ts';

export interface PublisherDeps {
  readonly store: LogStore;
  readonly files: LogFiles;
  readonly key: LogKey;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly log: Log;
  /** How often there is a batch. */
  readonly minutes: number;
  readonly witnesses: readonly Witness[];
  readonly witnessTimeoutMs?: number;
}

const MINUTE_MS = 60_000;
const WITNESS_WITHIN_MS = 10_000;

/** Publishes the log in batches, at times that the calendar gives: once a day is midnight, UTC, however often the server is restarted. */
export class LogPublisher {
  readonly #deps: PublisherDeps;
  /** The size that each witness is known to have seen. */
  readonly #seen = new Map<string, number>();
  readonly #turns: WitnessTurns;
  readonly #stopping = new AbortController();
  #underWay: Promise<void> | undefined;

  constructor(deps: PublisherDeps) {
    this.#deps = deps;
    this.#turns = new WitnessTurns(deps.witnesses);
  }

  /** Publishes what is due, then asks the witnesses without being waited for. Throws `LogContradiction` and what disk and store throw. */
  async start(): Promise<void> {
    const checkpoint = await this.#publish();
    this.#underWay = this.#cosign(checkpoint).finally(() => (this.#underWay = undefined));
  }

  /** The same, with the witnesses. Where it is under way already, that is what is waited for. */
  publish(): Promise<void> {
    this.#underWay ??= this.#publish()
      .then((checkpoint) => this.#cosign(checkpoint))
      .finally(() => (this.#underWay = undefined));
    return this.#underWay;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#underWay?.catch(() => undefined);
  }

  async #publish(): Promise<SignedCheckpoint> {
    const { store, files, key, minutes, clock } = this.#deps;
    const minute = Math.floor(clock().getTime() / MINUTE_MS / minutes) * minutes;
    const last = await store.lastLogBatch();
    if (last === null || last < minute) {
      // What is published must agree with the database before it grows: new leaves on top of others' could not be taken back.
      if ((await files.checkpoint()) !== null) await publishTree(store, files, key);
      await this.#sequence(minute);
    }
    return publishTree(store, files, key);
  }

  async #sequence(minute: number): Promise<void> {
    const { store, clock, minutes, random } = this.#deps;
    const now = clock().getTime();
    const [first, today] = [dayOf(new Date(now - minutes * MINUTE_MS)), dayOf(new Date(now))];
    const days = Array.from({ length: today - first + 1 }, (_, i) => first + i);
    const covers = await prepareCovers([...(await store.pendingLogDays()), ...days], random);
    await store.sequenceLog(minute, covers);
  }

  /** Asks those whose turn it is. What goes wrong is told to the operator and stops nothing. */
  async #cosign(checkpoint: SignedCheckpoint): Promise<void> {
    const { files, clock } = this.#deps;
    const witnesses = this.#turns.due(checkpoint.size, clock().getTime());
    if (witnesses.length === 0) return;
    const fetchTile = async (tile: Tile) => (await files.tile(tile)) ?? new Uint8Array(0);
    const tiles = await TileReader.open(checkpoint, fetchTile, nodeSha256);
    const answers = await Promise.all(witnesses.map((witness) => this.#ask(witness, checkpoint, tiles)));
    const found = answers.filter((answer) => answer !== null);
    if (found.length === 0) return;
    const isReplaced = (old: NoteSignature) =>
      found.some(({ name, keyId }) => name === old.name && toHex(keyId) === toHex(old.keyId));
    const { text, signatures } = checkpoint.note;
    const kept = signatures.filter((signature) => !isReplaced(signature));
    await files.writeCheckpoint(formatNote({ text, signatures: [...kept, ...found] }));
  }

  async #ask(witness: Witness, checkpoint: SignedCheckpoint, tiles: TileReader): Promise<NoteSignature | null> {
    const { log, clock, witnessTimeoutMs = WITNESS_WITHIN_MS } = this.#deps;
    const signal = AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(witnessTimeoutMs)]);
    try {
      const cosignature = await askWitness(witness, checkpoint, tiles, this.#seen.get(witness.name) ?? 0, signal);
      this.#seen.set(witness.name, checkpoint.size);
      this.#turns.cosigned(witness.name);
      return cosignature;
    } catch (error) {
      const reason = error instanceof WitnessSilent ? error.message : 'its answer could not be read';
      const minutes = this.#turns.missed(witness.name, clock().getTime());
      const next = minutes === null ? 'with the next batch' : `in ${String(minutes)} min`;
      if (this.#stopping.signal.aborted) return null;
      log(`witness ${witness.name} did not cosign the log: ${reason}; it is asked again ${next}`);
      return null;
    }
  }
}
