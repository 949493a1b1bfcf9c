import { createHash, randomBytes } from 'node:crypto';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { beforeEach, describe, expect, test } from 'vitest';

import { systemRandom } from '../../crypto/index.ts';
import type { ExportForm } from '../../client/triage/calls/export-calls.ts';
import { folded } from '../../client/triage/export/folding.ts';
import { EXPORT_LANGUAGES, wordingIn } from '../../client/triage/export/languages.ts';
import type { Mark } from '../../client/triage/export/marks.ts';
import { PrintedReports } from '../../client/triage/export/printed-report.tsx';
import type { KeptReport } from '../../client/triage/worker/memory.ts';
import { linesOf } from '../../client/triage/worker/casebook-lines.ts';
import { makeOffice, type TestOffice } from '../server/office.ts';
import { unzip } from './export/unzip.ts';
import {
  asked,
  CONTROL,
  exportDesk,
  exportDeskAround,
  fileOf,
  packageOf,
  previewText,
  withEvidence,
  type ExportDesk,
} from './export-desk.ts';
import { identityOf, newReport, reopened, takeAll } from './triage-desk.ts';

const OFFICER = 0;
const FORMS = ['print', 'csv', 'json', 'htcds', 'package'] as const satisfies readonly ExportForm[];
const FILE_FORMS = ['csv', 'json', 'htcds'] as const;

let office: TestOffice;

beforeEach(async () => {
  office = await makeOffice(['Case worker', 'Legal adviser']);
});

const refused = (code: string) => ({ failure: { code } });

