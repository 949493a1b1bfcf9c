import {
  asReplySize,
  fromBase64,
  identityPublicKey,
  isoDateOf,
  journalKeys,
  newCasebook,
  newFileKey,
  REPLY_BYTES,
  REPLY_MAGIC,
  systemRandom,
  toBase64,
  toHex,
  type Casebook,
  type OutboundReply,
} from '../../crypto/index.ts';
import { argon2id } from '../../scripts/lib/argon2id.ts';
import { Caller } from '../../client/triage/calls/caller.ts';
import type { PageCalls } from '../../client/triage/calls/page-calls.ts';
import type { KeptReport } from '../../client/triage/worker/memory.ts';
import { Memory } from '../../client/triage/worker/memory.ts';
import { takeDirectory } from '../../client/triage/worker/office.ts';
import { takeLine, linesOf } from '../../client/triage/worker/casebook-lines.ts';
import type { TestOffice } from '../server/office.ts';
import { deskReport } from './desk-entries.ts';

/** The worker's memory as a reviewer has it who has unlocked the page, without any page around it. */
export async function deskOf(office: TestOffice, slot: number, { knowsOffice = true } = {}): Promise<Memory> {
  const memory = new Memory(new Caller<PageCalls>({ onmessage: null, postMessage: () => undefined }));
  signIn(memory, office, slot);
  if (knowsOffice) await takeDirectory(memory, office.directory, isoDateOf(new Date()));
  return memory;
}

function signIn(memory: Memory, office: TestOffice, slot: number): void {
  const reviewer = office.reviewers[slot];
  if (!reviewer) throw new Error('no such reviewer');
  const { name, seed, epochKey } = reviewer;
  memory.session = {
    keys: { role: 'reviewer', name, seed, epochs: [epochKey] },
    identity: identityOf(office, slot),
    // What is sealed is the casebook's matter; nothing here is.
    casebook: undefined as never,
    generation: 0,
  };
}

/** Base64. */
export function identityOf(office: TestOffice, slot: number): string {
  const payload = JSON.parse(atob(office.directory.roster.payload)) as { reviewers: { identity: string }[] };
  return payload.reviewers[slot]?.identity ?? '';
}

/** A report of its own letter, with keys that a journal can use. */
export async function newReport(
  answers: Partial<KeptReport['report']> = {},
  more: Partial<KeptReport> = {},
): Promise<KeptReport> {
  const fileKey = newFileKey(systemRandom);
  const letter = toHex(systemRandom(32));
  const { tag } = await journalKeys(fileKey, letter);
  return deskReport(answers, { tag, letter, fileKey: toBase64(fileKey), caseLocator: null, ...more });
}

/** As saving and opening again does, the sealing left out. */
export async function reopened(memory: Memory, office: TestOffice, slot: number): Promise<Memory> {
  const again = await deskOf(office, slot, { knowsOffice: false });
  await takeAll(again, linesOf(memory));
  return again;
}

export async function takeAll(memory: Memory, lines: Iterable<string>): Promise<void> {
  for (const line of lines) await takeLine(memory, line);
}

/** A casebook that opens quickly. */
export async function casebookFor(office: TestOffice, slot: number): Promise<Casebook> {
  const identity = identityPublicKey(fromBase64(identityOf(office, slot)));
  return newCasebook('plain lantern orbit meadow', identity, { memoryKiB: 8192, passes: 1 }, argon2id, systemRandom);
}

/** What a server, which can open nothing, takes for a reply; each is another one. */
export function someReply(): OutboundReply {
  const bytes = systemRandom(REPLY_BYTES);
  bytes.set(REPLY_MAGIC);
  return { mailbox: systemRandom(32), reply: asReplySize(bytes) };
}
