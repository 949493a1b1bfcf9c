import { byId, element } from '../dom.ts';
import { number, text } from '../texts.ts';
import { drawTwoPlaces, isSamePart, type Parts } from './parts.ts';

const FIELDS = ['code-first', 'code-second'] as const;

interface Asked {
  readonly field: HTMLInputElement;
  readonly place: number;
  /** As its label says it. */
  readonly name: string;
}

/** Asks for two parts of the code, drawn at random, and says which of them is wrong. */
export class CodeCheck {
  readonly #parts: Parts;
  readonly #asked: readonly Asked[];

  constructor(parts: Parts) {
    this.#parts = parts;
    const places = drawTwoPlaces(parts.parts.length);
    this.#asked = FIELDS.map((id, i) => {
      const place = places[i] ?? 1;
      const name = nameOf(parts.kind, place);
      const field = byId(id, HTMLInputElement);
      field.value = '';
      field.inputMode = parts.kind === 'group' ? 'numeric' : 'text';
      byId(`${id}-label`, HTMLElement).textContent = name;
      return { field, place, name };
    });
    hideProblem();
  }

  /** Whether both are right; where not, the summary says what to look at, and has the focus. */
  isRight(): boolean {
    hideProblem();
    const wrong = this.#asked.filter(({ field, place }) => !isSamePart(this.#parts, place, field.value));
    if (wrong.length === 0) return true;
    byId('code-problem-list', HTMLElement).replaceChildren(
      ...wrong.map(({ field, name }) => element('li', '', linkTo(field, text('codeWrong', { place: name })))),
    );
    for (const { field, name } of wrong) mark(field, text('codeWrong', { place: name }));
    const box = byId('code-problem', HTMLElement);
    box.hidden = false;
    box.focus();
    return false;
  }
}

export function nameOf(kind: Parts['kind'], place: number): string {
  return text(kind === 'group' ? 'codeGroup' : 'codeWord', { number: number(place) });
}

/** Moves to a field as a link does, but leaves nothing in the history. */
function linkTo(field: HTMLInputElement, words: string): HTMLAnchorElement {
  const link = element('a', '', words);
  link.href = `#${field.id}`;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    field.focus();
  });
  return link;
}

function mark(field: HTMLInputElement, words: string): void {
  byId(`${field.id}-problem`, HTMLElement).textContent = words;
  field.ariaInvalid = 'true';
}

function hideProblem(): void {
  byId('code-problem', HTMLElement).hidden = true;
  for (const id of FIELDS) {
    byId(`${id}-problem`, HTMLElement).textContent = '';
    byId(id, HTMLInputElement).removeAttribute('aria-invalid');
  }
}
