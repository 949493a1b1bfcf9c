import fc from 'fast-check';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';

import { fromBase64, toHex, type OpenedReport } from '../../crypto/index.ts';
import { csvLines } from '../../client/triage/export/csv.ts';
import { folded, tellingLength } from '../../client/triage/export/folding.ts';
import { wordsIn } from '../../client/triage/export/ranges.ts';
import { htcdsExport } from '../../client/triage/export/htcds.ts';
import { jsonPieces } from '../../client/triage/export/json.ts';
import { leave } from '../../client/triage/export/leaving.ts';
import { leavingReportSchema } from '../../client/triage/export/leaving-report.ts';
import type { Mark } from '../../client/triage/export/marks.ts';
import { PrintedReports } from '../../client/triage/export/printed-report.tsx';
import { redact } from '../../client/triage/export/redaction.ts';
import { deskReport, label, note, register, triage, wording } from './export/desk.ts';
import { covered, leaves, marksFor, reports, SECRETS, subject } from './export/reports.ts';

function report(members: Partial<OpenedReport>): OpenedReport {
  return { version: 1, story: 'A border clerk let the bus through.', ...members };
}

function left(members: Partial<OpenedReport>, ...marks: Mark[]) {
  return redact(subject(report(members)), marks).report;
}

/** All texts and names of members that an export is made of. */
function said(value: unknown): string[] {
  const names = (of: unknown): string[] =>
    typeof of === 'object' && of !== null
      ? [...(Array.isArray(of) ? [] : Object.keys(of)), ...Object.values(of).flatMap(names)]
      : [];
  return [...leaves(value).map(({ text }) => text), ...names(value)];
}

