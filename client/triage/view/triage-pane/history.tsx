import type { ShownTriage } from '../../calls/triage-calls.ts';
import type { JournalContent } from '../../desk/journal-types.ts';
import { shortId } from '../words.ts';
import { TrailFileButton } from '../team/trail-file.tsx';
import { actText } from './act-text.ts';
import type { PartProps } from './fields.tsx';
import { useTriageWords } from './triage-words.ts';

/** Who did what, and when by their clock: every entry, the newest first. */
export function HistoryPart({ shown }: PartProps) {
  const words = useTriageWords();
  const { t } = words;
  const { team } = words.words.t;
  return (
    <details class="triage-part history">
      <summary id="triage-history">{words.words.count(t.historyCount, shown.history.length)}</summary>
      <ol>
        {shown.history.toReversed().map((entry) => (
          <li key={entry.id}>
            <p>{actText(entry.content, words, (tag) => reportName(tag, shown), removedIn(entry.content, shown))}</p>
            <p class="hint">
              <bdi>{words.person(entry.author)}</bdi> · {words.minute(entry.at)}
            </p>
          </li>
        ))}
      </ol>
      {shown.history.length > 0 && <TrailFileButton author={null} about={shown.tag} label={team.trail.saveOfReport} />}
    </details>
  );
}

/** What was added by the entries that a removal names. */
function removedIn(content: JournalContent | null, { history }: ShownTriage): JournalContent[] {
  if (content?.kind !== 'remove') return [];
  return history.flatMap((entry) => (content.entries.includes(entry.id) && entry.content ? [entry.content] : []));
}

/** As the list numbers reports, where it is here; else as the journal names it. */
function reportName(tag: string, { links, original, duplicates }: ShownTriage): string {
  const known = [...links.map(({ other }) => other), original, ...duplicates].find((each) => each?.tag === tag);
  return shortId(known?.letter ?? tag);
}
