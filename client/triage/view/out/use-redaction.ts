import { useEffect, useState } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { inert } from '../../../shared/inert.ts';
import { useApp, useAppState } from '../../app/app.ts';
import { say, textsOf } from '../../app/triaging.ts';
import type { Redaction } from '../../calls/export-calls.ts';
import type { ReportTag } from '../../desk/journal-types.ts';
import type { Mark } from '../../export/marks.ts';

export interface Marking {
  readonly redaction: Redaction | null;
  readonly add: (mark: Mark, text: string) => void;
  readonly remove: (mark: Mark, text: string) => void;
}

/** What is marked in a report, and what that takes out; `onChanged`: after each change, once it is kept. */
export function useRedaction(tag: ReportTag, onChanged: () => void): Marking {
  const app = useApp();
  const language = useAppState((state) => state.language);
  const [redaction, setRedaction] = useState<Redaction | null>(null);
  const load = async () => {
    try {
      setRedaction(await app.desk.call('redaction', { tag, language }));
    } catch (error) {
      app.tellFailure(error);
    }
  };
  useEffect(() => void load(), [tag, language]);

  const keep = async (marks: readonly Mark[], said: string) => {
    try {
      await app.desk.call('setMarks', { tag, marks });
      await load();
      say(app, said);
      onChanged();
    } catch (error) {
      app.tellFailure(error);
    }
  };
  const marks = redaction?.marks.map(({ mark }) => mark) ?? [];
  const { out } = textsOf(app);
  return {
    redaction,
    add: (mark, text) => {
      if (marks.some((each) => isSame(each, mark))) return;
      void keep([...marks, mark], fill(out.saidOut, { text: inert(text) }));
    },
    remove: (mark, text) => {
      void keep(
        marks.filter((each) => !isSame(each, mark)),
        fill(out.saidBack, { text: inert(text) }),
      );
    },
  };
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
