import { AmparoError, readBundle } from '../../../crypto/index.ts';
import { Trouble } from '../trouble.ts';
import { PartWriter, type PartPorts } from './part-writer.ts';
import { Stopped, type Valve } from './valve.ts';

/** How long to wait after each lost connection; the last one again and again, until somebody stops. */
const WAIT_SECONDS = [1, 3, 8, 15, 30] as const;
/** Refusals that end by themselves. */
const PASSING = ['network', 'busy', 'storage-unavailable'];

export interface FetchPorts extends PartPorts {
  /** The bundle of what came after a cursor. Throws `Trouble`; anything else is a connection that broke. */
  open(after: number, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
  wait(seconds: number, signal: AbortSignal): Promise<void>;
}

export interface FetchProgress {
  readonly letters: number;
  readonly bytes: number;
  /** Going on after a lost connection in so many seconds. */
  readonly waitSeconds: number | null;
}

export interface Fetched {
  readonly letters: number;
  /** False where it was stopped before the end. */
  readonly isAll: boolean;
}

/**
 * Fetches letters into bundles. A lost connection, and a pause that outlasts one, go on after the last whole report. What ends it
 * early still leaves a whole bundle of what came. Throws `Trouble`.
 */
export async function fetchLetters(
  after: number,
  ports: FetchPorts,
  valve: Valve,
  show: (progress: FetchProgress) => void,
): Promise<Fetched> {
  const writer = new PartWriter(after, ports);
  const tell = (waitSeconds: number | null = null) => {
    show({ letters: writer.letters, bytes: writer.bytes, waitSeconds });
  };
  for (let failures = 0; ;) {
    const before = writer.letters;
    try {
      await writer.finish(await readInto(writer, ports, valve, tell));
      return { letters: writer.letters, isAll: true };
    } catch (error) {
      const isStopped = error instanceof Stopped || valve.signal.aborted;
      if (!isStopped && !isPassing(error)) {
        await keepWhatIsWhole(writer);
        throw error;
      }
      await writer.rewind();
      if (!isStopped) {
        failures = writer.letters > before ? 1 : failures + 1;
        const seconds = WAIT_SECONDS[Math.min(failures, WAIT_SECONDS.length) - 1] ?? 1;
        tell(seconds);
        await ports.wait(seconds, valve.signal);
      }
      if (valve.signal.aborted) {
        await writer.finishWhole();
        return { letters: writer.letters, isAll: false };
      }
    }
  }
}

/** Checks every record on its way, holding one at a time. Gives the cursor at the end. */
async function readInto(writer: PartWriter, ports: FetchPorts, valve: Valve, tell: () => void): Promise<number> {
  for await (const record of readBundle(await ports.open(writer.cursor, valve.signal))) {
    await valve.pass();
    if (record.type === 'end') return record.cursor;
    await writer.take(record);
    tell();
  }
  throw new AmparoError('bundle-truncated');
}

/** The trouble that ended it is what is told, not another one that comes of it. */
async function keepWhatIsWhole(writer: PartWriter): Promise<void> {
  try {
    await writer.rewind();
    await writer.finishWhole();
  } catch {
    // There is no room for it: the trouble is told already.
  }
}

/** A connection that broke, or a server that has no time, against what no second try mends. */
function isPassing(error: unknown): boolean {
  if (error instanceof Trouble) return PASSING.includes(error.code);
  if (error instanceof AmparoError) return error.code === 'bundle-truncated';
  return error instanceof TypeError || error instanceof DOMException;
}
