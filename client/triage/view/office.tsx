import { fill } from '../../messages/index.ts';
import { useApp, useAppState } from '../app/app.ts';
import { pinOffice } from '../app/opening.ts';
import type { OfficeFacts } from '../calls/opening-calls.ts';
import { Dialog } from './dialog.tsx';
import { Inert } from './inert-text.tsx';
import { useWords } from './words.ts';

/** Asked once: is this the office whose number stands on the poster? */
export function OfficeBanner() {
  const app = useApp();
  const { t } = useWords();
  const office = useAppState((state) => state.office);
  if (!office) return null;
  return (
    <>
      {office.isDemo && <p class="demo">{t.page.demo}</p>}
      {!office.isPinned && (
        <div class="notice warning compare">
          <div>
            <p>
              <strong>{t.office.compare}</strong> <Inert>{office.name}</Inert>
            </p>
            <p class="fingerprint">{office.fingerprint}</p>
            <p class="hint">{t.office.compareHint}</p>
          </div>
          <button type="button" class="primary" onClick={() => void pinOffice(app, true)}>
            {t.office.right}
          </button>
          <button type="button" onClick={() => void pinOffice(app, false)}>
            {t.office.wrong}
          </button>
        </div>
      )}
    </>
  );
}

export function OfficeDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const office = useAppState((state) => state.office);
  const session = useAppState((state) => state.session);
  return (
    <Dialog title={t.office.title} onClose={onClose}>
      {office ? <Facts office={office} /> : <p>{t.office.unknown}</p>}
      {session && (
        <dl class="facts">
          <dt>{t.office.months}</dt>
          <dd>{words.list(session.months)}</dd>
        </dl>
      )}
    </Dialog>
  );
}

function Facts({ office }: { readonly office: OfficeFacts }) {
  const words = useWords();
  const { t } = words;
  const identity = useAppState((state) => state.session?.identity);
  const { name, contact, version, expires, isExpired, fingerprint, isPinned, reviewers } = office;
  return (
    <>
      <p>
        <strong>
          <Inert>{name}</Inert>
        </strong>
      </p>
      <p class="hint">{fill(t.office.version, { version: words.number(version), date: words.day(expires) })}</p>
      {isExpired && <p class="note alarm">{t.office.expired}</p>}
      {!reviewers.some((each) => each.identity === identity) && <p class="note warning">{t.office.notYou}</p>}
      <h3>{t.office.fingerprint}</h3>
      <p class="fingerprint">{fingerprint}</p>
      {isPinned && <p class="hint">{t.office.pinned}</p>}
      <h3>{t.office.reviewers}</h3>
      <ul class="reviewers">
        {reviewers.map((each) => (
          <li key={each.identity}>
            <Inert>{each.name}</Inert>
            {each.identity === identity && ` (${t.office.you})`}
            <span class="hint">
              {' · '}
              <Inert>{each.role}</Inert>
            </span>
          </li>
        ))}
      </ul>
      {contact !== '' && (
        <>
          <h3>{t.office.contact}</h3>
          <p>
            <Inert>{contact}</Inert>
          </p>
        </>
      )}
    </>
  );
}
