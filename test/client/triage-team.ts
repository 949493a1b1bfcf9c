import {
  isoDateOf,
  openDirectory,
  sealJournalLetters,
  systemRandom,
  type Directory,
  type Envelope,
  type ToSend,
} from '../../crypto/index.ts';
import type { OpeningSummary } from '../../client/triage/calls/opening-calls.ts';
import { Cases } from '../../client/triage/worker/cases.ts';
import { DeskIndex } from '../../client/triage/worker/desk-index.ts';
import { helperHandlers } from '../../client/triage/worker/helper.ts';
import type { Memory } from '../../client/triage/worker/memory.ts';
import { OpeningRun } from '../../client/triage/worker/opening-run.ts';
import { teamHandlers } from '../../client/triage/worker/team.ts';
import { bundleBytes, sealSent, type SealedLetter, type Sent } from '../journeys/desk-files.ts';
import type { TestOffice } from '../server/office.ts';
import { deskOf } from './triage-desk.ts';

export const CONTROL = { signal: new AbortController().signal, tell: () => undefined, transfer: () => undefined };

/** A reviewer's desk with the calls that the page makes of the team, and bundles opened on this thread. */
export interface TeamDesk {
  readonly memory: Memory;
  readonly team: ReturnType<typeof teamHandlers>;
  readonly index: DeskIndex;
  open(...bundles: readonly File[]): Promise<OpeningSummary>;
}

export async function teamDesk(office: TestOffice, slot: number, { knowsOffice = true } = {}): Promise<TeamDesk> {
  return deskAround(await deskOf(office, slot, { knowsOffice }));
}

export function deskAround(memory: Memory): TeamDesk {
  const index = new DeskIndex(memory, new Cases(memory));
  const open = async (...bundles: readonly File[]) => {
    const helper = helperHandlers();
    const secrets = memory.unlocked().keys.epochs.map(({ epoch, secretKey }) => ({ epoch, secretKey }));
    await helper.takeKeys(secrets, CONTROL);
    const crew = {
      size: 1,
      open: async (letters: Parameters<typeof helper.openLetters>[0]) => helper.openLetters(letters, CONTROL),
    };
    return new OpeningRun(memory, crew, () => undefined, CONTROL.signal).openAll(bundles);
  };
  return { memory, index, team: teamHandlers(memory, index), open };
}

export async function sealAll(office: TestOffice, ...sent: readonly Sent[]): Promise<SealedLetter[]> {
  return Promise.all(sent.map((each) => sealSent(office, each)));
}

/** A bundle as the server gives it, or without a word of the office. */
export function bundleOf(office: TestOffice | null, letters: readonly SealedLetter[], name = 'reports.bundle'): File {
  return new File([bundleBytes(office, letters)], name);
}

/** What one reviewer sends another in a letter, as a bundle brings it. */
export async function mailTo(
  office: TestOffice,
  toSend: { readonly [Member in keyof ToSend]?: readonly unknown[] },
  to: 'all' | number,
  directory: Directory = office.directory,
): Promise<File> {
  const opened = await openDirectory(directory, office.charter, isoDateOf(new Date()));
  const whole = { journal: [], grants: [], releases: [], ...(toSend as Partial<ToSend>) };
  const letters = await sealJournalLetters(whole, opened, to === 'all' ? to : new Set([to]), systemRandom);
  return bundleOf(
    null,
    letters.map((letter) => ({ letter, cells: [], day: 20_000 })),
    'letters.bundle',
  );
}

export function journalOf({ memory }: TeamDesk): Envelope[] {
  return [...memory.journal.entries.values()].map(({ envelope }) => envelope);
}

/** What waits in the outbox for colleagues alone. */
export function privatesOf({ memory }: TeamDesk) {
  return [...memory.outbox.privates.values()];
}
