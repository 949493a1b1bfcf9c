import type { ReplyDraft } from '../calls/reply-calls.ts';
import type { ReportTag } from '../desk/journal-types.ts';

/** A draft, and when it was written last, to the millisecond. An empty one stays, so that no older copy brings the text back. */
export interface KeptDraft extends ReplyDraft {
  readonly at: string;
}

export interface DraftsDesk {
  /** There is something new for the casebook. */
  touch(): void;
}

/** Replies that somebody has begun to write: one for each report. Of two copies of a casebook the later draft stays. */
export class Drafts {
  readonly #desk: DraftsDesk;
  readonly #kept = new Map<ReportTag, KeptDraft>();

  constructor(desk: DraftsDesk) {
    this.#desk = desk;
  }

  get all(): Iterable<KeptDraft> {
    return this.#kept.values();
  }

  /** `null` where nothing was written. */
  of(tag: ReportTag): ReplyDraft | null {
    const kept = this.#kept.get(tag);
    return kept && kept.text !== '' ? kept : null;
  }

  keep(draft: ReplyDraft, now: Date): void {
    const before = this.#kept.get(draft.tag);
    if (before ? isSame(before, draft) : draft.text === '') return;
    this.#kept.set(draft.tag, { ...draft, at: now.toISOString() });
    this.#desk.touch();
  }

  /** It was sealed, or thrown away. */
  clear(tag: ReportTag, now: Date): void {
    const before = this.#kept.get(tag);
    if (before) this.keep({ ...before, text: '' }, now);
  }

  restore(draft: KeptDraft): void {
    const before = this.#kept.get(draft.tag);
    if (before && before.at >= draft.at) return;
    this.#kept.set(draft.tag, draft);
    this.#desk.touch();
  }
}

function isSame(a: ReplyDraft, b: ReplyDraft): boolean {
  return (
    a.text === b.text && a.language === b.language && a.acknowledges === b.acknowledges && a.feedback === b.feedback
  );
}
