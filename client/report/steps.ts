import { all, byId } from './dom.ts';
import { number, text } from './texts.ts';

/** The screens of the form, one after another. Nothing of it enters the history: the back button leaves, and shows nothing. */
export class Steps {
  #now = 0;
  readonly #onShow: (id: string) => void;

  constructor(onShow: (id: string) => void) {
    this.#onShow = onShow;
  }

  get id(): string {
    return this.#sections()[this.#now]?.dataset['step'] ?? '';
  }

  get shown(): HTMLElement {
    const shown = this.#sections()[this.#now];
    if (!shown) throw new Error('no such step');
    return shown;
  }

  next(): void {
    this.#show(this.#now + 1);
  }

  back(): void {
    this.#show(this.#now - 1);
  }

  /** Shows the screen that holds an element, or that has this name. */
  goTo(where: string | Element): void {
    const section = where instanceof Element ? where.closest('.step') : undefined;
    this.#show(this.#sections().findIndex((each) => each === section || each.dataset['step'] === where));
  }

  /** Shows the screen once more after the page's words were exchanged. */
  refresh(): void {
    this.#show(this.#now, false);
  }

  #show(index: number, moveFocus = true): void {
    const sections = this.#sections();
    this.#now = Math.max(0, Math.min(index, sections.length - 1));
    sections.forEach((section, i) => {
      section.hidden = i !== this.#now;
    });
    const isFirst = this.#now === 0;
    const isLast = this.#now === sections.length - 1;
    this.#showProgress(isFirst, sections.length);
    byId('back', HTMLElement).hidden = isFirst;
    byId('next', HTMLElement).hidden = isLast;
    byId('send', HTMLElement).hidden = !isLast;
    byId('to-sending', HTMLElement).hidden = isFirst || this.#now >= sections.length - 2;
    document.getElementById('delivery')?.toggleAttribute('hidden', !isFirst); // not on the page that works offline
    byId('next', HTMLElement).textContent = byId(
      isFirst ? 'start-words' : 'next-words',
      HTMLTemplateElement,
    ).content.textContent;
    document.body.toggleAttribute('data-begun', !isFirst);
    if (moveFocus) focusHeading(sections[this.#now]);
    this.#onShow(this.id);
  }

  #showProgress(isFirst: boolean, count: number): void {
    const progress = byId('progress', HTMLElement);
    progress.hidden = isFirst;
    // The first screen is no step: it asks for nothing but to be read.
    progress.textContent = text('step', { step: number(this.#now), steps: number(count - 1) });
  }

  #sections(): HTMLElement[] {
    return all('.step');
  }
}

function focusHeading(section: HTMLElement | undefined): void {
  scrollTo(0, 0);
  section?.querySelector<HTMLElement>('[data-heading]')?.focus({ preventScroll: true });
}
