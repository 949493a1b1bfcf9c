import { byId, element, text } from './dom.ts';
import type { ReaderFacts } from './messages.ts';

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

function tickedBoxes(): HTMLInputElement[] {
  return [...byId('readers', HTMLUListElement).querySelectorAll<HTMLInputElement>('input:checked')];
}

function item(reader: ReaderFacts, isExcluded: boolean): HTMLLIElement {
  const names = new Intl.DisplayNames([document.documentElement.lang], { type: 'language', fallback: 'code' });
  const languages = reader.languages.map((tag) => names.of(tag) ?? tag).join(', ');
  const facts = element('p', 'reader', isolated(reader.name), ' · ', isolated(reader.role));
  const reads = element('p', 'hint', text('readerReads').replace('{languages}', languages));
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

/** Names come in any script: each keeps its own direction. */
function isolated(value: string): HTMLElement {
  return element('bdi', '', value);
}
