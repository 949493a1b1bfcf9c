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
import { text } from '../texts.ts';
import { askFor, firstTask, reading, taskOfButton, taskOfForm } from './asking.ts';
import { clearConversation, showConversation } from './conversation.ts';
import { FollowUp } from './follow-up.ts';
import { watchIdle } from './idle.ts';
import type { Findings, ToReturn } from './messages.ts';
import { clearOutcome, showOutcome } from './receipts.ts';
import type { ReceiptOutcome } from './receipt-file.ts';
import { Screens } from './screens.ts';
import { slipInWords } from './slip.ts';
import { Waiting, type Task } from './waiting.ts';

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
  #outcome: ReceiptOutcome | undefined;
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
        const { last } = this.#waiting;
        this.#do(this.#screens.now === 'enter' ? firstTask(last) : last);
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
      this.#do(taskOfForm(event.target));
    });
    document.addEventListener('click', ({ target }) => {
      this.#do(taskOfButton(target));
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

  /** One thing at a time. */
  #do(task: Task | undefined): void {
    if (task === undefined || this.#waiting.task) return;
    this.#problem.hide();
    if (task === 'check') this.#forgetOutcome();
    if (task === 'send') {
      void this.#send();
      return;
    }
    const asked = askFor(task);
    if ('control' in asked) {
      this.#showMistakes([asked]);
      return;
    }
    this.#waiting.begin(task, asked.words);
    this.#worker.tell(asked.message);
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

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'slip':
        this.#waiting.end();
        this.#showMistakes([{ words: slipInWords(message), control: byId('code', HTMLTextAreaElement) }]);
        break;
      case 'office':
        this.#office = message;
        showReaders(message);
        break;
      case 'mailbox':
        this.#findings = message.findings;
        this.#showMailbox();
        break;
      case 'reading':
        this.#waiting.say(reading(message.share));
        break;
      case 'receipt':
        this.#waiting.end();
        this.#outcome = message.outcome;
        showOutcome(message.outcome);
        byId('receipt-outcome', HTMLElement).focus();
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
    const { task } = this.#waiting;
    this.#waiting.end();
    if (this.#findings) showConversation(this.#findings);
    byId('code', HTMLTextAreaElement).value = ''; // it has done its work
    if (task === 'enter') this.#screens.show('mailbox');
    else byId(task === 'back' ? 'report-title' : 'answers-title', HTMLElement).focus();
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
    if (this.#office) showReaders(this.#office);
    setExcluded(excluded);
    if (this.#findings) showConversation(this.#findings);
    if (this.#outcome) showOutcome(this.#outcome);
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
    this.#forgetOutcome();
    for (const form of all<HTMLFormElement>('main form')) form.reset();
  }

  #forgetOutcome(): void {
    this.#outcome = undefined;
    clearOutcome();
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
