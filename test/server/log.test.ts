import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { systemRandom, TileReader, toHex, type Tile } from '../../crypto/index.ts';
import { coversFor } from '../../server/log/covers.ts';
import type { LogFiles } from '../../server/log/log-files.ts';
import { ensureLogKey, readLogKey, type LogKey } from '../../server/log/log-key.ts';
import { tempFolder } from './helpers.ts';
import { DAY, DAY_MS, makeLog, openedEntry, readLog, tally } from './logs.ts';

describe('a batch', () => {
  test('holds every entry that waited, in the order of bytes, and entries for no letter beside them', async () => {
    const log = await makeLog();
    const entries = [...(await log.receive(3)), ...(await log.receive(9, DAY - 1)), openedEntry(DAY), openedEntry(DAY)];
    for (const entry of entries) await log.store.addPending(entry);
    await log.publisher().publish();
    const { entries: shown } = await readLog(log.files, log.key);
    expect(tally(shown)).toEqual({
      [`received ${String(DAY - 1)}`]: 16,
      [`received ${String(DAY)}`]: 8,
      [`opened ${String(DAY)}`]: 2,
    });
    const hex = shown.map(toHex);
    expect(hex).toEqual(hex.toSorted());
    expect(entries.map(toHex).filter((entry) => !hex.includes(entry))).toEqual([]);
  });

  test('looks on a quiet day as it does on others', async () => {
    const log = await makeLog();
    await log.publisher().publish();
    expect(tally((await readLog(log.files, log.key)).entries)).toEqual({
      [`received ${String(DAY - 1)}`]: 8,
      [`received ${String(DAY)}`]: 8,
    });
    fc.assert(
      fc.property(fc.nat(1000), (received) => {
        const shown = received + coversFor(received);
        expect(shown % 8).toBe(0);
        expect(shown).toBeGreaterThanOrEqual(8);
        expect(shown - received).toBeLessThanOrEqual(8);
      }),
    );
  });

  test('comes at the turn of the day, once, whenever the server was started', async () => {
    const log = await makeLog();
    const sizes: number[] = [];
    for (const hours of [0, 1, 10, 0.5, 1, 12, 24]) {
      log.pass(hours * 3_600_000);
      await log.publisher().publish();
      sizes.push((await readLog(log.files, log.key)).checkpoint.size);
    }
    expect(sizes).toEqual([16, 16, 16, 16, 32, 48, 64].map((size, i) => (i === 5 ? 32 : i === 6 ? 48 : size)));
  });

  test('leaves nothing in the database of the order in which entries came', async () => {
    const log = await makeLog();
    await log.receive(20);
    await log.publisher().publish();
    const database = new Database(join(log.folder, 'amparo.sqlite'), { readonly: true });
    expect(database.prepare('SELECT count(*) FROM log_pending').pluck().get()).toBe(0);
    const rows = database.prepare('SELECT entry FROM log_leaves ORDER BY leaf').pluck().all() as Buffer[];
    database.close();
    expect(rows.map(toHex)).toEqual(rows.map(toHex).toSorted());
  });

  test('follows the one before: every checkpoint begins with all earlier ones', async () => {
    const log = await makeLog();
    const seen = [];
    for (let day = 0; day < 40; day += 1) {
      await log.receive(day % 13, DAY + day);
      await log.publisher().publish();
      seen.push((await readLog(log.files, log.key)).checkpoint);
      log.pass(DAY_MS);
    }
    const last = seen.at(-1);
    if (!last) throw new Error('unreachable');
    expect(last.size).toBeGreaterThan(600);
    const reader = await TileReader.open(last, async (tile: Tile) => (await log.files.tile(tile)) ?? new Uint8Array());
    for (const { size, root } of seen) expect(toHex(await reader.rootAt(size))).toBe(toHex(root));
    // What full tiles replace is gone.
    expect(await readdir(join(log.folder, 'log/tile/0'))).not.toContain('000.p');
  });
});

/** Fails the `at`-th call that writes, as a machine that stops there does. */
function stoppingAt(files: LogFiles, at: number): LogFiles {
  let calls = 0;
  const step = async (work: () => Promise<void>): Promise<void> => {
    calls += 1;
    if (calls >= at) throw new Error('stopped');
    return work();
  };
  return {
    checkpoint: () => files.checkpoint(),
    tile: (tile) => files.tile(tile),
    writeTile: (tile, bytes) => step(() => files.writeTile(tile, bytes)),
    settle: () => step(() => files.settle()),
    writeCheckpoint: (text) => step(() => files.writeCheckpoint(text)),
    removePartial: (full) => step(() => files.removePartial(full)),
  };
}

