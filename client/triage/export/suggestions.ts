import type { OpenedReport } from '../../../crypto/index.ts';
import { officialsOf, textsIn } from '../desk/answers.ts';
import { identifiersIn, platesIn, type IdentifierKind } from '../desk/links/identifiers.ts';

/** Something that may tell who is meant, as it stands in the report. */
export interface Suggestion {
  readonly because: IdentifierKind | 'official' | 'capitals';
  readonly text: string;
}

const SUGGESTED_MAX = 40;
/** Somebody's name within a sentence: words with a capital letter that do not begin it. One of another alphabet has none. */
const CAPITALS = /(?<=[\p{Ll}\p{M}\p{N},;:)] )\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+){0,3}/gu;

/** What a reviewer may want to take out: a help, and never all of it. */
export function suggestionsIn(report: OpenedReport): Suggestion[] {
  const text = textsIn(report).join('\n');
  const officials = officialsOf(report);
  const found: Suggestion[] = [
    ...identifiersIn(text).map(({ kind, shown }) => ({ because: kind, text: shown })),
    ...officials.flatMap(({ vehicle = '' }) =>
      platesIn(vehicle).map(({ kind, shown }) => ({ because: kind, text: shown })),
    ),
    ...officials.flatMap(({ name = '' }) =>
      name.trim() === '' ? [] : [{ because: 'official' as const, text: name.trim() }],
    ),
    ...(text.match(CAPITALS) ?? []).map((name) => ({ because: 'capitals' as const, text: name })),
  ];
  return [...new Map(found.map((each) => [each.text.toLowerCase(), each])).values()].slice(0, SUGGESTED_MAX);
}
