import { JOURNAL_LINE_CHARACTERS_MAX } from '../../../../crypto/index.ts';
import { fill } from '../../../messages/index.ts';
import { inert } from '../../../shared/inert.ts';
import { useApp, useAppState } from '../../app/app.ts';
import { decide, lookForLinks } from '../../app/triaging.ts';
import type { ShownSuggestion } from '../../calls/triage-calls.ts';
import type { LinkReason } from '../../desk/links.ts';
import { Inert } from '../inert-text.tsx';
import { shortId } from '../words.ts';
import type { PartProps } from './fields.tsx';
import { Card, DuplicateButton } from './links.tsx';
import { useTriageWords, type TriageWords } from './triage-words.ts';

/** Reports that share something telling, with what they share as each wrote it. Nothing is linked until somebody says so. */
export function Suggestions({ shown }: PartProps) {
  const app = useApp();
  const { t } = useTriageWords();
  const suggestions = useAppState((state) => state.suggestions);
  const linked = new Set(shown.links.map(({ link }) => link.value));
  const open = Array.isArray(suggestions)
    ? (suggestions as readonly ShownSuggestion[]).filter(({ other }) => !linked.has(other.tag))
    : [];
  return (
    <div>
      <button type="button" id="triage-look" onClick={() => void lookForLinks(app, shown.tag)}>
        {suggestions === 'looking' ? t.suggestionsLooking : t.suggestionsLook}
      </button>
      <div role="status">
        {Array.isArray(suggestions) && open.length === 0 && <p class="hint">{t.suggestionsNone}</p>}
        {open.length > 0 && <h5>{t.suggestions}</h5>}
      </div>
      <ul class="related">
        {open.map((each) => (
          <Suggested key={each.other.tag} shown={shown} each={each} />
        ))}
      </ul>
    </div>
  );
}

function Suggested({ shown, each: { other, reasons } }: PartProps & { readonly each: ShownSuggestion }) {
  const app = useApp();
  const words = useTriageWords();
  const { t } = words;
  const told = reasons.map((reason) => sharedText(reason, words));
  const link = async () => {
    document.getElementById('links-title')?.focus();
    const why = told.join('; ').slice(0, JOURNAL_LINE_CHARACTERS_MAX).toWellFormed();
    await decide(app, 'mark', { tag: shown.tag, to: 'link', value: other.tag, why }, t.said.linked);
  };
  return (
    <li>
      <Card other={other} />
      <ul class="reasons hint">
        {told.map((reason) => (
          <li key={reason}>
            <Inert>{reason}</Inert>
          </li>
        ))}
      </ul>
      <div class="row-acts">
        <button type="button" aria-label={fill(t.linkTo, { id: shortId(other.letter) })} onClick={() => void link()}>
          {t.linkDo}
        </button>
        <DuplicateButton shown={shown} other={other} />
      </div>
    </li>
  );
}

/** As each wrote it, where they wrote it differently. */
function sharedText({ kind, mine, theirs, isPart }: LinkReason, { t }: TriageWords): string {
  const name = t.linkKinds[kind];
  const shared =
    mine === ''
      ? name
      : fill(mine === theirs || theirs === '' ? t.sharedOne : t.sharedTwo, {
          kind: name,
          mine: inert(mine),
          theirs: inert(theirs),
        });
  return isPart ? fill(t.sharedPart, { shared }) : shared;
}
