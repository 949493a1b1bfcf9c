import type { CaseSecret } from '../../../crypto/index.ts';

import { byId, element } from '../dom.ts';
import { language, text } from '../texts.ts';
import { CodeCheck, nameOf } from './code-check.ts';
import { wordsOf } from './words.ts';

export interface CaseCode {
  readonly secret: CaseSecret;
  /** Its groups. */
  readonly digits: readonly string[];
}

/** Shows the code until the person has kept it, then never again. */
export class CodeScreen {
  #code: CaseCode | undefined;
  #words: readonly string[] | null = null;
  #check: CodeCheck | undefined;
  readonly #onKept: () => void;

  constructor(code: CaseCode, onKept: () => void) {
    this.#code = code;
    this.#onKept = onKept;
  }

  /** Shows what there is to show in the page as it stands now, in whatever language. */
  mount(): void {
    onPress('code-print', () => {
      print();
    });
    onPress('code-show-picture', () => void this.#showPicture());
    onPress('code-written', () => {
      this.#ask();
    });
    onPress('code-again', () => {
      this.#show();
      byId('code-title', HTMLElement).focus();
    });
    onPress('code-skip', () => {
      this.#close(false);
    });
    byId('code-form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      this.#answer();
    });
    if (!this.#code) {
      byId('code-kept', HTMLElement).hidden = false;
      return;
    }
    this.#show();
    this.#fillDigits(this.#code.digits);
    void this.#fillWords(this.#code.secret);
  }

  /** Takes the code out of the page and out of memory. */
  forget(): void {
    this.#code = undefined;
    this.#words = null;
    this.#check = undefined;
    delete document.body.dataset['code'];
  }

  #show(): void {
    byId('code', HTMLElement).hidden = false;
    byId('code-check', HTMLElement).hidden = true;
    byId('code-written', HTMLElement).hidden = false;
    document.body.dataset['code'] = ''; // for the printer
  }

  #fillDigits(digits: readonly string[]): void {
    const list = byId('code-digits', HTMLElement);
    list.replaceChildren(
      ...digits.map((group, i) => {
        // Heard digit by digit, not as a number of thousands.
        return part(i + 1, group, `${nameOf('group', i + 1)}: ${group.replace(/\B/g, ' ')}`);
      }),
    );
  }

  async #fillWords(secret: CaseSecret): Promise<void> {
    const asked = language();
    const words = await wordsOf(secret, asked);
    if (!this.#code || asked !== language()) return; // gone, or in another language by now
    this.#words = words;
    if (!words) return;
    byId('code-word-list', HTMLElement).replaceChildren(
      ...words.map((word, i) => part(i + 1, word, `${nameOf('word', i + 1)}: ${word}`)),
    );
    byId('code-words', HTMLElement).hidden = false;
  }

  async #showPicture(): Promise<void> {
    const place = byId('code-picture', HTMLElement);
    const status = byId('code-status', HTMLElement);
    try {
      const { pictureOf } = await import('./picture.ts');
      if (!this.#code) return;
      place.replaceChildren(pictureOf(this.#code.digits, text('codePicture')));
      place.hidden = false;
      status.textContent = '';
      place.scrollIntoView({ block: 'nearest' });
    } catch {
      status.textContent = text('codePictureLost');
    }
  }

  /** The code goes from the screen, so that the answer comes from the paper. */
  #ask(): void {
    if (!this.#code) return;
    this.#check = new CodeCheck(
      this.#words ? { kind: 'word', parts: this.#words } : { kind: 'group', parts: this.#code.digits },
    );
    byId('code', HTMLElement).hidden = true;
    byId('code-check', HTMLElement).hidden = false;
    byId('code-again', HTMLElement).hidden = false;
    scrollTo(0, 0);
    byId('code-check-title', HTMLElement).focus();
  }

  #answer(): void {
    if (!this.#check) return;
    if (this.#check.isRight()) this.#close(true);
    else this.#compare();
  }

  /** The code above what was typed wrong, and no other way on than to mend it or to skip it. */
  #compare(): void {
    byId('code', HTMLElement).hidden = false;
    for (const id of ['code-written', 'code-again']) byId(id, HTMLElement).hidden = true;
  }

  #close(isRight: boolean): void {
    this.forget();
    for (const id of ['code', 'code-check']) byId(id, HTMLElement).remove();
    byId('code-right', HTMLElement).hidden = !isRight;
    const kept = byId('code-kept', HTMLElement);
    kept.hidden = false;
    kept.focus();
    this.#onKept();
  }
}

/** A numbered part of the code, with what is heard in place of what is seen. */
function part(place: number, shown: string, heard: string): HTMLLIElement {
  const number = element('span', 'place', String(place));
  const seen = element('bdi', '', shown);
  number.ariaHidden = 'true';
  seen.ariaHidden = 'true';
  seen.dir = 'ltr';
  return element('li', '', number, seen, element('span', 'visually-hidden', heard));
}

function onPress(id: string, act: () => void): void {
  byId(id, HTMLElement).addEventListener('click', act);
}
