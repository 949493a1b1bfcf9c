import { readdir, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { openCosignatures, systemRandom, toBase64 } from '../../crypto/index.ts';
import { noteKeyOf } from '../../server/log/grow.ts';
import { WITNESS_WAITS_MINUTES } from '../../server/log/witness-turns.ts';
import { readWitnesses } from '../../server/log/witness-list.ts';
import { serve } from '../../server/serve.ts';
import { afterTest, EASY, makeDataFolder, makeOffice, tempFolder } from './helpers.ts';
import { DAY_MS, makeLog, readLog } from './logs.ts';
import { startWitness } from './witness.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('a witness', () => {
  test('cosigns each batch; what it says is checked and stands on the published checkpoint', async () => {
    const log = await makeLog();
    const witness = await startWitness(noteKeyOf(log.key));
    const publisher = log.publisher({ witnesses: [witness] });
    for (let day = 0; day < 3; day += 1) {
      await publisher.publish();
      const { checkpoint } = await readLog(log.files, log.key);
      expect(await openCosignatures(checkpoint.note, [witness])).toEqual([{ name: witness.name, time: 1_790_000_000 }]);
      expect(witness.known.size).toBe(checkpoint.size);
      log.pass(DAY_MS);
    }
    // A new process learns from the answer 409 what the witness knows.
    await log.publisher({ witnesses: [witness] }).publish();
    expect(witness.statuses).toEqual([200, 200, 200, 409, 200]);
    expect(log.lines).toEqual([]);
  });

  test('that cosigned a checkpoint is not asked for it again, but after a start', async () => {
    const log = await makeLog();
    const witness = await startWitness(noteKeyOf(log.key));
    const publisher = log.publisher({ witnesses: [witness] });
    await publisher.publish();
    await publisher.publish();
    expect(witness.statuses).toEqual([200]);
    await log.publisher({ witnesses: [witness] }).publish();
    expect(witness.statuses).toEqual([200, 409, 200]);
    const { checkpoint } = await readLog(log.files, log.key);
    expect(checkpoint.note.signatures).toHaveLength(2);
  });

  test.each<[string, (witness: Awaited<ReturnType<typeof startWitness>>) => void, string]>([
    ['does not answer', (witness) => (witness.answer = () => undefined), 'no answer in time'],
    [
      'answers without end',
      (witness) =>
        (witness.answer = (_, response) => {
          endless(response);
        }),
      'no answer in time',
    ],
    [
      'answers with nonsense',
      (witness) => (witness.answer = (_, response) => void response.end('hello\n')),
      'is not one of signatures',
    ],
    [
      'answers with nothing',
      (witness) => (witness.answer = (_, response) => void response.end()),
      'no cosignature by its key',
    ],
    ['fails', (witness) => (witness.answer = (_, response) => void response.writeHead(500).end()), 'it answered 500'],
    [
      'sends elsewhere',
      (witness) => (witness.answer = (_, response) => void response.writeHead(302, { Location: '/' }).end()),
      'no answer in time',
    ],
    ['knows a longer log', (witness) => (witness.known = { ...witness.known, size: 1_000 }), 'a longer log'],
  ])('that %s keeps nothing from being published', async (_about, spoil, reason) => {
    const log = await makeLog();
    const [witness, good] = [await startWitness(noteKeyOf(log.key)), await startWitness(noteKeyOf(log.key), 'good')];
    spoil(witness);
    await log.publisher({ witnesses: [witness, good], witnessTimeoutMs: 500 }).publish();
    const { checkpoint } = await readLog(log.files, log.key);
    expect(checkpoint.size).toBe(16);
    expect((await openCosignatures(checkpoint.note, [witness, good])).map(({ name }) => name)).toEqual(['good']);
    expect(log.lines).toEqual([expect.stringContaining(reason)]);
  });

  test('that missed a checkpoint is asked again before the next batch, and its cosignature stands beside the others', async () => {
    const log = await makeLog();
    const [late, good] = [await startWitness(noteKeyOf(log.key)), await startWitness(noteKeyOf(log.key), 'good')];
    late.answer = (_, response) => void response.writeHead(503).end();
    const publisher = log.publisher({ witnesses: [late, good] });
    await publisher.publish();
    delete late.answer; // it is there again, but it is not its turn yet
    await publisher.publish();
    expect([late.statuses, good.statuses]).toEqual([[], [200]]);
    log.pass(MINUTE_MS);
    await publisher.publish();
    await publisher.publish();
    expect([late.statuses, good.statuses]).toEqual([[200], [200]]);
    const { checkpoint } = await readLog(log.files, log.key);
    expect(checkpoint.size).toBe(16);
    expect((await openCosignatures(checkpoint.note, [late, good])).map(({ name }) => name)).toEqual([
      late.name,
      'good',
    ]);
    expect(log.lines).toEqual([expect.stringMatching(/it answered 503; it is asked again in 1 min$/)]);
  });

  test('that misses it for good is asked more and more seldom, and then no more until the next batch', async () => {
    const log = await makeLog();
    const witness = await startWitness(noteKeyOf(log.key));
    let asked = 0;
    witness.answer = (_, response) => {
      asked += 1;
      response.writeHead(503).end();
    };
    const publisher = log.publisher({ witnesses: [witness] });
    await publisher.publish();
    for (const [i, minutes] of WITNESS_WAITS_MINUTES.entries()) {
      log.pass(minutes * MINUTE_MS - 1);
      await publisher.publish();
      expect(asked).toBe(i + 1);
      log.pass(1);
      await publisher.publish();
      expect(asked).toBe(i + 2);
    }
    log.pass(HOUR_MS);
    await publisher.publish();
    expect(asked).toBe(WITNESS_WAITS_MINUTES.length + 1);
    expect(log.lines.at(-1)).toMatch(/asked again with the next batch$/);
    log.pass(DAY_MS);
    await publisher.publish();
    expect(asked).toBe(WITNESS_WAITS_MINUTES.length + 2);
  });

  test('with another key than is known is not believed', async () => {
    const log = await makeLog();
    const witness = await startWitness(noteKeyOf(log.key));
    await log.publisher({ witnesses: [{ ...witness, publicKey: systemRandom(32) }] }).publish();
    expect((await readLog(log.files, log.key)).checkpoint.note.signatures).toHaveLength(1);
    expect(log.lines).toEqual([expect.stringContaining('no cosignature by its key')]);
  });

  test('that is slow does not hold up a start or a stop of the server', async () => {
    const log = await makeLog();
    const witness = await startWitness(noteKeyOf(log.key));
    witness.answer = () => undefined;
    const list = join(await tempFolder(), 'witnesses.json');
    await writeFile(
      list,
      JSON.stringify([{ url: witness.url, name: witness.name, publicKey: toBase64(witness.publicKey) }]),
    );
    const data = await makeDataFolder(await makeOffice());
    const config = { host: '127.0.0.1', port: 0, data, pepper: systemRandom(32), witnesses: list };
    const listening = await serve(config, { log: () => undefined, difficulty: EASY });
    afterTest(() => listening.stop().catch(() => undefined));
    const text = await (await fetch(`${listening.url}/log/checkpoint`)).text();
    expect(text).toContain('\n16\n');
    const begun = performance.now();
    await listening.stop();
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

/** A byte now and then. */
function endless(response: ServerResponse): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write('\u2014'), 50);
  response.on('close', () => {
    clearInterval(timer);
  });
}

describe('the list of witnesses', () => {
  const entry = { url: 'https://witness.example/', name: 'witness.example', publicKey: toBase64(new Uint8Array(32)) };

  test('is read as it stands, and may be left out', async () => {
    const path = join(await tempFolder(), 'witnesses.json');
    await writeFile(path, JSON.stringify([entry]));
    expect(await readWitnesses(path)).toEqual([{ ...entry, publicKey: new Uint8Array(32) }]);
    expect(await readWitnesses(undefined)).toEqual([]);
  });

  test.each([
    'not JSON',
    '{}',
    JSON.stringify([{ ...entry, colour: 'blue' }]),
    JSON.stringify([{ ...entry, url: 'ftp://witness.example/' }]),
    JSON.stringify([{ ...entry, name: 'a b' }]),
    JSON.stringify([{ ...entry, publicKey: 'AAAA' }]),
    JSON.stringify([entry, entry]),
    JSON.stringify(Array.from({ length: 17 }, (_, i) => ({ ...entry, name: String(i) }))),
  ])('that reads %j stops the start with a word on what is wrong', async (text) => {
    const path = join(await tempFolder(), 'witnesses.json');
    await writeFile(path, text);
    const data = await makeDataFolder(await makeOffice());
    const config = { host: '127.0.0.1', port: 0, data, pepper: systemRandom(32), witnesses: path };
    await expect(serve(config, { log: () => undefined })).rejects.toMatchObject({ name: 'DataError' });
    expect(await readdir(data)).not.toContain('log.key'); // a start that is refused leaves nothing
  });
});
