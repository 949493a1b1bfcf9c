import * as z from 'zod/mini';

import { STATUSES } from '../../../crypto/index.ts';
import { filterSchema } from './filters.ts';
import type { JournalEntry, OfficeSetting } from './journal-types.ts';
import { foldRegister } from './registers.ts';
import { inOrder, saidOf, type SaidOf } from './said.ts';
import { officeTemplateSchema } from './templates.ts';
import type { Register, Said } from './types.ts';

/** What the office agreed on, kept in its journal as JSON. Each is set as a whole, so that what is shown is what somebody decided. */
const SUB_STATUSES_MAX = 50;
const LABELS_MAX = 200;
const FILTERS_MAX = 50;
const TEMPLATES_MAX = 100;
const NAME_CHARACTERS_MAX = 100;

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(NAME_CHARACTERS_MAX));
/** A list in which no two are called the same. */
function listOf<Schema extends z.core.$ZodType>(
  schema: Schema,
  max: number,
  called: (value: z.infer<Schema>) => string,
) {
  return z.array(schema).check(
    z.maxLength(max),
    z.refine((values) => new Set(values.map(called)).size === values.length),
  );
}

const subStatus = z.strictObject({
  /** Below one that every office has: `assessing/waiting-for-embassy`. */
  id: z.string().check(z.regex(new RegExp(`^(?:${STATUSES.join('|')})/[a-z0-9][a-z0-9-]{0,63}$`))),
  name,
});
const label = z.strictObject({ name, note: z.optional(z.string().check(z.maxLength(500))) });
const savedFilter = z.strictObject({ name, filter: filterSchema });

export const SETTING_SCHEMAS = {
  'sub-statuses': listOf(subStatus, SUB_STATUSES_MAX, ({ id }) => id),
  labels: listOf(label, LABELS_MAX, (each) => each.name),
  filters: listOf(savedFilter, FILTERS_MAX, (each) => each.name),
  templates: listOf(officeTemplateSchema, TEMPLATES_MAX, ({ id }) => id),
} as const satisfies Record<OfficeSetting, z.core.$ZodType>;

export type SettingValue<Name extends OfficeSetting> = z.infer<(typeof SETTING_SCHEMAS)[Name]>;
export type SubStatus = SettingValue<'sub-statuses'>[number];
export type OfficeLabel = SettingValue<'labels'>[number];
export type SavedFilter = SettingValue<'filters'>[number];

export interface Settings {
  readonly subStatuses: Register<SettingValue<'sub-statuses'>>;
  readonly labels: Register<SettingValue<'labels'>>;
  readonly filters: Register<SettingValue<'filters'>>;
  readonly templates: Register<SettingValue<'templates'>>;
  /** Entries in a form that this version does not know. They change nothing here, and are replaced by nothing made here. */
  readonly unreadable: readonly (Said & { readonly name: OfficeSetting })[];
}

/** What the office's own entries set. As with reports, a function of the set of entries alone. */
export function foldSettings(entries: Iterable<JournalEntry>): Settings {
  const said = saidOf(inOrder(entries), 'office');
  return {
    subStatuses: settingOf(said, 'sub-statuses'),
    labels: settingOf(said, 'labels'),
    filters: settingOf(said, 'filters'),
    templates: settingOf(said, 'templates'),
    unreadable: said
      .filter((setting) => readSetting(setting.name, setting.value) === null)
      .map(({ by, at, entry, name: of }) => ({ by, at, entry, name: of })),
  };
}

/** The value of a setting as an entry carries it, or `null` where it is not of the form that this version knows. */
export function readSetting<Name extends OfficeSetting>(of: Name, json: string): SettingValue<Name> | null {
  try {
    const parsed = z.safeParse(SETTING_SCHEMAS[of], JSON.parse(json));
    return parsed.success ? (parsed.data as SettingValue<Name>) : null;
  } catch {
    return null;
  }
}

function settingOf<Name extends OfficeSetting>(
  said: readonly SaidOf<'office'>[],
  of: Name,
): Register<SettingValue<Name>> {
  const settings = said
    .filter((setting) => setting.name === of)
    .flatMap((setting) => {
      const value = readSetting(of, setting.value);
      return value === null ? [] : [{ ...setting, value }];
    });
  return foldRegister(settings);
}
