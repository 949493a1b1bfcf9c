import {
  askCode,
  fromHex,
  identityPublicKey,
  openRelease,
  openWithReleases,
  readCasebook,
  readerKey,
  toHex,
  unlockCasebook,
  waitingKeys,
  wrapKey,
} from '../../crypto/index.ts';
import { argon2id } from '../../scripts/lib/argon2id.ts';
import type { Vector } from '../../scripts/vectors/vector.ts';
import { flow } from './flow.ts';
import { reviewersOf } from './run-desk-vector.ts';
import { bytesOf, reportMember } from './vector-bytes.ts';

/** Runners of the vectors for what reviewers do together and keep. */
type All = ReadonlyMap<string, Vector>;

export async function runTogether(vector: Vector, all: All): Promise<unknown> {
  const given = vector['releases'] as readonly { slot: number; wrapKey: string; from: string }[];
  const releases = given.map(({ slot, wrapKey: key, from }) => ({ slot, wrapKey: wrapKey(fromHex(key)), from }));
  const outcome = await openWithReleases(bytesOf(vector, 'letter', all), releases);
  const opens = 'opened' in outcome ? reportMember(outcome.opened.report) : { missing: outcome.missing };
  return { false: outcome.false, ...opens };
}

export async function runRelease(vector: Vector): Promise<unknown> {
  const me = identityPublicKey(fromHex(vector['to'] as string));
  const release = await openRelease(vector['envelope'], reviewersOf(vector), me);
  return release && { ...release, wrapKey: toHex(release.wrapKey) };
}

export async function runReaderKey(vector: Vector): Promise<unknown> {
  const key = readerKey(fromHex(vector['readerKey'] as string));
  const { tag, key: journalKey } = await waitingKeys(key, vector['letter'] as string);
  const code = await askCode(key, identityPublicKey(fromHex(vector['identity'] as string)));
  return { tag, journalKey: toHex(journalKey), code };
}

export async function runCasebook(vector: Vector, all: All): Promise<unknown> {
  const file = bytesOf(vector, 'casebook', all);
  const casebook = await unlockCasebook(file, vector['passphrase'] as string, argon2id);
  const lines: string[] = [];
  try {
    for await (const line of readCasebook(casebook, flow([file]))) lines.push(line);
  } catch (error) {
    if (lines.length !== (vector['given'] ?? 0)) throw new Error('other lines before the damage', { cause: error });
    throw error;
  }
  return { identity: toHex(casebook.identity), generation: casebook.generation, lines };
}
