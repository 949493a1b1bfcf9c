import { useEffect, useState } from 'preact/hooks';

import { isoDateOf } from '../../../crypto/index.ts';
import type { DeskCalls } from '../calls/desk-calls.ts';
import type { AnswerOf, Failure } from '../calls/line.ts';
import type { TrailAsked } from '../calls/team-calls.ts';
import { failureIn, useApp, useAppState, type App } from './app.ts';
import { saveBlob } from './save-blob.ts';
import { say } from './triaging.ts';

type Asked = 'shared' | 'team';

/** What the worker knows of the team, kept up while it is shown. `null` until it is there. */
export function useTeam<Name extends Asked>(name: Name): AnswerOf<DeskCalls, Name> | null {
  const app = useApp();
  const changes = useAppState((state) => state.changed.changes);
  const [facts, setFacts] = useState<AnswerOf<DeskCalls, Name> | null>(null);
  useEffect(() => {
    void app.desk.call(name, null).then(setFacts, () => undefined);
  }, [app, name, changes]);
  return facts;
}

export interface Doing {
  readonly failure: Failure | null;
  readonly run: (act: () => Promise<unknown>, said: string) => Promise<boolean>;
}

/** Does something in a dialog, which tells itself what went wrong: what stands behind it cannot be read. */
export function useDoing(): Doing {
  const app = useApp();
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async (act: () => Promise<unknown>, said: string) => {
    setFailure(null);
    try {
      await act();
      say(app, said);
      return true;
    } catch (error) {
      setFailure(failureIn(error));
      return false;
    }
  };
  return { failure, run };
}

/** Has the browser save the signed statements, one a line. */
export async function saveTrail(app: App, asked: TrailAsked): Promise<void> {
  try {
    saveBlob(await app.desk.call('trailFile', asked), `journal-${isoDateOf(new Date())}.jsonl`);
  } catch (error) {
    app.tellFailure(error);
  }
}
