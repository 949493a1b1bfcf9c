import { fill } from '../../../messages/index.ts';
import { inert } from '../../../shared/inert.ts';
import type { ShownTriage } from '../../calls/triage-calls.ts';
import type { JournalContent, JournalEntry } from '../../desk/journal-types.ts';
import { shortId } from '../words.ts';
import type { PartProps } from './fields.tsx';
import { useTriageWords, type TriageWords } from './triage-words.ts';

/** Who did what, and when by their clock: every entry, the newest first. */
export function HistoryPart({ shown }: PartProps) {
  const words = useTriageWords();
  const { t } = words;
  return (
    <details class="triage-part history">
      <summary id="triage-history">{words.words.count(t.historyCount, shown.history.length)}</summary>
      <ol>
        {shown.history.toReversed().map((entry) => (
          <li key={entry.id}>
            <p>{actText(entry.content, shown, words)}</p>
            <p class="hint">
              <bdi>{words.person(entry.author)}</bdi> · {words.minute(entry.at)}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}

function actText(content: JournalContent | null, shown: ShownTriage, words: TriageWords): string {
  const { acts } = words.t;
  if (content === null) return acts.sealed;
  switch (content.kind) {
    case 'set':
      return fill(content.value === null ? acts.unset : acts.set, {
        field: words.field(content.field),
        value: inert(words.value(content.field, content.value)),
      });
    case 'add': {
      if (content.to === 'label') return fill(acts.label, { value: inert(content.value) });
      const value = reportName(content.value, shown);
      return content.why === undefined
        ? fill(acts.link, { value })
        : fill(acts.linkWhy, { value, why: inert(content.why) });
    }
    case 'remove':
      return fill(acts.remove, { value: words.words.list(removedIn(content.entries, shown)) });
    case 'note':
      return content.replaces ? acts.noteChanged : acts.note;
    case 'recuse':
      return content.on ? acts.recusedOn : acts.recusedOff;
    case 'referred':
      return fill(acts.referred, { to: inert(content.to) });
    case 'granted':
    case 'released':
      return fill(acts[content.kind], { name: words.person(content.to) });
    case 'custody':
      return fill(acts[CUSTODY[content.act]], { file: inert(content.file?.name ?? content.to ?? '') });
    case 'opened':
    case 'replied':
      return acts[content.kind];
    default:
      return acts.unknown;
  }
}

const CUSTODY = { opened: 'custodyOpened', saved: 'custodySaved', exported: 'custodyExported' } as const;

/** What was added by the entries that a removal names. */
function removedIn(entries: readonly string[], shown: ShownTriage): string[] {
  const adds = shown.history.filter(({ id }: JournalEntry) => entries.includes(id));
  const values = adds.flatMap(({ content }) => {
    if (content?.kind !== 'add') return [];
    return [content.to === 'label' ? inert(content.value) : reportName(content.value, shown)];
  });
  return [...new Set(values)];
}

/** As the list numbers reports, where it is here; else as the journal names it. */
function reportName(tag: string, { links, original, duplicates }: ShownTriage): string {
  const known = [...links.map(({ other }) => other), original, ...duplicates].find((each) => each?.tag === tag);
  return shortId(known?.letter ?? tag);
}
