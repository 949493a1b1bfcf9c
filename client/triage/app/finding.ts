import type { Filter } from '../desk/filters.ts';
import type { Order } from '../desk/finder.ts';
import type { App } from './app.ts';
import { refreshList } from './reading.ts';
import { decide, textsOf } from './triaging.ts';

/** Narrows the list. Members that are left out, or `undefined`, do not matter. */
export function narrow(app: App, change: { readonly [Member in keyof Filter]: Filter[Member] | undefined }): void {
  showOnly(app, withoutNothing({ ...app.state.filter, ...change }));
}

export function showOnly(app: App, filter: Filter): void {
  app.set({ filter });
  void refreshList(app);
}

export function orderBy(app: App, order: Order): void {
  app.set({ order });
  void refreshList(app);
}

/** How many things the list is narrowed by. */
export function countOf(filter: Filter): number {
  return Object.keys(filter).filter((member) => member !== 'words').length;
}

/** Keeps the filter under a name, for the whole office. One of that name is replaced. */
export async function saveFilter(app: App, name: string): Promise<boolean> {
  const saved = (app.state.choices?.filters ?? []).filter((each) => each.name !== name);
  const value = [...saved, { name, filter: app.state.filter }];
  return decide(app, 'setOffice', { name: 'filters', value }, textsOf(app).triage.said.filterSaved);
}

export async function removeFilter(app: App, name: string): Promise<boolean> {
  const value = (app.state.choices?.filters ?? []).filter((each) => each.name !== name);
  return decide(app, 'setOffice', { name: 'filters', value }, textsOf(app).triage.said.filterRemoved);
}

function withoutNothing(filter: { readonly [Member in keyof Filter]: Filter[Member] | undefined }): Filter {
  const members = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(members) as Filter;
}
