import type { RandomBytes, Work } from '../../../crypto/index.ts';

import type { Step } from '../messages.ts';
import { Attempt } from './attempt.ts';
import { BackOff } from './back-off.ts';
import { Bell } from './bell.ts';
import type { Contents } from './contents.ts';
import type { EvidenceState } from './progress.ts';
import { Transfer, type SealedPart, type TransferEnd } from './transfer.ts';
import { troubleOf, type Trouble } from './trouble.ts';

export interface LoopDeps {
  readonly contents: Contents;
  readonly random: RandomBytes;
  readonly doWork: (onStep: (step: Step) => void) => Promise<Work>;
  /** Whether an item cannot be read, so that nothing behind it can be sealed. */
  readonly isBlocked: () => boolean;
  /** Whether somebody waits for the end: then nothing more is expected to follow. */
  readonly isEndAwaited: () => boolean;
  readonly onChanged: () => void;
  readonly onDone: () => void;
  readonly onTrouble: (trouble: Trouble) => void;
}

/** Gets the contents onto the server, try after try, for as long as there is something to send. */
export class UploadLoop {
  readonly #deps: LoopDeps;
  readonly #backOff = new BackOff();
  readonly #changed = new Bell();
  #attempt: Attempt | null = null;
  #transfer: Transfer | null = null;
  /** Done before it was needed, or not spent yet. */
  #work: Work | null = null;
  #mood: 'uploading' | 'waiting' | 'full' = 'uploading';
  /** A transfer is under way, and has sent all that can be sealed so far. */
  #isStarved = false;
  #isPaused = false;
  #isOver = false;

  constructor(deps: LoopDeps) {
    this.#deps = deps;
    void this.#run();
  }

  get state(): EvidenceState {
    if (this.#isPaused) return 'paused';
    if (this.#attempt?.isDone === true) return 'done';
    return this.#hasWork() && !this.#isStarved ? this.#mood : 'idle';
  }

  get sentBytes(): number {
    return this.#attempt?.sentBytes ?? 0;
  }

  /** How many bytes from the start on are sealed, and must stay as they are. */
  get settledBytes(): number {
    return this.#attempt?.stream.settledBytes ?? 0;
  }

  /** The attempt that has everything on the server, if there is one. */
  get done(): Attempt | null {
    return this.#attempt?.isDone === true ? this.#attempt : null;
  }

  /** Files came or went, or the end is awaited. Begins anew where what was sealed does not allow it. */
  contentsChanged(): void {
    const stream = this.#attempt?.stream;
    if (stream && !stream.resize(this.#deps.contents.totalBytes)) this.leave();
    else if (stream && this.#deps.isEndAwaited()) stream.finish();
    this.#changed.ring();
  }

  /** Lets go of the key and the upload: the next ones are new. */
  leave(): void {
    void this.#attempt?.leave();
    this.#attempt = null;
    this.#transfer?.stop();
  }

  /** Looks again what of the upload the server has. */
  lookAgain(): void {
    if (this.#attempt) {
      this.#attempt.isDone = false;
      this.#attempt.acceptedBytes = 0;
    }
    this.urge();
  }

  pause(): void {
    this.#isPaused = true;
    this.#transfer?.stop();
  }

  resume(): void {
    this.#isPaused = false;
    this.urge();
  }

  end(): void {
    this.#isOver = true;
    this.leave();
    this.urge();
  }

  urge(): void {
    this.#changed.ring();
    this.#backOff.urge();
  }

  async #run(): Promise<void> {
    for (;;) {
      await this.#changed.until(() => this.#isOver || this.#hasWork());
      if (this.#isOver) return;
      const end = await this.#goOn().catch(troubleOf);
      if (end === 'done') this.#deps.onDone();
      else if (end !== 'stopped') await this.#endure(end);
      this.#deps.onChanged();
    }
  }

  #hasWork(): boolean {
    if (this.#isPaused || this.#deps.contents.items.length === 0 || this.#deps.isBlocked()) return false;
    return this.#attempt === null || this.#attempt.hasMore;
  }

  async #goOn(): Promise<TransferEnd> {
    const attempt = this.#attempt ?? (await this.#begin());
    if (!attempt.hasMore) return 'stopped';
    const needsWork = attempt.url === null || attempt.isWorkDue;
    if (needsWork) this.#work ??= await this.#doWork();
    if (attempt !== this.#attempt || !this.#hasWork()) return 'stopped';

    const end = await this.#transferAll(attempt, needsWork ? this.#work : null);
    this.#isStarved = false;
    if (end !== 'done') return end;
    if (attempt.stream.cells === undefined) return { kind: 'gone' }; // the server has an end that this side never told it
    attempt.isDone = true;
    return end;
  }

  async #begin(): Promise<Attempt> {
    const attempt = await Attempt.begin(this.#deps.random);
    this.#attempt = attempt;
    attempt.stream.resize(this.#deps.contents.totalBytes);
    if (this.#deps.isEndAwaited()) attempt.stream.finish();
    return attempt;
  }

  #doWork(): Promise<Work> {
    return this.#deps.doWork((step) => {
      this.#setMood(step === 'waiting' ? 'waiting' : 'uploading');
    });
  }

  async #transferAll(attempt: Attempt, work: Work | null): Promise<TransferEnd> {
    const transfer: Transfer = new Transfer({
      url: attempt.url,
      work,
      partFrom: (offset) => this.#partFrom(attempt, offset, () => this.#transfer === transfer),
      onBegun: (url) => {
        if (attempt.url === null) this.#work = null;
        attempt.url = url;
        if (this.#mood === 'waiting') this.#setMood('uploading');
      },
      onSent: (bytes) => {
        attempt.sentBytes = bytes;
        this.#deps.onChanged();
      },
      onAccepted: (bytes) => {
        attempt.acceptedBytes = bytes;
        if (attempt.isWorkDue) this.#work = null;
        attempt.isWorkDue = false;
        this.#backOff.gotThrough();
        this.#setMood('uploading');
      },
    });
    this.#transfer = transfer;
    const end = await transfer.ended;
    this.#transfer = null;
    return end;
  }

  /** Waits for a cell that can be sealed; gives none to a transfer that is over. */
  async #partFrom(attempt: Attempt, offset: number, isCurrent: () => boolean): Promise<SealedPart> {
    while (isCurrent()) {
      this.#isStarved = !attempt.isReadyAt(offset);
      this.#deps.onChanged();
      await this.#changed.until(() => !isCurrent() || attempt.isReadyAt(offset));
      if (!isCurrent()) break;
      this.#isStarved = false;
      const part = await attempt.partFrom(offset, this.#deps.contents);
      if (part) return part;
    }
    return { bytes: null, isLast: false };
  }

  /** Does about a trouble what can be done, and waits before the next try. */
  async #endure(trouble: Trouble): Promise<void> {
    this.#deps.onTrouble(trouble);
    switch (trouble.kind) {
      case 'item':
        return;
      case 'gone':
        this.leave();
        break;
      case 'work':
        this.#work = null;
        if (this.#attempt) this.#attempt.isWorkDue = true;
        break;
      case 'line':
        this.#setMood('waiting');
        break;
      case 'full':
      case 'refused':
        this.#setMood('full');
        await this.#backOff.wait('full');
        return;
      case 'moved':
        break;
    }
    await this.#backOff.wait('line');
  }

  #setMood(mood: 'uploading' | 'waiting' | 'full'): void {
    this.#mood = mood;
    this.#deps.onChanged();
  }
}