describe('a stop between any two steps', () => {
  test('is mended by the next start, and loses or repeats no entry', async () => {
    for (let at = 1, isStopped = true; isStopped; at += 1) {
      const log = await makeLog();
      await log.receive(200);
      await log.publisher().publish();
      const before = await readLog(log.files, log.key);
      const entries = await log.receive(60);
      log.pass(DAY_MS);
      const stopping = log.publisher({ files: stoppingAt(log.files, at) }).publish();
      isStopped = await stopping.then(
        () => false,
        () => true,
      );
      // What is published meanwhile is whole, old or new.
      expect([before.checkpoint.size, before.checkpoint.size + 72]).toContain(
        (await readLog(log.files, log.key)).checkpoint.size,
      );
      await log.publisher().publish();
      const after = await readLog(log.files, log.key);
      const shown = after.entries.map(toHex);
      expect(shown.slice(0, before.entries.length)).toEqual(before.entries.map(toHex));
      expect(entries.map(toHex).filter((entry) => !shown.includes(entry))).toEqual([]);
      expect(new Set(shown).size).toBe(shown.length);
      if (!isStopped) expect(at).toBeGreaterThan(8);
    }
  });

  test('between taking entries from the database and writing them is mended too', async () => {
    const log = await makeLog();
    const entries = await log.receive(3);
    await log.store.sequenceLog(0, () => []);
    expect(await log.files.checkpoint()).toBeNull();
    await log.publisher().publish();
    const shown = (await readLog(log.files, log.key)).entries.map(toHex);
    expect(entries.map(toHex).filter((entry) => !shown.includes(entry))).toEqual([]);
  });

  test('while a transaction is open changes nothing', async () => {
    const log = await makeLog();
    await log.receive(3);
    const fail = () => {
      throw new Error('stopped');
    };
    await expect(log.store.sequenceLog(0, fail)).rejects.toThrow('stopped');
    expect([await log.store.logSize(), await log.store.lastLogBatch()]).toEqual([0, null]);
    expect(await log.store.pendingLogDays()).toEqual([DAY]);
  });
});

describe('files', () => {
  test.each(['tile/0/000', 'tile/0/001.p/8', 'tile/1/000.p/1', 'tile/entries/000', ''])(
    'are made anew where %j is lost, under the same root',
    async (path) => {
      const log = await makeLog();
      await log.receive(250);
      await log.publisher().publish();
      const before = await readLog(log.files, log.key);
      await rm(join(log.folder, 'log', path), { recursive: true });
      if (path === 'tile/0/000' || path === 'tile/entries/000')
        await rm(join(log.folder, 'log/tile/1'), { recursive: true });
      await log.publisher().publish();
      const after = await readLog(log.files, log.key);
      expect(after.checkpoint).toEqual(before.checkpoint);
      expect(after.entries.map(toHex)).toEqual(before.entries.map(toHex));
    },
  );

  test('that are longer than the database, or of another key, or of other entries stop the log: it never signs against itself', async () => {
    const log = await makeLog();
    await log.receive(3);
    await log.publisher().publish();
    const other = await makeLog();
    await other.publisher({ files: other.files }).publish();
    const contradiction = { name: 'LogContradiction' };
    const stranger: LogKey = other.key;
    await expect(log.publisher({ key: stranger }).publish()).rejects.toMatchObject(contradiction);
    const empty = await makeLog();
    await expect(log.publisher({ store: empty.store, minutes: 1 }).publish()).rejects.toMatchObject(contradiction);
    // As many entries, but others.
    const twin = await makeLog();
    await twin.receive(3);
    await twin.publisher().publish();
    await expect(log.publisher({ store: twin.store }).publish()).rejects.toMatchObject(contradiction);
    await rm(join(log.folder, 'log/tile'), { recursive: true });
    await expect(log.publisher({ store: twin.store }).publish()).rejects.toMatchObject(contradiction);
  });
});

test('a log that ends with a full tile is mended too', async () => {
  const log = await makeLog();
  await log.receive(248);
  await log.publisher().publish();
  const before = await readLog(log.files, log.key);
  expect(before.checkpoint.size).toBe(256);
  await rm(join(log.folder, 'log/tile/0'), { recursive: true });
  await log.publisher().publish();
  expect(await readLog(log.files, log.key)).toEqual(before);
});

describe('the key', () => {
  test('is made once, for its owner alone, and names the log where nobody did', async () => {
    const path = join(await tempFolder(), 'log.key');
    expect(await readLogKey(path)).toBeNull();
    const key = await ensureLogKey(path, systemRandom);
    expect(key.origin).toBe(`amparo-log/${toHex(key.publicKey).slice(0, 16)}`);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await ensureLogKey(path, systemRandom, 'other')).toEqual(key);
  });

  test.each(['', '{}', '{"format":"amparo-log-key/1","origin":"a b","seed":"AAAA"}'])(
    'that reads %j is refused',
    async (text) => {
      const path = join(await tempFolder(), 'log.key');
      await writeFile(path, text);
      await expect(ensureLogKey(path, systemRandom)).rejects.toMatchObject({ name: 'LogKeyError' });
      expect(await readFile(path, 'utf8')).toBe(text);
    },
  );
});
