import { byId } from './dom.ts';
import { text } from './texts.ts';

const GROUP_DIGITS = 4;
const SHOWN_DIGITS = 16;

/** The server has it: the form is gone, and the number of the report is there to be told to the office. */
export function showReceived(id: string): void {
  const groups = id.slice(0, SHOWN_DIGITS).match(new RegExp(`.{${String(GROUP_DIGITS)}}`, 'g')) ?? [];
  byId('received-id', HTMLElement).textContent = text('receivedId', { id: groups.join(' ') });
  showInPlaceOfForm(byId('received', HTMLElement));
}

/** It is in a file, which the browser is asked to save at once; the link saves it again. */
export function showSaved(file: Blob, name: string): void {
  const link = byId('saved-file', HTMLAnchorElement);
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.textContent = name;
  showInPlaceOfForm(byId('saved', HTMLElement));
  link.click();
}

function showInPlaceOfForm(section: HTMLElement): void {
  for (const id of ['report', 'progress']) byId(id, HTMLElement).hidden = true;
  section.hidden = false;
  section.focus();
}
