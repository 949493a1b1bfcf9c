import { list, number } from '../texts.ts';
import type { FromReturn } from './messages.ts';
import { returnPlural, returnText } from './texts.ts';

/** Where the slip in a code is, in words that say what to look at. */
export function slipInWords({ written, slip }: Extract<FromReturn, { type: 'slip' }>): string {
  switch (slip.slip) {
    case 'count':
      // As many groups as there should be, the last one not whole.
      if (slip.given === slip.expected) return returnText('groupShort');
      return returnPlural(written === 'digits' ? 'groupCount' : 'wordCount', slip.given, {
        expected: number(slip.expected),
      });
    case 'places':
      return returnPlural(written === 'digits' ? 'groupsWrong' : 'wordsWrong', slip.places.length, {
        places: listed(slip.places),
      });
    case 'together':
      if (slip.suspects.length === 0) return returnText('notTogether');
      return returnPlural('suspects', slip.suspects.length, { places: listed(slip.suspects) });
  }
}

function listed(places: readonly number[]): string {
  return list(places.map(number));
}
