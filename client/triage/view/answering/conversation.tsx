import { useEffect, useState } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { useApp, useAppState } from '../../app/app.ts';
import { openReport } from '../../app/reading.ts';
import type { Conversation, Message } from '../../calls/reply-calls.ts';
import type { ReportTag } from '../../desk/journal-types.ts';
import { Inert, InertText } from '../inert-text.tsx';
import { Tag } from '../list.tsx';
import { useTriageWords, type TriageWords } from '../triage-pane/triage-words.ts';
import { ReplyPart } from './reply-part.tsx';

/** What was said in the case of a report, by either side, and what is to be said next. */
export function ConversationPart({ tag }: { readonly tag: ReportTag }) {
  const { words } = useTriageWords();
  const { t } = words;
  const conversation = useConversation(tag);
  if (!conversation) return null;
  return (
    <section class="part" aria-labelledby="conversation-title">
      <h3 id="conversation-title" tabIndex={-1}>
        {t.answering.title}
      </h3>
      <p class="hint">{t.answering.hint}</p>
      <ol class="messages">
        {conversation.messages.map((message) => (
          <MessageItem key={keyOf(message)} message={message} />
        ))}
      </ol>
      <ReplyPart conversation={conversation} />
    </section>
  );
}

/** Asked for anew whenever anything changed. */
function useConversation(tag: ReportTag): Conversation | null {
  const app = useApp();
  const changes = useAppState((state) => state.changed.changes);
  const [conversation, setConversation] = useState<Conversation | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const ask = async () => {
      const answer = await app.desk.call('conversation', tag).catch(() => null);
      if (isCurrent && app.state.session) setConversation(answer);
    };
    void ask();
    return () => {
      isCurrent = false;
    };
  }, [app, tag, changes]);
  return conversation;
}

function MessageItem({ message }: { readonly message: Message }) {
  const words = useTriageWords();
  const me = useAppState((state) => state.choices?.me);
  if (message.kind === 'report') return <ReportItem message={message} />;
  const { answering } = words.words.t;
  const by = message.kind === 'told' ? message.by : (me ?? '');
  const name = words.person(by);
  return (
    <li class="message ours">
      <p>
        <strong>
          <bdi>{fill(answering.reply, { number: words.words.number(message.number), name })}</bdi>
        </strong>
        {' · '}
        {words.words.day(message.day)}
      </p>
      {message.kind === 'written' ? (
        <div dir="auto" lang={message.language ?? undefined} translate={false}>
          <InertText>{message.text}</InertText>
        </div>
      ) : (
        <p class="hint">
          <bdi>{fill(answering.replyHidden, { name })}</bdi>
        </p>
      )}
      <p class="tags">
        {message.acknowledges && <Tag tone="plain">{answering.acknowledges}</Tag>}
        {message.feedback && <Tag tone="plain">{answering.feedback}</Tag>}
        {message.kind === 'written' && <SentTag sentAt={message.sentAt} words={words} />}
      </p>
    </li>
  );
}

function SentTag({ sentAt, words }: { readonly sentAt: string | null; readonly words: TriageWords }) {
  const { answering } = words.words.t;
  if (sentAt === null) return <Tag tone="warning">{answering.waits}</Tag>;
  return <Tag tone="plain">{fill(answering.inBundle, { at: words.minute(minuteOf(sentAt)) })}</Tag>;
}

function ReportItem({ message: { report, isThis } }: { readonly message: Extract<Message, { kind: 'report' }> }) {
  const app = useApp();
  const { words } = useTriageWords();
  const { t } = words;
  const head = (
    <strong>
      {report.followUp ? t.answering.followUp : t.answering.firstReport}
      {' · '}
      {report.day === null ? t.list.noDay : words.day(report.day)}
    </strong>
  );
  if (isThis) {
    return (
      <li class="message theirs">
        <p>
          {head} · {t.answering.thisReport}
        </p>
      </li>
    );
  }
  return (
    <li class="message theirs">
      <button type="button" class="card" onClick={() => void openReport(app, report.tag, { takesFocus: true })}>
        {head}
        <span class="excerpt" dir="auto">
          <Inert>{report.excerpt}</Inert>
        </span>
      </button>
    </li>
  );
}

/** Bundles are named to the millisecond, and shown to the minute. */
export function minuteOf(at: string): string {
  return `${at.slice(0, 16)}Z`;
}

function keyOf(message: Message): string {
  if (message.kind === 'report') return message.report.tag;
  return `${message.kind === 'told' ? message.by : ''} ${message.day} ${String(message.number)}`;
}
