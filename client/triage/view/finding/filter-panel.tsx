import { CLOSING_REASONS, STATUSES, URGENCIES } from '../../../../crypto/index.ts';
import { inert } from '../../../shared/inert.ts';
import { useApp, useAppState } from '../../app/app.ts';
import { narrow } from '../../app/finding.ts';
import { ASSIGNED_TO_ME, ASSIGNED_TO_NOBODY, type Filter } from '../../desk/filters.ts';
import { useTriageWords } from '../triage-pane/triage-words.ts';
import { SavedFilters } from './saved-filters.tsx';

/** Members of a filter that are one of several values. */
type Chosen = 'status' | 'reason' | 'urgency' | 'assignee' | 'label' | 'stage' | 'official';
const EITHER = ['overdue', 'unread', 'evidence', 'disputed', 'interest', 'followUp', 'recused'] as const;
const DAYS = ['from', 'to'] as const;

export function FilterPanel() {
  const words = useTriageWords();
  const { find } = words.words.t;
  const { q } = words.words;
  const choices = useAppState((state) => state.choices);
  const people = choices?.people ?? [];
  const statuses = [...STATUSES, ...(choices?.subStatuses ?? []).map(({ id }) => id)].sort();
  return (
    <div class="filter-panel">
      <SavedFilters />
      <OneOf member="status" label={words.t.status} options={statuses.map((id) => [id, words.status(id)])} />
      <OneOf member="urgency" label={words.t.urgency} options={URGENCIES.map((id) => [id, words.urgency(id)])} />
      <OneOf
        member="assignee"
        label={words.t.assignee}
        options={[
          [ASSIGNED_TO_ME, find.mine],
          [ASSIGNED_TO_NOBODY, words.t.nobody],
          ...people
            .filter(({ identity }) => identity !== choices?.me)
            .map(({ identity }) => [identity, words.person(identity)] as const),
        ]}
      />
      <OneOf
        member="label"
        label={words.t.labels}
        options={(choices?.labelsInUse ?? []).map((id) => [id, inert(id)])}
      />
      <OneOf member="reason" label={words.t.reason} options={CLOSING_REASONS.map((id) => [id, words.reason(id)])} />
      <OneOf member="stage" label={find.stage} options={Object.entries(q.stage.choices)} />
      <OneOf member="official" label={find.official} options={Object.entries(q.official.choices)} />
      <CodeOf member="country" label={find.country} />
      <CodeOf member="language" label={find.language} />
      {DAYS.map((member) => (
        <DayOf key={member} member={member} label={find[member]} />
      ))}
      {EITHER.map((member) => (
        <YesNo key={member} member={member} label={find[member]} />
      ))}
    </div>
  );
}

interface MemberProps<Member extends keyof Filter> {
  readonly member: Member;
  readonly label: string;
}
type Options = readonly (readonly [value: string, name: string])[];

/** A saved filter may ask for several at once: they are shown as they are, until another is chosen. */
function OneOf({ member, label, options }: MemberProps<Chosen> & { readonly options: Options }) {
  const app = useApp();
  const { find } = useTriageWords().words.t;
  const wanted = useAppState((state) => state.filter[member]);
  const value = wanted?.join('\n') ?? '';
  const isOffered = value === '' || options.some(([each]) => each === value);
  const names = new Map(options);
  return (
    <div class="field">
      <label for={`filter-${member}`}>{label}</label>
      <select
        id={`filter-${member}`}
        value={value}
        onChange={({ currentTarget }) => {
          narrow(app, { [member]: currentTarget.value === '' ? undefined : currentTarget.value.split('\n') });
        }}
      >
        <option value="">{find.any}</option>
        {!isOffered && (
          <option value={value}>{(wanted ?? []).map((each) => names.get(each) ?? inert(each)).join(', ')}</option>
        )}
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Codes that are known by heart, or copied: a country's two letters, a language's tag. Several are parted by spaces. */
function CodeOf({ member, label }: MemberProps<'country' | 'language'>) {
  const app = useApp();
  const wanted = useAppState((state) => state.filter[member]);
  return (
    <div class="field">
      <label for={`filter-${member}`}>{label}</label>
      <input
        id={`filter-${member}`}
        type="text"
        dir="ltr"
        autocomplete="off"
        placeholder={member === 'country' ? 'MX GT' : 'es pt-BR'}
        maxLength={100}
        value={wanted?.join(' ') ?? ''}
        onChange={({ currentTarget }) => {
          const codes = currentTarget.value.split(/[\s,]+/).filter((code) => code !== '');
          const cased = member === 'country' ? codes.map((code) => code.toUpperCase()) : codes;
          narrow(app, { [member]: cased.length === 0 ? undefined : cased });
        }}
      />
    </div>
  );
}

function DayOf({ member, label }: MemberProps<'from' | 'to'>) {
  const app = useApp();
  const wanted = useAppState((state) => state.filter[member]);
  return (
    <div class="field">
      <label for={`filter-${member}`}>{label}</label>
      <input
        id={`filter-${member}`}
        type="date"
        value={wanted ?? ''}
        onChange={({ currentTarget }) => {
          narrow(app, { [member]: currentTarget.value === '' ? undefined : currentTarget.value });
        }}
      />
    </div>
  );
}

function YesNo({ member, label }: MemberProps<(typeof EITHER)[number]>) {
  const app = useApp();
  const { find } = useTriageWords().words.t;
  const wanted = useAppState((state) => state.filter[member]);
  return (
    <div class="field">
      <label for={`filter-${member}`}>{label}</label>
      <select
        id={`filter-${member}`}
        value={wanted === undefined ? '' : String(wanted)}
        onChange={({ currentTarget: { value } }) => {
          narrow(app, { [member]: value === '' ? undefined : value === 'true' });
        }}
      >
        <option value="">{find.any}</option>
        <option value="true">{find.yes}</option>
        <option value="false">{find.no}</option>
      </select>
    </div>
  );
}
