import { isBegun, reportOf } from './answers.ts';
import { showConditional, showDangerHelp, untickOthers } from './conditions.ts';
import { contentsOf, fillForm, makeItems } from './controls.ts';
import { fillCountries } from './countries.ts';
import { byId } from './dom.ts';
import { Ending } from './ending.ts';
import type { Failure } from './failure.ts';
import { FileList } from './files/file-list.ts';
import { exchangeWords, fetchPage, onLanguageChosen } from './language.ts';
import { prepareLeaving } from './leave.ts';
import type { FromWorker } from './messages.ts';
import { emptyOnGoing, showFocusWhole } from './page-life.ts';
import { Problem, type Mistake } from './problem.ts';
import { excludedSlots, setExcluded, showReaders } from './readers.ts';
import { Recording } from './recording.ts';
import { beginRepeats, clearRepeats, prepareRepeats } from './repeat.ts';
import { showReview } from './review.ts';
import { SealerWorker } from './sealer-worker.ts';
import type { EvidenceRemedy } from './send.ts';
import { Steps } from './steps.ts';
import { mistakesIn, showLeft } from './story.ts';
import { text, type TextKey } from './texts.ts';
import type { Way } from './way.ts';

const RECOVERIES_MAX = 3;

/** Shows what the workers do, and keeps what was typed until it is out of the page for good. */
export class Form {
  readonly #way: Way;
  readonly #steps: Steps;
  readonly #problem: Problem;
  readonly #files: FileList;
  readonly #recording: Recording;
  readonly #sealer: SealerWorker;
  readonly #ending = new Ending();
  /** The office as its roster has it, once that was verified; kept for when the page's words are exchanged. */
  #office: Extract<FromWorker, { type: 'office' }> | undefined;
  #recoveries = 0;
  #isSending = false;
  /** Whether the person waits for an answer: only then may a problem take them out of what they are writing. */
  #isAsked = false;

