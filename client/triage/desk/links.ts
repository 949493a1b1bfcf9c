import type { ReportTag } from './journal-types.ts';
import { featuresOf, sharedBy, type Feature, type LinkKind } from './links/features.ts';
import { Postings } from './links/postings.ts';
import { compareText } from './said.ts';
import type { DeskReport } from './types.ts';

export type { LinkKind };

/** One thing that two reports have in common, as it stands in each. */
export interface LinkReason {
  readonly kind: LinkKind;
  readonly mine: string;
  readonly theirs: string;
  /** A name only in a part. */
  readonly isPart: boolean;
}

export interface Suggestion {
  readonly other: ReportTag;
  /** The weightiest first. */
  readonly reasons: readonly LinkReason[];
  readonly weight: number;
}

/** What more reports share says nothing: it is no key, though it is named where something else leads to the report. */
const SHARED_BY_MAX = 100;
/** Of what is hardly shared by chance: so many more that nobody can easily drown a link in made-up reports. */
const SHARED_IDENTIFIER_MAX = 2_000;
const IDENTIFIER_WEIGHT = 40;
const CANDIDATES_MAX = 300;
const SUGGESTIONS_MAX = 50;
/** Below it, what is shared may well be chance. */
const WEIGHT_MIN = 10;

/** How much each says. Case code and identifiers are hardly ever shared by chance; a place is by all who passed through it. */
const WEIGHTS: Readonly<Record<LinkKind, number>> = {
  case: 100,
  text: 60,
  account: 50,
  phone: 50,
  badge: 40,
  official: 40,
  email: 40,
  handle: 40,
  vehicle: 40,
  website: 30,
  recruiter: 30,
  rank: 20,
  unit: 12,
  crossing: 12,
  place: 5,
};
/** Of the weight, where a name is shared in a part only. */
const PART = 0.3;

/** Finds reports that seem to be about the same, and says why. A person decides; nothing is linked by it. */
export class LinkIndex {
  readonly #postings = new Postings();
  /** By number of document. A report that was taken out leaves its place empty. */
  readonly #reports: (DeskReport | null)[] = [];
  readonly #places = new Map<ReportTag, number>();

  add(report: DeskReport): void {
    if (this.#places.has(report.tag)) return;
    const document = this.#reports.push(report) - 1;
    this.#places.set(report.tag, document);
    for (const key of new Set(featuresOf(report).flatMap(({ keys }) => keys))) this.#postings.add(key, document);
  }

  remove(tag: ReportTag): void {
    const document = this.#places.get(tag);
    if (document === undefined) return;
    this.#reports[document] = null;
    this.#places.delete(tag);
  }

  /** Other reports that share something with this one, the likeliest first. Where the report is not in the index, it need not be. */
  suggest(report: DeskReport): Suggestion[] {
    const features = featuresOf(report);
    const suggestions = this.#candidates(features).flatMap((document) => {
      const other = this.#reports[document];
      if (!other || other.tag === report.tag) return [];
      const reasons = reasonsFor(features, featuresOf(other));
      const weight = reasons.reduce((sum, reason) => sum + weightOf(reason), 0);
      return weight < WEIGHT_MIN ? [] : [{ other: other.tag, reasons, weight }];
    });
    return suggestions.sort((a, b) => b.weight - a.weight || compareText(a.other, b.other)).slice(0, SUGGESTIONS_MAX);
  }

  get bytes(): number {
    return this.#postings.bytes;
  }

  /** Documents that share a key, those with the weightiest first, so that many weak ones do not push them out. */
  #candidates(features: readonly Feature[]): number[] {
    const weights = new Map<number, number>();
    for (const { kind, keys } of features) {
      const max = WEIGHTS[kind] >= IDENTIFIER_WEIGHT && kind !== 'official' ? SHARED_IDENTIFIER_MAX : SHARED_BY_MAX;
      const found = new Set(keys.flatMap((key) => this.#postings.documentsUnder(key, max) ?? []));
      for (const document of found) weights.set(document, (weights.get(document) ?? 0) + WEIGHTS[kind]);
    }
    return [...weights]
      .sort(([a, one], [b, other]) => other - one || a - b)
      .slice(0, CANDIDATES_MAX)
      .map(([document]) => document);
  }
}

function weightOf({ kind, isPart }: Pick<LinkReason, 'kind' | 'isPart'>): number {
  return WEIGHTS[kind] * (isPart ? PART : 1);
}

/** Each kind of thing once for each value of this report. */
function reasonsFor(mine: readonly Feature[], theirs: readonly Feature[]): LinkReason[] {
  const reasons = new Map<string, LinkReason>();
  for (const one of mine) {
    for (const other of theirs) {
      const shared = sharedBy(one, other);
      if (shared === null) continue;
      const place = `${one.kind}:${one.keys[0] ?? ''}`;
      const known = reasons.get(place);
      if (known && (!known.isPart || shared.isPart)) continue;
      reasons.set(place, { kind: one.kind, mine: one.shown, theirs: other.shown, isPart: shared.isPart });
    }
  }
  return [...reasons.values()].sort((a, b) => weightOf(b) - weightOf(a));
}
