import type { App } from './app.ts';
import { saveBlob } from './save-blob.ts';
import type { Ceremony, CeremonyStep } from './state.ts';

const STEPS: Ceremony = { step: null, unsaved: [], leavingTo: null, wasIdle: false };

/** Files of the office have these names wherever they lie. */
export const CHARTER_FILE = 'charter.key';
export const DIRECTORY_FILE = 'directory.json';
/** SPEC.md, Key file. */
export const KEY_NAME_CHARACTERS_MAX = 100;

export function openCeremony(app: App): void {
  app.endThreads();
  app.set({ ceremony: STEPS, unlockFailure: null });
}

export function beginStep(app: App, step: CeremonyStep): void {
  app.set({ ceremony: { ...STEPS, step } });
}

/** Leaves the step, or the whole ceremony; asks first where a file is not saved yet. */
export function leaveFor(app: App, to: 'steps' | 'unlock'): void {
  const { ceremony } = app.state;
  if (!ceremony) return;
  if (ceremony.unsaved.length > 0) app.set({ ceremony: { ...ceremony, leavingTo: to } });
  else endStep(app, to);
}

export function stay(app: App): void {
  const { ceremony } = app.state;
  if (ceremony) app.set({ ceremony: { ...ceremony, leavingTo: null } });
}

/** Whatever the step opened ends with its worker. */
export function endStep(app: App, to: 'steps' | 'unlock'): void {
  app.endThreads();
  app.set({ ceremony: to === 'steps' ? STEPS : null });
}

/** Nobody is there any more: keys and words must not stay on the screen. */
export function closeIdleStep(app: App): void {
  app.endThreads();
  app.set({ ceremony: { ...STEPS, wasIdle: true } });
}

/** Files were made that are in no place yet. */
export function keepUnsaved(app: App, names: readonly string[]): void {
  const { ceremony } = app.state;
  if (ceremony) app.set({ ceremony: { ...ceremony, unsaved: names } });
}

export function saveMade(app: App, file: Blob, name: string): void {
  saveBlob(file, name);
  const { ceremony } = app.state;
  if (ceremony) app.set({ ceremony: { ...ceremony, unsaved: ceremony.unsaved.filter((each) => each !== name) } });
}
