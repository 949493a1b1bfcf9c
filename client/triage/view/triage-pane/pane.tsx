import { useAppState } from '../../app/app.ts';
import { DeadlinesPart } from './deadlines.tsx';
import { AssigneePart, StatusPart, UrgencyPart } from './fields.tsx';
import { HistoryPart } from './history.tsx';
import { InterestPart } from './interest.tsx';
import { LabelsPart } from './labels.tsx';
import { LinksPart } from './links.tsx';
import { NotesPart } from './notes.tsx';
import { ReferralPart } from './referral.tsx';
import { useTriageWords } from './triage-words.ts';

/** What is decided about the report that is open. Another part is a component of its own, and a line here. */
export function TriagePane() {
  const { t } = useTriageWords();
  const shown = useAppState((state) => state.triage);
  const isOther = useAppState((state) => state.triage?.tag !== state.report?.tag);
  if (!shown || isOther) return null;
  return (
    <aside class="triage-pane" aria-labelledby="triage-title">
      <h3 id="triage-title" tabIndex={-1}>
        {t.title}
      </h3>
      <StatusPart key={shown.tag} shown={shown} />
      <UrgencyPart shown={shown} />
      <AssigneePart shown={shown} />
      <LabelsPart key={`labels ${shown.tag}`} shown={shown} />
      <DeadlinesPart shown={shown} />
      <InterestPart key={`interest ${shown.tag}`} shown={shown} />
      <NotesPart key={`notes ${shown.tag}`} shown={shown} />
      <LinksPart key={`links ${shown.tag}`} shown={shown} />
      {!shown.isRecused && <ReferralPart key={`referral ${shown.tag}`} shown={shown} />}
      <HistoryPart key={`history ${shown.tag}`} shown={shown} />
    </aside>
  );
}

/** Says what just changed to whoever hears the page. */
export function Announcer() {
  const said = useAppState((state) => state.said);
  return (
    <p class="visually-hidden" role="status" id="said">
      {said}
    </p>
  );
}