describe('what is marked', () => {
  const CANARIES = ['Petrov', '+373 69 123 456', 'grey estate', 'sister of the cook'];
  const MARKS: readonly Mark[] = [
    { kind: 'name', text: 'Petrov' },
    { kind: 'words', path: ['story'], start: 28, end: 43 },
    { kind: 'answer', path: ['officials', 0] },
    { kind: 'file', index: 1 },
  ];
  const STORY = 'The clerk Petrov rings from +373 69 123 456 each Monday.';
  let desk: ExportDesk;
  let marked: KeptReport;
  let sameCase: KeptReport;

  beforeEach(async () => {
    const evidence = await withEvidence(
      {
        story: STORY,
        language: 'en',
        officials: [{ vehicle: 'grey estate', name: 'A captain' }],
        answers: [{ id: 'who', asked: 'Who saw PETROV?', answer: ['пе́тров and the cook'] }],
      },
      [
        { name: 'petrov at the gate.jpg', content: new Uint8Array(randomBytes(2_000_000)), note: 'the Grey  Estate' },
        { name: 'sister of the cook.txt', content: systemRandom(10) },
      ],
    );
    marked = { ...evidence.report, caseLocator: 'ab'.repeat(32) };
    sameCase = await newReport(
      { story: 'Petrov came again. Ring 0037369123456 or +37369 123456. See sister of the cook.txt!', followUp: true },
      { caseLocator: 'ab'.repeat(32), followUp: true },
    );
    desk = await exportDesk(office, OFFICER, marked, sameCase);
    await evidence.hand(desk.memory);
    const { tag } = marked;
    await desk.out.setMarks({ tag, marks: MARKS }, CONTROL);
    await desk.act.mark({ tag, to: 'label', value: 'gang of petrov' }, CONTROL);
    await desk.act.note({ tag, text: 'PETROV denies it; grey-estate.', replaces: null }, CONTROL);
    await desk.act.refer({ tag, to: 'The office of Mr Petrov', consent: 'Yes' }, CONTROL);
    await desk.act.mark({ tag, to: 'link', value: sameCase.tag, why: 'Petrov' }, CONTROL);
  });

  function expectNone(text: string, of: string): void {
    const plain = folded(text).text;
    for (const canary of CANARIES) {
      expect(text.includes(canary), `${of}: ${canary}`).toBe(false);
      expect(plain.includes(folded(canary).text), `${of}: ${canary}`).toBe(false);
    }
  }

  test('the canary is there to be found', async () => {
    await desk.out.setMarks({ tag: marked.tag, marks: [] }, CONTROL);
    const plain = folded((await fileOf(desk, 'json', [marked.tag])).text).text;
    for (const canary of CANARIES) expect(plain).toContain(folded(canary).text);
  });

  test.each(EXPORT_LANGUAGES.map(({ tag }) => tag))(
    'is in no byte of any export in %s, nor in reports beside it',
    async (language) => {
      const tags = [marked.tag, sameCase.tag];
      for (const form of FILE_FORMS) {
        const { text, name } = await fileOf(desk, form, tags, { language, to: 'Petrov and sons' });
        expectNone(`${name}\n${text}`, form);
      }
      const leaving = await desk.out.printed(asked(tags, { form: 'print', language }), CONTROL);
      expectNone(JSON.stringify(leaving), 'printed');
      expectNone(renderToString(h(PrintedReports, { leaving, wording: wordingIn(language) })), 'print');
      for (const form of FORMS) {
        expectNone(previewText(await desk.out.preview(asked(tags, { form, language }), CONTROL)), `preview of ${form}`);
      }
    },
  );

  test('is in no byte of a package: no file, name, record or head of the zip', async () => {
    const zip = await packageOf(desk, marked.tag, { to: 'The lawyer of Petrov' });
    const raw = Buffer.from(zip).toString('latin1').toLowerCase();
    for (const canary of CANARIES) expect(raw.includes(canary.toLowerCase()), canary).toBe(false);
    const files = unzip(zip);
    expect(files.map(({ name }) => name)).toContain('files/[redacted].jpg');
    for (const { name, bytes } of files) {
      expectNone(name, name);
      if (!name.startsWith('files/')) expectNone(new TextDecoder().decode(bytes), name);
    }
    const custody = new TextDecoder().decode(files.find(({ name }) => name === 'custody.txt')?.bytes);
    expect(custody).toContain('File 2: taken out by the office');
  });

  test('is seen where it stands before anything leaves, with what else may tell', async () => {
    const { parts, marks, suggestions } = await desk.out.redaction({ tag: marked.tag, language: 'en' }, CONTROL);
    const outIn = (title: string) =>
      parts
        .filter((part) => part.title.startsWith(title))
        .flatMap(({ texts }) => texts.flatMap(({ text, out }) => out.map(({ start, end }) => text.slice(start, end))));
    expect(outIn('What happened')).toEqual(['Petrov', '+373 69 123 456']);
    expect(parts.filter(({ isOut }) => isOut).map(({ title }) => title)).toEqual(['Person 1', 'File 2']);
    expect(outIn('File 1')).toEqual(['petrov at the gate.jpg', 'Grey  Estate']);
    expect(marks.map(({ text, places }) => [text, places])).toEqual([
      ['Petrov', 4],
      ['+373 69 123 456', 1],
      ['Person 1', 1],
      ['File 2', 1],
    ]);
    expect(suggestions.map(({ text }) => text)).not.toContain('Petrov');
    await desk.out.setMarks({ tag: marked.tag, marks: [] }, CONTROL);
    const before = await desk.out.redaction({ tag: marked.tag, language: 'en' }, CONTROL);
    expect(before.suggestions).toContainEqual({ because: 'phone', text: '+373 69 123 456' });
    expect(before.suggestions).toContainEqual({ because: 'capitals', text: 'Petrov' });
    expect(before.suggestions).toContainEqual({ because: 'official', text: 'A captain' });
  });

  test('stays marked in the casebook, and what was marked in either of two stays when they are joined', async () => {
    const again = exportDeskAround(await reopened(desk.memory, office, OFFICER));
    expect(again.memory.redactions.get(marked.tag)).toEqual(MARKS);
    const more: Mark = { kind: 'name', text: 'Monday' };
    await again.out.setMarks({ tag: marked.tag, marks: [more] }, CONTROL);
    await takeAll(desk.memory, linesOf(again.memory));
    expect(desk.memory.redactions.get(marked.tag)).toEqual([...MARKS, more]);
    await desk.out.setMarks({ tag: marked.tag, marks: [] }, CONTROL);
    expect([...linesOf(desk.memory)].filter((line) => line.includes('"redaction"'))).toEqual([]);
  });

  test('must be there: a mark that hides nothing is refused, and stops an export that relies on it', async () => {
    const nowhere: Mark = { kind: 'words', path: ['story'], start: 50, end: 5000 };
    const set = () => desk.out.setMarks({ tag: marked.tag, marks: [nowhere] }, CONTROL);
    expect(set).toThrow('mark-void');
    desk.memory.redactions.set(marked.tag, [nowhere]); // as a casebook may have kept it
    await expect(fileOf(desk, 'json', [marked.tag])).rejects.toMatchObject(refused('mark-void'));
    const { marks } = await desk.out.redaction({ tag: marked.tag, language: 'en' }, CONTROL);
    expect(marks).toEqual([{ mark: nowhere, text: '', places: 0 }]);
  });
});

