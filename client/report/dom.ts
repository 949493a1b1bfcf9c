/** An element that the page is known to have; a missing one is a fault in the page, found by the first test that loads it. */
export function byId<Type extends Element>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no #${id}`);
  return found;
}

export function all<Type extends Element = HTMLElement>(selector: string, within: ParentNode = document): Type[] {
  return [...within.querySelectorAll<Type>(selector)];
}

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

/** Names come in any script: each keeps its own direction. */
export function isolated(value: string): HTMLElement {
  return element('bdi', '', value);
}

export function button(label: string, onPress: () => void): HTMLButtonElement {
  const made = element('button', 'second', label);
  made.type = 'button';
  made.addEventListener('click', onPress);
  return made;
}
