import type { CaseSecret } from '../../crypto/index.ts';

import { CodeScreen } from './code/code-screen.ts';
import { showReceived, showSaved } from './done.ts';
import type { FromWorker } from './messages.ts';

type Outcome = Extract<FromWorker, { type: 'received' | 'saved' }>;

/** What stands in the place of the form once the report is sealed and away: where it is, and the code that leads back to it. */
export class Ending {
  #secret: CaseSecret | null = null;
  #outcome: Outcome | undefined;
  #screen: CodeScreen | undefined;

  /** Of the case, from when the report is sealed for the first time until the code was kept. */
  get secret(): CaseSecret | null {
    return this.#secret;
  }

  keep(secret: CaseSecret): void {
    this.#secret = secret;
  }

  show(outcome: Outcome): void {
    if (!this.#secret) throw new Error('a report is sealed with a case');
    this.#outcome = outcome;
    this.#screen = new CodeScreen({ secret: this.#secret, digits: outcome.digits }, () => {
      this.#secret = null;
      this.#outcome = { ...outcome, digits: [] };
    });
    this.#render(true);
  }

  /** After the page's words were exchanged. */
  showAgain(): void {
    if (this.#outcome) this.#render(false);
  }

  forget(): void {
    this.#screen?.forget();
    this.#secret = null;
    this.#outcome = undefined;
  }

  #render(isNew: boolean): void {
    if (this.#outcome?.type === 'received') showReceived(this.#outcome, isNew);
    if (this.#outcome?.type === 'saved') showSaved(this.#outcome, isNew);
    this.#screen?.mount();
  }
}