describe('whoever is off a report', () => {
  test('exports nothing of it, by any call', async () => {
    const { report, hand } = await withEvidence({ story: 'Canary.' }, [{ name: 'a.txt', content: systemRandom(3) }]);
    const other = await newReport({ story: 'Another one.' });
    const desk = await exportDesk(office, OFFICER, report, other);
    await hand(desk.memory);
    await desk.act.recuse({ tag: report.tag, on: true, why: '' }, CONTROL);
    const tags = [report.tag];
    const calls: (() => unknown)[] = [
      () => desk.out.redaction({ tag: report.tag, language: 'en' }, CONTROL),
      () => desk.out.setMarks({ tag: report.tag, marks: [{ kind: 'name', text: 'x' }] }, CONTROL),
      () => desk.out.printed(asked(tags), CONTROL),
      () => desk.out.beginPackage(asked(tags, { form: 'package' }), CONTROL),
      ...FILE_FORMS.map((form) => () => desk.out.exportFile({ ...asked(tags), form }, CONTROL)),
      ...FORMS.map((form) => () => desk.out.preview(asked(tags, { form }), CONTROL)),
    ];
    for (const call of calls) {
      await expect(Promise.resolve().then(call)).rejects.toMatchObject(refused('recused'));
    }
    const both = [report.tag, other.tag];
    expect(await desk.out.selection(both, CONTROL)).toMatchObject({
      recused: 1,
      reports: [{ tag: other.tag, marks: 0 }],
    });
    for (const form of FILE_FORMS) expect((await fileOf(desk, form, both)).text).not.toContain('Canary');
    expect(JSON.stringify(await desk.out.printed(asked(both), CONTROL))).not.toContain('Canary');
    const { recused, office: all } = await desk.out.figures(null, CONTROL);
    expect([recused, all.cases]).toEqual([1, 1]);
  });
});

test('no cell of the file is a formula', async () => {
  const report = await newReport({ story: '=HYPERLINK("http://x","y")', toldText: '\t+1', consentNamed: '@SUM(A1)' });
  const desk = await exportDesk(office, OFFICER, report);
  const { text } = await fileOf(desk, 'csv', [report.tag]);
  expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  expect(text).not.toMatch(/"[\s"]*[=+@-]/);
});

