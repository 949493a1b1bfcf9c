import type { Report } from '../../crypto/index.ts';

import { byId, text } from './dom.ts';
import type { Failure } from './failure.ts';
import { prepareLeaving } from './leave.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { excludedSlots, showReaders } from './readers.ts';
import { startWorker } from './start-worker.ts';

/** The form: shows what the worker does, and keeps what was typed until the server has it. */
const STORY_CHARACTERS_MAX = 100_000; // as in the protocol; the worker has the last word
const COUNT_FROM_LEFT = 5_000;
const FAILURES_OF_FIELDS: Partial<Record<Failure, string>> = {
  'story-missing': 'story',
  'story-too-long': 'story',
  'nobody-left': 'readers',
  'readers-changed': 'readers',
};

const form = byId('report', HTMLFormElement);
const story = byId('story', HTMLTextAreaElement);
const send = byId('send', HTMLButtonElement);
const status = byId('status', HTMLElement);
const problem = byId('problem', HTMLElement);
const danger = byId('danger', HTMLFieldSetElement);

let isSending = false;
let isOpen = false;
/** Whether the person waits for an answer: only then may a problem take them out of what they are writing. */
let isAsked = false;
let worker: Worker | undefined;

function start(): void {
  prepareLeaving();
  clear();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-waits]')) {
    control.disabled = false;
  }
  story.addEventListener('input', showLeft);
  danger.addEventListener('change', showDangerHelp);
  // Neither the back button nor a restored tab shows what was typed.
  window.addEventListener('pagehide', clear);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) clear();
  });
  openOffice();
}

function openOffice(): void {
  status.textContent = text('preparing');
  try {
    worker ??= startWorker(receive, (why) => {
      isOpen = false;
      fail(why);
    });
    tell({ type: 'open', charter: form.dataset['charter'] ?? '' });
  } catch {
    fail('unsupported');
  }
}

function submit(): void {
  if (isSending) return;
  hideProblem();
  isAsked = true;
  if (!isOpen) {
    send.disabled = true;
    openOffice();
    return;
  }
  if (story.value.trim() === '') {
    fail('story-missing');
    return;
  }
  setSending(true);
  tell({ type: 'send', report: reportOf(), excluded: excludedSlots() });
}

function reportOf(): Report {
  const chosen = danger.querySelector<HTMLInputElement>('input:checked')?.value ?? '';
  return {
    version: 1,
    language: document.documentElement.lang,
    story: story.value.toWellFormed(),
    ...(chosen !== '' && { danger: chosen as NonNullable<Report['danger']> }),
  };
}

function receive(message: FromWorker): void {
  switch (message.type) {
    case 'office':
      isOpen = true;
      send.disabled = false;
      send.textContent = text('send');
      showReaders(message.readers);
      byId('fingerprint', HTMLElement).textContent = message.fingerprint;
      status.textContent = text('ready');
      break;
    case 'progress':
      if (isSending) status.textContent = text(message.step);
      break;
    case 'received':
      showReceived(message.id);
      break;
    case 'failed':
      fail(message.failure);
  }
}

function fail(failure: Failure): void {
  setSending(false);
  // A worker that could not begin may be missing a part, which only a new one fetches again.
  if (!isOpen) stopWorker();
  status.textContent = '';
  const field = FAILURES_OF_FIELDS[failure];
  const words = text(`failure-${failure}`);
  byId('problem-text', HTMLElement).replaceChildren(field === undefined ? words : linkTo(field, words));
  byId('problem-kept', HTMLElement).hidden = story.value === '';
  story.setAttribute('aria-invalid', String(field === 'story'));
  send.textContent = text(field === undefined ? 'tryAgain' : 'send');
  send.disabled = false;
  problem.hidden = false;
  if (isAsked) problem.focus();
  isAsked = false;
}

/** Moves to a field as a link does, but leaves nothing in the history. */
function linkTo(field: string, words: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = `#${field}`;
  link.textContent = words;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    byId(field, HTMLElement).focus();
  });
  return link;
}

function hideProblem(): void {
  problem.hidden = true;
  story.removeAttribute('aria-invalid');
}

function showReceived(id: string): void {
  const groups = id.slice(0, 16).match(/.{4}/g) ?? [];
  byId('received-id', HTMLElement).textContent = text('receivedId').replace('{id}', groups.join(' '));
  clear();
  form.hidden = true;
  byId('about', HTMLElement).hidden = true;
  const received = byId('received', HTMLElement);
  received.hidden = false;
  received.focus();
  stopWorker();
}

function stopWorker(): void {
  worker?.terminate();
  worker = undefined;
}

function setSending(now: boolean): void {
  isSending = now;
  send.setAttribute('aria-disabled', String(now));
  form.setAttribute('aria-busy', String(now));
  story.readOnly = now;
}

function showLeft(): void {
  byId('story-left', HTMLElement).textContent = leftInWords(story.value);
}

function leftInWords(written: string): string {
  // As many code units at most: counting characters takes time that a long text does not have at every key.
  if (STORY_CHARACTERS_MAX - written.length > COUNT_FROM_LEFT) return '';
  const left = STORY_CHARACTERS_MAX - Array.from(written).length;
  if (left > COUNT_FROM_LEFT) return '';
  if (left < 0) return text('failure-story-too-long');
  return text('storyLeft').replace('{count}', new Intl.NumberFormat(document.documentElement.lang).format(left));
}

function showDangerHelp(): void {
  const chosen = danger.querySelector<HTMLInputElement>('input:checked')?.value ?? '';
  byId('danger-help', HTMLElement).hidden = chosen !== 'now' && chosen !== 'soon';
}

function clear(): void {
  form.reset();
  showLeft();
  showDangerHelp();
}

function tell(message: ToWorker): void {
  worker?.postMessage(message);
}

start();
