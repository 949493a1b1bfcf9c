import type { Envelope } from '../../../crypto/index.ts';

import { byId, element } from '../dom.ts';
import { dayInWords } from '../texts.ts';
import type { LogFindings } from './log-state.ts';
import type { ReceiptOutcome } from './receipt-file.ts';
import { returnText, type ReturnTextKey } from './texts.ts';

/** Tells nothing about itself in a folder of downloads, as that of the form. */
const FILE_NAME = 'receipt.json';

/** Receipts of the case, made again from the log, each to be saved as the file that the form gave. */
export function showReceipts(log: LogFindings | null): void {
  clearReceipts();
  const receipts = log?.letters ?? [];
  byId('receipts', HTMLElement).hidden = receipts.length === 0;
  const list = byId('receipt-list', HTMLElement);
  const label = list.dataset['label'] ?? '';
  const inOrder = [...receipts].sort((a, b) => a.day.localeCompare(b.day));
  list.replaceChildren(...inOrder.map(({ day, receipt }) => element('li', '', linkTo(receipt, label, day))));
}

export function clearReceipts(): void {
  const list = byId('receipt-list', HTMLElement);
  for (const { href } of list.querySelectorAll('a')) URL.revokeObjectURL(href);
  list.replaceChildren();
  byId('receipts', HTMLElement).hidden = true;
}

function linkTo(receipt: Envelope, label: string, day: string): HTMLAnchorElement {
  const link = element('a', '', `${label} (${dayInWords(day)})`);
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(receipt)}\n`], { type: 'application/json' }));
  link.download = FILE_NAME;
  return link;
}

interface Shown {
  readonly looks: 'received' | 'notice' | 'problem';
  readonly words: ReturnTextKey;
}

const SHOWN: Readonly<Record<ReceiptOutcome['state'], Shown>> = {
  shown: { looks: 'received', words: 'shown' },
  due: { looks: 'notice', words: 'notShown' },
  unread: { looks: 'notice', words: 'notInNewest' },
  unchecked: { looks: 'notice', words: 'unchecked' },
  absent: { looks: 'problem', words: 'receiptAbsent' },
  foreign: { looks: 'problem', words: 'receiptForeign' },
  unreadable: { looks: 'problem', words: 'receiptUnreadable' },
  'no-log': { looks: 'notice', words: 'receiptNoLog' },
};

/** What came of a receipt that somebody had saved: first whether it is real, then what the log says. */
export function showOutcome(outcome: ReceiptOutcome): void {
  const { looks, words } = SHOWN[outcome.state];
  const real = 'day' in outcome ? [returnText('receiptReal', { day: dayInWords(outcome.day) })] : [];
  const box = byId('receipt-outcome', HTMLElement);
  box.className = looks;
  box.replaceChildren(...[...real, returnText(words)].map((sentence) => element('p', '', sentence)));
  box.hidden = false;
  byId('receipt-back', HTMLElement).hidden = outcome.state !== 'unread';
}

export function clearOutcome(): void {
  byId('receipt-outcome', HTMLElement).replaceChildren();
  for (const id of ['receipt-outcome', 'receipt-back']) byId(id, HTMLElement).hidden = true;
}
