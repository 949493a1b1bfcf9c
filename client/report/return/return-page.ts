import { contentsOf, fillForm } from '../controls.ts';
import { all, byId } from '../dom.ts';
import type { Failure } from '../failure.ts';
import { exchangeWords, fetchPage, onLanguageChosen } from '../language.ts';
import { prepareLeaving } from '../leave.ts';
import type { FromWorker } from '../messages.ts';
import { emptyOnGoing, showFocusWhole } from '../page-life.ts';
import { Problem, type Mistake } from '../problem.ts';
import { excludedSlots, setExcluded, showReaders } from '../readers.ts';
import { SealerWorker } from '../sealer-worker.ts';
import type { StartWorker } from '../start-worker.ts';
import { showLeft } from '../story.ts';
import { language, text } from '../texts.ts';
import { clearConversation, showConversation } from './conversation.ts';
import { FollowUp } from './follow-up.ts';
import { watchIdle } from './idle.ts';
import type { Findings, ToReturn } from './messages.ts';
import { Screens } from './screens.ts';
import { slipInWords } from './slip.ts';
import { returnText } from './texts.ts';
import { Waiting } from './waiting.ts';

export interface ReturnWorkers {
  readonly startFiles: StartWorker;
  readonly startCase: StartWorker;
}

/** Shows what lies in a case's mailbox, for as long as the page is open and somebody is there. The code is in the worker alone. */
export class ReturnPage {
  readonly #worker: SealerWorker<ToReturn>;
  readonly #problem: Problem;
  readonly #followUp: FollowUp;
  readonly #screens = new Screens();
  readonly #waiting = new Waiting();
  #office: Extract<FromWorker, { type: 'office' }> | undefined;
  #findings: Findings | undefined;
  #isIdle = false;
  #endWatch: () => void = () => undefined;

