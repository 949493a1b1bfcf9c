import { useEffect, useRef, useState } from 'preact/hooks';

import { fill } from '../../../messages/index.ts';
import { inertParts } from '../../../shared/inert.ts';
import { keepDraftNow, keepDraftSoon, sealReply } from '../../app/answering.ts';
import { useApp } from '../../app/app.ts';
import type { Conversation, ReplyDraft } from '../../calls/reply-calls.ts';
import { placesLeftIn, type TemplateKind } from '../../desk/templates.ts';
import { useWords } from '../words.ts';
import { LanguageChoice, TemplateChoice } from './reply-choices.tsx';
import { ReplyPreview } from './reply-preview.tsx';
import { roomIn } from './reply-room.ts';

interface Props {
  readonly conversation: Conversation;
  readonly despiteWish: boolean;
}

/** What is written is kept as it grows; sealing it ends this form, and another begins with the next number. */
export function ReplyForm({ conversation, despiteWish }: Props) {
  const app = useApp();
  const words = useWords();
  const { answering } = words.t;
  const { number, today: day } = conversation;
  const [draft, setDraft] = useState<ReplyDraft>(() => conversation.draft ?? newDraft(conversation));
  const [isSealing, setSealing] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => () => void keepDraftNow(app), [app]);

  const change = (changed: Partial<ReplyDraft>) => {
    const next = { ...draft, ...changed };
    setDraft(next);
    keepDraftSoon(app, next);
  };
  const insert = (text: string, kind: TemplateKind) => {
    const before = draft.text.trimEnd();
    change({
      text: before === '' ? text : `${before}\n\n${text}`,
      ...(kind === 'acknowledgement' && { acknowledges: true }),
      ...((kind === 'feedback' || kind === 'closing') && { feedback: true }),
    });
    box.current?.focus();
  };
  const { text, language, acknowledges, feedback } = draft;
  const places = placesLeftIn(text);
  const room = roomIn({ number, day, ...(language !== '' && { language }), text });
  const isReady = text.trim() !== '' && places.length === 0 && room >= 0 && !isSealing;
  const seal = async () => {
    if (!isReady) {
      box.current?.focus();
      return;
    }
    setSealing(true);
    const isSealed = await sealReply(app, { ...draft, despiteWish });
    setSealing(false);
    if (!isSealed) return;
    setDraft(newDraft(conversation)); // sealed once, however often somebody presses
    document.getElementById('conversation-title')?.focus();
  };

  return (
    <form
      class="reply-form"
      onSubmit={(event) => {
        event.preventDefault();
        void seal();
      }}
    >
      <LanguageChoice
        languages={conversation.languages}
        value={language}
        onChoose={(chosen) => {
          change({ language: chosen });
        }}
      />
      <TemplateChoice conversation={conversation} language={language} onInsert={insert} />
      <div class="field">
        <label for="reply-text">{answering.text}</label>
        <textarea
          id="reply-text"
          ref={box}
          rows={8}
          dir="auto"
          lang={language || undefined}
          spellcheck={false}
          autocomplete="off"
          aria-describedby="reply-text-hint reply-left reply-places"
          aria-invalid={room < 0}
          value={text}
          onInput={({ currentTarget }) => {
            change({ text: currentTarget.value });
          }}
        />
        <p class="hint" id="reply-text-hint">
          {answering.textHint} {answering.draftKept}
        </p>
        <p class={room < 0 ? 'note alarm' : 'hint'} id="reply-left" role="status">
          {words.count(room < 0 ? answering.tooLong : answering.charactersLeft, Math.abs(room))}
        </p>
        <div id="reply-places" role="status">
          {places.length > 0 && (
            <p class="note warning">{fill(answering.placesLeft, { places: words.list(places.map(inBraces)) })}</p>
          )}
        </div>
        <HiddenCharacters text={text} />
      </div>
      <fieldset>
        <legend>{answering.saysHint}</legend>
        <Tick
          id="reply-acknowledges"
          label={answering.saysAcknowledges}
          isOn={acknowledges}
          onChange={(isOn) => {
            change({ acknowledges: isOn });
          }}
        />
        <Tick
          id="reply-feedback"
          label={answering.saysFeedback}
          isOn={feedback}
          onChange={(isOn) => {
            change({ feedback: isOn });
          }}
        />
      </fieldset>
      <ReplyPreview conversation={conversation} text={text} language={language} />
      <p class="hint">{answering.sealHint}</p>
      <div class="row-acts">
        <button type="submit" class="primary" id="reply-seal" aria-disabled={!isReady}>
          {fill(answering.seal, { number: words.number(number) })}
        </button>
        {text !== '' && (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              change(newDraft(conversation));
              box.current?.focus();
            }}
          >
            {answering.clear}
          </button>
        )}
      </div>
    </form>
  );
}

/** What was pasted along, and would turn or hide words. */
function HiddenCharacters({ text }: { readonly text: string }) {
  const words = useWords();
  const parts = inertParts(text.replace(/[\n\t]/g, ' '));
  const codes = new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : [part.named])));
  if (codes.size === 0) return null;
  return <p class="note warning">{fill(words.t.answering.hidden, { codes: words.list([...codes]) })}</p>;
}

interface TickProps {
  readonly id: string;
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Tick({ id, label, isOn, onChange }: TickProps) {
  return (
    <label class="tick" for={id}>
      <input
        type="checkbox"
        id={id}
        checked={isOn}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.checked);
        }}
      />
      {label}
    </label>
  );
}

/** The first word to somebody acknowledges what they sent. */
function newDraft({ tag, languages, isUnacknowledged }: Conversation): ReplyDraft {
  return { tag, text: '', language: languages[0] ?? '', acknowledges: isUnacknowledged, feedback: false };
}

function inBraces(place: string): string {
  return `{${place}}`;
}
