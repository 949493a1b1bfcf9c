import { byId } from '../dom.ts';
import type { Mistake } from '../problem.ts';
import { language, percent } from '../texts.ts';
import type { ToReturn } from './messages.ts';
import { returnText } from './texts.ts';
import type { Task } from './waiting.ts';

/** What is asked for by which form, and by which button. */
const FORMS: Readonly<Record<string, Task>> = {
  'enter-form': 'enter',
  report: 'send',
  'close-form': 'close',
  'check-form': 'check',
};
const BUTTONS: Readonly<Record<string, Task>> = {
  'look-again': 'look',
  'look-back': 'back',
  'receipt-back': 'further',
};

export function taskOfForm(form: EventTarget | null): Task | undefined {
  return form instanceof Element ? FORMS[form.id] : undefined;
}

export function taskOfButton(button: EventTarget | null): Task | undefined {
  return button instanceof Element ? BUTTONS[button.id] : undefined;
}

/** What to do again where the worker broke, and the case with it: the code comes first, but for a receipt. */
export function firstTask(task: Task): Task {
  return task === 'check' || task === 'further' ? 'check' : 'enter';
}

interface Asked {
  /** For the person who waits. */
  readonly words: string;
  readonly message: ToReturn;
}

/** What the worker is asked, from what stands in the page; or what is missing there. */
export function askFor(task: Exclude<Task, 'send'>): Asked | Extract<Mistake, { words: string }> {
  switch (task) {
    case 'enter':
      return askToEnter();
    case 'look':
      return { words: returnText('looking'), message: { type: 'look' } };
    case 'back':
      return { words: reading(0), message: { type: 'look-back', for: 'case' } };
    case 'check':
      return askToCheck();
    case 'further':
      return { words: reading(0), message: { type: 'look-back', for: 'receipt' } };
    case 'close':
      return askToClose();
  }
}

export function reading(share: number): string {
  return returnText('reading', { share: percent(share) });
}

function askToEnter(): ReturnType<typeof askFor> {
  const code = byId('code', HTMLTextAreaElement);
  if (code.value.trim() === '') return { words: returnText('codeMissing'), control: code };
  const message = { type: 'enter', charter: charter(), code: code.value, language: language() } as const;
  return { words: returnText('opening'), message };
}

function askToCheck(): ReturnType<typeof askFor> {
  const choice = byId('check-file', HTMLInputElement);
  const file = choice.files?.[0];
  if (!file) return { words: returnText('receiptFirst'), control: choice };
  return { words: returnText('opening'), message: { type: 'check', charter: charter(), file } };
}

function askToClose(): ReturnType<typeof askFor> {
  const tick = byId('close-tick', HTMLInputElement);
  if (!tick.checked) return { words: returnText('tickFirst'), control: tick };
  return { words: returnText('closing'), message: { type: 'close' } };
}

function charter(): string {
  return byId('enter-form', HTMLElement).dataset['charter'] ?? '';
}
