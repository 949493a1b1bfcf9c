import { byId, element } from './dom.ts';

const PRESSES = 3;
const WITHIN_MS = 5_000;
const CHANNEL = 'leave';

/**
 * Leaves at once: covers the page, then takes its place in the history, so that the back button does not bring it back. Other tabs that
 * have the form open leave with it. Without script the link does what it can.
 */
export function prepareLeaving(onLeave: () => void): void {
  const others = new BroadcastChannel(CHANNEL);
  const leave = () => {
    const address = byId('exit', HTMLAnchorElement).href;
    onLeave();
    document.title = '\u00a0';
    document.body.replaceChildren(element('div', 'cover'));
    location.replace(address);
  };
  const leaveEverywhere = () => {
    others.postMessage('');
    leave();
  };
  others.addEventListener('message', leave);
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('#exit')) return;
    event.preventDefault();
    leaveEverywhere();
  });
  onShiftPresses(leaveEverywhere);
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
