import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

import {
  codeDigits,
  fingerprint,
  isoDateOf,
  newCaseSecret,
  openCase,
  openDirectory,
  REPLY_MAGIC,
  sealReply,
  signRoster,
  signingSeed,
  systemRandom,
  type Bytes,
  type Case,
  type CaseSecret,
  type Directory,
  type SigningSeed,
} from '../../crypto/index.ts';
import { makeOffice, tempFolder, type TestOffice } from '../server/helpers.ts';
import { amparo, jsonIn } from './cli.ts';
import { startLyingServer } from './lying-server.ts';

let office: TestOffice;
let secret: CaseSecret;
let mine: Case;
let other: Case;
let seed: SigningSeed;

beforeAll(async () => {
  office = await makeOffice();
  secret = newCaseSecret(systemRandom);
  [mine, other] = await Promise.all([openCase(secret), openCase(newCaseSecret(systemRandom))]);
  seed = office.reviewers[0]?.seed ?? expect.unreachable();
});

const reply = (number: number, { of = mine, by = seed, day = '2026-11-24', text = 'We heard you.' } = {}) =>
  sealReply({ number, day, text }, { locator: of.locator, replyKey: of.replyPublicKey }, by, systemRandom);

/** What the reporter sees of a mailbox with these pages. */
async function read(pages: readonly (readonly Bytes[])[], directory: Directory = office.directory) {
  const path = join(await tempFolder(), 'code');
  await writeFile(path, (await codeDigits(secret)).join(' '), { mode: 0o600 });
  const url = await startLyingServer(directory, pages);
  const ran = await amparo(['mailbox', 'read', url, '--code', path, '--json']);
  const json = jsonIn(ran);
  const faults = (json['faults'] ?? []) as readonly { code: string }[];
  const replies = (json['replies'] ?? []) as readonly { number: number; text: string }[];
  return {
    exit: ran.code,
    faults: faults.map(({ code }) => code),
    numbers: replies.map(({ number }) => number),
    json,
    said: ran.stdout + ran.stderr,
  };
}

test('a reply that the server forged is named and not shown', async () => {
  const forged = await reply(2, { by: signingSeed(systemRandom(32)), text: 'Come to the harbour alone.' });
  const seen = await read([[await reply(1), forged]]);
  expect(seen).toMatchObject({ exit: 1, faults: ['reply-unknown-reviewer'], numbers: [1] });
  expect(seen.said).not.toContain('harbour');
});

test('a reply moved from another mailbox is named and not shown', async () => {
  const seen = await read([[await reply(1, { of: other, text: 'For somebody else.' })]]);
  expect(seen).toMatchObject({ exit: 1, faults: ['reply-of-another-case'], numbers: [] });
  expect(seen.said).not.toContain('somebody else');
});

test('an old reply that is repeated in the place of others is shown once, and told', async () => {
  const old = await reply(1);
  expect(await read([[old, old, old]])).toMatchObject({ exit: 1, faults: ['reply-repeated'], numbers: [1] });
});

test('a reply that is kept back leaves a gap, which is told', async () => {
  const seen = await read([[await reply(3)], [await reply(1)]]);
  expect(seen).toMatchObject({ exit: 1, faults: ['reply-missing'], numbers: [1, 3] });
  expect(seen.json).toMatchObject({ missing: [{ name: 'Intake officer', number: 2, mayHaveExpired: false }] });
});

test('one that is missing below all others may have been deleted for its age, and both are said', async () => {
  const seen = await read([[await reply(2)]]);
  expect(seen).toMatchObject({ exit: 1, faults: ['reply-missing-or-expired'], numbers: [2] });
  expect(JSON.stringify(seen.json)).toMatch(/after a year.*kept back/);
});

test('two different replies under one number are both shown, and told', async () => {
  const seen = await read([[await reply(1, { text: 'Yes.' }), await reply(1, { text: 'No.' })]]);
  expect(seen).toMatchObject({ exit: 1, faults: ['reply-number-twice'], numbers: [1, 1] });
});

test('pages that move on while they are read are nothing to be told', async () => {
  const [one, two] = await Promise.all([reply(1), reply(2)]);
  expect(await read([[one, two], [one]])).toMatchObject({ exit: 0, faults: [], numbers: [1, 2] });
});

test('a server that gives the same for ever is left at once, and hides no gap so', async () => {
  const two = await reply(2);
  const seen = await read(Array.from({ length: 200 }, () => [two, two, two, two]));
  expect(seen).toMatchObject({ exit: 1, faults: ['reply-missing-or-expired', 'reply-repeated'], numbers: [2] });
});

test('a server that never comes to an end is left after 100 pages', async () => {
  const junk = () => Uint8Array.from([...REPLY_MAGIC, ...systemRandom(16_376)]);
  const seen = await read(Array.from({ length: 200 }, () => [junk()]));
  expect(seen).toMatchObject({ exit: 1, numbers: [] });
  expect(seen.faults).toEqual(Array.from({ length: 100 }, () => 'reply-of-another-case'));
});

test('a list of reviewers that has expired, or of another office, opens nothing', async () => {
  const { roster } = await openDirectory(office.directory, office.charter, isoDateOf(new Date()));
  const charterSeed = signingSeed(systemRandom(32));
  const stale = await signRoster({ ...roster, issued: '2024-01-01', expires: '2024-12-31' }, charterSeed);
  const seen = await read([[await reply(1)]], { ...office.directory, roster: stale });
  expect(seen).toMatchObject({ exit: 1, json: { error: { code: 'roster-expired' } } });

  const url = await startLyingServer(office.directory, [[await reply(1)]]);
  const path = join(await tempFolder(), 'code');
  await writeFile(path, (await codeDigits(secret)).join(' '), { mode: 0o600 });
  const printed = await fingerprint((await makeOffice()).charter);
  const ran = await amparo(['mailbox', 'read', url, '--code', path, '--fingerprint', printed, '--json']);
  expect([ran.code, jsonIn(ran)]).toMatchObject([3, { error: { code: 'charter-differs' } }]);
});

test('an answer that is no mailbox is refused', async () => {
  const short = await read([Array.from({ length: 5 }, () => systemRandom(16_384))]);
  expect(short).toMatchObject({ exit: 1, json: { error: { code: 'mailbox-size' } } });
});
