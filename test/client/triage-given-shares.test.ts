import { beforeEach, describe, expect, test } from 'vitest';

import {
  fromBase64,
  identityPublicKey,
  releaseShare,
  sha256,
  signingSeed,
  systemRandom,
  toHex,
  wrapKey,
} from '../../crypto/index.ts';
import type { SealedLetter } from '../journeys/desk-files.ts';
import type { TestOffice } from '../server/office.ts';
import { reopened } from './triage-desk.ts';
import {
  ADVISER,
  CLERK,
  COUNSELLOR,
  releasedToClerk,
  seedOf,
  sharedOffice,
  sharedOn,
  STORY,
  storyIn,
  who,
  type SharedOffice,
} from './triage-shared.ts';
import { bundleOf, CONTROL, deskAround, mailTo, sealAll, teamDesk, type TeamDesk } from './triage-team.ts';

let all: SharedOffice;
let office: TestOffice;
let sealed: SealedLetter;
let id: string;
let clerk: TeamDesk;

beforeEach(async () => {
  all = await sharedOffice();
  ({ office, sealed, id, clerk } = all);
});

describe('what colleagues give', () => {
  const toClerk = () => identityPublicKey(fromBase64(who(all, CLERK)));
  const lie = (from: number, slot: number) =>
    releaseShare({ letter: id, slot, wrapKey: wrapKey(systemRandom(32)), to: toClerk() }, seedOf(all, from));

  test('a false share names its giver, counts for nothing, and keeps no true one from opening the letter', async () => {
    await clerk.open(
      await mailTo(office, { releases: [await lie(ADVISER, ADVISER), await lie(ADVISER, COUNSELLOR)] }, CLERK),
    );
    expect(await sharedOn(all, clerk)).toMatchObject({
      shares: [who(all, CLERK)],
      falseFrom: [who(all, ADVISER)],
      failure: null,
    });
    const release = await releasedToClerk(all);
    expect(await clerk.open(await mailTo(office, { releases: [release] }, CLERK))).toMatchObject({ opened: 1 });
    expect(storyIn(clerk)).toBe(STORY);
    // It stays on record, with the statement that proves it, also in the next casebook.
    const again = deskAround(await reopened(clerk.memory, office, CLERK));
    for (const desk of [clerk, again]) {
      const { falseGiven } = await desk.team.team(null, CONTROL);
      expect(falseGiven.length).toBe(2);
      expect(falseGiven).toContainEqual({ from: who(all, ADVISER), letter: id, kind: 'release' });
    }
  });

  test('a release to another, or of one on no list, or altered, counts for nothing', async () => {
    const stranger = await releaseShare(
      { letter: id, slot: COUNSELLOR, wrapKey: wrapKey(systemRandom(32)), to: toClerk() },
      signingSeed(systemRandom(32)),
    );
    const release = await releasedToClerk(all);
    const altered = {
      ...release,
      signatures: [{ ...release.signatures[0], sig: (await lie(ADVISER, 2)).signatures[0].sig }],
    };
    const adviser = await teamDesk(office, ADVISER);
    await adviser.open(bundleOf(office, [sealed]));
    await adviser.open(await mailTo(office, { releases: [release] }, ADVISER)); // carried to somebody else
    expect(adviser.memory.reports.size).toBe(0);
    expect(await sharedOn(all, adviser)).toMatchObject({ shares: [who(all, ADVISER)], falseFrom: [] });

    const summary = await clerk.open(await mailTo(office, { releases: [stranger, altered, null, 'text'] }, CLERK));
    expect(summary).toMatchObject({ opened: 0, refusedEntries: 3 });
    const facts = await clerk.team.team(null, CONTROL);
    expect(facts).toMatchObject({ unplaced: 1, falseGiven: [] });
    expect(facts.refused).toContainEqual({ failure: { code: 'signature-invalid' }, count: 1 });
    expect(await sharedOn(all, clerk)).toMatchObject({ shares: [who(all, CLERK)], falseFrom: [] });
  });

  test('the same release again, and again in another letter, is one share', async () => {
    all = await sharedOffice(3);
    ({ office, id, clerk } = all);
    const release = await releasedToClerk(all);
    for (let i = 0; i < 2; i += 1) await clerk.open(await mailTo(office, { releases: [release, release] }, CLERK));
    expect(await sharedOn(all, clerk)).toMatchObject({ threshold: 3, shares: [who(all, CLERK), who(all, COUNSELLOR)] });
    expect(clerk.memory.reports.size).toBe(0);
  });

  test('a release of one letter opens no other', async () => {
    const [other] = (await sealAll(office, { report: { story: 'Another.' } })) as [SealedLetter];
    const otherId = toHex(await sha256(other.letter));
    await clerk.open(bundleOf(office, [other]));
    const release = await releasedToClerk(all);
    await clerk.open(await mailTo(office, { releases: [release] }, CLERK));
    expect([...clerk.memory.letters.keys()]).toEqual([id]);
    expect(clerk.memory.shared.waiting().map(({ letter }) => letter)).toEqual([otherId]);
  });
});
