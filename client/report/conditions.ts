import { all, byId } from './dom.ts';

/** Shows what is asked only after a certain choice, and hides the rest. Hidden answers are kept, but not sent. */
export function showConditional(form: HTMLFormElement): void {
  for (const question of all('[data-if]', form)) {
    const names = question.dataset['if'] ?? '';
    const wanted = (question.dataset['any'] ?? '').split(' ');
    const chosen = all<HTMLInputElement>(`input[name="${names}"]:checked`, form);
    question.hidden = !chosen.some(({ value }) => wanted.includes(value));
  }
}

/** "I would rather not say" and the other choices of a question untick each other. */
export function untickOthers(changed: HTMLInputElement): void {
  if (changed.type !== 'checkbox' || !changed.checked) return;
  const others = all<HTMLInputElement>(`input[name="${changed.name}"]`, changed.closest('fieldset') ?? document);
  for (const other of others) {
    if (other !== changed && (changed.value === '' || other.value === '')) other.checked = false;
  }
}

/** Where to call stands there for whom it may be needed at once. */
export function showDangerHelp(form: HTMLFormElement): void {
  const chosen = form.querySelector<HTMLInputElement>('#danger input:checked')?.value ?? '';
  byId('danger-help', HTMLElement).hidden = chosen !== 'now' && chosen !== 'soon';
}
