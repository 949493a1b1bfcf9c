import type { OpenedReport, Reviewer, Roster } from '../../../crypto/index.ts';
import { officialsOf, textsIn } from './answers.ts';
import type { Identity } from './journal-types.ts';
import { tellingWords } from './links/generic-words.ts';
import { areAlike, likeness } from './links/names.ts';
import { outlineOf, outlinesOf } from './links/outline.ts';
import { soundsOf, type Sound } from './links/sounds.ts';
import type { Triage } from './types.ts';

/** Why somebody of the office should not decide on a report: EU 2019/1937 art. 9(1)(b), ISO 37002 8.4. */
export interface Interest {
  /** The reviewer who is concerned; `null`: the whole office. */
  readonly identity: Identity | null;
  readonly name: string;
  /** `named`: among the officials. `named-in-part`: only a part of the name. `in-text`: somewhere in the texts. `unit`: where they belong. */
  readonly because: 'named' | 'named-in-part' | 'in-text' | 'unit';
  /** As the reporter wrote it. */
  readonly shown: string;
}

const WORD = /[\p{L}\p{M}'’]+/gu;
/** The words of a name stand next to each other, with one between them at most. */
const WINDOW_WORDS = 3;
/** More words than that are forgotten and heard anew. */
const HEARD_MAX = 100_000;
const WORD_CHARACTERS_MAX = 40;
/** A clause: a name in it is found only as it is written. */
const LONG_HAN = /^\p{Script=Han}{5,}$/u;
/** Which word of which reviewer's name. */
type Part = readonly [reviewer: number, word: number];

interface Known {
  readonly reviewer: Reviewer;
  readonly sounds: readonly Sound[];
  /** The name as it would stand in a text of its script, where that script writes words without spaces. */
  readonly unspaced: string | null;
}

const UNSPACED_NAME =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}$/u;

/** Looks for the people of one roster in reports, however their names are written. */
export class InterestFinder {
  readonly #office: string;
  readonly #known: readonly Known[];
  readonly #outlines = new Map<string, number>();
  /** Of a word, which reviewers' names it may be part of: most words, of which there are few, are part of none. */
  readonly #heard = new Map<string, readonly Part[]>();

  constructor({ office, reviewers }: Pick<Roster, 'office' | 'reviewers'>) {
    this.#office = office;
    this.#known = reviewers.map((reviewer) => {
      const together = reviewer.name.normalize('NFC').replace(/\s+/gu, '');
      const unspaced = UNSPACED_NAME.test(together) ? together : null;
      return { reviewer, sounds: soundsOf(reviewer.name), unspaced };
    });
    this.#known.forEach(({ sounds }, index) => {
      for (const outline of sounds.flatMap(outlinesOf)) {
        this.#outlines.set(outline, (this.#outlines.get(outline) ?? 0) | (1 << index));
      }
    });
  }

  interestsIn(report: OpenedReport): Interest[] {
    const officials = officialsOf(report);
    const found: Interest[] = [];
    for (const { reviewer } of this.#known) {
      for (const { name = '', unit = '' } of officials) {
        const alike = likeness(name, reviewer.name);
        if (alike !== null) found.push(of(reviewer, alike === 'same' ? 'named' : 'named-in-part', name));
        if (isSameUnit(unit, reviewer.role)) found.push(of(reviewer, 'unit', unit));
      }
    }
    const ofOffice = officials.filter(({ unit = '' }) => isSameUnit(unit, this.#office));
    for (const { unit = '' } of ofOffice)
      found.push({ identity: null, name: this.#office, because: 'unit', shown: unit });
    for (const text of textsIn(report)) found.push(...this.#inText(text));
    return withoutRepeats(found);
  }

  /** Two words of one name close to each other. Names of a single word are too common to look for in texts. */
  #inText(text: string): Interest[] {
    const words = text.match(WORD) ?? [];
    const found = this.#known
      .filter(({ unspaced }) => unspaced !== null && text.includes(unspaced))
      .map(({ reviewer, unspaced }) => of(reviewer, 'in-text', unspaced ?? ''));
    const masks = words.map((word) => this.#maskOf(word));
    const last = new Map<number, { readonly word: number; readonly place: number }>();
    words.forEach((written, place) => {
      const near = at(masks, place - 2) | at(masks, place - 1) | at(masks, place + 1) | at(masks, place + 2);
      // Nearly all words end here: to hear one as a name is heard takes a hundred times as long as its outline.
      if ((at(masks, place) & near) === 0) return;
      for (const [index, word] of this.#partsOf(written)) {
        const before = last.get(index);
        const known = this.#known[index];
        if (known && before && before.word !== word && place - before.place < WINDOW_WORDS) {
          found.push(of(known.reviewer, 'in-text', words.slice(before.place, place + 1).join(' ')));
        }
        last.set(index, { word, place });
      }
    });
    return found;
  }

  /** Whose name a word may be part of by its outline: a bit for each of the 32 reviewers that a roster has at most. */
  #maskOf(written: string): number {
    if (written.length > WORD_CHARACTERS_MAX || LONG_HAN.test(written)) return 0;
    const outline = outlineOf(written);
    return outline === null ? -1 : (this.#outlines.get(outline) ?? 0);
  }

  #partsOf(written: string): readonly Part[] {
    const heard = this.#heard.get(written);
    if (heard) return heard;
    if (this.#heard.size >= HEARD_MAX) this.#heard.clear();
    const sounds = soundsOf(written);
    const parts = this.#known.flatMap((known, index) =>
      known.sounds.flatMap((part, word) =>
        sounds.some((sound) => areAlike(sound, part)) ? [[index, word] as const] : [],
      ),
    );
    this.#heard.set(written, parts);
    return parts;
  }
}

function at(masks: readonly number[], place: number): number {
  return masks[place] ?? 0;
}

/** Reviewers who took themselves off this report. */
export function recusedFrom({ recusals }: Triage): readonly Identity[] {
  return recusals.filter(({ on }) => on).map(({ by }) => by);
}

function of({ identity, name }: Reviewer, because: Interest['because'], shown: string): Interest {
  return { identity, name, because, shown };
}

function isSameUnit(unit: string, own: string): boolean {
  return unit !== '' && likeness(tellingWords(unit), tellingWords(own)) === 'same';
}

/** Each reviewer once for each reason; what stands among the officials is not told again from the texts. */
function withoutRepeats(found: readonly Interest[]): Interest[] {
  const named = new Set(found.filter(({ because }) => because === 'named').map(({ identity }) => identity));
  const distinct = new Map<string, Interest>();
  for (const interest of found) {
    if (interest.because !== 'named' && interest.because !== 'unit' && named.has(interest.identity)) continue;
    const place = `${interest.because} ${interest.identity ?? ''}`;
    if (!distinct.has(place)) distinct.set(place, interest);
  }
  return [...distinct.values()];
}
