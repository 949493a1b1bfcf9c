import { byId, element, isolated } from './dom.ts';
import type { ReaderFacts, Readers } from './messages.ts';
import { displayName, list as listed, pluralText, text } from './texts.ts';

/** The list of who may read, from the verified roster, in place of the one that the page came with. */
export function showReaders({ readers, threshold }: Readers): void {
  // By name: a new roster may have given a slot to somebody else.
  const before = tickedBoxes().map((box) => box.dataset['name']);
  const list = byId('readers', HTMLUListElement);
  list.replaceChildren(...readers.map((reader) => item(reader, before.includes(reader.name))));
  const together = byId('readers-together', HTMLElement);
  together.hidden = threshold === 1;
  together.textContent = threshold === 1 ? '' : pluralText('readersTogether', threshold);
  list.onchange = () => {
    sayWhetherEnough(threshold);
  };
  sayWhetherEnough(threshold);
}

/** Said at once where somebody excludes more than can be: nothing is sealed that too few could open. One alone is told of when sending. */
function sayWhetherEnough(threshold: number): void {
  const boxes = byId('readers', HTMLUListElement).querySelectorAll('input');
  const isEnough = threshold === 1 || isEnoughLeft(boxes.length, tickedBoxes().length, threshold);
  const note = byId('readers-too-few', HTMLElement);
  note.hidden = isEnough;
  note.textContent = isEnough ? '' : text('failures.too-few-left');
}

/** Whether as many remain as must open a report together. */
export function isEnoughLeft(canRead: number, excluded: number, threshold: number): boolean {
  return canRead - excluded >= threshold;
}

/** The slots whose boxes are ticked. */
export function excludedSlots(): number[] {
  return tickedBoxes().map((box) => Number(box.value));
}

export function setExcluded(slots: readonly number[]): void {
  for (const box of byId('readers', HTMLUListElement).querySelectorAll('input'))
    box.checked = slots.includes(Number(box.value));
  byId('readers', HTMLUListElement).dispatchEvent(new Event('change'));
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
