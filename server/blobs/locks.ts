import { ERRORS, type Lock, type Locker, type RequestRelease } from '@tus/server';

const WAIT_MS = 15_000;
const WAITING_MAX = 4;

/**
 * One request at a time may touch an upload. One that waits asks the holder to stop: its connection is most likely dead and
 * its client is the one who waits. (The library's own lock waits by spinning the event loop.)
 */
export class UploadLocks implements Locker {
  readonly #held = new Map<string, Held>();

  newLock(id: string): Lock {
    return {
      lock: (signal, requestRelease) => this.#acquire(id, signal, requestRelease),
      unlock: () => {
        this.#release(id);
        return Promise.resolve();
      },
    };
  }

  #acquire(id: string, signal: AbortSignal, requestRelease: RequestRelease): Promise<void> {
    const held = this.#held.get(id);
    if (!held) {
      this.#held.set(id, { requestRelease, waiting: [] });
      return Promise.resolve();
    }
    if (held.waiting.length >= WAITING_MAX) return Promise.reject(lockTimeout());
    void held.requestRelease();
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        requestRelease,
        admit() {
          stopWaiting();
          resolve();
        },
      };
      const giveUp = () => {
        stopWaiting();
        held.waiting.splice(held.waiting.indexOf(waiter), 1);
        reject(lockTimeout());
      };
      const timer = setTimeout(giveUp, WAIT_MS);
      const stopWaiting = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
      };
      signal.addEventListener('abort', giveUp);
      held.waiting.push(waiter);
    });
  }

  #release(id: string): void {
    const held = this.#held.get(id);
    const next = held?.waiting.shift();
    if (!held || !next) {
      this.#held.delete(id);
      return;
    }
    held.requestRelease = next.requestRelease;
    next.admit();
    // Whoever waits behind wants this one to stop, too.
    if (held.waiting.length > 0) void held.requestRelease();
  }
}

interface Waiter {
  readonly requestRelease: RequestRelease;
  admit(): void;
}

interface Held {
  requestRelease: RequestRelease;
  readonly waiting: Waiter[];
}

function lockTimeout(): Error {
  return Object.assign(new Error('locked'), ERRORS.ERR_LOCK_TIMEOUT);
}
