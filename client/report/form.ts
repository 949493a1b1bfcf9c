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
};

const form = byId('report', HTMLFormElement);
const story = byId('story', HTMLTextAreaElement);
const send = byId('send', HTMLButtonElement);
const status = byId('status', HTMLElement);
const problem = byId('problem', HTMLElement);
const danger = byId('danger', HTMLFieldSetElement);

let isSending = false;
let isOpen = false;
let worker: Worker | undefined;

function start(): void {
  prepareLeaving();
  clear();
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-waits]')) {
    control.disabled = false;
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
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
    worker ??= startWorker(receive, () => {
      fail('unsupported');
    });
    tell({ type: 'open', charter: form.dataset['charter'] ?? '' });
  } catch {
    fail('unsupported');
  }
}

function submit(): void {
  if (isSending) return;
  hideProblem();
  if (!isOpen) {
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
      showReaders(message.readers);
      byId('fingerprint', HTMLElement).textContent = message.fingerprint;
      status.textContent = text('ready');
      break;
    case 'progress':
      status.textContent = text(message.step);
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
  status.textContent = '';
  const field = FAILURES_OF_FIELDS[failure];
  const line = byId('problem-text', HTMLElement);
  const link = document.createElement('a');
  link.textContent = text(`failure-${failure}`);
  if (field !== undefined) link.href = `#${field}`;
  line.replaceChildren(field === undefined ? link.textContent : link);
  byId('problem-kept', HTMLElement).hidden = story.value === '';
  story.setAttribute('aria-invalid', String(field === 'story'));
  send.textContent = text(field === undefined ? 'tryAgain' : 'send');
  problem.hidden = false;
  problem.focus();
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
  worker?.terminate();
}

function setSending(now: boolean): void {
  isSending = now;
  send.setAttribute('aria-disabled', String(now));
  form.setAttribute('aria-busy', String(now));
  story.readOnly = now;
}

function showLeft(): void {
  const left = STORY_CHARACTERS_MAX - story.value.length;
  const line = byId('story-left', HTMLElement);
  const count = new Intl.NumberFormat(document.documentElement.lang).format(left);
  line.textContent = left > COUNT_FROM_LEFT ? '' : text('storyLeft').replace('{count}', count);
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
