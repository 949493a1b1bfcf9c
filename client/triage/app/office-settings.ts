import { fill } from '../../messages/index.ts';
import { inert } from '../../shared/inert.ts';
import type { OfficeSet } from '../calls/triage-calls.ts';
import type { SubStatus } from '../desk/settings.ts';
import type { OfficeTemplate } from '../desk/templates.ts';
import type { App } from './app.ts';
import { decide, textsOf } from './triaging.ts';

type Said = 'saidAdded' | 'saidRenamed' | 'saidRemoved' | 'saidKept';

/** Sets a list of the office's; `of`: what of it is another now, to be told. Gives whether it was done. */
export function setList(app: App, asked: OfficeSet, said: Said, of: string): Promise<boolean> {
  return decide(app, 'setOffice', asked, saying(app, said, of));
}

export function renameLabel(app: App, from: string, to: string): Promise<boolean> {
  return decide(app, 'renameLabel', { from, to }, saying(app, 'saidRenamed', from));
}

function saying(app: App, said: Said, name: string): string {
  return fill(textsOf(app).officeSettings[said], { name: inert(name) });
}

/** Below a status that every office has. The id is for machines: it stays when the name is another. */
export function newSubStatus(main: string, name: string, known: readonly SubStatus[]): SubStatus {
  const ids = new Set(known.map(({ id }) => id));
  return { id: freeId(`${main}/${plainOf(name)}`, ids), name };
}

export function newTemplateId(name: string, known: readonly OfficeTemplate[]): string {
  return freeId(plainOf(name), new Set(known.map(({ id }) => id)));
}

const ID_CHARACTERS = 40;

/** Of a name in any script, what is plain of it. */
function plainOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, ID_CHARACTERS)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'own' : plain;
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${String(number)}`;
  return id;
}
