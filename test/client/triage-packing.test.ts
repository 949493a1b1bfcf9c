import { createHash, randomBytes } from 'node:crypto';
import { truncate, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';

import { systemRandom } from '../../crypto/index.ts';
import { makeOffice, type TestOffice } from '../server/office.ts';
import { unzip } from './export/unzip.ts';
import { asked, CONTROL, exportDesk, packageOf, withEvidence } from './export-desk.ts';

const OFFICER = 0;

let office: TestOffice;

beforeEach(async () => {
  office = await makeOffice(['Case worker', 'Legal adviser']);
});

const refused = (code: string) => ({ failure: { code } });

describe('a package', () => {
  const CONTENT = new Uint8Array(randomBytes(5_000_000));

  async function deskWithFiles() {
    const files = [
      { name: 'first.bin', content: systemRandom(100) },
      { name: 'film.mp4', content: CONTENT },
    ];
    const evidence = await withEvidence({ story: 'Two files.' }, files);
    return { ...evidence, desk: await exportDesk(office, OFFICER, evidence.report) };
  }

  test('holds the files as they were sent, and is signed in the journal that stays', async () => {
    const { desk, report, hand } = await deskWithFiles();
    await hand(desk.memory);
    const files = new Map(
      unzip(await packageOf(desk, report.tag, { to: 'A court' })).map((file) => [file.name, file.bytes]),
    );
    expect(Buffer.from(files.get('files/film.mp4') ?? []).equals(CONTENT)).toBe(true);
    const [custody] = desk.memory.journal.triageOf(report.tag).custody;
    const sums = files.get('SHA256SUMS') ?? new Uint8Array();
    expect(custody).toMatchObject({
      to: 'A court',
      file: { name: 'SHA256SUMS', sha256: createHash('sha256').update(sums).digest('hex') },
    });
    const kept = desk.memory.journal.entries.get(custody?.entry ?? '');
    expect(JSON.parse(new TextDecoder().decode(files.get('SHA256SUMS.dsse.json')))).toEqual(kept?.envelope);
  });

  test('says what is not at hand before it is made, and in it', async () => {
    const { desk, report } = await deskWithFiles();
    const preview = await desk.out.preview(asked([report.tag], { form: 'package' }), CONTROL);
    expect(preview).toMatchObject({ files: [{ name: 'first.bin', state: 'not-at-hand' }, { state: 'not-at-hand' }] });
    const files = new Map(unzip(await packageOf(desk, report.tag)).map((file) => [file.name, file.bytes]));
    expect([...files.keys()].filter((name) => name.startsWith('files/'))).toEqual([]);
    expect(new TextDecoder().decode(files.get('custody.txt'))).toContain('File 2: not at hand when this was packed');
  });

  test.each([
    ['vanishes', (path: string) => writeFile(path, 'something else')],
    ['is cut', (path: string) => truncate(path, 3_000_000)],
  ])('of which a file %s on the way names that file, gives nothing more, and is not signed', async (_, harm) => {
    const { desk, report, path, hand } = await deskWithFiles();
    await hand(desk.memory);
    const { id } = await desk.out.beginPackage(asked([report.tag], { form: 'package' }), CONTROL);
    expect(await desk.out.nextPiece(id, CONTROL)).not.toBeNull();
    await harm(path);
    const rest = async () => {
      while (await desk.out.nextPiece(id, CONTROL));
    };
    await expect(rest()).rejects.toMatchObject({ failure: { detail: '2' } });
    await expect(desk.out.nextPiece(id, CONTROL)).rejects.toMatchObject(refused('cancelled'));
    expect(desk.memory.journal.entries.size).toBe(0);
  });

  test('that is dropped gives nothing more', async () => {
    const { desk, report, hand } = await deskWithFiles();
    await hand(desk.memory);
    const { id } = await desk.out.beginPackage(asked([report.tag], { form: 'package' }), CONTROL);
    await desk.out.nextPiece(id, CONTROL);
    await desk.out.dropPackage(id, CONTROL);
    await expect(desk.out.nextPiece(id, CONTROL)).rejects.toMatchObject(refused('cancelled'));
    expect(desk.memory.journal.entries.size).toBe(0);
  });
});
