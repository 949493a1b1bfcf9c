import { byId, element } from './dom.ts';

const PRESSES = 3;
const WITHIN_MS = 5_000;

/** Leaves at once: covers the page, then takes its place in the history, so that the back button does not bring it back. */
export function prepareLeaving(): void {
  const link = byId('exit', HTMLAnchorElement);
  const leave = () => {
    document.title = '\u00a0';
    document.body.replaceChildren(element('div', 'cover'));
    location.replace(link.href);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  onShiftPresses(leave);
}

/** Shift alone, three times within five seconds (GOV.UK Design System, "Exit this page"). */
function onShiftPresses(leave: () => void): void {
  let presses: number[] = [];
  let isAlone = false;
  document.addEventListener('keydown', (event) => {
    isAlone = event.key === 'Shift' && !event.repeat;
    if (event.key !== 'Shift') presses = [];
  });
  document.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !isAlone) return;
    const now = performance.now();
    presses = [...presses.filter((press) => now - press < WITHIN_MS), now];
    if (presses.length >= PRESSES) leave();
  });
}
