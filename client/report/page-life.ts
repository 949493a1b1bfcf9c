/** Neither the back button nor a restored tab shows what was in a page: it is emptied when it is left, and loaded anew when it comes back. */
export function emptyOnGoing(forget: () => void): void {
  window.addEventListener('pagehide', () => {
    forget();
    document.body.replaceChildren();
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}

/** What is reached by keys is seen whole; not every browser scrolls for what it shows in part. */
export function showFocusWhole(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.matches(':focus-visible:not(textarea)'))
      target.scrollIntoView({ block: 'nearest' });
  });
}
