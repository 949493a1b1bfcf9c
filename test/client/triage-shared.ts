import { sha256, signingSeed, systemRandom, toHex, type Envelope, type SigningSeed } from '../../crypto/index.ts';
import type { SealedLetter } from '../journeys/desk-files.ts';
import { makeOffice, type TestOffice } from '../server/office.ts';
import { identityOf } from './triage-desk.ts';
import { bundleOf, CONTROL, journalOf, privatesOf, sealAll, teamDesk, type TeamDesk } from './triage-team.ts';

/** An office whose reviewers open together, two at a time. The report excludes the fourth. */
export const CLERK = 0;
export const COUNSELLOR = 1;
export const ADVISER = 2;
export const EXCLUDED = 3;
export const STORY = 'The guard at the north gate takes money.';

export interface SharedOffice {
  readonly office: TestOffice;
  readonly sealed: SealedLetter;
  /** Of the letter. */
  readonly id: string;
  readonly clerk: TeamDesk;
  readonly counsellor: TeamDesk;
  readonly excluded: TeamDesk;
}

/** Three desks that have opened the bundle with the report. */
export async function sharedOffice(threshold = 2): Promise<SharedOffice> {
  const names = ['Case worker', 'Counsellor', 'Legal adviser', 'Head of office'];
  const office = await makeOffice(names, undefined, threshold);
  const [sealed] = (await sealAll(office, { report: { story: STORY }, excluded: [EXCLUDED], age: 3 })) as [
    SealedLetter,
  ];
  const desk = async (slot: number) => {
    const made = await teamDesk(office, slot);
    await made.open(bundleOf(office, [sealed]));
    return made;
  };
  return {
    office,
    sealed,
    id: toHex(await sha256(sealed.letter)),
    clerk: await desk(CLERK),
    counsellor: await desk(COUNSELLOR),
    excluded: await desk(EXCLUDED),
  };
}

export const who = ({ office }: SharedOffice, slot: number): string => identityOf(office, slot);

export function seedOf({ office }: SharedOffice, slot: number): SigningSeed {
  return office.reviewers[slot]?.seed ?? signingSeed(systemRandom(32));
}

export async function sharedOn({ id }: SharedOffice, desk: TeamDesk) {
  const { letters } = await desk.team.shared(null, CONTROL);
  return letters.find(({ letter }) => letter === id);
}

/** What `from` wrote in the journal reaches `to`. */
export async function tell(from: TeamDesk, to: TeamDesk): Promise<void> {
  await to.memory.journal.addForeign(journalOf(from));
}

/** The clerk asks, and the counsellor releases. */
export async function releasedToClerk(of: SharedOffice): Promise<Envelope> {
  const { clerk, counsellor, id } = of;
  await clerk.team.askColleagues([id], CONTROL);
  await tell(clerk, counsellor);
  await counsellor.team.releaseToAsker({ letter: id, to: who(of, CLERK) }, CONTROL);
  const [statement] = privatesOf(counsellor);
  if (!statement) throw new Error('a release');
  return statement.envelope;
}

export function storyIn({ memory }: TeamDesk): string | undefined {
  return [...memory.reports.values()][0]?.report.story;
}
