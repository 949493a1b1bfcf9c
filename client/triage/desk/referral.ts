import type { OpenedReport } from '../../../crypto/index.ts';
import { answerOf, answersOf, officialsOf } from './answers.ts';
import { tellingWords } from './links/generic-words.ts';
import { likeness } from './links/names.ts';
import { isOfKind, plainName } from './referral-kinds.ts';

/** Why a report should not go to an organisation. The desk warns; a person decides. */
export type ReferralWarning =
  /** The reporter allowed it to nobody, wants to be asked first, named others, or said nothing. */
  | {
      readonly because: 'consent';
      readonly consent: 'to-nobody' | 'ask-me-first' | 'to-named' | 'without-details' | 'none';
    }
  /** It is of the kind that is accused: a code of `official`. */
  | { readonly because: 'official-kind'; readonly official: string }
  /** It is the unit, the place or the person that is accused. */
  | { readonly because: 'unit' | 'place' | 'name'; readonly shown: string };

/** What to think of before a report goes to an organisation, the accused first. Never pass a report on to the body that it accuses. */
export function referralWarnings(organisation: string, report: OpenedReport): ReferralWarning[] {
  const telling = tellingWords(organisation);
  const officials = officialsOf(report);
  return [
    ...officials.flatMap(({ unit = '' }) =>
      isPartOf(unit, organisation, telling) ? [{ because: 'unit' as const, shown: unit }] : [],
    ),
    ...officials.flatMap(({ name = '' }) =>
      likeness(name, telling) === 'same' ? [{ because: 'name' as const, shown: name }] : [],
    ),
    ...answersOf(report, 'official').flatMap((official) =>
      isOfKind(organisation, official) ? [{ because: 'official-kind' as const, official }] : [],
    ),
    ...officials.flatMap(({ place = '' }) =>
      isPartOf(place, organisation, telling) ? [{ because: 'place' as const, shown: place }] : [],
    ),
    ...consentWarning(organisation, report),
  ];
}

function consentWarning(organisation: string, report: OpenedReport): ReferralWarning[] {
  const consent = answerOf(report, 'consent');
  switch (consent) {
    case 'to-named':
      return isPartOf(answerOf(report, 'consentNamed'), organisation, tellingWords(organisation))
        ? []
        : [{ because: 'consent', consent }];
    case 'to-nobody':
    case 'ask-me-first':
    case 'without-details':
      return [{ because: 'consent', consent }];
    default:
      return [{ because: 'consent', consent: 'none' }];
  }
}

/** Whether what the reporter wrote and the organisation's name share what tells them apart, or are the same as they stand. */
function isPartOf(written: string, organisation: string, telling: string): boolean {
  if (written.trim() === '') return false;
  return plainName(written) === plainName(organisation) || likeness(tellingWords(written), telling) !== null;
}
