/** An element that the page is known to have; a missing one is a fault in the page, found by the first test that loads it. */
export function byId<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`the page has no #${id}`);
  return element;
}

/** A text of the page's language, from the page itself: no language costs another one bytes. */
export function text(key: string): string {
  const template = byId('texts', HTMLTemplateElement);
  const entry = template.content.querySelector<HTMLElement>(`[data-text="${key}"]`);
  if (!entry) throw new Error(`the page has no text ${key}`);
  return entry.textContent;
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
