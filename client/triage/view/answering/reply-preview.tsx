import type { Conversation } from '../../calls/reply-calls.ts';
import { withoutTurns } from '../../../shared/direction-controls.ts';
import { useWords } from '../words.ts';

interface Props {
  readonly conversation: Conversation;
  readonly text: string;
  readonly language: string;
}

/** In the form in which the reporter's page shows a reply: who, when, and the words in their own direction. */
export function ReplyPreview({ conversation: { from, today }, text, language }: Props) {
  const { t } = useWords();
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h4 id="preview-title">{t.answering.preview}</h4>
      {text.trim() === '' ? (
        <p class="hint">{t.answering.previewEmpty}</p>
      ) : (
        <blockquote>
          <p>
            <strong>
              <bdi>{withoutTurns(from.name)}</bdi>
              {from.role !== '' && (
                <>
                  {' · '}
                  <bdi>{withoutTurns(from.role)}</bdi>
                </>
              )}
            </strong>
          </p>
          <p class="hint">{dayIn(language, today)}</p>
          <p class="reply-words" dir="auto" lang={language || undefined} translate={false}>
            {withoutTurns(text)}
          </p>
        </blockquote>
      )}
    </section>
  );
}

/** As the reporter's page writes it, where it is read in the language of the reply. */
export function dayIn(language: string, day: string): string {
  const tags = language === '' ? ['en'] : [language, 'en'];
  return new Intl.DateTimeFormat(tags, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day));
}
