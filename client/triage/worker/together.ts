import {
  asLetter,
  askCode,
  digitsIn,
  fromBase64,
  identityOf,
  letterEpoch,
  openWithReleases,
  readerKey,
  releaseShare,
  type Reviewer,
} from '../../../crypto/index.ts';
import { failureOf } from '../calls/answering.ts';
import { CallError } from '../calls/line.ts';
import type { Identity } from '../desk/journal-types.ts';
import { contentsOf } from './letter-contents.ts';
import type { Memory } from './memory.ts';
import { settle } from './settling.ts';
import { ownShare, type KeptShared } from './shared-letters.ts';

/** Opens the letters of which enough shares are here (SPEC.md, Opening together); gives how many. */
export async function openTogether(memory: Memory): Promise<number> {
  let opened = 0;
  for (const shared of memory.shared.waiting()) {
    if (memory.releases.standing(shared.letter).length === 0) continue;
    if (await openShared(memory, shared)) opened += 1;
  }
  if (opened > 0) memory.touch();
  return opened;
}

async function openShared(memory: Memory, shared: KeptShared): Promise<boolean> {
  const { letter, bytes, day, cells, bundle, taken } = shared;
  if (bytes === null) return false;
  shared.failure = null;
  const own = ownShare(shared, memory.unlocked().identity);
  try {
    await markFalse(memory, shared);
    const together = await openWithReleases(bytes, [own, ...memory.releases.standing(letter)]);
    if (!('opened' in together)) return false;
    const outcome = await contentsOf(letter, letterEpoch(asLetter(bytes)), together.opened);
    if (outcome.kind === 'failed') throw new CallError(outcome.failure);
    await settle(memory, outcome, { day, cells, bundle, taken });
    memory.shared.open(letter);
    memory.releases.close(letter);
    return true;
  } catch (error) {
    shared.failure = failureOf(error);
    return false;
  }
}

/** Each release by itself: somebody may have given one that is true and one that is not. */
async function markFalse(memory: Memory, { letter, bytes }: KeptShared): Promise<void> {
  if (bytes === null) return;
  for (const kept of memory.releases.of(letter)) {
    // A share that is not well-formed was sealed so: its giver only unlocked it.
    const alone = await openWithReleases(bytes, [kept.opened]).catch(() => null);
    if (alone && alone.false.length > 0) kept.isFalse = true;
  }
}

/** Says to all, in words that only those read whom the letter addresses, that one's own share is not enough. */
export async function askColleagues(memory: Memory, letters: readonly string[]): Promise<void> {
  for (const letter of letters) {
    const shared = sharedLetter(memory, letter);
    const { tag } = shared.waiting;
    await memory.journal.write(tag, () => {
      const isAsked = asksOf(memory, shared).some(({ by }) => by === memory.session?.identity);
      return isAsked || shared.bytes === null ? null : { kind: 'ask-share', letter };
    });
  }
}

export interface Ask {
  readonly by: Identity;
  readonly at: string;
}

/** Who asked, as far as they showed that the letter addresses them: what opens under its waiting key was sealed by somebody who has that. */
export function asksOf({ journal }: Memory, { letter, waiting }: KeptShared): Ask[] {
  return journal
    .entriesAbout(waiting.tag)
    .flatMap(({ author, at, content }) =>
      content?.kind === 'ask-share' && content.letter === letter ? [{ by: author, at }] : [],
    );
}

/** To whom this reviewer released their share, and when. */
export function releasedTo(
  { journal, session }: Memory,
  { letter, waiting }: KeptShared,
): ReadonlyMap<Identity, string> {
  const said = journal.entriesAbout(waiting.tag).flatMap(({ author, at, content }) => {
    const isOwn = author === session?.identity && content?.kind === 'released' && content.letter === letter;
    return isOwn ? [[content.to, at] as const] : [];
  });
  return new Map(said);
}

/** Gives one's share to a colleague who asked in the journal. Throws `release-unasked`, and as {@link colleague}. */
export async function releaseToAsker(memory: Memory, letter: string, to: Identity): Promise<void> {
  const shared = sharedLetter(memory, letter);
  const whom = colleague(memory, to);
  if (!asksOf(memory, shared).some(({ by }) => by === to)) throw new CallError({ code: 'release-unasked' });
  await release(memory, shared, whom);
}

/** Gives one's share to a colleague who read out their code. Throws `ask-code-wrong`, whatever else the code may be, and as {@link colleague}. */
export async function releaseByCode(memory: Memory, letter: string, to: Identity, code: string): Promise<void> {
  const shared = sharedLetter(memory, letter);
  const whom = colleague(memory, to);
  const expected = await askCode(readerKey(fromBase64(shared.readerKey)), identityOf(whom));
  // As it is heard and typed: any spaces and strokes, the digits of any script.
  if (digitsIn(code) !== digitsIn(expected)) throw new CallError({ code: 'ask-code-wrong' });
  await release(memory, shared, whom);
}

async function release(memory: Memory, shared: KeptShared, whom: Reviewer): Promise<void> {
  const { letter, waiting } = shared;
  const { slot, wrapKey } = ownShare(shared, memory.unlocked().identity);
  const to = whom.identity;
  if (releasedTo(memory, shared).has(to)) return;
  const envelope = await releaseShare({ letter, slot, wrapKey, to: identityOf(whom) }, memory.unlocked().keys.seed);
  await memory.outbox.queuePrivate({ to, kind: 'release', envelope });
  await memory.journal.write(waiting.tag, () => ({ kind: 'released', letter, to }));
}

/** Somebody else on the list of today. Throws `release-to-self`, `reviewer-unknown`. */
function colleague(memory: Memory, identity: Identity): Reviewer {
  if (identity === memory.unlocked().identity) throw new CallError({ code: 'release-to-self' });
  const found = memory.office?.roster.reviewers.find((each) => each.identity === identity);
  if (!found) throw new CallError({ code: 'reviewer-unknown' });
  return found;
}

function sharedLetter(memory: Memory, letter: string): KeptShared {
  const found = memory.shared.get(letter);
  if (!found) throw new CallError({ code: 'letter-unknown' });
  return found;
}
