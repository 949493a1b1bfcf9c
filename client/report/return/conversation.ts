import type { ErrorCode } from '../../../crypto/index.ts';

import { byId, element } from '../dom.ts';
import { dayInWords, list } from '../texts.ts';
import { statesOf, type State } from './log-state.ts';
import type { Findings, ShownReply } from './messages.ts';
import { inert, isolatedName } from './plain-text.ts';
import { clearReceipts, showReceipts } from './receipts.ts';
import { returnText, type ReturnTextKey } from './texts.ts';

/** What is said of a reply that is not shown. Nothing of it is ever in the page. */
const REFUSED: Partial<Record<ErrorCode, ReturnTextKey>> = {
  'reply-unknown-reviewer': 'unknownReviewer',
  'reply-of-another-case': 'otherCase',
};

/** Where the report stands, what was answered, and what of it cannot be believed. */
export function showConversation({ replies, missing, refused, log }: Findings): void {
  const states = statesOf(log, replies.length > 0);
  byId('states', HTMLElement).replaceChildren(...states.map(stateItem));
  byId('look-back', HTMLElement).hidden = log?.isPartial !== true;
  showReceipts(log);
  byId('replies', HTMLElement).replaceChildren(...replies.map(replyItem));
  byId('owed', HTMLElement).hidden = replies.length > 0;
  const doubts = [
    ...missing.map(({ name, mayHaveExpired }) =>
      returnText(mayHaveExpired ? 'missingOrExpired' : 'missing', { name: isolatedName(name) }),
    ),
    ...new Set(refused.map((code) => returnText(REFUSED[code] ?? 'damaged'))),
  ];
  byId('doubts', HTMLElement).hidden = doubts.length === 0;
  byId('doubts', HTMLElement).replaceChildren(...doubts.map((doubt) => element('p', '', doubt)));
}

export function clearConversation(): void {
  for (const id of ['states', 'replies', 'doubts']) byId(id, HTMLElement).replaceChildren();
  byId('look-back', HTMLElement).hidden = true;
  clearReceipts();
}

function stateItem({ key, isDone, days, name }: State): HTMLLIElement {
  const shownDays = list(days.map(dayInWords));
  const words = returnText(key, { days: shownDays, day: shownDays, name: isolatedName(name ?? '') });
  return element('li', isDone ? 'done' : '', element('span', 'tick'), element('span', '', words));
}

function replyItem({ name, role, day, language: written, text }: ShownReply): HTMLLIElement {
  const who = element('h3', '', element('bdi', '', inert(name)), ' · ', element('bdi', '', inert(role)));
  const body = element('p', 'reply', inert(text));
  body.dir = 'auto';
  body.translate = false;
  if (written !== undefined) body.lang = written;
  return element('li', '', who, element('p', 'hint', dayInWords(day)), body);
}
