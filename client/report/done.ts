import { byId } from './dom.ts';
import type { FromWorker } from './messages.ts';
import { text } from './texts.ts';

const GROUP_DIGITS = 4;
const SHOWN_DIGITS = 16;

/** The server has it: the form is gone, and the number of the report is there to be told to the office. */
export function showReceived(
  { id, receipt }: Pick<Extract<FromWorker, { type: 'received' }>, 'id' | 'receipt'>,
  isNew: boolean,
): void {
  const groups = id.slice(0, SHOWN_DIGITS).match(new RegExp(`.{${String(GROUP_DIGITS)}}`, 'g')) ?? [];
  byId('received-id', HTMLElement).textContent = text('receivedId', { id: groups.join(' ') });
  if (receipt) {
    const file = new Blob([`${JSON.stringify(receipt)}\n`], { type: 'application/json' });
    byId('receipt-file', HTMLAnchorElement).href = URL.createObjectURL(file);
    byId('receipt', HTMLElement).hidden = false;
  }
  showInPlaceOfForm(byId('received', HTMLElement), isNew);
}

/** It is in a file, which the browser is asked to save at once; the link saves it again. */
export function showSaved(
  { file, name }: Pick<Extract<FromWorker, { type: 'saved' }>, 'file' | 'name'>,
  isNew: boolean,
): void {
  const link = byId('saved-file', HTMLAnchorElement);
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.textContent = name;
  showInPlaceOfForm(byId('saved', HTMLElement), isNew);
  if (isNew) link.click();
}

function showInPlaceOfForm(section: HTMLElement, isNew: boolean): void {
  for (const id of ['report', 'progress']) byId(id, HTMLElement).hidden = true;
  section.hidden = false;
  if (isNew) section.focus();
}
