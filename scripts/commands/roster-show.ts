import type { Command } from 'commander';

import {
  dayOf,
  epochOf,
  fingerprint,
  identityOf,
  isoDateOf,
  monthOf,
  openEpochKey,
  type Directory,
  type Reviewer,
  type Roster,
} from '../../crypto/index.ts';
import { claimedCharter, type Draft, readRoster } from '../../client/shared/office/draft.ts';
import { currentMonths, type PublicFile } from '../../client/shared/office/public-file.ts';
import { conclude, subcommand, type CommonOptions, type Outcome } from '../lib/command.ts';
import { inert } from '../lib/inert.ts';
import { OfficeFolder } from '../lib/office-folder.ts';
import { growingRosterOf } from '../lib/office.ts';

const EXPIRES_SOON_DAYS = 30;

export function rosterShowCommand(): Command {
  return subcommand({
    usage: 'show',
    about: 'show the draft of the roster beside what was signed last, and what needs doing',
    examples: ['amparo roster show office'],
  })
    .argument('<DIR>', 'the folder of the office')
    .action((path: string, options: CommonOptions) => conclude(options, rosterShow(path)));
}

interface SignedRoster {
  readonly roster: Roster;
  readonly directory: Directory;
}

async function rosterShow(path: string): Promise<Outcome> {
  const folder = new OfficeFolder(path);
  const now = new Date();
  const draft = await folder.readDraft();
  const signed = await readSigned(folder);
  const charter = (await folder.charter()) ?? (signed && claimedCharter(signed.directory));
  const reviewers = await Promise.all(
    draft.reviewers.map(async (reviewer) => ({
      ...reviewer,
      fingerprint: await fingerprint(identityOf(reviewer)),
      months: await monthsOf(reviewer, draft, signed, await folder.publicFiles(), now),
    })),
  );
  const warnings = [
    ...thresholdWarnings(draft, reviewers),
    ...signedWarnings(draft, signed, now),
    ...reviewers.flatMap(({ name, months }) => monthWarnings(name, months, now)),
  ];
  const shown = charter && (await fingerprint(charter));
  return {
    lines: [
      `Office: ${inert(draft.office)}${draft.demo ? ' (DEMO)' : ''}`,
      ...(draft.contact ? [`Contact: ${inert(draft.contact)}`] : []),
      `Languages: ${draft.languages.join(', ')}`,
      `Fingerprint: ${shown ?? 'unknown; the charter key is not here'}`,
      signed
        ? `Signed: version ${String(signed.roster.version)}, ${signed.roster.issued} to ${signed.roster.expires}`
        : 'Signed: never',
      `Slots: ${String(draft.slots)}, taken: ${String(reviewers.length)}`,
      `Open a report together: ${draft.threshold === 1 ? '1 (each alone)' : String(draft.threshold)}`,
      ...reviewers.flatMap(reviewerLines),
      ...(warnings.length > 0 ? ['', ...warnings.map((line) => `Note: ${line}`)] : []),
    ],
    json: { draft: { ...draft, reviewers }, signed: signed?.roster ?? null, fingerprint: shown, warnings },
  };
}

async function readSigned(folder: OfficeFolder): Promise<SignedRoster | null> {
  const directory = await folder.readDirectory();
  if (directory === null) return null;
  return {
    directory,
    roster: await readRoster(directory.roster, (await folder.charter()) ?? claimedCharter(directory)),
  };
}

/** The months of a reviewer that can be sealed to, published or only brought in. */
async function monthsOf(
  reviewer: Reviewer,
  draft: Draft,
  signed: SignedRoster | null,
  files: readonly PublicFile[],
  now: Date,
): Promise<string[]> {
  const today = isoDateOf(now);
  const roster = growingRosterOf(draft, today);
  const envelopes = [...(signed?.directory.epochKeys ?? []), ...files.flatMap(({ epochKeys }) => epochKeys)];
  const keys = await Promise.all(
    (await currentMonths(envelopes, roster, today)).map((envelope) => openEpochKey(envelope, roster, today)),
  );
  const own = keys.filter((key) => key.reviewer.slot === reviewer.slot).map(({ epoch }) => epoch);
  return [...new Set(own)].sort((a, b) => a - b).map(monthOf);
}

function reviewerLines({
  slot,
  name,
  role,
  languages,
  fingerprint: shown,
  months,
}: Reviewer & { fingerprint: string; months: string[] }): string[] {
  return [
    `  ${String(slot)}  ${inert(name)}, ${inert(role)}, reads ${languages.join(', ')}`,
    `     ${shown}`,
    `     months: ${months.join(', ') || 'none'}`,
  ];
}

/** With as many as it takes and no more, nobody can be excluded, and one lost key loses reports. */
function thresholdWarnings(
  { threshold }: Draft,
  reviewers: readonly { readonly months: readonly string[] }[],
): string[] {
  const keyed = reviewers.filter(({ months }) => months.length > 0).length;
  if (threshold === 1 || keyed > threshold) return [];
  if (keyed < threshold) {
    return [
      `${String(threshold)} reviewers must open a report together, but only ${String(keyed)} have keys: nothing can be sealed.`,
    ];
  }
  return [
    `All ${String(threshold)} reviewers must open each report together: reporters can exclude nobody, and if one key is lost, so are the reports.`,
  ];
}

function signedWarnings(draft: Draft, signed: SignedRoster | null, now: Date): string[] {
  if (signed === null) return ['The draft is not signed yet: amparo roster sign'];
  const { roster } = signed;
  const { version, issued, expires, ...rest } = roster;
  const soon = isoDateOf(new Date(now.getTime() + EXPIRES_SOON_DAYS * 86_400_000));
  const differing = (Object.keys(draft) as (keyof Draft)[]).filter(
    (member) => JSON.stringify(draft[member]) !== JSON.stringify(rest[member]),
  );
  return [
    ...(differing.length > 0
      ? [
          `The draft differs from version ${String(version)}, signed on ${issued}, in: ${differing.join(', ')}. Sign it to make it count.`,
        ]
      : []),
    ...(expires < isoDateOf(now) ? [`The signed roster expired on ${expires}: sign it anew.`] : []),
    ...(expires >= isoDateOf(now) && expires < soon
      ? [`The signed roster expires in ${String(daysUntil(expires, now))} days: sign it anew.`]
      : []),
  ];
}

function daysUntil(date: string, now: Date): number {
  return dayOf(new Date(date)) - dayOf(now);
}

function monthWarnings(name: string, months: readonly string[], now: Date): string[] {
  const current = epochOf(isoDateOf(now));
  const missing = [current, current + 1].map(monthOf).filter((month) => !months.includes(month));
  return missing.length === 0
    ? []
    : [`${inert(name)} has no key for ${missing.join(' and ')}: amparo key rotate, then roster publish.`];
}
