import { useApp, useAppState } from '../app/app.ts';
import { openExport } from '../app/exporting.ts';
import { closeReport, markRead } from '../app/reading.ts';
import type { ReadReport } from '../calls/reading-calls.ts';
import { answerOf, answersOf } from '../desk/answers.ts';
import { ConversationPart } from './answering/conversation.tsx';
import { answersIn, ownAnswersIn, unknownIn, type Answered } from './answers.ts';
import { EvidencePart } from './evidence.tsx';
import { Icon } from './icon.tsx';
import { Inert, InertText, Marks } from './inert-text.tsx';
import { Tag } from './list.tsx';
import { RecusedNotice } from './triage-pane/interest.tsx';
import { TriagePane } from './triage-pane/pane.tsx';
import { shortId, useWords } from './words.ts';
import { fill } from '../../messages/index.ts';

/** The report that is open. Everything in it was written by a stranger. */
export function ReadingPane() {
  const { t } = useWords();
  const report = useAppState((state) => state.report);
  return (
    <section class="reading-pane" id="reading" tabIndex={-1} aria-label={t.report.label}>
      {report ? (
        <div class="report-and-triage" key={report.tag}>
          <Report read={report} />
          <TriagePane />
        </div>
      ) : (
        <div class="empty">
          <p>{t.report.none}</p>
          <p class="hint">{t.report.noneHint}</p>
        </div>
      )}
    </section>
  );
}

interface ReadProps {
  readonly read: ReadReport;
}

/** Parts in the order in which they are read. Another part is a component of its own, and a line here. */
function Report({ read }: ReadProps) {
  const { t } = useWords();
  return (
    <article aria-labelledby="report-title">
      <ReportHead read={read} />
      {read.isRecused ? <RecusedNotice tag={read.tag} /> : <Contents read={read} />}
      {!read.isRecused && <ConversationPart tag={read.tag} />}
      <details class="part">
        <summary>{t.report.details}</summary>
        <dl class="facts">
          <dt>{t.report.letter}</dt>
          <dd class="code">{read.letter}</dd>
          <dt>{t.report.bundle}</dt>
          <dd>
            <Inert>{read.bundle}</Inert>
          </dd>
        </dl>
      </details>
    </article>
  );
}

/** What the reporter sent. */
function Contents({ read }: ReadProps) {
  return (
    <>
      <Warnings read={read} />
      <Story read={read} />
      <Answers read={read} />
      <EvidencePart read={read} />
    </>
  );
}

function ReportHead({ read }: ReadProps) {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const { report, day, tag, isUnread } = read;
  const language = answerOf(report, 'language');
  return (
    <header class="report-head">
      <button
        type="button"
        class="quiet back"
        onClick={() => {
          closeReport(app);
        }}
      >
        <Icon name="back" />
        {t.report.back}
      </button>
      <h2 id="report-title" tabIndex={-1}>
        {fill(t.report.title, { id: shortId(read.letter) })}
      </h2>
      <p class="hint">
        {day === null ? t.list.noDay : `${t.report.received} ${words.day(day)}`}
        {language !== '' && (
          <>
            {' · '}
            {t.report.language}: <Inert>{words.languageName(language)}</Inert>
          </>
        )}
        {' · '}
        <button type="button" class="link" onClick={() => void markRead(app, tag, isUnread)}>
          {isUnread ? t.report.markRead : t.report.markUnread}
        </button>
        {!read.isRecused && (
          <>
            {' · '}
            <button
              type="button"
              id="report-export"
              class="link"
              onClick={() => {
                openExport(app, [tag]);
              }}
            >
              {t.out.export}
            </button>
          </>
        )}
        {' · '}
        <button
          type="button"
          class="link to-triage"
          onClick={() => {
            document.getElementById('triage-title')?.focus();
          }}
        >
          {t.triage.skip}
        </button>
      </p>
      <UrgentTags read={read} />
    </header>
  );
}

/** All that cannot wait, in words. */
function UrgentTags({ read: { report } }: ReadProps) {
  const { t } = useWords();
  const needs: Readonly<Record<string, string>> = t.list.needs;
  const danger = answerOf(report, 'danger');
  const asked = [...new Set(answersOf(report, 'help'))].filter((code) => Object.hasOwn(needs, code));
  const hasChildren = answerOf(report, 'children') === 'yes';
  if (danger !== 'now' && danger !== 'soon' && asked.length === 0 && !hasChildren) return null;
  return (
    <p class="tags">
      {danger === 'now' && <Tag tone="alarm">{t.list.dangerNow}</Tag>}
      {danger === 'soon' && <Tag tone="warning">{t.list.dangerSoon}</Tag>}
      {hasChildren && <Tag tone="warning">{t.report.children}</Tag>}
      {asked.map((code) => (
        <Tag key={code} tone="warning">
          {needs[code] ?? code}
        </Tag>
      ))}
    </p>
  );
}

function Warnings({ read: { report, caseFault } }: ReadProps) {
  const words = useWords();
  return (
    <>
      {report.version !== 1 && <p class="note warning">{words.t.report.newer}</p>}
      {caseFault && <p class="note alarm">{words.failure(caseFault)}</p>}
    </>
  );
}

function Story({ read: { report } }: ReadProps) {
  const { t } = useWords();
  return (
    <section class="part" aria-labelledby="story-title">
      <h3 id="story-title">{t.report.story}</h3>
      <Marks>{report.story}</Marks>
      {report.story.trim() === '' ? (
        <p class="hint">{t.report.storyRecorded}</p>
      ) : (
        <div class="story">
          <InertText>{report.story}</InertText>
        </div>
      )}
    </section>
  );
}

function Answers({ read: { report } }: ReadProps) {
  const words = useWords();
  const { t } = words;
  const answers = answersIn(report, words);
  const own = ownAnswersIn(report);
  const unknown = unknownIn(report);
  return (
    <section class="part" aria-labelledby="answers-title">
      <h3 id="answers-title">{t.report.answers}</h3>
      {answers.length + own.length === 0 && <p class="hint">{t.report.noAnswers}</p>}
      <AnswerList answers={answers} />
      {own.length > 0 && <h4>{t.report.own}</h4>}
      <AnswerList answers={own} />
      {unknown.length > 0 && <h4>{t.report.unknown}</h4>}
      <AnswerList answers={unknown} />
    </section>
  );
}

function AnswerList({ answers }: { readonly answers: readonly Answered[] }) {
  if (answers.length === 0) return null;
  return (
    <dl class="answers">
      {answers.map(({ key, asked, answers: given }) => (
        <div key={key} class="answer">
          <dt>
            <Inert>{asked}</Inert>
          </dt>
          <dd>
            {given.length === 1 ? (
              <InertText>{given[0] ?? ''}</InertText>
            ) : (
              <ul>
                {given.map((answer, i) => (
                  <li key={i}>
                    <InertText>{answer}</InertText>
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