test('of what is marked nothing is left anywhere, in whatever case, accents or spacing', () => {
  const cases = reports.chain((of) => marksFor(of).map((marks) => ({ of, marks })));
  fc.assert(
    fc.property(cases, ({ of, marks }) => {
      const all = said(redact(subject(of), marks).report);
      for (const text of covered(of, marks).map((each) => each.trim())) {
        const plain = folded(text).text;
        if (text.length >= 3) expect(all.filter((each) => each.includes(text))).toEqual([]);
        if (tellingLength(text) >= 3) expect(all.filter((each) => folded(each).text.includes(plain))).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
});

test('a text that is made to take long is folded in a time that grows with its length', () => {
  const text = 'The clerk Petrov rings. '.repeat(40_000);
  const begun = performance.now();
  expect(folded(text).text).toHaveLength(text.length - 40_000 - 1);
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test('an answer with spaces around it is taken out elsewhere too', () => {
  const of = {
    version: 1,
    story: 'ab_c',
    consentNamed: ' _\u200B_',
    answers: [{ asked: 'Q_\u200B_Q', answer: ['x'] }],
  };
  const all = said(redact(subject(of), [{ kind: 'answer', path: ['consentNamed'] }]).report);
  expect(all.filter((text) => text.includes('_\u200B_'))).toEqual([]);
});

test('nor in any export, with what reviewers said about it', () => {
  const cases = reports.chain((of) => marksFor(of).map((marks) => ({ of, marks })));
  fc.assert(
    fc.property(cases, ({ of, marks }) => {
      const hidden = covered(of, marks).map((each) => each.trim());
      const about = hidden.join(' ');
      const said = triage({
        status: register('assessing/waiting'),
        labels: hidden.map(label),
        notes: [note(about)],
        referrals: [{ ...label(''), to: about, consent: about }],
      });
      const leaving = leave([{ desk: deskReport(of), triage: said, marks }], { notes: true });
      const english = wording('en');
      const exports = {
        csv: [...csvLines(leaving)].join(''),
        words: [...csvLines(leaving, { wording: english })].join(''),
        json: [...jsonPieces(leaving, { office: 'Example Office', exported: '2026-11-24' })].join(''),
        htcds: JSON.stringify(htcdsExport(leaving, english)),
        print: renderToString(h(PrintedReports, { leaving, wording: english })),
      };
      for (const [name, text] of Object.entries(exports)) {
        for (const secret of Object.values(SECRETS)) {
          if (secret !== SECRETS.evidence || of.evidence) expect(text, name).not.toContain(secret);
        }
        for (const each of hidden) if (each.length >= 3) expect(text, name).not.toContain(each);
      }
    }),
    { numRuns: 150 },
  );
});

test('no key of evidence, case or letter leaves, with or without marks, wherever it was written', () => {
  fc.assert(
    fc.property(reports, (of) => {
      const all = said(redact(subject(of), []).report).map((text) => text.toLowerCase());
      for (const [name, secret] of Object.entries(SECRETS)) {
        if (name === 'evidence' && of.evidence === undefined) continue; // then it is a key to nothing
        expect(all.filter((text) => text.includes(secret.toLowerCase()))).toEqual([]);
      }
    }),
  );
});

test('what leaves has the documented form, whatever was marked', () => {
  const cases = reports.chain((of) => marksFor(of).map((marks) => ({ of, marks })));
  fc.assert(
    fc.property(cases, ({ of, marks }) => {
      expect(leavingReportSchema.safeParse(redact(subject(of), marks).report).error?.issues).toBeUndefined();
    }),
  );
});

test('the report itself stays as it is', () => {
  const of = report({ officials: [{ name: 'Petrov' }] });
  const before = structuredClone(of);
  redact(subject(of), [{ kind: 'name', text: 'petrov' }]);
  expect(of).toEqual(before);
});

describe('a name is found', () => {
  test.each([
    ['Petrov', 'We saw PETROV there', 'We saw [redacted] there'],
    ['Petrov', 'a friend of Petrovs wife', 'a friend of [redacted] wife'],
    ['Müller', 'Herr Mu\u0308ller, Herr MULLER', 'Herr [redacted], Herr [redacted]'],
    ['Ørsted', 'said Orsted', 'said [redacted]'],
    ['Иван', 'видел Ивана и ИВАНОМ', 'видел [redacted] и [redacted]'],
    ['Ivan Petrov', 'видел Ивана Петрова', 'видел [redacted]'],
    ['Папандреу', 'Papandreu', '[redacted]'],
    ['Ivane', 'ვნახე ივანე იქ', 'ვნახე [redacted] იქ'],
    ['Anna Li', 'Anna sang; Anna, Li', 'Anna sang; [redacted]'],
    ['Щ', 'Щ. был там, Щукин тоже', '[redacted]. был там, Щукин тоже'],
    ['Ivan Petrov', 'Ivan\n  Petrov, Ivan-Petrov', '[redacted]'],
    ['Petrov', 'Pet\u200Brov, Pet\u00ADrov', '[redacted]'],
    ['Petrov', 'Ｐｅｔｒｏｖ', '[redacted]'],
    ['王伟', '昨天我看见王伟在边境', '昨天我看见[redacted]在边境'],
    ['مُحَمَّد', 'رأيت محمد هناك', 'رأيت [redacted] هناك'],
    ['+373 69 123-456', 'call 37369123456 now', 'call [redacted] now'],
    ['AB 123 CD', 'a car, ab-123-cd', 'a car, [redacted]'],
    ['٠٦٩١٢٣', 'call 069 123', 'call [redacted]'],
    ['Li', 'Li told me to listen to Li.', '[redacted] told me to listen to [redacted].'],
  ])('%j in %j', (text, story, expected) => {
    expect(left({ story }, { kind: 'name', text }).story).toBe(expected);
  });

  test('in every answer, in names of files and notes, and in ids and questions that are not ours', () => {
    const name: Mark = { kind: 'name', text: 'Petrov' };
    const evidence = {
      key: SECRETS.evidence,
      cells: 1,
      files: [{ name: 'passport_petrov.jpg', type: 'image/petrov', size: 5, offset: 0, note: 'of Petrov' }],
    };
    const answers = [{ id: 'petrov', asked: 'Did you see Petrov?', answer: ['yes', 'PETROV'] }];
    const leaving = left(
      { evidence, answers, stage: ['border', 'petrov'], when: { since: '2019', detail: 'Petrovs day' }, petrov: 1 },
      name,
    );
    expect(leaving).toMatchObject({
      evidence: { files: [{ name: '[redacted].jpg', type: 'image/[redacted]', size: 5, note: 'of [redacted]' }] },
      answers: [{ id: '[redacted]', asked: 'Did you see [redacted]?', answer: ['yes', '[redacted]'] }],
      stage: ['border', '[redacted]'],
      when: { since: '2019', detail: '[redacted] day' },
    });
    expect(JSON.stringify(leaving)).not.toMatch(/petrov/i);
  });
});

test('a whole long story that is marked is still looked for elsewhere', () => {
  const story = 'The clerk waved. '.repeat(5000);
  const leaving = left({ story, toldText: `${story}And more.` }, { kind: 'answer', path: ['story'] });
  expect(leaving).toMatchObject({ story: '[redacted]', toldText: '[redacted] And more.' });
});

describe('marks', () => {
  test('words go where they were marked and everywhere else', () => {
    const story = 'The red van of the clerk. A RED VAN.';
    const mark: Mark = { kind: 'words', path: ['story'], start: 4, end: 11 };
    expect(left({ story }, mark).story).toBe('The [redacted] of the clerk. A [redacted].');
  });

  test('half a character takes the whole of it along', () => {
    const marked = (story: string): Mark => ({
      kind: 'words',
      path: ['story'],
      start: 0,
      end: 1 + Number(story === ''),
    });
    for (const story of ['👩‍👧 ok', 'e\u0301 ok', '😀 ok']) {
      expect(left({ story }, marked(story)).story).toBe('[redacted] ok');
    }
  });

  test('an answer goes with all that is in it, and codes with the answer only', () => {
    const members = {
      stage: ['police'],
      official: ['police'],
      officials: [{ name: 'Petrov', unit: 'Unit 7 of the south' }, { rank: 'clerk' }],
      story: 'It was unit 7 of the South.',
      contact: { allowed: true },
    };
    const leaving = left(
      members,
      { kind: 'answer', path: ['official'] },
      { kind: 'answer', path: ['officials', 0] },
      { kind: 'answer', path: ['contact', 'allowed'] },
    );
    expect(leaving).toMatchObject({
      stage: ['police'],
      official: ['[redacted]'],
      officials: ['[redacted]', { rank: 'clerk' }],
      story: 'It was [redacted].',
      contact: { allowed: '[redacted]' },
    });
  });

  test('a file leaves an empty place, so that the others are still known by theirs', () => {
    const files = ['a.jpg', 'list of Petrov.pdf', 'c.jpg'].map((name, i) => ({ name, type: 'x', size: 1, offset: i }));
    const evidence = { key: SECRETS.evidence, cells: 1, files };
    const leaving = left({ evidence, story: 'See list of Petrov.pdf' }, { kind: 'file', index: 1 });
    expect(leaving.evidence?.files.map(({ name }) => name)).toEqual(['a.jpg', '[redacted]', 'c.jpg']);
    expect(leaving.evidence?.files[1]).toEqual({ name: '[redacted]' });
    expect(leaving.story).toBe('See [redacted]');
  });

  test.each<[string, Mark]>([
    ['a path that leads nowhere', { kind: 'answer', path: ['officials', 3] }],
    ['what never leaves', { kind: 'answer', path: ['case', 'locator'] }],
    ['an inherited member', { kind: 'answer', path: ['constructor'] }],
    ['the whole report', { kind: 'answer', path: [] }],
    ['all files at once', { kind: 'answer', path: ['evidence', 'files'] }],
    ['a file that is not there', { kind: 'file', index: 9 }],
    ['a stretch past the end', { kind: 'words', path: ['story'], start: 5, end: 500 }],
    ['an empty stretch', { kind: 'words', path: ['story'], start: 5, end: 5 }],
    ['a stretch of what is no text', { kind: 'words', path: ['stage'], start: 0, end: 1 }],
    ['an empty name', { kind: 'name', text: '  ' }],
  ])('%s is refused, as somebody relies on it', (_, mark) => {
    expect(() => left({ stage: ['border'] }, mark)).toThrow(RangeError);
  });

  test('a stretch within words becomes whole words, where the page asks for it', () => {
    expect(wordsIn('the border clerk', { start: 6, end: 12 })).toEqual({ start: 4, end: 16 });
  });
});

describe('keys of the case', () => {
  test.each(Object.entries(SECRETS))('%s in hex, for links or without its end, in the story', (_, secret) => {
    const hex = /^[0-9a-f]+$/.test(secret) ? secret.toUpperCase() : toHex(fromBase64(secret));
    const link = secret.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    const of = report({
      story: `a ${hex} b ${link} c`,
      evidence: { key: SECRETS.evidence, cells: 1, files: [{ name: 'a', type: '', size: 1, offset: 0 }] },
      case: { locator: SECRETS.caseLocator, replyKey: SECRETS.replyKey, openedKey: SECRETS.openedKey },
      signature: SECRETS.signature,
    });
    expect(redact(subject(of), []).report.story).toBe('a [redacted] b [redacted] c');
  });

  test('a short one is a stranger’s trick and takes nothing out', () => {
    expect(left({ case: { locator: 'e' } }).story).toBe('A border clerk let the bus through.');
  });
});

test('members of newer versions and of other forms are left out, and counted', () => {
  const of = report({ newer: { key: 'x' }, act: 'ignored', officials: [{ name: 'A', newer: 1 }], people: {} });
  const { report: leaving, leftOut } = redact(subject(of), []);
  expect(leaving).toEqual({ story: 'A border clerk let the bus through.', officials: [{ name: 'A' }] });
  expect(leftOut).toBe(4);
});
