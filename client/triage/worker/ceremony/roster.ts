import {
  AmparoError,
  charterPublicKey,
  dayOf,
  directorySchema,
  isoDateOfDay,
  openEpochKey,
  signingPublicKey,
  toHex,
  type Directory,
  type Roster,
  type SigningSeed,
} from '../../../../crypto/index.ts';
import {
  claimedCharter,
  directoryText,
  draftSchema,
  isShortOfReviewers,
  readersOf,
  readRoster,
  ROSTER_DAYS_DEFAULT,
  rosterOf,
  signOfficeRoster,
  type Draft,
} from '../../../shared/office/draft.ts';
import { currentMonths, publicFileSchema, type PublicFile } from '../../../shared/office/public-file.ts';
import type { Handlers } from '../../calls/answering.ts';
import type { CeremonyCalls } from '../../calls/ceremony-calls.ts';
import { CallError } from '../../calls/line.ts';
import { rosterChanges } from '../../desk/roster-changes.ts';
import { fingerprintOf, textOf, type Means } from './means.ts';

interface OfficeFiles {
  readonly draft: Draft;
  /** What was signed last. */
  readonly directory: Directory | null;
  readonly publicFiles: readonly PublicFile[];
}

interface Planned {
  readonly roster: Roster;
  readonly publicFiles: readonly PublicFile[];
}

export function rosterHandlers(
  means: Means,
  charter: () => SigningSeed,
): Handlers<Pick<CeremonyCalls, 'planRoster' | 'signRoster'>> {
  let planned: Planned | null = null;
  return {
    async planRoster(files) {
      planned = null;
      const { draft, directory, publicFiles } = await sorted(files);
      const publicKey = charterPublicKey(await signingPublicKey(charter()));
      const before = directory && (await rosterBefore(directory, publicKey));
      const issued = means.today();
      const expires = isoDateOfDay(dayOf(new Date(issued)) + ROSTER_DAYS_DEFAULT);
      if (isShortOfReviewers(draft)) throw new CallError({ code: 'reviewers-few' });
      const roster = rosterOf(draft, (before?.version ?? 0) + 1, issued, expires);
      const addressed = await slotsWithMonth(roster, publicFiles);
      planned = { roster, publicFiles };
      return {
        office: roster.office,
        fingerprint: await fingerprintOf(publicKey),
        before: before && { version: before.version, expires: before.expires },
        version: roster.version,
        expires,
        threshold: roster.threshold,
        changes: before ? rosterChanges(before, draft) : [],
        reviewers: roster.reviewers.map(({ slot, name, role }) => ({ name, role, hasMonth: addressed.has(slot) })),
      };
    },

    async signRoster() {
      if (!planned) throw new CallError({ code: 'locked' });
      const { roster, publicFiles } = planned;
      const { directory, office } = await signOfficeRoster(roster, charter(), publicFiles);
      const { version, expires } = roster;
      return { directory: new Blob([directoryText(directory)]), version, expires, readers: readersOf(office) };
    },
  };
}

/** Tells the files apart by what they hold. Throws `draft-missing`, `file-twice`, `file-of-no-office`. */
async function sorted(files: readonly Blob[]): Promise<OfficeFiles> {
  const drafts: Draft[] = [];
  const directories: Directory[] = [];
  const publicFiles: PublicFile[] = [];
  for (const file of files) {
    const value = jsonIn(await textOf(file));
    const asDraft = draftSchema.safeParse(value);
    const asDirectory = directorySchema.safeParse(value);
    const asPublicFile = publicFileSchema.safeParse(value);
    if (asDraft.success) drafts.push(asDraft.data);
    else if (asDirectory.success) directories.push(asDirectory.data);
    else if (asPublicFile.success) publicFiles.push(asPublicFile.data);
    else throw new CallError({ code: 'file-of-no-office' });
  }
  const [draft] = drafts;
  if (!draft) throw new CallError({ code: 'draft-missing' });
  if (drafts.length > 1 || directories.length > 1) throw new CallError({ code: 'file-twice' });
  return { draft, directory: directories[0] ?? null, publicFiles };
}

/** Throws `charter-of-another` where what was signed last is of another charter key, so that no office is signed over by mistake. */
async function rosterBefore(directory: Directory, charter: ReturnType<typeof charterPublicKey>): Promise<Roster> {
  if (toHex(claimedCharter(directory)) !== toHex(charter)) throw new CallError({ code: 'charter-of-another' });
  return readRoster(directory.roster, charter);
}

/** Reviewers with a month that is not over. Throws `no-epoch-key` where nobody has one. */
async function slotsWithMonth(roster: Roster, files: readonly PublicFile[]): Promise<ReadonlySet<number>> {
  const envelopes = files.flatMap(({ epochKeys }) => epochKeys);
  const current = await currentMonths(envelopes, roster, roster.issued);
  if (current.length === 0) throw new AmparoError('no-epoch-key');
  const keys = await Promise.all(current.map((envelope) => openEpochKey(envelope, roster, roster.issued)));
  return new Set(keys.map(({ reviewer }) => reviewer.slot));
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CallError({ code: 'file-of-no-office' });
  }
}
