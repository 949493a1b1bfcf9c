import { describe, expect, test } from 'vitest';
import { runVector, type Opened } from './run-vector.ts';
import { readVectors, type Vector } from './vectors.ts';

const vectors = readVectors(new URL('../vectors/', import.meta.url));
const cases = [...vectors].map(([name, vector]) => ({ name, about: vector.about, vector }));

describe('the reference, written from SPEC.md alone', () => {
  test('there are vectors of every kind', () => {
    expect(new Set(cases.map(({ vector }) => vector.kind))).toEqual(
      new Set<Vector['kind']>([
        'letter',
        'letter-together',
        'release',
        'reader-key',
        'casebook',
        'evidence',
        'report',
        'statement',
        'roster',
        'directory',
        'key-file',
        'fingerprint',
        'bundle',
        'parcel',
        'build',
        'checkpoint',
        'log-proof',
        'journal',
        'grant',
        'letter-with-key',
        'journal-letter',
        'chains',
        'outbound',
        'case-code',
        'case',
        'report-case',
        'reply',
        'note',
        'receipt',
        'receipt-again',
        'opened-mark',
        'mailbox',
        'poll',
        'closing',
      ]),
    );
  });

  test.each(cases)('$name: $about', ({ vector }) => {
    const outcome = runVector(vector, vectors);
    if (vector.expect !== 'opens') {
      expect(outcome).toStrictEqual(vector.expect);
    } else if ('intermediate' in vector) {
      expect(outcome).toStrictEqual({ opens: vector.opens, intermediate: vector.intermediate });
    } else {
      expect(outcome).toHaveProperty('opens');
      expect((outcome as Opened).opens).toStrictEqual(vector.opens);
    }
  });
});
