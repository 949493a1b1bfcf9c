import type { Clock } from '../clock.ts';
import type { UploadStore } from '../store/store.ts';
import type { Blobs } from './blobs.ts';

/** Room is granted to a request in such steps, so that one that announces much and sends nothing holds little of it. */
const GRANT_BYTES = 16 * 1_048_576;
/** Counting anew is only of use where uploads were named, deleted or swept since; a flood that is refused must not cost much. */
const RECOUNT_EVERY_MS = 30_000;

interface RoomDeps {
  readonly store: UploadStore;
  readonly blobs: Blobs;
  readonly clock: Clock;
}

/**
 * How much more evidence may be taken in. No addresses are kept that a quota could go by: so uploads that no letter names may
 * together fill half of the room that there was, and no flood of them can take everything from those who send a report.
 */
export class EvidenceRoom {
  readonly #deps: RoomDeps;
  /** Bytes of each upload that no letter named when it was last looked at: together never less than what there is. */
  readonly #unnamed = new Map<string, number>();
  #unnamedBytes = 0;
  /** Granted to requests that are under way. */
  #grantedBytes = 0;
  #countedMs: number | undefined;
  #counting: Promise<void> | undefined;

  constructor(deps: RoomDeps) {
    this.#deps = deps;
  }

  /** Whether `bytes` more would fit now. */
  async has(bytes: number): Promise<boolean> {
    const isGranted = await this.#grant(bytes);
    if (isGranted) this.#grantedBytes -= bytes;
    return isGranted;
  }

  /** Grants room to a request for upload `id`, until it is closed. */
  open(id: string): Grant {
    let granted = 0;
    return {
      extendTo: async (bytes, most) => {
        if (bytes <= granted) return true;
        const needed = bytes - granted;
        for (const step of [Math.max(needed, Math.min(GRANT_BYTES, most - granted)), needed]) {
          if (!(await this.#grant(step))) continue;
          granted += step;
          return true;
        }
        return false;
      },
      close: async () => {
        const size = await this.#deps.blobs.size(id).catch(() => null);
        this.#grantedBytes -= granted;
        granted = 0;
        if (size !== null) this.#set(id, size);
      },
    };
  }

  forget(id: string): void {
    this.#set(id, 0);
  }

  /** Counted as granted while it is looked at, so that of two that ask at once not both get the last room. */
  async #grant(bytes: number): Promise<boolean> {
    this.#grantedBytes += bytes;
    let isGranted = false;
    try {
      isGranted = await this.#fits();
      return isGranted;
    } finally {
      if (!isGranted) this.#grantedBytes -= bytes;
    }
  }

  async #fits(): Promise<boolean> {
    if (this.#countedMs !== undefined && (await this.#fitsAsCounted())) return true;
    if (this.#deps.clock().getTime() - (this.#countedMs ?? -Infinity) < RECOUNT_EVERY_MS) return false;
    await (this.#counting ??= this.#count());
    return this.#fitsAsCounted();
  }

  async #fitsAsCounted(): Promise<boolean> {
    const free = await this.#deps.blobs.room();
    return this.#unnamedBytes + this.#grantedBytes <= (free + this.#unnamedBytes) / 2;
  }

  async #count(): Promise<void> {
    try {
      const ids = new Set(await this.#deps.store.unnamedUploads());
      for (const id of this.#unnamed.keys()) if (!ids.has(id)) this.forget(id);
      for (const id of ids) this.#set(id, (await this.#deps.blobs.size(id)) ?? 0);
      this.#countedMs = this.#deps.clock().getTime();
    } finally {
      this.#counting = undefined;
    }
  }

  #set(id: string, bytes: number): void {
    this.#unnamedBytes += bytes - (this.#unnamed.get(id) ?? 0);
    if (bytes === 0) this.#unnamed.delete(id);
    else this.#unnamed.set(id, bytes);
  }
}

export interface Grant {
  /** Asks for `bytes` in all, of the `most` that will be needed. False where there is no room. */
  extendTo(bytes: number, most: number): Promise<boolean>;
  close(): Promise<void>;
}
