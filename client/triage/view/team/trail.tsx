import { useEffect, useState } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { inert } from '../../../shared/inert.ts';
import { useApp, useAppState } from '../../app/app.ts';
import type { TrailEntry, TrailPage, Verified } from '../../calls/team-calls.ts';
import { Dialog } from '../dialog.tsx';
import { actText } from '../triage-pane/act-text.ts';
import { useTriageWords } from '../triage-pane/triage-words.ts';
import { shortId } from '../words.ts';
import { TrailFileButton } from './trail-file.tsx';

const STEP = 100;

/** All entries of all reviewers, in order, by person. */
export function TrailDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const words = useTriageWords();
  const { trail } = words.words.t.team;
  const changes = useAppState((state) => state.changed.changes);
  const people = useAppState((state) => state.choices?.everybody ?? []);
  const [author, setAuthor] = useState<string | null>(null);
  const [count, setCount] = useState(STEP);
  const [page, setPage] = useState<TrailPage | null>(null);
  const [verified, setVerified] = useState<Verified | 'checking' | null>(null);
  useEffect(() => {
    void app.desk.call('trail', { author, about: null, from: 0, count }).then(setPage, () => undefined);
  }, [app, author, count, changes]);
  const verify = async () => {
    setVerified('checking');
    setVerified(await app.desk.call('verifyTrail', { author, about: null }).catch(() => null));
  };
  const bad = new Set(verified !== null && verified !== 'checking' ? verified.bad : []);
  return (
    <Dialog title={trail.title} onClose={onClose}>
      <p class="hint">{trail.hint}</p>
      <div class="field">
        <label for="trail-author">{trail.who}</label>
        <select
          id="trail-author"
          value={author ?? ''}
          onChange={({ currentTarget }) => {
            setAuthor(currentTarget.value === '' ? null : currentTarget.value);
            setCount(STEP);
            setVerified(null);
          }}
        >
          <option value="">{trail.everybody}</option>
          {people.map(({ identity, name }) => (
            <option key={identity} value={identity}>
              {inert(name)}
            </option>
          ))}
        </select>
      </div>
      <div class="row-acts">
        <button type="button" aria-disabled={verified === 'checking'} onClick={() => void verify()}>
          {trail.verify}
        </button>
      </div>
      <div role="status">
        <Outcome verified={verified} />
      </div>
      {page && <p>{page.total === 0 ? trail.none : words.words.count(trail.count, page.total)}</p>}
      <ol class="trail">
        {page?.entries.map((each) => (
          <TrailItem key={each.entry.id} shown={each} isBad={bad.has(each.entry.id)} />
        ))}
      </ol>
      {page && page.total > page.entries.length && (
        <button
          type="button"
          class="wide"
          onClick={() => {
            setCount(count + STEP);
          }}
        >
          {trail.more}
        </button>
      )}
      {page && page.total > 0 && <TrailFileButton author={author} about={null} label={trail.save} />}
    </Dialog>
  );
}

function Outcome({ verified }: { readonly verified: Verified | 'checking' | null }) {
  const { words } = useTriageWords();
  const { trail } = words.t.team;
  if (verified === null) return null;
  if (verified === 'checking') return <p class="hint">{trail.verifying}</p>;
  const { entries, bad } = verified;
  if (bad.length > 0) return <p class="note alarm">{words.count(trail.verifiedBad, bad.length)}</p>;
  return <p class="note">{words.count(trail.verified, entries)}</p>;
}

function TrailItem({ shown, isBad }: { readonly shown: TrailEntry; readonly isBad: boolean }) {
  const words = useTriageWords();
  const { trail } = words.words.t.team;
  const { entry, letter, otherLetter, removed, isTwin } = shown;
  const about =
    entry.about === null
      ? trail.aboutOffice
      : letter === null
        ? trail.aboutSealed
        : fill(trail.about, { id: shortId(letter) });
  return (
    <li>
      <p>
        {isBad && <span class="tag alarm">{trail.bad}</span>} {isTwin && <span class="tag warning">{trail.twin}</span>}{' '}
        {actText(entry.content, words, (tag) => shortId(otherLetter ?? tag), removed)}
      </p>
      <p class="hint">
        <bdi>{words.person(entry.author)}</bdi> · {words.minute(entry.at)} · {about} ·{' '}
        {fill(trail.entry, { number: words.words.number(entry.number) })}
      </p>
    </li>
  );
}
