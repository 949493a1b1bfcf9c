import type { KeyInput, Page } from 'puppeteer-core';

/** Moving through a page by keys alone, with a look at each stop. */
const STOPS_MAX = 80;
const LOOKS_MAX = 20;
const LOOK_AGAIN_MS = 50;

export interface Stop {
  /** How a person who helps would call it. */
  readonly name: string;
  /** What is wrong with it: nothing that shows the focus, out of view, or under the way out. */
  readonly faults: readonly string[];
}

/** The element that has the focus, as it is seen. */
export function stopAt(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body)
      return { name: 'nothing', faults: ['no focus'] };
    const faults: string[] = [];
    const isControl = focused.matches('a, button, input, select, textarea, summary, audio');
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    if (isControl && (outlineStyle === 'none' || parseFloat(outlineWidth) < 2)) faults.push('no outline');
    const box = focused.getBoundingClientRect();
    const exit = document.getElementById('exit');
    const over = exit?.getBoundingClientRect();
    const isBeside = (one: DOMRect, other: DOMRect) => one.right <= other.left + 1 || one.left >= other.right - 1;
    const isClear = !over || focused === exit || isBeside(box, over);
    const [top, foot] = isClear
      ? [0, innerHeight]
      : over.top > innerHeight / 2
        ? [0, over.top]
        : [over.bottom, innerHeight];
    const seen = Math.min(box.bottom, foot) - Math.max(box.top, top);
    // Of a field browsers bring the line into view in which the person writes, and no more: as much as a finger needs.
    const enough = Math.min(44, box.height - 1);
    if (seen < enough) faults.push(`seen ${String(seen)} px of ${String(box.height)}`);
    return {
      name: `${focused.tagName.toLowerCase()} ${focused.id || focused.textContent.trim().slice(0, 40)}`,
      faults,
    };
  });
}

/** Presses Tab, or Shift and Tab, until the focus is on what `selector` names. Throws with each fault met on the way. */
export async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const met: string[] = [];
  for (let stops = 0; stops < STOPS_MAX; stops += 1) {
    await pressKey(page, key);
    const { name, faults } = await settledStop(page);
    met.push(name);
    if (faults.length > 0) throw new Error(`${faults.join(', ')}: ${met.join(' > ')}`);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`${selector} is not reached by keys: ${met.join(' > ')}`);
}

/** Browsers may glide to a stop. */
async function settledStop(page: Page): Promise<Stop> {
  let stop = await stopAt(page);
  for (let looks = 0; looks < LOOKS_MAX && stop.faults.length > 0; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    stop = await stopAt(page);
  }
  return stop;
}

async function pressKey(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  if (key === 'Tab') {
    await page.keyboard.press('Tab');
    return;
  }
  await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
}

/** Goes to a control and activates it. */
export async function useKey(page: Page, selector: string, key: KeyInput): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press(key);
}
