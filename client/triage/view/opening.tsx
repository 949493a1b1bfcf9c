import { fill } from '../../messages/index.ts';
import { useAppState } from '../app/app.ts';
import type { OpeningProgress } from '../calls/opening-calls.ts';
import { useWords, type Words } from './words.ts';

/** Before this the speed says little. */
const STEADY_AFTER_MS = 2000;

/** How far the opening of bundles is, and how to stop it. */
export function OpeningBar() {
  const words = useWords();
  const { t } = words;
  const opening = useAppState((state) => state.opening);
  if (!opening) return null;
  const { progress, cancel, isCancelling } = opening;
  return (
    <div class="opening" role="group" aria-label={t.opening.title}>
      <label for="opening-progress">{isCancelling ? t.opening.cancelling : t.opening.title}</label>
      <progress id="opening-progress" max={1} value={shareOf(progress)} />
      <span class="hint">{factsOf(progress, words).join(' · ')}</span>
      <button type="button" disabled={isCancelling} onClick={cancel}>
        {t.opening.cancel}
      </button>
    </div>
  );
}

function shareOf({ bytes, totalBytes }: OpeningProgress): number {
  return totalBytes === 0 ? 0 : bytes / totalBytes;
}

function factsOf(progress: OpeningProgress, words: Words): string[] {
  const { letters, milliseconds } = progress;
  const { t } = words;
  const facts = [words.count(t.opening.progress, letters)];
  if (milliseconds < STEADY_AFTER_MS) return facts;
  const share = shareOf(progress);
  const leftMs = share === 0 ? 0 : (milliseconds / share) * (1 - share);
  const rate = words.number(Math.round((letters / milliseconds) * 1000));
  return [...facts, fill(t.opening.rate, { count: rate }), fill(t.opening.left, { time: words.duration(leftMs) })];
}
