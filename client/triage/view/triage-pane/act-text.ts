import { fill } from '../../../messages/index.ts';
import { inert } from '../../../shared/inert.ts';
import type { JournalContent, ReportTag } from '../../desk/journal-types.ts';
import type { TriageWords } from './triage-words.ts';

/** What an entry says, in words. `nameOf` names a report by its tag; `removed` is what a removal takes back. */
export function actText(
  content: JournalContent | null,
  words: TriageWords,
  nameOf: (tag: ReportTag) => string,
  removed: readonly JournalContent[],
): string {
  const { acts } = words.t;
  const { team } = words.words.t;
  if (content === null) return acts.sealed;
  switch (content.kind) {
    case 'set':
      return fill(content.value === null ? acts.unset : acts.set, {
        field: words.field(content.field),
        value: inert(words.value(content.field, content.value)),
      });
    case 'add': {
      if (content.to === 'label') return fill(acts.label, { value: inert(content.value) });
      const value = nameOf(content.value);
      return content.why === undefined
        ? fill(acts.link, { value })
        : fill(acts.linkWhy, { value, why: inert(content.why) });
    }
    case 'remove':
      return fill(acts.remove, { value: words.words.list(valuesIn(removed, nameOf)) });
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
    case 'ask-share':
      return team.asked;
    case 'office':
      return fill(team.office, { name: team.officeNames[content.name] });
    case 'unknown':
      return acts.unknown;
  }
}

const CUSTODY = { opened: 'custodyOpened', saved: 'custodySaved', exported: 'custodyExported' } as const;

function valuesIn(removed: readonly JournalContent[], nameOf: (tag: ReportTag) => string): string[] {
  const values = removed.flatMap((content) => {
    if (content.kind !== 'add') return [];
    return [content.to === 'label' ? inert(content.value) : nameOf(content.value)];
  });
  return [...new Set(values)];
}
