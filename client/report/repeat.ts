import { all, button } from './dom.ts';
import { number, text } from './texts.ts';

/** Groups of controls that can be given several times: each lies in a template beside its button. */
export function prepareRepeats(root: ParentNode): void {
  for (const group of all('.repeat', root)) {
    group.querySelector('[data-add]')?.addEventListener('click', () => {
      addItem(group).querySelector<HTMLElement>('input, select, textarea')?.focus();
    });
  }
}

/** Some groups begin with one item: made when their screen is shown, so that the first one need not wait for it. */
export function beginRepeats(shown: ParentNode): void {
  for (const group of all('.repeat[data-first]', shown)) setItemCount(group, 1);
}

/** Takes away what was added, as a form's own reset does not. */
export function clearRepeats(root: ParentNode): void {
  for (const group of all('.repeat', root)) {
    for (const item of itemsOf(group)) item.remove();
  }
}

/** Adds items until there are so many. */
export function setItemCount(group: HTMLElement, count: number): void {
  while (itemsOf(group).length < count) addItem(group);
}

export function itemsOf(group: ParentNode): HTMLElement[] {
  return all(':scope > .item', group);
}

function addItem(group: HTMLElement): HTMLElement {
  const template = group.querySelector<HTMLTemplateElement>(':scope > template');
  const adder = group.querySelector<HTMLElement>(':scope > [data-add]');
  const item = template?.content.firstElementChild?.cloneNode(true);
  if (!(item instanceof HTMLElement) || !adder) throw new Error('a group without a template');
  item.append(
    button(text('remove'), () => {
      item.remove();
      renumber(group);
      adder.hidden = false;
      adder.focus();
    }),
  );
  adder.before(item);
  renumber(group);
  adder.hidden = itemsOf(group).length >= Number(group.dataset['max']);
  return item;
}

function renumber(group: HTMLElement): void {
  itemsOf(group).forEach((item, i) => {
    const legend = item.querySelector<HTMLElement>('[data-numbered]');
    if (!legend) return;
    legend.dataset['words'] ??= legend.textContent;
    legend.textContent = legend.dataset['words'].replace('{number}', number(i + 1));
  });
}
