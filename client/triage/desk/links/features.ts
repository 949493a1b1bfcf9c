import { officialsOf, ownAnswersOf, placesOf, textsIn } from '../answers.ts';
import type { DeskReport } from '../types.ts';
import { identifiersIn, platesIn, withPlainDigits, type IdentifierKind } from './identifiers.ts';
import { likeness, nameKeys } from './names.ts';
import { isNearText, sketchKeys, sketchOf, type Sketch } from './near-text.ts';
import { tellingWords } from './generic-words.ts';

/** What two reports can have in common. */
export type LinkKind =
  IdentifierKind | 'case' | 'official' | 'badge' | 'unit' | 'rank' | 'place' | 'crossing' | 'recruiter' | 'text';

/** Something by which a report is found from another. */
export interface Feature {
  readonly kind: LinkKind;
  /** Under which it stands in the index. */
  readonly keys: readonly string[];
  /** As the reporter wrote it. Empty where there is nothing short to show. */
  readonly shown: string;
  readonly sketch?: Sketch;
}

export interface Shared {
  /** The name only in a part, such as the family name. */
  readonly isPart: boolean;
}

const NAMED: ReadonlySet<LinkKind> = new Set(['official', 'unit', 'place', 'crossing', 'recruiter']);
const RECRUITER_QUESTION = /recruit|agen|employ|broker/;

export function featuresOf({ report, caseLocator }: Pick<DeskReport, 'report' | 'caseLocator'>): Feature[] {
  const officials = officialsOf(report);
  const places = placesOf(report);
  const recruiters = ownAnswersOf(report).filter(({ id }) => RECRUITER_QUESTION.test(id));
  const sketch = sketchOf(report.story);
  return [
    ...(caseLocator === null ? [] : [exact('case', caseLocator, '')]),
    ...officials.flatMap(({ name }) => named('official', name)),
    ...officials.flatMap(({ badge }) =>
      compact(badge).length < 3 ? [] : [exact('badge', compact(badge), badge ?? '')],
    ),
    ...officials.flatMap(({ unit }) => named('unit', unit)),
    ...officials.flatMap(({ rank, unit, place }) => rankAt(rank, unit ?? place)),
    ...officials.flatMap(({ place }) => named('place', place)),
    ...officials.flatMap(({ vehicle }) =>
      platesIn(vehicle ?? '').map(({ kind, key, shown }) => ({ kind, keys: [key], shown })),
    ),
    ...places.flatMap(({ region }) => named('place', region)),
    ...places.flatMap(({ crossing }) => named('crossing', crossing)),
    ...recruiters.flatMap(({ answers }) => answers.flatMap((answer) => named('recruiter', answer))),
    ...identifiersIn(textsIn(report).join('\n')).map(({ kind, key, shown }) => ({ kind, keys: [key], shown })),
    ...(sketch === null ? [] : [{ kind: 'text' as const, keys: sketchKeys(sketch), shown: '', sketch }]),
  ];
}

/** Whether two features are about the same thing. Names are compared once more: their keys alone find too many. */
export function sharedBy(one: Feature, other: Feature): Shared | null {
  if (one.kind !== other.kind) return null;
  if (one.sketch && other.sketch) return isNearText(one.sketch, other.sketch) ? { isPart: false } : null;
  if (!NAMED.has(one.kind)) return one.keys[0] === other.keys[0] ? { isPart: false } : null;
  if (areNumberedApart(one.shown, other.shown)) return null;
  const alike = likeness(tellingWords(one.shown), tellingWords(other.shown));
  return alike === null ? null : { isPart: alike === 'part' };
}

function exact(kind: LinkKind, key: string, shown: string): Feature {
  return { kind, keys: [`${kind}:${key}`], shown };
}

function named(kind: LinkKind, name: string | undefined): Feature[] {
  const telling = tellingWords(name ?? '');
  const keys = nameKeys(telling).map((key) => `${kind}:${key}`);
  return keys.length === 0 ? [] : [{ kind, keys, shown: name ?? '' }];
}

/** A rank alone says nothing; a captain of one unit is one of few. */
function rankAt(rank: string | undefined, where: string | undefined): Feature[] {
  const [rankKey, whereKey] = [nameKeys(rank ?? '').at(-1), nameKeys(tellingWords(where ?? '')).at(-1)];
  if (rankKey === undefined || whereKey === undefined) return [];
  return [exact('rank', `${rankKey}@${whereKey}`, `${rank ?? ''}, ${where ?? ''}`)];
}

function numbersIn(text: string): readonly string[] {
  return withPlainDigits(text).match(/[0-9]+/g) ?? [];
}

/** What is numbered is another thing with another number: "Alpha 4" is not "Alpha 7". */
function areNumberedApart(a: string, b: string): boolean {
  const [ones, others] = [numbersIn(a), numbersIn(b)];
  return ones.length > 0 && others.length > 0 && !ones.some((number) => others.includes(number));
}

function compact(text: string | undefined): string {
  return (text ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