describe('what leaves is written down', () => {
  test('for each report before the file is given out, with its hash and who gets it', async () => {
    const reports = [await newReport({ story: 'One.' }), await newReport({ story: 'Two.' })];
    const desk = await exportDesk(office, OFFICER, ...reports);
    const tags = reports.map(({ tag }) => tag);
    const { text, sha256, name } = await fileOf(desk, 'json', tags, { to: 'The prosecutor' });
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
    for (const tag of tags) {
      expect(desk.memory.journal.triageOf(tag).custody).toMatchObject([
        {
          act: 'exported',
          by: identityOf(office, OFFICER),
          to: 'The prosecutor',
          file: { name, sha256, bytes: text.length },
        },
      ]);
    }
    await desk.out.preview(asked(tags, { form: 'csv' }), CONTROL);
    await desk.out.printed(asked(tags.slice(0, 1)), CONTROL);
    expect(tags.map((tag) => desk.memory.journal.triageOf(tag).custody.length)).toEqual([2, 1]);
  });

  test('with one number after the other, whatever goes on at once', async () => {
    const reports = await Promise.all(
      Array.from({ length: 20 }, (_, i) => newReport({ story: `Number ${String(i)}.` })),
    );
    const desk = await exportDesk(office, OFFICER, ...reports);
    const tags = reports.map(({ tag }) => tag);
    await Promise.all([
      fileOf(desk, 'csv', tags),
      fileOf(desk, 'htcds', tags),
      desk.act.note({ tag: tags[0] ?? '', text: 'Meanwhile.', replaces: null }, CONTROL),
    ]);
    const again = await reopened(desk.memory, office, OFFICER);
    await again.journal.write(tags[0] ?? '', () => ({ kind: 'note', text: 'Later.' }));
    for (const { journal } of [desk.memory, again]) {
      expect(journal.chains()).toMatchObject([{ gaps: [], forks: [], broken: [] }]);
    }
    expect(again.journal.entries.size).toBe(42);
  });

  test('and not where somebody stopped it before it was made', async () => {
    const reports = await Promise.all(Array.from({ length: 300 }, () => newReport({ story: 'x '.repeat(20_000) })));
    const desk = await exportDesk(office, OFFICER, ...reports);
    const abort = new AbortController();
    const control = {
      ...CONTROL,
      signal: abort.signal,
      tell: () => {
        abort.abort();
      },
    };
    const making = desk.out.exportFile({ ...asked(reports.map(({ tag }) => tag)), form: 'json' }, control);
    await expect(making).rejects.toMatchObject(refused('cancelled'));
    expect(desk.memory.journal.entries.size).toBe(0);
  });
});

test('figures of ten thousand reports are there within seconds, all for the office and no small one for the public', async () => {
  const reports = Array.from({ length: 10_000 }, (_, i) => ({
    ...report(i),
    day: `2026-${String(1 + (i % 9)).padStart(2, '0')}-01` as const,
    report: {
      version: 1,
      story: 'x',
      stage: [i < 3 ? 'return' : 'border'],
      official: ['police'],
      purpose: ['sexual'],
      route: { from: { country: i === 0 ? 'IS' : 'MD' } },
    },
  }));
  const desk = await exportDesk(office, OFFICER, ...reports);
  const begun = performance.now();
  const { office: all, published, known } = await desk.out.figures(null, CONTROL);
  expect(performance.now() - begun).toBeLessThan(5_000);
  expect(known).toEqual({ from: '2026-01', to: '2026-09' });
  const cell = (of: typeof all, dimension: string, code: string) =>
    of.tables.find((table) => table.dimension === dimension)?.cells.find((each) => each.code === code)?.cases;
  expect([cell(all, 'stage', 'return'), cell(all, 'country', 'IS')]).toEqual([3, 1]);
  expect([cell(published, 'stage', 'return'), cell(published, 'country', 'IS')]).toEqual([null, undefined]);
  const january = await desk.out.figures({ from: '2026-01', to: '2026-01' }, CONTROL);
  expect(january.office.cases).toBe(1112);
});

function report(i: number): KeptReport {
  const hex = i.toString(16).padStart(32, '0');
  return {
    ...{
      tag: hex,
      letter: hex + hex,
      fileKey: '',
      day: null,
      cells: 0,
      bundle: '',
      caseLocator: null,
      followUp: false,
    },
    report: { version: 1, story: '' },
  };
}
