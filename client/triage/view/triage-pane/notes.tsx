import { useState } from 'preact/hooks';

import { JOURNAL_NOTE_CHARACTERS_MAX } from '../../../../crypto/index.ts';
import { fill } from '../../../messages/index.ts';
import { useApp, useAppState } from '../../app/app.ts';
import { decide } from '../../app/triaging.ts';
import type { Note } from '../../desk/types.ts';
import { InertText } from '../inert-text.tsx';
import type { PartProps } from './fields.tsx';
import { useTriageWords } from './triage-words.ts';

/** What colleagues tell each other about the report. Each changes their own; what stood there before stays to be read. */
export function NotesPart({ shown }: PartProps) {
  const app = useApp();
  const words = useTriageWords();
  const { t } = words;
  const me = useAppState((state) => state.choices?.me);
  const [text, setText] = useState('');
  const [editing, setEditing] = useState<string | null>(null);
  const { notes } = shown.triage;
  const send = async () => {
    if (text.trim() === '') return;
    const said = editing === null ? t.said.noted : t.said.noteChanged;
    if (!(await decide(app, 'note', { tag: shown.tag, text, replaces: editing }, said))) return;
    setText('');
    setEditing(null);
    document.getElementById('triage-note')?.focus();
  };
  const edit = (note: Note) => {
    setEditing(note.entry);
    setText(note.text);
    document.getElementById('triage-note')?.focus();
  };
  return (
    <section class="triage-part" aria-labelledby="notes-title">
      <h4 id="notes-title">{t.notes}</h4>
      {notes.length > 0 && (
        <ol class="notes">
          {notes.map((note) => (
            <li key={note.entry}>
              <p class="hint">
                <bdi>{words.person(note.by)}</bdi> · {words.minute(note.at)}
                {note.by === me && (
                  <>
                    {' · '}
                    <button
                      type="button"
                      class="link"
                      aria-label={fill(t.noteEditOf, { at: words.minute(note.at) })}
                      onClick={() => {
                        edit(note);
                      }}
                    >
                      {t.noteEdit}
                    </button>
                  </>
                )}
              </p>
              <InertText>{note.text}</InertText>
              {note.isForked && <p class="hint">{t.noteForked}</p>}
              <Earlier note={note} />
            </li>
          ))}
        </ol>
      )}
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <label for="triage-note">{editing === null ? t.note : t.noteChange}</label>
        <textarea
          id="triage-note"
          rows={3}
          dir="auto"
          maxLength={JOURNAL_NOTE_CHARACTERS_MAX}
          aria-describedby="triage-note-hint"
          value={text}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
          }}
        />
        <p class="hint" id="triage-note-hint">
          {t.notesHint}
        </p>
        <div class="row-acts">
          <button type="submit">{editing === null ? t.noteAdd : t.noteSave}</button>
          {editing !== null && (
            <button
              type="button"
              class="quiet"
              onClick={() => {
                setEditing(null);
                setText('');
                document.getElementById('triage-note')?.focus();
              }}
            >
              {words.words.t.page.cancel}
            </button>
          )}
        </div>
      </form>
    </section>
  );
}

function Earlier({ note: { earlier } }: { readonly note: Note }) {
  const words = useTriageWords();
  if (earlier.length === 0) return null;
  return (
    <details>
      <summary>{words.words.count(words.t.noteEarlier, earlier.length)}</summary>
      {earlier.map(({ entry, at, text }) => (
        <div key={entry}>
          <p class="hint">{words.minute(at)}</p>
          <InertText>{text}</InertText>
        </div>
      ))}
    </details>
  );
}
