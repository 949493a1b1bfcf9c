import { STORY_CHARACTERS_MAX, TEXT_CHARACTERS_MAX, LINE_CHARACTERS_MAX } from './limits.ts';

import { all, byId } from './dom.ts';
import type { Mistake } from './problem.ts';
import { pluralText, text } from './texts.ts';

const COUNT_FROM_LEFT = 5_000;

/** How much room is left, once it gets short. */
export function showLeft(): void {
  byId('story-left', HTMLElement).textContent = leftInWords(byId('story', HTMLTextAreaElement).value);
}

/** What cannot be sent as it is. The worker has the last word. */
export function mistakesIn(form: HTMLFormElement, hasRecording: boolean): Mistake[] {
  const story = byId('story', HTMLTextAreaElement).value;
  if (story.trim() === '' && !hasRecording) return [{ failure: 'story-missing' }];
  if (isLonger(story, STORY_CHARACTERS_MAX)) return [{ failure: 'story-too-long' }];
  return all<HTMLInputElement | HTMLTextAreaElement>('input[type="text"], textarea', form)
    .filter((control) => control.id !== 'story')
    .filter(({ value, type }) => isLonger(value, type === 'textarea' ? TEXT_CHARACTERS_MAX : LINE_CHARACTERS_MAX))
    .map((control) => ({ failure: 'answers-too-long', control }));
}

function leftInWords(written: string): string {
  // As many code units at most: counting characters takes time that a long text does not have at every key.
  if (STORY_CHARACTERS_MAX - written.length > COUNT_FROM_LEFT) return '';
  const left = STORY_CHARACTERS_MAX - Array.from(written).length;
  if (left > COUNT_FROM_LEFT) return '';
  return left < 0 ? text('failures.story-too-long') : pluralText('storyLeft', left);
}

function isLonger(written: string, max: number): boolean {
  return written.length > max && Array.from(written).length > max;
}
