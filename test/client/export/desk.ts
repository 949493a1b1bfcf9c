import { LANGUAGES } from '../../../client/messages/index.ts';
import type { DeskReport, Register, Triage } from '../../../client/triage/desk/types.ts';
import { Wording } from '../../../client/triage/export/wording.ts';
import type { OpenedReport } from '../../../crypto/index.ts';
import { SECRETS } from './reports.ts';

export function deskReport(report: OpenedReport, members: Partial<DeskReport> = {}): DeskReport {
  return {
    tag: '0'.repeat(32),
    letter: 'cafe'.repeat(16),
    fileKey: SECRETS.fileKey,
    day: '2026-11-23',
    cells: 0,
    bundle: 'zqx-of-the-courier.bundle',
    report,
    caseLocator: SECRETS.caseLocator,
    followUp: false,
    ...members,
  };
}

const SAID = { by: 'identity', at: '2026-11-24T10:00Z', entry: 'e'.repeat(64) };

export function register<T>(value: T | null): Register<T> {
  return value === null ? { value, by: null, at: null, entry: null, conflict: [] } : { value, ...SAID, conflict: [] };
}

export function triage(members: Partial<Triage> = {}): Triage {
  return {
    ...{ status: register<string>(null), reason: register<string>(null), urgency: register<string>(null) },
    ...{ assignee: register<string>(null), duplicateOf: register<string>(null) },
    ...{ labels: [], links: [], notes: [], recusals: [], replies: [], opened: [], referrals: [], grants: [] },
    ...{ releases: [], custody: [], history: [] },
    ...members,
  };
}

export function label(value: string) {
  return { value, ...SAID, why: [], entries: [SAID.entry] };
}

export function note(text: string) {
  return { text, ...SAID, earlier: [], isForked: false };
}

/** The words of a language of the desk. */
export function wording(tag: string): Wording {
  const language = LANGUAGES.find((each) => each.tag === tag);
  if (!language) throw new Error(`no language ${tag}`);
  return new Wording(language);
}
