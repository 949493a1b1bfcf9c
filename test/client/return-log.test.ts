import { expect, test } from 'vitest';

import { SendError } from '../../client/report/failure.ts';
import type { LoadLog } from '../../client/report/return/log-reading.ts';
import { OfficeLog } from '../../client/report/return/office-log.ts';
import { readReceiptFile, type SavedReceipt } from '../../client/report/return/receipt-file.ts';
import {
  encodeLogEntry,
  isoDateOf,
  isoDateOfDay,
  logPublicKey,
  newCaseSecret,
  openCase,
  openDirectory,
  parseTilePath,
  receiptOf,
  sealNote,
  sealOpened,
  signatureIn,
  signReceipt,
  signStatement,
  signingSeed,
  systemRandom,
  toBase64,
  toBytes,
  utf8,
  type Bytes,
  type Case,
  type Envelope,
  type SigningSeed,
} from '../../crypto/index.ts';
import { makeOffice } from '../server/helpers.ts';
import { DAY, DAY_MS, makeLog, type TestLog } from '../server/logs.ts';

/** What the page where one comes back makes of the log: in a log of some hundred entries, read one bundle of 256 at a time. */
const TODAY = isoDateOfDay(DAY);
const LATER = isoDateOfDay(DAY + 9);

async function setUp() {
  const log = await makeLog();
  const office = await makeOffice(undefined, { origin: log.key.origin, publicKey: toBase64(log.key.publicKey) });
  const { roster } = await openDirectory(office.directory, office.charter, isoDateOf(new Date()));
  const mine = await openCase(newCaseSecret(systemRandom));
  const reviewer = office.reviewers[0] ?? expect.unreachable();
  const publisher = log.publisher();
  const loaded: string[] = [];
  const fromFiles: LoadLog = async (path) => {
    loaded.push(path);
    if (path === 'checkpoint') return utf8((await log.files.checkpoint()) ?? '');
    const tile = parseTilePath(path);
    const bytes = tile && (await log.files.tile(tile));
    return bytes && toBytes(bytes);
  };
  return {
    log,
    roster,
    mine,
    reviewer,
    loaded,
    fromFiles,
    page: (load: LoadLog = fromFiles) => new OfficeLog({ load, onRead: () => undefined, bundles: 1 }),
    /** A batch of what waits, filled up to whole hundreds, and a day passes. */
    async publish(others = 0) {
      await log.receive(others);
      await publisher.publish();
      log.pass(DAY_MS);
    },
  };
}

/** A letter of the case lies on the server, and waits for its batch. */
async function takeIn(log: TestLog, of: Case, by: SigningSeed = log.key.seed, copied?: Bytes) {
  const contents = { report: systemRandom(32), evidence: null };
  const note = copied ?? (await sealNote(contents, of.noteKey, systemRandom));
  const receipt = await signReceipt(receiptOf(contents, note, DAY), by);
  await log.store.addPending(encodeLogEntry({ kind: 'received', day: DAY, note, signature: signatureIn(receipt) }));
  return { report: contents.report, note, receipt };
}

const fileOf = (content: unknown) => new Blob([typeof content === 'string' ? content : JSON.stringify(content)]);

async function saved(receipt: Envelope, { key }: TestLog): Promise<SavedReceipt> {
  const read = await readReceiptFile(fileOf(receipt), logPublicKey(key.publicKey));
  return 'receipt' in read ? read : expect.unreachable(read.state);
}

test('a letter that is older than the newest part is found further back, with the receipt that the server gave', async () => {
  const { log, roster, mine, reviewer, page, publish } = await setUp();
  const { report, receipt } = await takeIn(log, mine);
  await publish(300);
  const mark = await sealOpened(report, DAY + 1, reviewer.seed, mine.openedKey, systemRandom);
  await log.store.addPending(encodeLogEntry({ kind: 'opened', day: DAY + 1, mark }));
  await publish(600);

  const seen = page();
  await seen.read(roster);
  const kept = await saved(receipt, log);
  expect(await seen.findCase(mine, roster)).toMatchObject({ letters: [], checked: true, isPartial: true });
  expect(seen.findReceipt(kept, TODAY)).toEqual({ state: 'due', day: TODAY });
  expect(seen.findReceipt(kept, LATER)).toEqual({ state: 'unread', day: TODAY });
  for (let i = 0; i < 3; i += 1) await seen.readFurther();
  expect(await seen.findCase(mine, roster)).toMatchObject({
    letters: [{ day: TODAY, receipt }],
    opened: [{ reviewer: reviewer.name, day: isoDateOfDay(DAY + 1) }],
    checked: true,
    isPartial: false,
  });
  expect(seen.findReceipt(kept, LATER)).toEqual({ state: 'shown', day: TODAY });

  await seen.read(roster); // once more: no nearer than the person had gone
  expect(await seen.findCase(mine, roster)).toMatchObject({ letters: [{ day: TODAY }], isPartial: false });
});

test('a receipt that the log does not honour is told so only once all of the log was read', async () => {
  const { log, roster, mine, page, publish } = await setUp();
  const note = await sealNote({ report: systemRandom(32), evidence: null }, mine.noteKey, systemRandom);
  const promise = receiptOf({ report: systemRandom(32), evidence: null }, note, DAY);
  const kept = await saved(await signReceipt(promise, log.key.seed), log);
  await publish(300);
  const seen = page();
  await seen.read(roster);
  expect(seen.findReceipt(kept, LATER)).toEqual({ state: 'unread', day: TODAY });
  await seen.readFurther();
  expect(seen.findReceipt(kept, LATER)).toEqual({ state: 'absent', day: TODAY });
  expect(seen.findReceipt(kept, TODAY)).toEqual({ state: 'due', day: TODAY });
});

