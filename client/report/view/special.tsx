import { DAYS, REPEATS_MAX } from '../../../crypto/index.ts';
import type { Language, QuestionTexts } from '../../messages/index.ts';
import { Choices, Line, PRIVATE_TEXT } from './step.tsx';

/** The questions that have controls of their own. What can be given several times lies in a template that the script repeats. */
interface Texts {
  readonly q: QuestionTexts;
}

export function Officials({ q }: Texts) {
  const t = q.officials;
  return (
    <div class="repeat" data-max={REPEATS_MAX} data-first>
      <template>
        <fieldset class="item" data-item="officials">
          <legend data-numbered>{t.person}</legend>
          <Line name="name" label={t.name} />
          <Line name="rank" label={t.rank} />
          <Line name="unit" label={t.unit} />
          <Line name="place" label={t.place} />
          <Line name="badge" label={t.badge} />
          <Line name="vehicle" label={t.vehicle} />
          <label class="line">
            <span>{t.description}</span>
            <textarea name="description" rows={3} {...PRIVATE_TEXT} />
          </label>
        </fieldset>
      </template>
      <button type="button" class="second" data-add>
        {t.add}
      </button>
    </div>
  );
}

export function Route({ q }: Texts) {
  const t = q.route;
  return (
    <>
      <Place q={q} item="from" title={t.from} />
      <div class="repeat" data-max={REPEATS_MAX}>
        <template>
          <Place q={q} item="through" title={t.through} />
        </template>
        <button type="button" class="second" data-add>
          {t.add}
        </button>
      </div>
      <Place q={q} item="to" title={t.to} />
    </>
  );
}

/** The country, and no more unless the person opens the rest. */
function Place({ q, item, title }: Texts & { readonly item: string; readonly title: string }) {
  const t = q.route;
  return (
    <fieldset class="item" data-item={item}>
      <legend>{title}</legend>
      <label class="line">
        <span>{t.country}</span>
        <select name="country" data-countries autocomplete="off" />
      </label>
      <details>
        <summary>{t.finer}</summary>
        <p class="hint">{t.finerHint}</p>
        <Line name="region" label={t.region} />
        <Line name="crossing" label={t.crossing} />
      </details>
    </fieldset>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, i) => i);

export function When({ q, tag }: Texts & { readonly tag: string }) {
  const t = q.when;
  const choices = Object.entries(t.choices).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Month q={q} tag={tag} item="since" title={t.since} />
      <Month q={q} tag={tag} item="until" title={t.until} />
      <fieldset class="item">
        <legend>{t.ongoing}</legend>
        <Choices name="ongoing" type="radio" choices={choices} ratherNotSay={q.ratherNotSay} />
      </fieldset>
      <details>
        <summary>{t.finer}</summary>
        <p class="hint">{t.finerHint}</p>
        <Line name="detail" label={t.detail} />
      </details>
    </>
  );
}

interface MonthProps extends Texts {
  readonly tag: string;
  readonly item: string;
  readonly title: string;
}

function Month({ q, tag, item, title }: MonthProps) {
  const names = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' });
  return (
    <fieldset class="item" data-item={item}>
      <legend>{title}</legend>
      <div class="pair">
        <Line name="year" label={q.when.year} inputmode="numeric" short />
        <label class="line">
          <span>{q.when.month}</span>
          <select name="month" autocomplete="off">
            <option value="">—</option>
            {MONTHS.map((month) => (
              <option value={String(month + 1).padStart(2, '0')}>
                {names.format(new Date(Date.UTC(2000, month, 15)))}
              </option>
            ))}
          </select>
        </label>
      </div>
    </fieldset>
  );
}

export function Contact({ q, languages }: Texts & { readonly languages: readonly Language[] }) {
  const t = q.contact;
  const allowed = Object.entries(t.choices).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Choices name="allowed" type="radio" choices={allowed} ratherNotSay={q.ratherNotSay} />
      <div class="question" data-if="allowed" data-any="yes" hidden>
        <fieldset class="item">
          <legend>{t.days}</legend>
          <Choices
            name="days"
            type="checkbox"
            choices={DAYS.map((day) => ({ value: day, label: t.dayChoices[day] }))}
          />
        </fieldset>
        <fieldset class="item">
          <legend>{t.languages}</legend>
          <Choices
            name="languages"
            type="checkbox"
            choices={languages.map(({ tag, ownName }) => ({ value: tag, label: ownName }))}
          />
        </fieldset>
      </div>
    </>
  );
}
