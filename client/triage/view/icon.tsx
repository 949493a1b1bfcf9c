/** Lines on a grid of 24, drawn here: nothing is loaded. */
const PATHS = {
  alert: 'M12 4 2.5 20h19L12 4Zm0 6v4.5m0 2.6v.1',
  attachment: 'M20 11.5 12.4 19a4.6 4.6 0 0 1-6.5-6.5L13.5 5a3 3 0 0 1 4.3 4.3l-7.6 7.5a1.5 1.5 0 0 1-2.1-2.1l6.9-6.9',
  sound: 'M12 4a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3Zm-6 8a6 6 0 0 0 12 0m-6 6v3',
  case: 'M8 9h12v11H8zM4 15V4h12',
  person: 'M12 4a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM5 20c.6-4 3.4-6 7-6s6.4 2 7 6',
  lock: 'M6 11h12v9H6zm2.5 0V8a3.5 3.5 0 0 1 7 0v3',
  open: 'M3 19V6h6l2 2.5h10V19Z',
  save: 'M4 4h13l3 3v13H4zM8 4v5h8V4M8 20v-6h8v6',
  send: 'M4 12 20 4.500l-4.500 15.500-4-6.500Zm7.500 1.500L20 4.500',
  back: 'M14.5 5.5 8 12l6.500 6.500',
  remove: 'm7 7 10 10M17 7 7 17',
} as const;

export type IconName = keyof typeof PATHS;

/** Beside words that say the same, or hidden from those who hear the page. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