  constructor({ startFiles, startCase }: ReturnWorkers) {
    this.#worker = new SealerWorker<ToReturn>(
      startCase,
      (message) => {
        this.#receive(message);
      },
      (why) => {
        this.#lose(why);
      },
    );
    this.#problem = new Problem({
      goTo: (control) => {
        const details = control.closest('details');
        if (details) details.open = true;
      },
      again: () => {
        this.#again();
      },
    });
    this.#followUp = new FollowUp({
      startWorker: startFiles,
      send: (message) => {
        this.#worker.tell(message);
      },
      onFailure: (failure) => {
        if (this.#waiting.task === 'send') this.#fail(failure);
      },
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
    document.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#onSubmit(event.target);
    });
    document.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('#look-again')) this.#look();
    });
    document.addEventListener('input', ({ target }) => {
      if (target === byId('story', HTMLTextAreaElement)) showLeft();
    });
    this.#mount();
    for (const form of all<HTMLFormElement>('main form')) form.reset(); // what a browser filled in again
    this.#watch();
    byId('status-enter', HTMLElement).textContent = '';
  }

  #mount(): void {
    this.#problem.mount();
    this.#followUp.mount();
    onLanguageChosen((link) => void this.#changeLanguage(link));
  }

  #onSubmit(form: EventTarget | null): void {
    if (this.#waiting.task) return;
    this.#problem.hide();
    if (form === byId('enter-form', HTMLFormElement)) this.#enter();
    if (form === byId('report', HTMLFormElement)) void this.#send();
    if (form === byId('close-form', HTMLFormElement)) this.#close();
  }

  #again(): void {
    this.#problem.hide();
    // Where the worker broke, the code comes first again.
    const last = this.#screens.now === 'enter' ? 'enter' : this.#waiting.last;
    if (last === 'enter') this.#enter();
    if (last === 'look') this.#look();
    if (last === 'send') void this.#send();
    if (last === 'close') this.#close();
  }

  #enter(): void {
    const code = byId('code', HTMLTextAreaElement);
    if (code.value.trim() === '') {
      this.#showMistakes([{ words: returnText('codeMissing'), control: code }]);
      return;
    }
    this.#waiting.begin('enter', returnText('opening'));
    const charter = byId('enter-form', HTMLElement).dataset['charter'] ?? '';
    this.#worker.tell({ type: 'enter', charter, code: code.value, language: language() });
  }

  #look(): void {
    if (this.#waiting.task) return;
    this.#problem.hide();
    this.#waiting.begin('look', returnText('looking'));
    this.#worker.tell({ type: 'look' });
  }

  async #send(): Promise<void> {
    const mistakes = this.#followUp.mistakes();
    if (mistakes.length > 0) {
      this.#showMistakes(mistakes);
      return;
    }
    byId('sent', HTMLElement).hidden = true;
    this.#waiting.begin('send', text('finishing'));
    await this.#followUp.send();
  }

  #close(): void {
    const tick = byId('close-tick', HTMLInputElement);
    if (!tick.checked) {
      this.#showMistakes([{ words: returnText('tickFirst'), control: tick }]);
      return;
    }
    this.#waiting.begin('close', returnText('closing'));
    this.#worker.tell({ type: 'close' });
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'slip':
        this.#waiting.end();
        this.#showMistakes([{ words: slipInWords(message), control: byId('code', HTMLTextAreaElement) }]);
        break;
      case 'office':
        this.#office = message;
        showReaders(message.readers);
        break;
      case 'mailbox':
        this.#findings = message.findings;
        this.#showMailbox();
        break;
      case 'progress':
        this.#waiting.say(text(message.step));
        break;
      case 'evidence-lost':
        void this.#followUp.recover(message.remedy);
        break;
      case 'received':
        this.#waiting.end();
        this.#followUp.clear();
        reveal('sent');
        if (this.#isIdle) this.#empty();
        break;
      case 'closed':
        this.#waiting.end();
        this.#forget();
        this.#screens.show('closed');
        break;
      case 'failed':
        this.#fail(message.failure);
        break;
      default: // answers of the workers that look into files
    }
  }

  #showMailbox(): void {
    const isFirst = this.#screens.now === 'enter';
    this.#waiting.end();
    if (this.#findings) showConversation(this.#findings);
    byId('code', HTMLTextAreaElement).value = ''; // it has done its work
    if (isFirst) this.#screens.show('mailbox');
    else byId('answers-title', HTMLElement).focus();
  }

  #fail(failure: Failure): void {
    // A worker that could not begin may be missing a part, which only a new one fetches again.
    if (this.#screens.now === 'enter') this.#worker.stop();
    this.#waiting.end();
    this.#problem.show([{ failure }], { isKept: this.#followUp.isBegun, moveFocus: true });
    if (this.#isIdle) this.#empty();
  }

  /** The worker broke, and the case with it: what was written stays, and the code is asked for again. */
  #lose(why: 'offline' | 'unsupported'): void {
    this.#worker.stop();
    this.#screens.show('enter');
    this.#fail(why);
  }

  #showMistakes(mistakes: readonly Mistake[]): void {
    this.#problem.show(mistakes, { isKept: false, moveFocus: true });
  }

  async #changeLanguage(link: HTMLAnchorElement): Promise<void> {
    if (this.#waiting.task) return;
    const page = await fetchPage(link.href);
    if (!page) {
      byId('language-status', HTMLElement).textContent = text('languageLost');
      return;
    }
    const contents = contentsOf(main());
    const excluded = excludedSlots();
    exchangeWords(page);
    this.#mount();
    fillForm(main(), contents);
    if (this.#office) showReaders(this.#office.readers);
    setExcluded(excluded);
    if (this.#findings) showConversation(this.#findings);
    showLeft();
    this.#screens.refresh();
    byId('status-enter', HTMLElement).textContent = '';
    history.replaceState(null, '', link.pathname);
    byId('language-status', HTMLElement).textContent = text('languageKept');
  }

  #watch(): void {
    this.#endWatch = watchIdle(() => {
      this.#isIdle = true;
      // What is being sent or closed comes to its end; but nobody who finds the page reads answers in it.
      if (this.#waiting.task === 'send' || this.#waiting.task === 'close') clearConversation();
      else this.#empty();
    });
  }

  #empty(): void {
    this.#forget();
    this.#screens.show('emptied');
  }

  /** Nothing of the case stays, in the page or in a worker. */
  #forget(): void {
    this.#endWatch();
    this.#worker.stop();
    this.#findings = undefined;
    this.#office = undefined;
    if (!document.querySelector('main')) return; // the page was left, and is empty already
    this.#problem.hide();
    this.#followUp.clear();
    clearConversation();
    for (const form of all<HTMLFormElement>('main form')) form.reset();
  }
}

function main(): HTMLElement {
  return document.querySelector('main') ?? document.body;
}

function reveal(id: string): void {
  const section = byId(id, HTMLElement);
  section.hidden = false;
  section.focus();
}
