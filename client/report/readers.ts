import { byId, element, isolated } from './dom.ts';
import type { ReaderFacts } from './messages.ts';
import { displayName, list as listed, text } from './texts.ts';

/** The list of who may read, from the verified roster, in place of the one that the page came with. */
export function showReaders(readers: readonly ReaderFacts[]): void {
  // By name: a new roster may have given a slot to somebody else.
  const before = tickedBoxes().map((box) => box.dataset['name']);
  const list = byId('readers', HTMLUListElement);
  list.replaceChildren(...readers.map((reader) => item(reader, before.includes(reader.name))));
}

/** The slots whose boxes are ticked. */
export function excludedSlots(): number[] {
  return tickedBoxes().map((box) => Number(box.value));
}

export function setExcluded(slots: readonly number[]): void {
  for (const box of byId('readers', HTMLUListElement).querySelectorAll('input'))
    box.checked = slots.includes(Number(box.value));
}

/** Their names, for looking at it again before sending. */
export function excludedNames(): string[] {
  return tickedBoxes().map((box) => box.dataset['name'] ?? '');
}

function tickedBoxes(): HTMLInputElement[] {
  return [...byId('readers', HTMLUListElement).querySelectorAll<HTMLInputElement>('input:checked')];
}

function item(reader: ReaderFacts, isExcluded: boolean): HTMLLIElement {
  const languages = listed(reader.languages.map((tag) => displayName('language', tag)));
  const facts = element('p', 'reader', isolated(reader.name), ' · ', isolated(reader.role));
  const reads = element('p', 'hint', text('readerReads', { languages }));
  if (!reader.canRead) return element('li', '', facts, element('p', 'hint', text('readerNoKey')));
  const box = element('input', '');
  box.type = 'checkbox';
  box.value = String(reader.slot);
  box.dataset['name'] = reader.name;
  box.checked = isExcluded;
  box.autocomplete = 'off';
  const who = element('span', 'visually-hidden', `${reader.name}: `);
  return element(
    'li',
    '',
    facts,
    reads,
    element('label', 'choice', box, element('span', '', who, text('readerExclude'))),
  );
}