test('an entry with the signature of a receipt, and another note, does not honour it', async () => {
  const { log, roster, mine, page, publish } = await setUp();
  const contents = { report: systemRandom(32), evidence: null };
  const note = await sealNote(contents, mine.noteKey, systemRandom);
  const receipt = await signReceipt(receiptOf(contents, note, DAY), log.key.seed);
  const shown = { kind: 'received', day: DAY, note: systemRandom(104), signature: signatureIn(receipt) } as const;
  await log.store.addPending(encodeLogEntry(shown));
  await publish();
  const seen = page();
  await seen.read(roster);
  expect(seen.findReceipt(await saved(receipt, log), LATER)).toEqual({ state: 'absent', day: TODAY });
});

test('somebody who sends a letter with the note of another one out of the log takes nothing from whom it belongs to', async () => {
  const { log, roster, mine, page, publish } = await setUp();
  const { report, note } = await takeIn(log, mine);
  await publish();
  await takeIn(log, mine, log.key.seed, note);
  await publish();
  const seen = page();
  await seen.read(roster);
  const found = await seen.findCase(mine, roster);
  expect(found?.checked).toBe(true);
  expect(found?.letters.map((letter) => letter.report)).toEqual([Buffer.from(report).toString('hex')]);
});

test('what is asked of the server does not depend on what is found', async () => {
  const { log, roster, mine, loaded, page, publish } = await setUp();
  await takeIn(log, mine);
  await publish(600);
  const asked = [];
  for (const of of [mine, await openCase(newCaseSecret(systemRandom))]) {
    loaded.length = 0;
    const seen = page();
    await seen.read(roster);
    await seen.readFurther();
    await seen.findCase(of, roster);
    asked.push([...loaded]);
  }
  expect(asked[0]).toEqual(asked[1]);
});

test('older parts that were altered, or are gone, make nothing of the log believed', async () => {
  const { log, roster, mine, fromFiles, page, publish } = await setUp();
  const { receipt } = await takeIn(log, mine);
  await publish(600);
  const kept = await saved(receipt, log);
  const alter: LoadLog = async (path) => {
    const bytes = await fromFiles(path);
    return path === 'tile/entries/001' ? (bytes?.map((byte, i) => (i === 50 ? byte ^ 1 : byte)) ?? null) : bytes;
  };
  const drop: LoadLog = (path) => (path === 'tile/entries/001' ? Promise.resolve(null) : fromFiles(path));
  for (const load of [alter, drop]) {
    const seen = page(load);
    await seen.read(roster);
    expect(await seen.findCase(mine, roster)).toMatchObject({ checked: true, isPartial: true });
    await seen.readFurther();
    expect(await seen.findCase(mine, roster)).toEqual({ letters: [], opened: [], checked: false, isPartial: false });
    expect(seen.findReceipt(kept, LATER)).toEqual({ state: 'unchecked', day: TODAY });
  }
});

test('where the line is lost on the way back, what was read stays, and it goes on from there', async () => {
  const { log, roster, mine, fromFiles, page, publish } = await setUp();
  await takeIn(log, mine);
  await publish(600);
  let isLost = false;
  const seen = page((path) => (isLost ? Promise.reject(new SendError('offline')) : fromFiles(path)));
  await seen.read(roster);
  isLost = true;
  await expect(seen.readFurther()).rejects.toThrow(SendError);
  expect(await seen.findCase(mine, roster)).toMatchObject({ checked: true, isPartial: true });
  isLost = false;
  await seen.readFurther();
  await seen.readFurther();
  expect(await seen.findCase(mine, roster)).toMatchObject({ letters: [{ day: TODAY }], isPartial: false });
});

test('a tile that was filled up while the page was reading is no altered one', async () => {
  const { log, roster, mine, fromFiles, page, publish } = await setUp();
  await takeIn(log, mine);
  await publish(100);
  const before = (await log.files.checkpoint()) ?? '';
  await publish(600);
  const seen = page((path) => (path === 'checkpoint' ? Promise.resolve(utf8(before)) : fromFiles(path)));
  await seen.read(roster);
  expect(await seen.findCase(mine, roster)).toMatchObject({ letters: [{ day: TODAY }], checked: true });
});

test('a file that is no receipt, and one that another log signed, are told apart', async () => {
  const { log, mine } = await setUp();
  const { receipt } = await takeIn(log, mine);
  const stranger = await takeIn(log, mine, signingSeed(systemRandom(32)));
  const read = (content: unknown) => readReceiptFile(fileOf(content), logPublicKey(log.key.publicKey));
  expect(await read('not JSON')).toEqual({ state: 'unreadable' });
  expect(await read({ ...receipt, signatures: [] })).toEqual({ state: 'unreadable' });
  expect(await read(' '.repeat(70_000) + JSON.stringify(receipt))).toEqual({ state: 'unreadable' });
  expect(await read(await signStatement('reply', { number: 1 }, log.key.seed))).toEqual({ state: 'unreadable' });
  expect(await read(stranger.receipt)).toEqual({ state: 'foreign' });
  expect(await read({ ...receipt, payload: stranger.receipt.payload })).toEqual({ state: 'foreign' });
  expect(await read(receipt)).toMatchObject({ receipt: { day: TODAY } });
});
