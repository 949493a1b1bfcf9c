import { beforeEach, describe, expect, test } from 'vitest';

import {
  fileKey,
  fromBase64,
  journalKeys,
  NO_ENTRY,
  readerKey,
  signEntry,
  signStatement,
  systemRandom,
  waitingKeys,
  type Envelope,
} from '../../crypto/index.ts';
import type { CallError } from '../../client/triage/calls/line.ts';
import { linesOf } from '../../client/triage/worker/casebook-lines.ts';
import { placeAgain } from '../../client/triage/worker/office.ts';
import { openTogether } from '../../client/triage/worker/together.ts';
import type { SealedLetter } from '../journeys/desk-files.ts';
import type { TestOffice } from '../server/office.ts';
import { deskOf, reopened, takeAll } from './triage-desk.ts';
import {
  ADVISER,
  CLERK,
  COUNSELLOR,
  EXCLUDED,
  releasedToClerk,
  seedOf,
  sharedOffice,
  sharedOn,
  STORY,
  storyIn,
  tell,
  who,
  type SharedOffice,
} from './triage-shared.ts';
import {
  bundleOf,
  CONTROL,
  deskAround,
  journalOf,
  mailTo,
  privatesOf,
  teamDesk,
  type TeamDesk,
} from './triage-team.ts';

let all: SharedOffice;
let office: TestOffice;
let sealed: SealedLetter;
let id: string;
let clerk: TeamDesk;
let counsellor: TeamDesk;
let excluded: TeamDesk;

beforeEach(async () => {
  all = await sharedOffice();
  ({ office, sealed, id, clerk, counsellor, excluded } = all);
});

describe('a letter that two open together', () => {
  test('waits with its bytes, and an excluded reviewer sees nothing of it', async () => {
    const shown = await sharedOn(all, clerk);
    expect(shown).toMatchObject({ threshold: 2, shares: [who(all, CLERK)], asks: [], askedAt: null, tag: null });
    expect(shown?.code).toMatch(/^\d{5} \d{5}$/);
    expect(await excluded.team.shared(null, CONTROL)).toMatchObject({ letters: [] });
    expect(excluded.memory.notMine.has(id)).toBe(true);
    expect(clerk.memory.isSaved).toBe(false);
  });

  test('opens once a colleague who was asked released their share, without the bundle', async () => {
    const release = await releasedToClerk(all);
    expect(privatesOf(counsellor)).toMatchObject([{ to: who(all, CLERK), kind: 'release' }]);
    expect(await sharedOn(all, counsellor)).toMatchObject({
      asks: [{ by: who(all, CLERK), releasedAt: expect.any(String) as string }],
    });
    const summary = await clerk.open(await mailTo(office, { releases: [release] }, CLERK));
    expect(summary).toMatchObject({ opened: 1, journal: 1, failed: 0 });
    expect(storyIn(clerk)).toBe(STORY);
    expect(clerk.memory.reports.values().next().value).toMatchObject({
      letter: id,
      cells: 0,
      bundle: 'reports.bundle',
    });
    expect(await sharedOn(all, clerk)).toBeUndefined();
    expect(clerk.memory.shared.waiting()).toEqual([]);
    // The same bundle again opens nothing twice.
    expect(await clerk.open(bundleOf(office, [sealed]))).toMatchObject({ opened: 0, known: 1, waiting: 0 });
  });

  test('opens with a release that came before the letter', async () => {
    const release = await releasedToClerk(all);
    const fresh = await teamDesk(office, CLERK);
    await fresh.open(await mailTo(office, { releases: [release] }, CLERK));
    expect(await fresh.open(bundleOf(office, [sealed]))).toMatchObject({ opened: 1, waiting: 0 });
    expect(storyIn(fresh)).toBe(STORY);
  });

  test('a casebook saved and opened again keeps it, asks and all, and opens it', async () => {
    const release = await releasedToClerk(all);
    const again = deskAround(await reopened(clerk.memory, office, CLERK));
    expect(await sharedOn(all, again)).toMatchObject({ threshold: 2, askedAt: expect.any(String) as string });
    await again.open(await mailTo(office, { releases: [release] }, CLERK));
    expect(storyIn(again)).toBe(STORY);
    // Once it is open its bytes are kept no more, and it opens no second time.
    const lines = [...linesOf(again.memory)].filter((line) => line.startsWith('{"type":"shared"'));
    expect(lines).toMatchObject([expect.stringContaining('"bytes":null')]);
    const later = deskAround(await reopened(again.memory, office, CLERK));
    expect([later.memory.reports.size, later.memory.shared.waiting().length]).toEqual([1, 0]);
  });

  test('what was said while it waited stays in its history', async () => {
    const release = await releasedToClerk(all);
    await tell(counsellor, clerk);
    await clerk.open(await mailTo(office, { releases: [release] }, CLERK));
    const [tag] = [...clerk.memory.reports.keys()];
    const { entries } = await clerk.team.trail({ author: null, about: tag ?? null, from: 0, count: 9 }, CONTROL);
    expect(entries.map(({ entry }) => entry.content?.kind).sort()).toEqual(['ask-share', 'released']);
    expect(entries.every(({ letter }) => letter === id)).toBe(true);
  });

  test('of which the releases lie in an old casebook, as lines that it did not know, opens', async () => {
    const release = await releasedToClerk(all);
    const old = await deskOf(office, CLERK);
    await takeAll(old, [
      JSON.stringify({ type: 'release', envelope: release }),
      JSON.stringify({ type: 'release', envelope: 'nonsense' }),
    ]);
    expect(old.refused).toMatchObject([{ code: 'statement-malformed' }]);
    await placeAgain(old);
    const desk = deskAround(old);
    expect(await desk.open(bundleOf(office, [sealed]))).toMatchObject({ opened: 1 });
  });

  test('opens also in a casebook that holds the release, before a session is there', async () => {
    const release = await releasedToClerk(all);
    await clerk.memory.releases.take(release);
    const again = await deskOf(office, CLERK, { knowsOffice: false });
    const { session } = again;
    again.session = null;
    await takeAll(again, linesOf(clerk.memory));
    again.session = session;
    await placeAgain(again);
    expect(await openTogether(again)).toBe(1);
  });
});

