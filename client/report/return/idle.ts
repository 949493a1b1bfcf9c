/** A phone laid aside, or taken out of a hand, shows answers no longer than somebody takes over a long one. Fixed: nobody can set it away. */
const IDLE_MS = 10 * 60_000;
const LOOK_EVERY_MS = 5_000;
const SIGNS_OF_SOMEBODY = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;

/**
 * Calls back once nobody has typed or touched anything for ten minutes. By the clock, since a browser stops the timers of a page in
 * the background. Gives what ends the watch.
 */
export function watchIdle(onIdle: () => void): () => void {
  let lastMs = Date.now();
  const noticed = () => {
    if (!look()) lastMs = Date.now();
  };
  const look = (): boolean => {
    if (Date.now() - lastMs < IDLE_MS) return false;
    end();
    onIdle();
    return true;
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  for (const sign of SIGNS_OF_SOMEBODY) document.addEventListener(sign, noticed, { capture: true, passive: true });
  document.addEventListener('visibilitychange', look);
  const end = () => {
    clearInterval(timer);
    for (const sign of SIGNS_OF_SOMEBODY) document.removeEventListener(sign, noticed, { capture: true });
    document.removeEventListener('visibilitychange', look);
  };
  return end;
}
