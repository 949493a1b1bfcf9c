import { CallError } from '../calls/line.ts';
import type { OfficeSet } from '../calls/triage-calls.ts';
import { settledBy } from '../desk/registers.ts';
import { readSetting, type OfficeLabel, type SavedFilter, type SubStatus } from '../desk/settings.ts';
import type { OfficeTemplate } from '../desk/templates.ts';
import type { Register } from '../desk/types.ts';
import type { Memory } from './memory.ts';

interface Agreed {
  readonly subStatuses: readonly SubStatus[];
  readonly labels: readonly OfficeLabel[];
  readonly filters: readonly SavedFilter[];
  readonly templates: readonly OfficeTemplate[];
}

/** What the office agreed on. Where reviewers set a list side by side, all that stands in any of them: nothing is lost to either. */
export function settingsOf({ journal }: Memory): Agreed {
  const { subStatuses, labels, filters, templates } = journal.settings();
  return {
    subStatuses: allOf(subStatuses, ({ id }) => id),
    labels: allOf(labels, ({ name }) => name),
    filters: allOf(filters, ({ name }) => name),
    templates: allOf(templates, ({ id }) => id),
  };
}

/** Sets a list of the office's as a whole. Throws as `signEntry`, and `setting-invalid` for what no desk could read. */
export async function setOffice({ journal }: Memory, { name, value }: OfficeSet): Promise<void> {
  const json = JSON.stringify(value);
  if (readSetting(name, json) === null) throw new CallError({ code: 'setting-invalid' });
  await journal.write(null, () => {
    const settings = journal.settings();
    const register = name === 'sub-statuses' ? settings.subStatuses : settings[name];
    return { kind: 'office', name, value: json, replaces: settledBy(register) };
  });
}

/** The one that is shown first; of the others what it does not have. */
function allOf<Item>({ value, conflict }: Register<readonly Item[]>, keyOf: (item: Item) => string): Item[] {
  const items = new Map<string, Item>();
  for (const list of [value, ...conflict.map((other) => other.value)]) {
    for (const item of list ?? []) if (!items.has(keyOf(item))) items.set(keyOf(item), item);
  }
  return [...items.values()];
}
