import { askedQuestions, type AskedQuestion } from './answers.ts';
import { all, button, byId, element } from './dom.ts';
import { excludedNames } from './readers.ts';
import { list, text } from './texts.ts';

const EXCERPT_CHARACTERS = 300;

/** All that will be sent, in the words of the page, each with a way back to it. */
export function showReview(
  form: HTMLFormElement,
  fileNames: readonly string[],
  goTo: (where: string | Element) => void,
): void {
  const rows = [storyRow(), filesRow(fileNames), ...askedQuestions(form).map(questionRow), readersRow()];
  byId('summary', HTMLElement).replaceChildren(
    ...rows.map(({ title, value, where }) => {
      const change = button(text('change'), () => {
        goTo(where);
      });
      change.ariaLabel = text('changeNamed', { name: title });
      const shown = element('dd', value === '' ? 'hint' : '', value === '' ? text('nothingAnswered') : value);
      shown.dir = 'auto';
      return element('div', 'row', element('dt', '', title), shown, element('dd', 'row-change', change));
    }),
  );
}

interface Row {
  readonly title: string;
  readonly value: string;
  readonly where: string | Element;
}

function storyRow(): Row {
  const story = byId('story', HTMLTextAreaElement).value.trim();
  const start = story.slice(0, EXCERPT_CHARACTERS).toWellFormed();
  return { title: headingOf('story'), value: story.length > start.length ? `${start}…` : start, where: 'story' };
}

function filesRow(names: readonly string[]): Row {
  return { title: headingOf('evidence'), value: list(names), where: 'evidence' };
}

function readersRow(): Row {
  const names = excludedNames();
  const value = names.length === 0 ? text('everybody') : text('notThese', { names: list(names) });
  return { title: headingOf('readers'), value, where: 'readers' };
}

function questionRow({ title, section, answer }: AskedQuestion): Row {
  const heading = title === '' ? (section.querySelector('legend')?.textContent ?? '') : title;
  return { title: heading, value: answer === undefined ? '' : list(wordsOf(section)), where: section };
}

/** The answer as it stands on the screen: labels of what is ticked, and what was written. */
function wordsOf(section: HTMLElement): string[] {
  const isShown = (control: Element) => control.closest('[data-if][hidden]') === null;
  return all<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>('input, select, textarea', section)
    .filter(isShown)
    .flatMap((control) => {
      if (control instanceof HTMLSelectElement)
        return control.value === '' ? [] : [control.selectedOptions[0]?.text ?? ''];
      const isTicked = control.type === 'radio' || control.type === 'checkbox';
      if (isTicked && !((control as HTMLInputElement).checked && control.value !== '')) return [];
      return [isTicked ? labelOf(control) : control.value.trim().toWellFormed()];
    })
    .filter((words) => words !== '');
}

function labelOf(control: HTMLElement): string {
  return control.closest('label')?.textContent.trim() ?? '';
}

function headingOf(step: string): string {
  return document.querySelector(`[data-step="${step}"] [data-heading]`)?.textContent ?? '';
}
