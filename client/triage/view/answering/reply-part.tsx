import { useState } from 'preact/hooks';

import type { Conversation } from '../../calls/reply-calls.ts';
import { Inert } from '../inert-text.tsx';
import { useWords } from '../words.ts';
import { ReplyForm } from './reply-form.tsx';

interface Props {
  readonly conversation: Conversation;
}

/** The next reply, or why there can be none. */
export function ReplyPart({ conversation }: Props) {
  const { t } = useWords();
  const [isDespite, setDespite] = useState(false);
  const { bar, isUnwished, draft, number } = conversation;
  const [wasBegun] = useState(draft !== null);
  if (bar !== null) return <p class="note">{t.answering.bars[bar]}</p>;
  return (
    <>
      {isUnwished && (
        <div class="note warning">
          <p>{t.answering.unwished}</p>
          {!isDespite && (
            <>
              <p>{t.answering.unwishedWhy}</p>
              <button
                type="button"
                onClick={() => {
                  setDespite(true);
                }}
              >
                {t.answering.unwishedDespite}
              </button>
            </>
          )}
        </div>
      )}
      {(!isUnwished || isDespite) && (
        <details class="reply" open={wasBegun}>
          <summary id="reply-write">{t.answering.write}</summary>
          {conversation.isUnacknowledged && <p class="note">{t.answering.unacknowledged}</p>}
          <Beforehand conversation={conversation} />
          <ReplyForm key={number} conversation={conversation} despiteWish={isDespite} />
        </details>
      )}
    </>
  );
}

/** What whoever writes must have in mind: when it is safe, in which language, and what harms. */
function Beforehand({ conversation: { safeDays, languages } }: Props) {
  const words = useWords();
  const { t, q } = words;
  const dayNames: Readonly<Record<string, string>> = q.contact.dayChoices;
  const days = safeDays.map((day) => (Object.hasOwn(dayNames, day) ? (dayNames[day] ?? day) : day));
  const spoken = languages.map((tag) => words.languageName(tag));
  return (
    <>
      <dl class="facts">
        <dt>{t.answering.safeDays}</dt>
        <dd>{days.length > 0 ? <Inert>{words.list(days)}</Inert> : t.answering.safeDaysNone}</dd>
        <dt>{t.answering.languages}</dt>
        <dd>{spoken.length > 0 ? <Inert>{words.list(spoken)}</Inert> : t.answering.languagesNone}</dd>
      </dl>
      <details class="advice" open>
        <summary>{t.answering.advice}</summary>
        <ul>
          {t.answering.adviceList.map((advice) => (
            <li key={advice}>{advice}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
