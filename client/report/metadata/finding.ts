import { inertText } from './text.ts';

/**
 * What a file tells beyond what it shows, in groups that a layman understands.
 *
 * - `location`: where it was made: coordinates, place names, recordings of a position sensor
 * - `time`: when it was made or changed, and in which time zone
 * - `device`: which device made it: maker, model, serial numbers, lens, settings of the camera, its screen
 * - `person`: who made or owns it: names, copyright, contact
 * - `software`: which programs and which system made or changed it
 * - `text`: words that are not in the picture: title, description, comments, keywords, subtitles
 * - `preview`: a small or another picture beside the one that is seen; it may show what was cut off or covered
 * - `video`: a short film, often with sound, behind a photo
 * - `hidden`: other data that no viewer shows, and that may tell any of this
 */
export type FindingKind =
  'location' | 'time' | 'device' | 'person' | 'software' | 'text' | 'preview' | 'video' | 'hidden';

export interface Finding {
  readonly kind: FindingKind;
  /** For showing: `47.0105, 28.8638`, `2026-05-01 10:11`, `ExampleCo Phone 3`. One line of inert text, at most 100 characters. */
  readonly value?: string;
}

const FINDINGS_MAX = 50; // more would not be read, and a hostile file could hold any number

/** Collects findings while a file is walked. */
export class Findings {
  readonly #values = new Map<FindingKind, Set<string>>();
  #count = 0;
  #complete = true;

  add(kind: FindingKind, value?: string): void {
    const values = this.#values.get(kind) ?? new Set<string>();
    this.#values.set(kind, values);
    const shown = value === undefined ? '' : inertText(value);
    if (shown === '' || values.has(shown) || this.#count >= FINDINGS_MAX) return;
    values.add(shown);
    this.#count++;
  }

  /** Something in the file was not looked through. */
  missedSome(): void {
    this.#complete = false;
  }

  get complete(): boolean {
    return this.#complete;
  }

  /** Each kind once with each of its values; without a value only where none is known. */
  list(): readonly Finding[] {
    return [...this.#values].flatMap(([kind, values]): Finding[] =>
      values.size === 0 ? [{ kind }] : [...values].map((value) => ({ kind, value })),
    );
  }
}
