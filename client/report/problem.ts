import { byId, element } from './dom.ts';
import type { Failure } from './failure.ts';
import { text } from './texts.ts';

/** Where a failure can be mended, as the id of a control. The others can only be tried again. */
const FIELDS: Readonly<Partial<Record<Failure, string>>> = {
  'story-missing': 'story',
  'story-too-long': 'story',
  'answers-too-long': 'story',
  'nobody-left': 'readers',
  'too-few-left': 'readers',
  'readers-changed': 'readers',
  'files-unreadable': 'choose-files',
  'server-full': 'choose-files',
};
/** Where nothing that was entered is wrong, though it must be looked at. */
const BLAMELESS: ReadonlySet<Failure> = new Set(['readers-changed', 'server-full']);

export type Mistake =
  | {
      readonly failure: Failure;
      /** The control to mend, where the failure alone does not name it. */
      readonly control?: HTMLElement;
    }
  /** What no page but this one can say. */
  | { readonly words: string; readonly control: HTMLElement };

interface Showing {
  /** Whether there is something written that is still there. */
  readonly isKept: boolean;
  readonly moveFocus: boolean;
}

interface Moves {
  readonly goTo: (control: Element) => void;
  readonly again: () => void;
}

const CONTROLS = 'input, select, textarea';

/** The summary of what went wrong, each line a way to where it can be mended, and there it is said once more. */
export class Problem {
  readonly #moves: Moves;
  #unmark: () => void = () => undefined;

  constructor(moves: Moves) {
    this.#moves = moves;
  }

  mount(): void {
    byId('problem-again', HTMLElement).addEventListener('click', this.#moves.again);
  }

  show(mistakes: readonly Mistake[], { isKept, moveFocus }: Showing): void {
    this.hide();
    byId('problem-list', HTMLElement).replaceChildren(
      ...mistakes.map((mistake) => element('li', '', this.#words(mistake))),
    );
    byId('problem-kept', HTMLElement).hidden = !isKept;
    byId('problem-again', HTMLElement).hidden = mistakes.some(isMendedInField);
    const box = byId('problem', HTMLElement);
    box.hidden = false;
    if (moveFocus) box.focus();
  }

  hide(): void {
    byId('problem', HTMLElement).hidden = true;
    this.#unmark();
    this.#unmark = () => undefined;
  }

  #words(mistake: Mistake): Node | string {
    if ('words' in mistake) return this.#linkTo(mistake.control, mistake.words, true);
    const { failure, control } = mistake;
    const words = text(`failures.${failure}`);
    const field = FIELDS[failure];
    const target = control ?? (field === undefined ? undefined : byId(field, HTMLElement));
    return target ? this.#linkTo(target, words, !BLAMELESS.has(failure)) : words;
  }

  /** Moves to a field as a link does, but leaves nothing in the history. */
  #linkTo(target: HTMLElement, words: string, isWrong: boolean): HTMLAnchorElement {
    const link = element('a', '', words);
    link.href = `#${target.id}`;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      this.#moves.goTo(target);
      this.hide(); // takes an earlier mark away, also where there was no screen to leave
      this.#unmark = mark(target, words, isWrong);
      target.focus();
    });
    return link;
  }
}

function isMendedInField(mistake: Mistake): boolean {
  return 'words' in mistake || FIELDS[mistake.failure] !== undefined;
}

/** Says beside a field what is wrong with it. Gives what takes that away again. */
function mark(target: HTMLElement, words: string, isWrong: boolean): () => void {
  const note = element('p', 'entry-problem', words);
  note.id = 'problem-here';
  const before = target.getAttribute('aria-describedby');
  (target.closest('label') ?? target).before(note);
  target.setAttribute('aria-describedby', `${before ?? ''} ${note.id}`.trim());
  if (isWrong && target.matches(CONTROLS)) target.ariaInvalid = 'true';
  return () => {
    note.remove();
    target.removeAttribute('aria-invalid');
    if (before === null) target.removeAttribute('aria-describedby');
    else target.setAttribute('aria-describedby', before);
  };
}
