import { CELL_BYTES, cellCount } from '../../../crypto/index.ts';

import { Pace } from './pace.ts';

/**
 * `idle`: nothing to send now. `waiting`: the connection is lost, and tried again. `full`: the server has no room or too much to
 * do, and is asked again. `done`: all is on the server.
 */
export type EvidenceState = 'idle' | 'uploading' | 'paused' | 'waiting' | 'full' | 'done';

export interface EvidenceProgress {
  readonly state: EvidenceState;
  /** Of what travels: sealed, and padded once it is known where the evidence ends. */
  readonly sentBytes: number;
  readonly totalBytes: number;
  readonly secondsLeft?: number;
}

const SHOW_EVERY_MS = 250;

/** Tells how far an upload is: at once where its state changes, otherwise now and then. */
export class ProgressReport {
  readonly #tell: (progress: EvidenceProgress) => void;
  readonly #pace = new Pace();
  #state: EvidenceState | undefined;
  #toldMs = Number.NEGATIVE_INFINITY;
  #totalBytes = 0;

  constructor(tell: (progress: EvidenceProgress) => void) {
    this.#tell = tell;
  }

  show(state: EvidenceState, sentBytes: number, contentBytes: number | null): void {
    const nowMs = performance.now();
    const totalBytes = contentBytes === null ? 0 : cellCount(contentBytes) * CELL_BYTES;
    if (state === 'uploading') this.#pace.moved(nowMs, sentBytes);
    else this.#pace.reset();
    const isNews = state !== this.#state || totalBytes !== this.#totalBytes;
    if (!isNews && nowMs - this.#toldMs < SHOW_EVERY_MS) return;
    this.#state = state;
    this.#toldMs = nowMs;
    this.#totalBytes = totalBytes;
    const sent = Math.min(sentBytes, totalBytes);
    const secondsLeft = this.#pace.secondsFor(totalBytes - sent);
    this.#tell({ state, sentBytes: sent, totalBytes, ...(secondsLeft !== undefined && { secondsLeft }) });
  }
}
