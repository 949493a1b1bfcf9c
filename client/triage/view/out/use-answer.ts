import { useEffect, useState } from 'preact/hooks';

import { useApp } from '../../app/app.ts';
import type { DeskCalls } from '../../calls/desk-calls.ts';
import type { AnswerOf, ArgumentOf } from '../../calls/line.ts';

/** What the worker answers, `null` until it did; asked again when `argument` is another, or `version`. */
export function useAnswer<Name extends keyof DeskCalls>(
  name: Name,
  argument: ArgumentOf<DeskCalls, Name>,
  version?: unknown,
): AnswerOf<DeskCalls, Name> | null {
  const app = useApp();
  const [answer, setAnswer] = useState<AnswerOf<DeskCalls, Name> | null>(null);
  useEffect(() => {
    let isWanted = true;
    app.desk.call(name, argument).then(
      (found) => {
        if (isWanted) setAnswer(() => found);
      },
      (error: unknown) => {
        app.tellFailure(error);
      },
    );
    return () => {
      isWanted = false;
    };
  }, [app, name, argument, version]);
  return answer;
}
