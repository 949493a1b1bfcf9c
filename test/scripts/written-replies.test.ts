import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

import {
  asLetter,
  concatBytes,
  decodeOutbound,
  encodeOutbound,
  mailboxOf,
  newCaseSecret,
  openCase,
  sealOpened,
  sealReply,
  signingSeed,
  systemRandom,
  type Case,
  type Outbound,
} from '../../crypto/index.ts';
import { u32 } from '../../crypto/bytes.ts';
import { caseFileText, readCaseFile } from '../../scripts/lib/case-files.ts';
import { addToOutbound } from '../../scripts/lib/outbound-file.ts';
import { ReportFolders } from '../../scripts/lib/report-folders.ts';
import { readReplies, repliesToCase, replyNumber, writeReplies } from '../../scripts/lib/written-replies.ts';
import { someLetter, tempFolder } from '../server/helpers.ts';
import { makeReader, PASSPHRASE } from './bundles.ts';
import { amparo, jsonIn, passphraseFile } from './cli.ts';

const ID = 'ab'.repeat(32);
const seed = signingSeed(systemRandom(32));
let of: Case;
let other: Case;

beforeAll(async () => {
  [of, other] = await Promise.all([openCase(newCaseSecret(systemRandom)), openCase(newCaseSecret(systemRandom))]);
});

const known = (which: Case) => ({ locator: which.locator, replyKey: which.replyPublicKey, openedKey: which.openedKey });
const written = (number: number, identity = 'me') => ({ identity, number, day: '2026-11-24', text: 'Yes.' });

async function reportFolder(parent: string, name: string, which: Case): Promise<string> {
  const folder = join(parent, name);
  await mkdir(folder);
  await writeFile(join(folder, 'case.json'), caseFileText(known(which), ID));
  return folder;
}

async function replies(...numbers: readonly number[]): Promise<Outbound> {
  const mailbox = await mailboxOf(of.locator);
  const sealed = numbers.map(async (number) => ({
    mailbox,
    reply: await sealReply({ number, day: '2026-11-24', text: 'Yes.' }, known(of), seed, systemRandom),
  }));
  return { replies: await Promise.all(sealed), opened: [], letters: [] };
}

describe('the number of a reply', () => {
  test('counts what this reviewer wrote to the case, from whichever of its reports', async () => {
    const parent = await tempFolder();
    const [first, followUp, foreign] = [
      await reportFolder(parent, 'a', of),
      await reportFolder(parent, 'b', of),
      await reportFolder(parent, 'c', other),
    ];
    await writeReplies(first, [written(1), written(2), written(5, 'a colleague')]);
    await writeReplies(foreign, [written(9)]);
    const file = (await readCaseFile(followUp)) ?? expect.unreachable();
    const all = await repliesToCase(followUp, file);
    expect(replyNumber(all, 'me')).toBe(3);
    expect(replyNumber(all, 'a colleague')).toBe(6);
    expect(replyNumber(all, 'me', 7)).toBe(7);
    expect(() => replyNumber(all, 'me', 2)).toThrow(expect.objectContaining({ code: 'reply-number-used' }));
  });

  test('is remembered where a damaged report is opened again and its folder replaced', async () => {
    const folders = await ReportFolders.open(join(await tempFolder(), 'opened'));
    const facts = { id: ID, day: '2026-11-24', cursor: 1, files: [], problems: [] };
    const damaged = await folders.settle(await folders.begin(), { ...facts, outcome: 'damaged' });
    const path = join(folders.path, damaged.folder ?? '');
    await writeReplies(path, [written(1)]);
    await writeFile(join(path, 'report.json'), 'altered');
    await folders.settle(await folders.begin(), { ...facts, outcome: 'opened' });
    expect(await readReplies(path)).toEqual([written(1)]);
  });
});

describe('the file for the server', () => {
  test('keeps all that it holds, each once, whatever is added', async () => {
    const path = join(await tempFolder(), 'out');
    const [a, b] = [await replies(1, 2), await replies(3)];
    const mark = { day: 20_781, mark: await sealOpened(systemRandom(32), 20_781, seed, of.openedKey, systemRandom) };
    const letters = [asLetter(someLetter())];
    for (const added of [a, { opened: [mark] }, b, a, { letters }, { opened: [mark] }, { letters }])
      await addToOutbound(path, added);
    const held = decodeOutbound(new Uint8Array(await readFile(path)));
    expect(held).toEqual({ replies: [...a.replies, ...b.replies], opened: [mark], letters });
  });

  test('is left as it is where it is damaged, of a newer version, or full', async () => {
    const path = join(await tempFolder(), 'out');
    const whole = encodeOutbound(await replies(1));
    const end = whole.length - 9;
    const newer = concatBytes(whole.slice(0, end), Uint8Array.of(7), u32(1), Uint8Array.of(1), whole.slice(end));
    const many = await replies(1);
    const full: Outbound = { ...many, opened: [], letters: [] };
    for (const [held, added, code] of [
      [whole.slice(0, -1), many, 'outbound-malformed'],
      [newer, many, 'outbound-newer'],
      [whole, { ...full, replies: Array.from({ length: 1_100 }, () => distinct(full)) }, 'outbound-full'],
    ] as const) {
      await writeFile(path, held);
      await expect(addToOutbound(path, added)).rejects.toMatchObject({ code });
      expect((await readFile(path)).equals(held)).toBe(true);
    }
  });
});

/** Another reply, to whoever cannot open it. */
function distinct({ replies: [first] }: Outbound): Outbound['replies'][number] {
  const { mailbox, reply } = first ?? expect.unreachable();
  const copy = reply.slice() as typeof reply;
  copy.set(systemRandom(16), 100);
  return { mailbox, reply: copy };
}

test('a wrong pass phrase and a reply that is too long write nothing and use no number', async () => {
  const folder = await tempFolder();
  const { keyFile } = await makeReader(folder, 'Case worker');
  const right = await passphraseFile(folder, 'right', PASSPHRASE);
  const wrong = await passphraseFile(folder, 'wrong', 'another lantern orbit meadow');
  const report = await reportFolder(folder, 'report', of);
  const text = join(folder, 'text');
  await writeFile(text, 'ა'.repeat(9_000));
  for (const [secret, exit, code] of [
    [wrong, 3, 'key-file-locked'],
    [right, 1, 'reply-too-long'],
  ] as const) {
    const args = ['--key', keyFile, '--text', text, '--outbound', join(folder, 'out'), '--passphrase-file', secret];
    const ran = await amparo(['reply', 'write', report, ...args, '--json']);
    expect([ran.code, jsonIn(ran)]).toMatchObject([exit, { error: { code } }]);
  }
  expect(await readReplies(report)).toEqual([]);
  await expect(readFile(join(folder, 'out'))).rejects.toThrow();
});
