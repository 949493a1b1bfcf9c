import { byId } from '../dom.ts';

const SCREENS = ['enter', 'mailbox', 'closed', 'emptied'] as const;
export type Screen = (typeof SCREENS)[number];

/** What the page shows, one of four. Nothing of it enters the history. */
export class Screens {
  #now: Screen = 'enter';

  get now(): Screen {
    return this.#now;
  }

  show(screen: Screen): void {
    this.#now = screen;
    this.refresh();
    scrollTo(0, 0);
    byId(screen, HTMLElement).querySelector<HTMLElement>('[data-heading]')?.focus({ preventScroll: true });
  }

  /** After the page's words were exchanged. */
  refresh(): void {
    for (const id of SCREENS) byId(id, HTMLElement).hidden = id !== this.#now;
    // Whoever has a receipt can check it with a code and without.
    byId('saved-receipt', HTMLElement).hidden = this.#now !== 'enter' && this.#now !== 'mailbox';
    document.body.toggleAttribute('data-begun', this.#now !== 'enter');
  }
}
