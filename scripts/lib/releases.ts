import {
  AmparoError,
  asLetter,
  decodeLetterContent,
  identityPublicKey,
  openLetter,
  openRelease,
  signingPublicKey,
  toBytes,
  type Contribution,
  type Keys,
  type Release,
  type Roster,
} from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { readWhole } from './files.ts';
import { epochKeyFor } from './key-ring.ts';

/** What other reviewers released to this one, by the ids of the letters. `from` is a name on the roster. */
export type Releases = ReadonlyMap<string, readonly Contribution<string>[]>;

export const NO_RELEASES: Releases = new Map();

/** Reads the files that `amparo share release` wrote. Throws `release-foreign`, and as `openRelease`. */
export async function readReleases(paths: readonly string[], keys: Keys, roster: Roster): Promise<Releases> {
  const releases = new Map<string, Contribution<string>[]>();
  for (const path of paths) {
    for (const { letter, slot, wrapKey, from } of await releasesIn(path, keys, roster)) {
      const giver = roster.reviewers.find(({ identity }) => identity === from)?.name ?? from;
      releases.set(letter, [...(releases.get(letter) ?? []), { slot, wrapKey, from: giver }]);
    }
  }
  return releases;
}

async function releasesIn(path: string, keys: Keys, roster: Roster): Promise<Release[]> {
  const me = identityPublicKey(await signingPublicKey(keys.seed));
  const opened = await Promise.all(
    (await statementsIn(path, keys)).map((statement) => openRelease(statement, roster, me)),
  );
  const mine = opened.filter((release) => release !== null);
  if (mine.length === 0) throw new Failure('release-foreign', path);
  return mine;
}

async function statementsIn(path: string, keys: Keys): Promise<readonly unknown[]> {
  const bytes = toBytes(await readWhole(path));
  try {
    const letter = asLetter(bytes);
    const opened = await openLetter(letter, epochKeyFor(keys.epochs, letter));
    const content = opened?.kind === 'opened' ? decodeLetterContent(opened.report) : null;
    return content?.kind === 'journal' ? content.releases : [];
  } catch (error) {
    // Somebody chose a report, a bundle or a photo: what exactly is wrong with it is of no use to them.
    if (error instanceof AmparoError && error.code !== 'epoch-key-missing') throw new Failure('release-foreign', path);
    throw error;
  }
}
