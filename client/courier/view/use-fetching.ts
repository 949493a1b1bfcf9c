import { useEffect, useRef, useState } from 'preact/hooks';

import { confirmFetched, fetchStatus, openBundle } from '../api.ts';
import { fetchLetters, type Fetched, type FetchPorts, type FetchProgress } from '../fetch/fetch-letters.ts';
import { Pace } from '../fetch/pace.ts';
import type { FinishedPart } from '../fetch/part-writer.ts';
import { BlobTarget, canWriteFiles, FileTarget, type Target } from '../fetch/target.ts';
import { Valve } from '../fetch/valve.ts';
import { troubleOf, type Trouble } from '../trouble.ts';

/** The page is drawn so often, and not with every letter. */
const DRAW_EVERY_MS = 200;

export interface Totals {
  readonly letters: number;
  readonly bytes: number;
}

/** A part that waits to be saved. */
export interface ReadyPart {
  readonly number: number;
  readonly name: string;
  readonly url: string;
}

export type FetchState =
  | { readonly is: 'idle' }
  | {
      readonly is: 'running';
      readonly totals: Totals;
      readonly progress: FetchProgress;
      readonly bytesPerSecond: number | null;
      readonly isPaused: boolean;
    }
  | { readonly is: 'part'; readonly part: ReadyPart }
  | { readonly is: 'ended'; readonly fetched: Fetched };

export interface Fetching {
  readonly state: FetchState;
  readonly trouble: Trouble | null;
  start(after: () => Promise<number>): Promise<void>;
  pause(): void;
  resume(): void;
  stop(): void;
  /** The part that was ready is saved. */
  saved(): void;
}

const NOTHING: FetchProgress = { letters: 0, bytes: 0, waitSeconds: null };

/** One fetch at a time, from the press of the button to the last part that is saved. */
export function useFetching(onEnd: () => void): Fetching {
  const [state, setState] = useState<FetchState>({ is: 'idle' });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const valve = useRef<Valve | null>(null);
  const onSaved = useRef<((isSaved: boolean) => void) | null>(null);
  useEffect(
    () => () => {
      valve.current?.stop();
      onSaved.current?.(false);
    },
    [],
  );

  const keepPaused = (isPaused: boolean) => {
    setState((now) => (now.is === 'running' ? { ...now, isPaused } : now));
  };

  const start = async (afterChosen: () => Promise<number>) => {
    setTrouble(null);
    const after = await afterChosen();
    const file = canWriteFiles() ? await FileTarget.pick(nameOf(`after-${String(after)}`)) : null;
    if (canWriteFiles() && file === null) return; // nothing was chosen
    const own = new Valve();
    valve.current = own;
    try {
      const { waiting, bytes } = await fetchStatus(after);
      const totals = { letters: waiting, bytes };
      const show = drawn(own, totals, setState);
      setState({ is: 'running', totals, progress: NOTHING, bytesPerSecond: null, isPaused: false });
      const ports = { ...portsOf(file), finished: (part: FinishedPart) => handOver(part, totals) };
      const fetched = await fetchLetters(after, ports, own, show);
      setState({ is: 'ended', fetched });
    } catch (error) {
      await file?.discard(); // where it is not finished
      setTrouble(troubleOf(error));
      setState({ is: 'idle' });
    } finally {
      own.stop(); // nothing goes on behind the page
      onEnd();
    }
  };

  /** Told to the server once it is saved, and not before. A word that is lost does no harm: the letters come again. */
  const handOver = async (part: FinishedPart, totals: Totals) => {
    if (!(await saving(part, totals))) return;
    await confirmFetched(part.until).catch(() => undefined);
  };

  /** A part in memory waits until it is saved, and is let go of then. Gives whether it was. */
  const saving = async ({ number, after, until, blob }: FinishedPart, totals: Totals): Promise<boolean> => {
    if (blob === null) return true;
    const url = URL.createObjectURL(blob);
    const part = { number, name: nameOf(`${String(after)}-${String(until)}`), url };
    const saved = new Promise<boolean>((resolve) => (onSaved.current = resolve));
    setState({ is: 'part', part });
    const isSaved = await saved;
    URL.revokeObjectURL(url);
    setState({ is: 'running', totals, progress: NOTHING, bytesPerSecond: null, isPaused: false });
    return isSaved;
  };

  return {
    state,
    trouble,
    start,
    pause() {
      valve.current?.shut();
      keepPaused(true);
    },
    resume() {
      valve.current?.open();
      keepPaused(false);
    },
    stop() {
      valve.current?.stop();
    },
    saved() {
      onSaved.current?.(true);
    },
  };
}

function nameOf(what: string): string {
  return `reports-${what}.bundle`;
}

function portsOf(file: Target | null): Omit<FetchPorts, 'finished'> {
  return {
    open: openBundle,
    newTarget: () => Promise.resolve(file ?? new BlobTarget()),
    wait: (seconds, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, seconds * 1000);
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}

/** Shows progress a few times a second, and what matters at once. */
function drawn(valve: Valve, totals: Totals, setState: (state: FetchState) => void): (progress: FetchProgress) => void {
  const pace = new Pace();
  let lastMs = 0;
  return (progress) => {
    const nowMs = performance.now();
    if (progress.waitSeconds === null && nowMs - lastMs < DRAW_EVERY_MS) return;
    lastMs = nowMs;
    pace.add(nowMs, progress.bytes);
    const { bytesPerSecond } = pace;
    setState({ is: 'running', totals, progress, bytesPerSecond, isPaused: valve.isShut });
  };
}
