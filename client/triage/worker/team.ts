import { askCode, fromBase64, identityPublicKey, readerKey } from '../../../crypto/index.ts';
import type { Handlers } from '../calls/answering.ts';
import type { Failure } from '../calls/line.ts';
import type { ShownShared, TeamCalls, TeamFacts } from '../calls/team-calls.ts';
import { compareText } from '../desk/said.ts';
import type { DeskIndex } from './desk-index.ts';
import { givenLetters } from './granted.ts';
import { give, newcomers } from './granting.ts';
import type { Memory } from './memory.ts';
import type { KeptShared } from './shared-letters.ts';
import { asksOf, askColleagues, releaseByCode, releasedTo, releaseToAsker } from './together.ts';
import { shownChains, trailFile, trailPage, verifyTrail } from './trail.ts';

/** What reviewers do together, and what each of them wrote. */
export function teamHandlers(memory: Memory, index: DeskIndex): Handlers<TeamCalls> {
  return {
    async shared() {
      const letters = await Promise.all([...memory.shared.all()].map((shared) => shownShared(memory, shared)));
      const me = memory.unlocked().identity;
      return {
        letters: letters.filter(({ tag, asks }) => tag === null || asks.length > 0).sort(byNeed),
        colleagues: (memory.office?.roster.reviewers ?? [])
          .filter(({ identity }) => identity !== me)
          .map(({ identity, name }) => ({ identity, name })),
      };
    },
    async askColleagues(letters) {
      await askColleagues(memory, letters);
      return null;
    },
    async releaseToAsker({ letter, to }) {
      await releaseToAsker(memory, letter, to);
      return null;
    },
    async releaseByCode({ letter, to, code }) {
      await releaseByCode(memory, letter, to, code);
      return null;
    },
    team: () => teamFacts(memory, index),
    give: (to) => give(memory, index, to),
    trail: (asked) => trailPage(memory, asked),
    trailFile: (asked) => trailFile(memory, asked),
    verifyTrail: (asked) => verifyTrail(memory, asked),
  };
}

async function shownShared(memory: Memory, shared: KeptShared): Promise<ShownShared> {
  const { letter, day, threshold, failure, bytes } = shared;
  const { identity: me } = memory.unlocked();
  const releases = memory.releases.of(letter);
  const released = releasedTo(memory, shared);
  const asks = asksOf(memory, shared);
  return {
    letter,
    day,
    threshold,
    failure,
    shares: bytes === null ? [] : [me, ...new Set(memory.releases.standing(letter).map(({ from }) => from))],
    falseFrom: [...new Set(releases.flatMap(({ isFalse, opened }) => (isFalse ? [opened.from] : [])))],
    askedAt: asks.find(({ by }) => by === me)?.at ?? null,
    asks: asks.filter(({ by }) => by !== me).map(({ by, at }) => ({ by, at, releasedAt: released.get(by) ?? null })),
    releasedTo: [...released].map(([to, at]) => ({ to, at })),
    code: await askCode(readerKey(fromBase64(shared.readerKey)), identityPublicKey(fromBase64(me))),
    tag: memory.letters.get(letter) ?? null,
  };
}

/** Those for which a colleague waits first; then the oldest, those that nobody gave a day before them. */
function byNeed(a: ShownShared, b: ShownShared): number {
  return isAwaited(b) - isAwaited(a) || compareText(a.day ?? '', b.day ?? '') || compareText(a.letter, b.letter);
}

function isAwaited({ asks }: ShownShared): number {
  return Number(asks.some(({ releasedAt }) => releasedAt === null));
}

function teamFacts(memory: Memory, index: DeskIndex): TeamFacts {
  const { journal, releases, grants } = memory;
  const falseOf = (kind: 'release' | 'grant') =>
    memory[`${kind}s`].falseOnes().map(({ from, letter }) => ({ from, letter, kind }));
  return {
    chains: shownChains(memory),
    unplaced: [...journal.unplaced].length + releases.unplaced + grants.unplaced,
    refused: counted(memory.refused),
    falseGiven: [...falseOf('release'), ...falseOf('grant')],
    newcomers: newcomers(memory, index),
    given: [...givenLetters(memory)].map(([from, letters]) => ({ from, letters })),
  };
}

function counted(failures: readonly Failure[]): TeamFacts['refused'] {
  const counts = new Map<string, { failure: Failure; count: number }>();
  for (const failure of failures) {
    const { count = 0 } = counts.get(failure.code) ?? {};
    counts.set(failure.code, { failure, count: count + 1 });
  }
  return [...counts.values()];
}
