import type { KnownContent } from '../../crypto/journal-content.ts';

const ID = 'ab'.repeat(32);
const TAG = 'cd'.repeat(16);
const SOMEBODY = 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=';
const set = (field: string, value: string | null, replaces: readonly string[] = []) =>
  ({ kind: 'set', field, value, replaces }) as KnownContent;

/** One of each kind that is said about a report, by name. */
export const OF_REPORT: Readonly<Record<string, KnownContent>> = {
  status: set('status', 'assessing/waiting-for-embassy', [ID]),
  reason: set('reason', 'unsafe-to-act'),
  urgency: set('urgency', 'critical'),
  assignee: set('assignee', SOMEBODY),
  duplicate: set('duplicate-of', TAG),
  cleared: set('assignee', null, [ID, 'ef'.repeat(32)]),
  label: { kind: 'add', to: 'label', value: 'northern crossing' },
  link: { kind: 'add', to: 'link', value: TAG, why: 'the same truck' },
  remove: { kind: 'remove', entries: [ID] },
  note: { kind: 'note', text: 'The clerk was seen again. გადარჩა 🚚' },
  'note-longest': { kind: 'note', text: 'x'.repeat(10_000), replaces: [ID] },
  recuse: { kind: 'recuse', on: true, replaces: [], why: 'I know the accused.' },
  opened: { kind: 'opened', letter: ID },
  replied: { kind: 'replied', number: 1, day: '2026-11-24', acknowledges: true, feedback: false },
  referred: { kind: 'referred', to: 'the ombudsman', consent: 'without details' },
  granted: { kind: 'granted', to: SOMEBODY },
  released: { kind: 'released', letter: ID, to: SOMEBODY },
  'ask-share': { kind: 'ask-share', letter: ID },
  custody: { kind: 'custody', act: 'saved', file: { name: 'photo.jpg', sha256: ID, bytes: 7 }, to: 'a stick' },
};

/** What is said to the whole office. */
export const OF_OFFICE: Readonly<Record<string, KnownContent>> = {
  office: { kind: 'office', name: 'labels', value: '["northern crossing"]', replaces: [] },
};

/** Known kinds in forms that no version knows, about a report. */
export const REFUSED: Readonly<Record<string, readonly [about: string, content: unknown]>> = {
  'status-unknown': ['a status that is none', set('status', 'lost')],
  'sub-status-upper-case': ['a sub-status in upper case', set('status', 'assessing/Waiting')],
  'sub-status-empty': ['a sub-status without a name', set('status', 'assessing/')],
  'reason-unknown': ['a reason that is none', set('reason', 'boring')],
  'urgency-unknown': ['an urgency that is none', set('urgency', 'new')],
  'assignee-name': ['a name in place of an identity', set('assignee', 'Counsellor')],
  'duplicate-of-letter': ['a letter in place of a tag', set('duplicate-of', ID)],
  'field-unknown': ['a field that is none', set('colour', 'blue')],
  'replaces-tag': ['a tag in place of an entry', set('status', 'new', [TAG])],
  'replaces-many': ['257 entries replaced', set('status', 'new', Array<string>(257).fill(ID))],
  'link-words': ['a link to words', { kind: 'add', to: 'link', value: 'the other one' }],
  'label-empty': ['an empty label', { kind: 'add', to: 'label', value: '' }],
  'label-long': ['a label of 101 characters', { kind: 'add', to: 'label', value: 'x'.repeat(101) }],
  'remove-nothing': ['a removal of nothing', { kind: 'remove', entries: [] }],
  'note-empty': ['an empty note', { kind: 'note', text: '' }],
  'note-long': ['a note of 10,001 characters', { kind: 'note', text: 'x'.repeat(10_001) }],
  'note-surrogate': ['a note with half a character', { kind: 'note', text: 'broken \ud800' }],
  'note-member': ['a note with a member too many', { kind: 'note', text: 'fine', more: 1 }],
  'replied-zero': ['reply number 0', { kind: 'replied', number: 0, day: '2026-11-24' }],
  'replied-day': ['a reply on no day', { kind: 'replied', number: 1, day: '2026-02-30' }],
  'custody-act': ['an act of custody that is none', { kind: 'custody', act: 'burnt' }],
  'custody-bytes': [
    'a file of less than nothing',
    { kind: 'custody', act: 'saved', file: { name: 'a', sha256: ID, bytes: -1 } },
  ],
  'place-office': ['what belongs to the office, about a report', OF_OFFICE['office']],
  'kind-missing': ['no kind', {}],
  'kind-number': ['a kind that is a number', { kind: 7 }],
  'content-null': ['nothing', null],
};
