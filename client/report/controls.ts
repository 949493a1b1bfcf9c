import { all } from './dom.ts';
import { itemsOf, setItemCount } from './repeat.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What was written and ticked in a form, so that another form of the same shape can take it over. */
export interface FormContents {
  readonly counts: readonly number[];
  readonly values: readonly { readonly name: string; readonly value: string; readonly isChecked: boolean }[];
  readonly open: readonly boolean[];
}

export function contentsOf(form: ParentNode): FormContents {
  return {
    counts: all('.repeat', form).map((group) => itemsOf(group).length),
    values: controlsOf(form).map((control) => ({
      name: control.name,
      value: control.value,
      isChecked: isChecked(control),
    })),
    open: all<HTMLDetailsElement>('details', form).map(({ open }) => open),
  };
}

/** Makes as many items as there were, so that `fillForm` finds each control. */
export function makeItems(form: ParentNode, { counts }: FormContents): void {
  all('.repeat', form).forEach((group, i) => {
    setItemCount(group, counts[i] ?? 0);
  });
}

/** Fills a form in another language: same questions, same order, other words. */
export function fillForm(form: ParentNode, { values, open }: FormContents): void {
  const controls = controlsOf(form);
  controls.forEach((control, i) => {
    const before = values[i];
    if (before?.name !== control.name) return; // the page was published anew in between, with other questions
    if (control instanceof HTMLInputElement && isTicked(control)) control.checked = before.isChecked;
    else control.value = before.value;
  });
  all<HTMLDetailsElement>('details', form).forEach((details, i) => {
    details.open = open[i] ?? false;
  });
}

/** Readers have a list of their own, made anew from the roster; a choice of files belongs to its input alone. */
function controlsOf(form: ParentNode): Control[] {
  return all<Control>('input[name], select[name], textarea[name]', form).filter(({ type }) => type !== 'file');
}

function isTicked({ type }: HTMLInputElement): boolean {
  return type === 'radio' || type === 'checkbox';
}

function isChecked(control: Control): boolean {
  return control instanceof HTMLInputElement && control.checked;
}
