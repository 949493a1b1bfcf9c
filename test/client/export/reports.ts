import fc from 'fast-check';

import { ACT, OFFICIAL, STAGE, type OpenedReport } from '../../../crypto/index.ts';
import type { Mark, Path } from '../../../client/triage/export/marks.ts';
import type { Subject } from '../../../client/triage/export/secrets.ts';

/** Letters of which no word of ours has three in a row, so that what is found of them was written by the reporter. */
const UNITS = ['q', 'Q', 'z', 'Ž', 'x', 'ẍ', 'q\u0301', 'ж', 'Щ', '王', '李', 'ق', 'ض', '\u200B', ' ', '-', '_', '🐊'];
export const strange = fc
  .array(fc.constantFrom(...UNITS), { minLength: 1, maxLength: 24 })
  .map((units) => units.join(''));
const codes = (from: readonly string[]) => fc.array(fc.oneof(fc.constantFrom(...from), strange), { maxLength: 3 });

const KEY = 'k5zq8sYkPzYV3y0l0sJ9m7kq4bV1cXn2aWt6uEoR8hI=';
export const SECRETS = {
  fileKey: 'ZmlsZWtleWZpbGVrZXlmaWxla2V5ZmlsZWtleWZpbGU=',
  caseLocator: 'ab'.repeat(32),
  evidence: KEY,
  replyKey: `cmVwbHlrZXk${'A'.repeat(40)}=`,
  openedKey: 'b3BlbmVka2V5b3BlbmVka2V5b3BlbmVka2V5b3BlbmU=',
  signature: `${'Sig9'.repeat(21)}Sg==`,
};

const file = fc.record(
  { name: strange, type: fc.constantFrom('image/jpeg', ''), size: fc.nat({ max: 66 }), note: strange },
  { requiredKeys: ['name', 'type', 'size'] },
);
const place = fc.record({ country: fc.constant('MD'), region: strange, crossing: strange }, { requiredKeys: [] });

/** Reports as strangers send them: known answers, codes nobody knows, members of newer versions, keys written where they do not belong. */
export const reports: fc.Arbitrary<OpenedReport> = fc
  .record(
    {
      version: fc.constant(1),
      language: fc.constant('en'),
      story: fc.oneof(
        strange,
        fc.tuple(strange, fc.constantFrom(...Object.values(SECRETS)), strange).map((parts) => parts.join(' ')),
      ),
      stage: codes(STAGE),
      act: codes(ACT),
      official: codes(OFFICIAL),
      officials: fc.array(
        fc.record({ name: strange, unit: strange, badge: strange, description: strange }, { requiredKeys: [] }),
        { maxLength: 3 },
      ),
      route: fc.record({ from: place, through: fc.array(place, { maxLength: 2 }), to: place }, { requiredKeys: [] }),
      when: fc.record({ since: fc.constant('2019-05'), detail: strange }, { requiredKeys: [] }),
      toldText: strange,
      files: fc.array(file, { maxLength: 3 }),
      consentNamed: strange,
      contact: fc.record({ allowed: fc.boolean(), languages: fc.array(strange) }),
      answers: fc.array(
        fc.record({ id: strange, asked: strange, answer: fc.oneof(strange, fc.array(strange, { minLength: 1 })) }),
        { minLength: 1, maxLength: 2 },
      ),
      newer: fc.dictionary(strange, fc.jsonValue()),
    },
    { requiredKeys: ['version', 'story'] },
  )
  .map(({ files, newer, ...report }) => ({
    ...report,
    ...newer,
    ...(files && {
      evidence: { key: SECRETS.evidence, cells: 1, files: files.map((each, i) => ({ ...each, offset: i })) },
    }),
    case: { locator: SECRETS.caseLocator, replyKey: SECRETS.replyKey, openedKey: SECRETS.openedKey },
    signature: SECRETS.signature,
  }));

export function subject(report: OpenedReport): Subject {
  return { report, fileKey: SECRETS.fileKey, caseLocator: SECRETS.caseLocator };
}

export interface Leaf {
  readonly path: Path;
  readonly text: string;
}

/** Every text in any JSON, with its path. */
export function leaves(value: unknown, path: Path = []): Leaf[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap((item: unknown, i) => leaves(item, [...path, i]))
    : Object.entries(value).flatMap(([name, item]) => leaves(item, [...path, name]));
}

const TEXTS = new Set(['story', 'toldText', 'officials', 'route', 'consentNamed', 'answers', 'when']);

/** Marks as a reviewer may set them in one report. */
export function marksFor(report: OpenedReport): fc.Arbitrary<Mark[]> {
  const texts = leaves(report).filter(({ path, text }) => TEXTS.has(String(path[0])) && text !== '');
  const files = report.evidence?.files ?? [];
  const words = fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.nat()).map(([{ path, text }, a, b]): Mark => {
    const start = a % text.length;
    return { kind: 'words', path, start, end: start + 1 + (b % (text.length - start)) };
  });
  const answer = fc.constantFrom(...texts).map(({ path }): Mark => ({ kind: 'answer', path }));
  const name = fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(), fc.boolean())
    .map(([{ text }, a, b, isUpper]): Mark => {
      const start = a % text.length;
      const part = text.slice(start, start + 1 + (b % (text.length - start))).toWellFormed();
      const spelt = isUpper ? part.toUpperCase() : part.normalize('NFD');
      return { kind: 'name', text: spelt.trim() === '' ? text.trim() || 'q' : spelt };
    });
  const whole = fc.nat({ max: Math.max(0, files.length - 1) }).map((index): Mark => ({ kind: 'file', index }));
  return fc.array(fc.oneof(words, answer, name, ...(files.length > 0 ? [whole] : [])), { minLength: 1, maxLength: 4 });
}

/** What the marks cover, found without the code under test. */
export function covered(report: OpenedReport, marks: readonly Mark[]): string[] {
  const at = (path: Path) => leaves(report).filter((leaf) => path.every((step, i) => leaf.path[i] === step));
  return marks.flatMap((mark) => {
    switch (mark.kind) {
      case 'name':
        return [mark.text];
      case 'file':
        return at(['evidence', 'files', mark.index])
          .filter(({ path }) => path.at(-1) !== 'type')
          .map(({ text }) => text);
      case 'answer':
        return at(mark.path).map(({ text }) => text);
      case 'words':
        return at(mark.path).map(({ text }) => text.slice(mark.start, mark.end));
    }
  });
}