describe('a share is released to nobody but a colleague who showed that the letter addresses them', () => {
  test('by asking in the journal under the key that only those have', async () => {
    await expect(counsellor.team.releaseToAsker({ letter: id, to: who(all, CLERK) }, CONTROL)).rejects.toMatchObject({
      failure: { code: 'release-unasked' },
    });
    expect(privatesOf(counsellor)).toEqual([]);
    await releasedToClerk(all);
    expect(privatesOf(counsellor)).toHaveLength(1);
  });

  test('an excluded reviewer who copies the tag, or the sealed ask itself, asked for nothing', async () => {
    await clerk.team.askColleagues([id], CONTROL);
    const [asked] = journalOf(clerk) as [Envelope];
    const tag = [...clerk.memory.journal.entries.values()][0]?.entry.about ?? '';
    const made = { seed: seedOf(all, EXCLUDED), number: 1, previous: NO_ENTRY, at: '2026-03-01T10:00Z' };
    const { key } = await journalKeys(fileKey(systemRandom(32)), id);
    const guessed = await signEntry(
      { ...made, about: { tag, key }, content: { kind: 'ask-share', letter: id } },
      systemRandom,
    );
    const copied = await copyOf(asked, EXCLUDED);
    const added = await counsellor.memory.journal.addForeign([guessed.envelope, copied]);
    expect(added).toMatchObject({ added: 0, refused: [{ code: 'journal-damaged' }, { code: 'journal-damaged' }] });
    // The same before the counsellor had the letter.
    const early = await teamDesk(office, COUNSELLOR);
    await early.memory.journal.addForeign([guessed.envelope, copied]);
    await early.open(bundleOf(office, [sealed]));
    for (const desk of [counsellor, early]) {
      expect((await sharedOn(all, desk))?.asks).toEqual([]);
      await expect(desk.team.releaseToAsker({ letter: id, to: who(all, EXCLUDED) }, CONTROL)).rejects.toMatchObject({
        failure: { code: 'release-unasked' },
      });
    }
  });

  test('an ask for another letter, sealed under this one, is none', async () => {
    const key = clerk.memory.shared.get(id)?.readerKey ?? '';
    const about = await waitingKeys(readerKey(fromBase64(key)), id);
    const made = { seed: seedOf(all, ADVISER), number: 1, previous: NO_ENTRY, at: '2026-03-01T10:00Z', about };
    const other = await signEntry({ ...made, content: { kind: 'ask-share', letter: 'ab'.repeat(32) } }, systemRandom);
    await counsellor.memory.journal.addForeign([other.envelope]);
    expect((await sharedOn(all, counsellor))?.asks).toEqual([]);
  });

  test('by the code that they read out; a wrong one names nobody and releases nothing', async () => {
    const code = (await sharedOn(all, clerk))?.code ?? '';
    const wrong = [
      { to: who(all, CLERK), code: '00000 00000' },
      { to: who(all, CLERK), code: '' },
      { to: who(all, CLERK), code: code.slice(0, 5) },
      { to: who(all, EXCLUDED), code }, // overheard
      { to: who(all, ADVISER), code },
      { to: who(all, CLERK), code: (await sharedOn(all, counsellor))?.code ?? '' },
    ];
    for (const each of wrong) {
      const refused: unknown = await Promise.resolve(
        counsellor.team.releaseByCode({ letter: id, ...each }, CONTROL),
      ).catch((error: unknown) => error);
      expect((refused as CallError).failure).toEqual({ code: 'ask-code-wrong' });
    }
    expect([privatesOf(counsellor), journalOf(counsellor)]).toEqual([[], []]);
    await counsellor.team.releaseByCode(
      { letter: id, to: who(all, CLERK), code: `  ${code.replace(' ', ' – ')} ` },
      CONTROL,
    );
    expect(privatesOf(counsellor)).toMatchObject([{ to: who(all, CLERK) }]);
    expect((await sharedOn(all, counsellor))?.releasedTo).toMatchObject([{ to: who(all, CLERK) }]);
  });

  test('never to oneself, nor to somebody who is on no list, nor for a letter that is not here', async () => {
    const code = (await sharedOn(all, counsellor))?.code ?? '';
    const refusals = [
      [counsellor.team.releaseByCode({ letter: id, to: who(all, COUNSELLOR), code }, CONTROL), 'release-to-self'],
      [counsellor.team.releaseByCode({ letter: id, to: 'nobody', code }, CONTROL), 'reviewer-unknown'],
      [counsellor.team.releaseByCode({ letter: 'f'.repeat(64), to: who(all, CLERK), code }, CONTROL), 'letter-unknown'],
      [excluded.team.releaseByCode({ letter: id, to: who(all, CLERK), code }, CONTROL), 'letter-unknown'],
      [excluded.team.askColleagues([id], CONTROL), 'letter-unknown'],
    ] as const;
    for (const [refused, expected] of refusals)
      await expect(refused).rejects.toMatchObject({ failure: { code: expected } });
    await expect(Promise.resolve(privatesOf(counsellor))).resolves.toEqual([]);
  });

  test('is asked for and released once, and still after the letter opened', async () => {
    const release = await releasedToClerk(all);
    await counsellor.team.releaseToAsker({ letter: id, to: who(all, CLERK) }, CONTROL);
    await clerk.team.askColleagues([id], CONTROL);
    expect([privatesOf(counsellor).length, journalOf(counsellor).length, journalOf(clerk).length]).toEqual([1, 2, 1]);
    await clerk.open(await mailTo(office, { releases: [release] }, CLERK));
    const adviser = await teamDesk(office, ADVISER);
    await adviser.open(bundleOf(office, [sealed]));
    await adviser.team.askColleagues([id], CONTROL);
    await tell(adviser, clerk);
    expect(await sharedOn(all, clerk)).toMatchObject({
      asks: [{ by: who(all, ADVISER), releasedAt: null }],
      tag: expect.any(String) as string,
    });
    await clerk.team.releaseToAsker({ letter: id, to: who(all, ADVISER) }, CONTROL);
    await adviser.open(await mailTo(office, { releases: privatesOf(clerk).map(({ envelope }) => envelope) }, ADVISER));
    expect(storyIn(adviser)).toBe(STORY);
  });
});

/** As somebody does who signs what a colleague sealed as their own. */
async function copyOf(envelope: Envelope, slot: number): Promise<Envelope> {
  const payload = JSON.parse(atob(envelope.payload)) as object;
  return signStatement('journal', { ...payload, identity: who(all, slot) }, seedOf(all, slot));
}
