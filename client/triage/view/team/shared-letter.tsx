import { fill } from '../../../messages/index.ts';
import { useApp, useAppState } from '../../app/app.ts';
import { openReport } from '../../app/reading.ts';
import { useDoing } from '../../app/team.ts';
import type { ShownAsk, ShownShared } from '../../calls/team-calls.ts';
import type { Person } from '../../calls/triage-calls.ts';
import { useTriageWords } from '../triage-pane/triage-words.ts';
import { shortId } from '../words.ts';
import { ByVoice } from './by-voice.tsx';
import { FailureNote } from './failure-note.tsx';

export interface SharedProps {
  readonly shared: ShownShared;
}

/** One letter of several: what is here of it, and what can be done. */
export function SharedLetterItem({ shared, colleagues }: SharedProps & { readonly colleagues: readonly Person[] }) {
  const words = useTriageWords();
  const { t } = words.words;
  const { waiting } = t.team;
  const { letter, day, tag, asks, releasedTo, falseFrom, failure } = shared;
  const titleId = `shared-${letter}`;
  const unasked = releasedTo.filter(({ to }) => !asks.some(({ by }) => by === to));
  return (
    <li aria-labelledby={titleId}>
      <h3 id={titleId}>
        {fill(waiting.letter, { id: shortId(letter) })} · {day === null ? t.list.noDay : words.words.day(day)}
      </h3>
      {tag === null ? <Shares shared={shared} /> : <Opened tag={tag} />}
      {falseFrom.map((from) => (
        <p key={from} class="note alarm">
          {fill(waiting.false, { name: words.person(from) })}
        </p>
      ))}
      {failure && <p class="note alarm">{fill(waiting.unfit, { why: words.words.failure(failure) })}</p>}
      {tag === null && <Asking shared={shared} />}
      {asks.map((ask) => (
        <AskItem key={ask.by} letter={letter} ask={ask} />
      ))}
      {unasked.map(({ to, at }) => (
        <p key={to}>{fill(waiting.released, { name: words.person(to), at: words.minute(at) })}</p>
      ))}
      <ByVoice shared={shared} colleagues={colleagues} />
    </li>
  );
}

function Shares({ shared: { shares, threshold } }: SharedProps) {
  const words = useTriageWords();
  const { waiting } = words.words.t.team;
  const me = useAppState((state) => state.session?.identity);
  const names = shares.map((identity) => (identity === me ? waiting.yours : words.person(identity)));
  const text = words.words.count(waiting.shares, shares.length);
  const have = words.words.number(shares.length);
  return <p>{fill(text, { have, threshold: words.words.number(threshold), names: words.words.list(names) })}</p>;
}

function Opened({ tag }: { readonly tag: string }) {
  const app = useApp();
  const { t } = useTriageWords().words;
  return (
    <p>
      {t.team.waiting.isOpen}{' '}
      <button
        type="button"
        class="link"
        onClick={() => {
          app.set({ dialog: null });
          void openReport(app, tag, { takesFocus: true });
        }}
      >
        {t.team.waiting.read}
      </button>
    </p>
  );
}

function Asking({ shared: { letter, askedAt } }: SharedProps) {
  const app = useApp();
  const words = useTriageWords();
  const { waiting, said } = words.words.t.team;
  const { failure, run } = useDoing();
  if (askedAt !== null) return <p>{fill(waiting.asked, { at: words.minute(askedAt) })}</p>;
  return (
    <>
      <button
        type="button"
        class="primary"
        onClick={() => void run(() => app.desk.call('askColleagues', [letter]), said.asked)}
      >
        {waiting.ask}
      </button>
      <FailureNote failure={failure} />
    </>
  );
}

function AskItem({ letter, ask: { by, at, releasedAt } }: { readonly letter: string; readonly ask: ShownAsk }) {
  const app = useApp();
  const words = useTriageWords();
  const { waiting, said } = words.words.t.team;
  const { failure, run } = useDoing();
  const name = words.person(by);
  if (releasedAt !== null) return <p>{fill(waiting.released, { name, at: words.minute(releasedAt) })}</p>;
  const release = () => app.desk.call('releaseToAsker', { letter, to: by });
  return (
    <div class="note asks">
      <p>
        <strong>{fill(waiting.asks, { name, at: words.minute(at) })}</strong>
      </p>
      <p>{waiting.releaseHint}</p>
      <button type="button" onClick={() => void run(release, fill(said.released, { name }))}>
        {fill(waiting.release, { name })}
      </button>
      <FailureNote failure={failure} />
    </div>
  );
}
