import { digitsIn } from '../../../crypto/index.ts';

/** What a code consists of, as it is shown and typed back: its words, or its groups of digits. */
export interface Parts {
  readonly kind: 'word' | 'group';
  readonly parts: readonly string[];
}

/** Two places of so many, counted from 1, in order. */
export function drawTwoPlaces(count: number): readonly [number, number] {
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint32Array(2));
  const first = a % count;
  const second = (first + 1 + (b % (count - 1))) % count;
  return first < second ? [first + 1, second + 1] : [second + 1, first + 1];
}

/** Whether what was typed is this part: digits of any script, words in any case and composition. */
export function isSamePart({ kind, parts }: Parts, place: number, typed: string): boolean {
  const right = parts[place - 1] ?? '';
  return kind === 'group' ? digitsIn(typed) === right : plain(typed) === plain(right);
}

function plain(word: string): string {
  return word.normalize('NFKD').toLowerCase().trim();
}
