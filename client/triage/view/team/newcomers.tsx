import { useState } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { inert } from '../../../shared/inert.ts';
import { useApp } from '../../app/app.ts';
import { useDoing } from '../../app/team.ts';
import type { Newcomer } from '../../calls/team-calls.ts';
import { useWords } from '../words.ts';
import { rangesText } from './chains.tsx';
import { FailureNote } from './failure-note.tsx';

/** What may be given to whom, and why not more. */
export function NewcomersPart({ newcomers }: { readonly newcomers: readonly Newcomer[] }) {
  const { t } = useWords();
  if (newcomers.length === 0) return null;
  return (
    <section aria-labelledby="newcomers-title">
      <h3 id="newcomers-title">{t.team.newcomers.title}</h3>
      <p class="hint">{t.team.newcomers.hint}</p>
      <ul class="newcomers">
        {newcomers.map((newcomer) => (
          <NewcomerItem key={newcomer.identity} newcomer={newcomer} />
        ))}
      </ul>
    </section>
  );
}

function NewcomerItem({ newcomer }: { readonly newcomer: Newcomer }) {
  const app = useApp();
  const words = useWords();
  const { newcomers } = words.t.team;
  const { failure, run } = useDoing();
  const [sent, setSent] = useState(0);
  const { identity, open, given, naming, recused } = newcomer;
  const name = inert(newcomer.name);
  const told = (text: Parameters<typeof words.count>[0], count: number) => fill(words.count(text, count), { name });
  const give = async () => {
    setSent(await app.desk.call('give', identity));
  };
  return (
    <li>
      <p>
        <strong>{name}</strong>
      </p>
      {open > 0 && <p>{told(newcomers.open, open)}</p>}
      {given > 0 && <p>{told(newcomers.given, given)}</p>}
      {naming > 0 && <p>{told(newcomers.naming, naming)}</p>}
      {recused > 0 && <p>{told(newcomers.recused, recused)}</p>}
      {open + given === 0 && <Refused newcomer={newcomer} name={name} />}
      {open > 0 && (
        <button type="button" class="primary" onClick={() => void run(give, told(newcomers.sent, open))}>
          {fill(newcomers.give, { name })}
        </button>
      )}
      <div role="status">{sent > 0 && <p class="note">{told(newcomers.sent, sent)}</p>}</div>
      <FailureNote failure={failure} />
    </li>
  );
}

function Refused({ newcomer: { since, missing }, name }: { readonly newcomer: Newcomer; readonly name: string }) {
  const words = useWords();
  const { newcomers } = words.t.team;
  const isOne = missing.length === 1 && missing[0]?.first === missing[0]?.last;
  const lists = rangesText(missing, words);
  return (
    <p class="hint">
      {fill(newcomers.refused, { name })}
      {since !== null && ` ${fill(newcomers.since, { name, day: words.day(since) })}`}
      {missing.length > 0 && ` ${fill(isOne ? newcomers.missing : newcomers.missingMany, { name, lists })}`}
    </p>
  );
}
