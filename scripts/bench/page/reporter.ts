/// <reference lib="dom" />

/** What a visit to the form has come to; times are in milliseconds since the navigation began. */
export interface Visit {
  paintedMs?: number;
  usableMs?: number;
  pressedMs?: number;
  receivedMs?: number;
  problem?: string;
}

declare global {
  /** What the bench reads from its page. */
  var reporterVisit: Visit;
}

/** `start`: as far as the first step. `send`: writes and presses at once. `wait-and-send`: presses once the page is ready for it. */
export type Errand = 'start' | 'send' | 'wait-and-send';

/**
 * A reporter with quick fingers, put into the page before any script of its own. The first step is usable when pressing its
 * button shows the next one; it is pressed all the time. So is the button that sends, which does nothing before the office is verified.
 * Carried into the page as text: it can use nothing from outside itself.
 */
export async function visitForm(errand: Errand, story: string): Promise<void> {
  const PRESS_EVERY_MS = 20;
  const visit: Visit = (globalThis.reporterVisit = {});
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  const isShown = (selector: string) => find(selector)?.hidden === false;
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, PRESS_EVERY_MS));
  };
  const drawn = () =>
    new Promise<number>((resolve) =>
      requestAnimationFrame(() =>
        setTimeout(() => {
          resolve(performance.now());
        }),
      ),
    );

  await until(() => {
    find('#next')?.click();
    return isShown('[data-step="story"]');
  });
  visit.usableMs = await drawn();
  await until(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    if (paint) visit.paintedMs = paint.startTime;
    return paint !== undefined;
  });
  if (errand === 'start') return;

  const field = document.querySelector<HTMLTextAreaElement>('#story');
  if (field) field.value = story;
  field?.dispatchEvent(new Event('input', { bubbles: true }));
  if (errand === 'wait-and-send') await until(() => find('#readers input') !== null);
  find('#to-sending')?.click();
  find('#next')?.click();
  visit.pressedMs = performance.now();
  await until(() => {
    if (isShown('#problem')) visit.problem = find('#problem-list')?.textContent ?? '';
    if (find('#send')?.ariaDisabled !== 'true') find('#send')?.click();
    return visit.problem !== undefined || isShown('#received');
  });
  if (visit.problem === undefined) visit.receivedMs = await drawn();
}

/** Chooses a photo that a camera could have made. */
export async function choosePhoto(): Promise<void> {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')?.fillRect(0, 0, 100, 100);
  const content = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg');
  });
  const input = document.querySelector<HTMLInputElement>('#choose-files');
  if (!content || !input) throw new Error('no photo, or nowhere to put it');
  const files = new DataTransfer();
  files.items.add(new File([content], 'photo.jpg', { type: 'image/jpeg' }));
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
