import { toBase64, toHex, utf8 } from '../../crypto/bytes.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { NO_ENTRY } from '../../crypto/journal.ts';
import type { Vectors } from './vector.ts';

/** All vectors of kind `journal-letter`: what an opened letter holds. */
export function journalLetterVectors(): Vectors {
  const vectors: Vectors = new Map();
  const add = (name: string, about: string, content: unknown, outcome: ErrorCode | object) => {
    vectors.set(`journal-letter-${name}`, {
      kind: 'journal-letter',
      about,
      expect: typeof outcome === 'string' ? { error: outcome } : 'opens',
      bytes: toBase64(typeof content === 'string' ? utf8(content) : utf8(JSON.stringify(content))),
      ...(typeof outcome === 'object' && { opens: outcome }),
    });
  };
  const none = { journal: [], grants: [], releases: [] };
  const full = { journal: [{ a: 1 }, 'b'], grants: [null], releases: [2] };
  const report = { version: 1, story: 'A border clerk asked for money.' };
  add('opens', 'nothing in it is believed, and all of it is handed on', { version: 1, ...full }, full);
  add('later', 'a later version, with a member of its own', { version: 2, ...full, more: true }, full);
  add('journal-alone', 'without grants and releases', { version: 1, journal: [] }, none);
  add('report', 'a report', report, { report });
  add(
    'report-with-journal',
    'a report with a member of that name',
    { ...report, journal: [] },
    { report: { ...report, journal: [] } },
  );
  add('neither', 'neither story nor journal', { version: 1 }, 'report-invalid');
  add('list', 'a list', ['journal'], 'report-invalid');
  add('not-json', 'half of one', '{"version":1,"journal":[', 'report-not-json');
  add('version-missing', 'no version', { journal: [] }, 'journal-letter-invalid');
  add('version-zero', 'version 0', { version: 0, journal: [] }, 'journal-letter-invalid');
  add('journal-object', 'entries that are no list', { version: 1, journal: {} }, 'journal-letter-invalid');
  add('grants-number', 'grants that are no list', { version: 1, journal: [], grants: 1 }, 'journal-letter-invalid');
  add(
    'releases-null',
    'releases that are no list',
    { version: 1, journal: [], releases: null },
    'journal-letter-invalid',
  );
  return vectors;
}

/** All vectors of kind `chains`. */
export function chainVectors(): Vectors {
  const vectors: Vectors = new Map();
  const id = (author: string, number: number) => toHex(utf8(author.repeat(28) + String(number).padStart(4, '0')));
  const entry = (author: string, number: number, previous = number === 1 ? NO_ENTRY : id(author, number - 1)) => ({
    id: id(author, number),
    author,
    number,
    previous,
  });
  const sound = { gaps: [], forks: [], broken: [] };
  const add = (name: string, about: string, entries: readonly object[], chains: readonly object[]) => {
    vectors.set(`chains-${name}`, { kind: 'chains', about, expect: 'opens', entries, opens: { chains } });
  };
  const twin = { ...entry('a', 2), id: 'ff'.repeat(32) };
  add(
    'whole',
    'two authors, nothing missing',
    [entry('b', 1), entry('a', 2), entry('a', 1)],
    [
      { author: 'a', ...sound },
      { author: 'b', ...sound },
    ],
  );
  add(
    'gaps',
    'numbers are missing',
    [entry('a', 2), entry('a', 5), entry('a', 2 ** 32 - 1)],
    [
      {
        author: 'a',
        ...sound,
        gaps: [
          [1, 1],
          [3, 4],
          [6, 2 ** 32 - 2],
        ],
      },
    ],
  );
  add(
    'fork',
    'two entries with one number; the next goes on from one of them',
    [entry('a', 1), entry('a', 2), twin, entry('a', 3, twin.id)],
    [{ author: 'a', ...sound, forks: [2] }],
  );
  add(
    'broken',
    'an entry names another one before it than is there',
    [entry('a', 1), entry('a', 2, id('b', 1)), entry('b', 1)],
    [
      { author: 'a', ...sound, broken: [2] },
      { author: 'b', ...sound },
    ],
  );
  add(
    'twice',
    'an entry that is there twice is there once',
    [entry('a', 1), entry('a', 1)],
    [{ author: 'a', ...sound }],
  );
  return vectors;
}
