import { useApp, useAppState } from '../app/app.ts';
import { save } from '../app/keeping.ts';
import type { DialogName, NoticeText } from '../app/state.ts';
import type { OpeningSummary } from '../calls/opening-calls.ts';
import { InertFilled } from './evidence.tsx';
import { Inert } from './inert-text.tsx';
import { useWords } from './words.ts';

/** What just happened. Read out when it comes; it stays until it is closed. */
export function NoticeBar() {
  const app = useApp();
  const { t } = useWords();
  const notice = useAppState((state) => state.notice);
  const asksToSave = useAppState((state) => state.asksToSave);
  return (
    <div class="notices">
      <div role="status">
        {notice && (
          <div class={`notice ${notice.tone}`}>
            <NoticeWords text={notice.text} />
            <button
              type="button"
              class="quiet"
              onClick={() => {
                app.set({ notice: null });
              }}
            >
              {t.page.close}
            </button>
          </div>
        )}
      </div>
      <div role="status">
        {asksToSave && (
          <div class="notice warning">
            <p>{t.casebook.ask}</p>
            <button type="button" class="primary" onClick={() => void save(app)}>
              {t.bar.save}
            </button>
            <button
              type="button"
              class="quiet"
              onClick={() => {
                app.set({ asksToSave: false });
              }}
            >
              {t.casebook.later}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}

function NoticeWords({ text }: { readonly text: NoticeText }) {
  const words = useWords();
  const { t } = words;
  switch (text.kind) {
    case 'opened':
      return <Opened summary={text.summary} />;
    case 'failure':
      return (
        <p>
          {text.of !== undefined && (
            <>
              <Inert>{text.of}</Inert>:{' '}
            </>
          )}
          {words.failure(text.failure)}
        </p>
      );
    case 'saved':
      return (
        <p>
          <InertFilled
            text={text.isDownload ? t.casebook.downloaded : t.casebook.saved}
            place="name"
            value={text.name}
          />
        </p>
      );
    case 'merged':
      return (
        <p>
          {text.isOlder && `${t.casebook.mergedOlder} `}
          {words.count(t.casebook.merged, text.reports)}
        </p>
      );
    case 'damaged-casebook':
      return <p>{words.count(t.casebook.damaged, text.reports)}</p>;
    case 'passphrase-changed':
      return <p>{t.casebook.passphraseChanged}</p>;
    case 'nothing-to-open':
      return (
        <p>
          <InertFilled text={t.opening.nothing} place="name" value={text.name} />
        </p>
      );
  }
}

function Opened({ summary }: { readonly summary: OpeningSummary }) {
  const words = useWords();
  const { t } = words;
  const { opened, known, notForThisKey, waiting, failed, isCancelled, damaged, office, entries, refusedEntries } =
    summary;
  const { team } = t;
  return (
    <div>
      <p>
        {opened === 0 ? t.opening.doneNone : words.count(t.opening.done, opened)}
        {known > 0 && ` ${words.count(t.opening.known, known)}`}
        {entries > 0 && ` ${words.count(team.opened.entries, entries)}`}
      </p>
      {waiting > 0 && <Told text={words.count(t.opening.waiting, waiting)} see={team.opened.see} dialog="waiting" />}
      {refusedEntries > 0 && (
        <Told text={words.count(team.opened.refused, refusedEntries)} see={team.opened.see} dialog="team" />
      )}
      {isCancelled && <p>{t.opening.cancelled}</p>}
      {failed > 0 && <Told text={words.count(t.opening.failed, failed)} see={t.opening.failedList} dialog="unopened" />}
      {damaged.map(({ name, failure }) => (
        <p key={name}>
          <Inert>{name}</Inert>: {words.failure(failure)}
        </p>
      ))}
      {office && <p>{words.failure(office)}</p>}
      {notForThisKey > 0 && (
        <details>
          <summary>{words.count(t.opening.notForThisKey, notForThisKey)}</summary>
          <p class="hint">{t.opening.notForThisKeyWhy}</p>
        </details>
      )}
    </div>
  );
}

interface ToldProps {
  readonly text: string;
  readonly see: string;
  readonly dialog: DialogName;
}

/** With the way to what it is about. */
function Told({ text, see, dialog }: ToldProps) {
  const app = useApp();
  return (
    <p>
      {text}{' '}
      <button
        type="button"
        class="link"
        aria-label={`${see}: ${text}`}
        onClick={() => {
          app.set({ dialog });
        }}
      >
        {see}
      </button>
    </p>
  );
}
