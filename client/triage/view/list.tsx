import { useApp, useAppState } from '../app/app.ts';
import { openSelected, select } from '../app/reading.ts';
import type { Row } from '../calls/reading-calls.ts';
import { RowDecidedLine } from './finding/row-decided.tsx';
import { FindTools } from './finding/tools.tsx';
import { Icon } from './icon.tsx';
import { Inert } from './inert-text.tsx';
import { TeamLinks } from './team/team-links.tsx';
import { useTriageWords, type TriageWords } from './triage-pane/triage-words.ts';
import { VirtualList } from './virtual-list.tsx';
import { useWords, type Words } from './words.ts';

/** All reports, the newest first. */
export function ListPane() {
  const app = useApp();
  const words = useWords();
  const triageWords = useTriageWords();
  const { t } = words;
  const list = useAppState((state) => state.list);
  const selectedAt = useAppState((state) => state.selectedAt);
  const version = useAppState((state) => state.rowsVersion);
  return (
    <section class="list-pane" aria-labelledby="list-title">
      <div class="list-head">
        <h2 id="list-title">{words.count(t.list.count, list.shown)}</h2>
        {list.unread > 0 && <p class="hint">{words.count(t.list.unreadCount, list.unread)}</p>}
        <UnopenedLink />
        <TeamLinks />
      </div>
      {list.total > 0 && <FindTools />}
      {list.total === 0 ? (
        <div class="empty">
          <p>{t.list.empty}</p>
          <p class="hint">{t.list.emptyHint}</p>
        </div>
      ) : list.shown === 0 ? (
        <div class="empty">
          <p>{list.waiting > 0 ? t.list.loading : t.find.none}</p>
          {list.waiting === 0 && <p class="hint">{t.find.noneHint}</p>}
        </div>
      ) : (
        <VirtualList
          id="reports"
          label={t.list.label}
          count={list.shown}
          active={selectedAt}
          version={version}
          onActive={(index) => {
            select(app, index);
          }}
          onOpen={() => void openSelected(app)}
          renderRow={(index) => {
            const row = app.rows.get(index);
            return row ? (
              <RowView row={row} words={words} triageWords={triageWords} />
            ) : (
              <p class="hint">{t.list.loading}</p>
            );
          }}
        />
      )}
    </section>
  );
}

function UnopenedLink() {
  const app = useApp();
  const words = useWords();
  const unopened = useAppState((state) => state.changed.unopened);
  if (unopened === 0) return null;
  return (
    <button
      type="button"
      class="link unopened-link"
      onClick={() => {
        app.set({ dialog: 'unopened' });
      }}
    >
      {words.count(words.t.bar.unopened, unopened)}
    </button>
  );
}

interface RowProps {
  readonly row: Row;
  readonly words: Words;
}

function RowView({ row, words, triageWords }: RowProps & { readonly triageWords: TriageWords }) {
  const { t, q } = words;
  const officials = row.official.map((code) => choiceOf(q.official.choices, code));
  const facts = [
    row.day === null ? t.list.noDay : words.day(row.day),
    ...row.countries.map((code) => words.country(code)),
    ...officials,
  ];
  return (
    <div class={`row-text${row.isUnread ? ' unread' : ''}${row.decided.isDuplicate ? ' repeating' : ''}`}>
      <p class="row-line">
        {row.isUnread && <Said class="dot">{t.list.unread}</Said>}
        <Urgent row={row} words={words} />
        <span class="excerpt" dir="auto">
          {row.excerpt === '' ? <Wordless row={row} words={words} /> : <Inert>{row.excerpt}</Inert>}
        </span>
      </p>
      <p class="row-line hint">
        <span class="excerpt" dir="auto">
          <Inert>{words.list(facts)}</Inert>
        </span>
        {row.followUp && <span class="tag">{t.list.followUp}</span>}
        {row.ofCase > 1 && (
          <Counted icon="case" count={row.ofCase} text={words.count(t.list.ofCase, row.ofCase)} words={words} />
        )}
        {row.hasStoryRecording && <Said icon="sound">{t.list.recording}</Said>}
        {row.files > 0 && (
          <Counted icon="attachment" count={row.files} text={words.count(t.list.files, row.files)} words={words} />
        )}
      </p>
      <RowDecidedLine decided={row.decided} words={triageWords} />
    </div>
  );
}

function Wordless({ row, words }: RowProps) {
  if (row.decided.isRecused) return <span class="hint">{words.t.triage.list.recused}</span>;
  return <span class="hint">{row.hasStoryRecording ? words.t.list.recording : words.t.list.noStory}</span>;
}

/** What cannot wait, the worst first; the rest of it stands in the report. */
function Urgent({ row, words }: RowProps) {
  const { t } = words;
  const [need] = row.needs;
  const needs: Readonly<Record<string, string>> = t.list.needs;
  const needText = need === undefined ? undefined : needs[need];
  return (
    <>
      {row.danger === 'now' && <Tag tone="alarm">{t.list.dangerNow}</Tag>}
      {row.danger === 'soon' && <Tag tone="warning">{t.list.dangerSoon}</Tag>}
      {row.danger !== 'now' && needText !== undefined && <Tag tone="warning">{needText}</Tag>}
      {row.children && <Tag tone="plain">{t.list.children}</Tag>}
    </>
  );
}

export function Tag({ tone, children }: { readonly tone: 'alarm' | 'warning' | 'plain'; readonly children: string }) {
  return (
    <span class={`tag ${tone}`}>
      {tone === 'alarm' && <Icon name="alert" />}
      {children}
    </span>
  );
}

interface CountedProps {
  readonly icon: 'case' | 'attachment';
  readonly count: number;
  readonly text: string;
  readonly words: Words;
}

function Counted({ icon, count, text, words }: CountedProps) {
  return (
    <span class="counted" title={text}>
      <Icon name={icon} />
      <span aria-hidden="true">{words.number(count)}</span>
      <span class="visually-hidden">{text}</span>
    </span>
  );
}

interface SaidProps {
  readonly children: string;
  readonly class?: string;
  readonly icon?: 'sound';
}

/** A mark for the eye, and its words for whoever hears the list. */
function Said({ children, class: name = 'counted', icon }: SaidProps) {
  return (
    <span class={name} title={children}>
      {icon && <Icon name={icon} />}
      <span class="visually-hidden">{children}</span>
    </span>
  );
}

/** The words for a code, or the code itself where a newer form has one that this page does not know. */
export function choiceOf(choices: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(choices, code) ? (choices[code] ?? code) : code;
}