  constructor(way: Way) {
    this.#way = way;
    this.#sealer = new SealerWorker(
      way.startWorker,
      (message) => {
        this.#receive(message);
      },
      (why) => {
        this.#office = undefined;
        this.#fail(why);
      },
    );
    this.#steps = new Steps((id) => {
      this.#onStep(id);
    });
    this.#problem = new Problem({
      goTo: (control) => {
        this.#steps.goTo(control);
      },
      again: () => void this.#tryAgain(),
    });
    this.#files = new FileList({
      startWorker: way.startWorker,
      sink: (events) => way.evidence(events),
      onFailure: (failure) => {
        if (this.#isSending) this.#fail(failure);
      },
    });
    this.#recording = new Recording(way.startWorker, (name, content) => {
      this.#files.addStory(name, content);
    });
  }

  start(): void {
    prepareLeaving(() => {
      this.#forget();
    });
    emptyOnGoing(() => {
      this.#forget();
    });
    showFocusWhole();
    this.#mount();
    this.#clear();
    document.addEventListener('submit', (event) => {
      this.#onSubmit(event);
    });
    document.addEventListener('click', (event) => {
      this.#onClick(event);
    });
    document.addEventListener('input', (event) => {
      this.#onInput(event);
    });
    this.#open();
  }

  /** Binds the parts to the page as it stands now, in whatever language. */
  #mount(): void {
    prepareRepeats(document);
    this.#files.mount();
    this.#recording.mount();
    this.#problem.mount();
    onLanguageChosen((link) => void this.#changeLanguage(link));
  }

  #onSubmit(event: SubmitEvent): void {
    if (event.target !== form()) return;
    event.preventDefault();
    if (this.#steps.id === 'review') void this.#send();
    else this.#steps.next();
  }

  #onClick(event: MouseEvent): void {
    const pressed = event.target instanceof Element ? event.target.closest('button') : null;
    const id = pressed?.id;
    if (id === 'back') this.#steps.back();
    if (id === 'to-sending') this.#steps.goTo('readers');
    if (pressed?.dataset['add'] !== undefined) fillCountries(this.#steps.shown); // what was just added may ask for one
  }

  #onInput({ target }: Event): void {
    if (target === byId('story', HTMLTextAreaElement)) showLeft();
    if (!(target instanceof HTMLInputElement)) return;
    untickOthers(target);
    showConditional(form());
    showDangerHelp(form());
  }

  #onStep(id: string): void {
    if (this.#office) this.#problem.hide(); // what is wrong with the office itself stays said
    beginRepeats(this.#steps.shown);
    fillCountries(this.#steps.shown);
    if (id !== 'evidence') this.#files.leave();
    if (id !== 'review') return;
    showReview(form(), this.#files.names, (where) => {
      this.#steps.goTo(where);
    });
  }

  #open(): void {
    say('preparing');
    if (this.#sealer.isRunning) return; // it is at it
    this.#sealer.tell(this.#way.open(form().dataset['charter'] ?? ''));
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isAsked = true;
    const mistakes = mistakesIn(form(), this.#files.hasStory);
    if (mistakes.length > 0) {
      this.#showProblem(mistakes);
      return;
    }
    this.#problem.hide();
    if (!this.#office) {
      this.#open();
      return;
    }
    this.#setSending(true);
    this.#recoveries = 0;
    await this.#deliver();
  }

  async #deliver(): Promise<void> {
    say('finishing');
    const toSeal = await this.#files.prepare(reportOf(form()), excludedSlots());
    this.#sealer.tell({ ...toSeal, secret: this.#ending.secret });
  }

  /** The files are sent anew where the server has lost some of them, but not for ever. */
  async #recover(remedy: EvidenceRemedy): Promise<void> {
    this.#recoveries += 1;
    if (this.#recoveries > RECOVERIES_MAX) {
      this.#fail('server-busy');
      return;
    }
    this.#files.recover(remedy);
    await this.#deliver();
  }

  async #tryAgain(): Promise<void> {
    this.#problem.hide();
    this.#isAsked = true;
    if (this.#office) await this.#send();
    else this.#open();
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'office':
        this.#office = message;
        this.#showOffice();
        break;
      case 'progress':
        if (this.#isSending) say(message.step);
        break;
      case 'case':
        this.#ending.keep(message.secret);
        break;
      case 'received':
      case 'saved':
        this.#clear();
        this.#stop();
        this.#setSending(false);
        this.#ending.show(message);
        break;
      case 'evidence-lost':
        void this.#recover(message.remedy);
        break;
      case 'failed':
        this.#fail(message.failure);
        break;
      default: // the other workers' answers
    }
  }

  #showOffice(): void {
    if (!this.#office) return;
    showReaders(this.#office);
    byId('fingerprint', HTMLElement).textContent = this.#office.fingerprint;
    say(this.#way.readyText);
  }

  #fail(failure: Failure): void {
    this.#setSending(false);
    // A worker that could not begin may be missing a part, which only a new one fetches again.
    if (!this.#office) this.#sealer.stop();
    say(undefined);
    this.#showProblem([{ failure }]);
  }

  #showProblem(mistakes: readonly Mistake[]): void {
    this.#problem.show(mistakes, { isKept: isBegun(form()), moveFocus: this.#isAsked });
    this.#isAsked = false;
  }

  async #changeLanguage(link: HTMLAnchorElement): Promise<void> {
    if (this.#isSending) return;
    const page = await fetchPage(link.href);
    if (!page) {
      byId('language-status', HTMLElement).textContent = text('languageLost');
      return;
    }
    const contents = contentsOf(form());
    const excluded = excludedSlots();
    exchangeWords(page);
    this.#mount();
    makeItems(form(), contents);
    fillCountries(form()); // a choice is kept only by a list that offers it
    fillForm(form(), contents);
    this.#showOffice();
    setExcluded(excluded);
    showConditional(form());
    showDangerHelp(form());
    showLeft();
    this.#steps.refresh();
    this.#ending.showAgain();
    history.replaceState(null, '', link.pathname);
    byId('language-status', HTMLElement).textContent = text('languageKept');
  }

  #setSending(now: boolean): void {
    this.#isSending = now;
    byId('send', HTMLElement).ariaDisabled = String(now);
    form().ariaBusy = String(now);
  }

  #clear(): void {
    form().reset();
    this.#recording.clear();
    this.#files.clear();
    byId('summary', HTMLElement).replaceChildren();
    clearRepeats(document);
    showConditional(form());
    showLeft();
    showDangerHelp(form());
  }

  /** Nothing of it stays, neither of the report nor of its code. */
  #forget(): void {
    this.#stop();
    this.#ending.forget();
  }

  #stop(): void {
    this.#recording.clear();
    this.#files.clear();
    this.#sealer.stop();
  }
}

function form(): HTMLFormElement {
  return byId('report', HTMLFormElement);
}

function say(key: TextKey | undefined): void {
  byId('status', HTMLElement).textContent = key === undefined ? '' : text(key);
}
