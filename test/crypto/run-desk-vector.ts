import { expect } from 'vitest';

import {
  checkChains,
  decodeLetterContent,
  decodeOutbound,
  fileKey,
  fromHex,
  fromUtf8,
  identityPublicKey,
  journalKeys,
  openEntry,
  openGrant,
  openLetterWith,
  sha256,
  toBase64,
  toHex,
  type Bytes,
  type ChainLink,
  type Reviewers,
} from '../../crypto/index.ts';
import type { Vector } from '../../scripts/vectors/vector.ts';

/** Runs the vectors of what reviewers tell each other, given the member that holds bytes. */
export const DESK_RUNNERS = {
  journal: runJournal,
  grant: runGrant,
  'letter-with-key': runLetterWithKey,
  'journal-letter': runJournalLetter,
  chains: runChains,
  outbound: runOutbound,
} as const;

async function runJournal(vector: Vector): Promise<unknown> {
  const held = await Promise.all(
    (vector['letters'] as { id: string; fileKey: string }[]).map(({ id, fileKey: key }) =>
      journalKeys(fileKey(fromHex(key)), id),
    ),
  );
  const keyOf = (tag: string) => held.find((keys) => keys.tag === tag)?.key;
  return openEntry(vector['envelope'], reviewersOf(vector), keyOf);
}

async function runGrant(vector: Vector): Promise<unknown> {
  const me = identityPublicKey(fromHex(vector['to'] as string));
  const grant = await openGrant(vector['envelope'], reviewersOf(vector), me);
  return grant && { ...grant, fileKey: toHex(grant.fileKey) };
}

async function runLetterWithKey(vector: Vector, letter: Bytes): Promise<unknown> {
  const opened = await openLetterWith(letter, fileKey(fromHex(vector['fileKey'] as string)));
  return { report: fromUtf8(opened.report) };
}

async function runJournalLetter(_vector: Vector, bytes: Bytes): Promise<unknown> {
  const { kind, ...held } = await Promise.resolve(decodeLetterContent(bytes));
  expect(['report', 'journal']).toContain(kind);
  return held;
}

async function runChains(vector: Vector): Promise<unknown> {
  const chains = checkChains(vector['entries'] as ChainLink[]);
  const pairs = chains.map((chain) => ({ ...chain, gaps: chain.gaps.map(({ first, last }) => [first, last]) }));
  return Promise.resolve({ chains: pairs });
}

async function runOutbound(_vector: Vector, bytes: Bytes): Promise<unknown> {
  const { replies, opened, letters } = decodeOutbound(bytes);
  return {
    mailboxes: replies.map(({ mailbox }) => toHex(mailbox)),
    days: opened.map(({ day }) => day),
    letters: await Promise.all(letters.map(async (letter) => toHex(await sha256(letter)))),
  };
}

/** Only the identities matter for whose word counts. */
export function reviewersOf(vector: Vector): Reviewers {
  const reviewers = (vector['reviewers'] as string[]).map((identity, slot) => ({
    slot,
    name: `Reviewer ${String(slot)}`,
    role: 'reads reports',
    languages: ['en'],
    identity: toBase64(fromHex(identity)),
  }));
  return { reviewers };
}
