import { concatBytes, fromBase64, toBase64, toHex, u32, u64, utf8, type Bytes } from '../../crypto/bytes.ts';
import { BUNDLE_MAGIC, encodeDirectoryRecord, encodeEndRecord, encodeLetterRecord } from '../../crypto/bundle.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { CELL_PLAINTEXT_BYTES } from '../../crypto/evidence.ts';
import { openKeyFile, readKeyFileHeader, sealKeyFile, type Keys } from '../../crypto/key-file.ts';
import type { Argon2id } from '../../crypto/passphrase.ts';
import { newEpochKeyPair, signingPublicKey, signingSeed } from '../../crypto/keys.ts';
import { LETTER_MAGIC, LETTER_SIZES } from '../../crypto/letter.ts';
import { namedRandom } from './forge.ts';
import type { Edit, Vectors } from './vector.ts';

/** All vectors of kind `key-file`, with the least costs permitted. */
export async function keyFileVectors(argon2id: Argon2id): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const random = await namedRandom('key-file');
  const costs = { memoryKiB: 8192, passes: 1 };
  const passphrase = 'an example pass phrase';
  const reviewer: Keys = {
    role: 'reviewer',
    name: 'Case worker',
    seed: signingSeed(random(32)),
    epochs: [await newEpochKeyPair(81, random), await newEpochKeyPair(82, random)],
  };
  const charter: Keys = { role: 'charter', name: 'Example Office', seed: signingSeed(random(32)), epochs: [] };
  const seal = (keys: Keys, words = passphrase) => sealKeyFile(keys, words, costs, argon2id, random);

  const opens = async (name: string, about: string, keys: Keys, file: string, words = passphrase) => {
    const opened = await openKeyFile(file, words, argon2id);
    vectors.set(`key-file-${name}`, {
      kind: 'key-file',
      about,
      expect: 'opens',
      file,
      passphrase: words,
      opens: {
        role: opened.role,
        name: opened.name,
        publicKey: toHex(await signingPublicKey(keys.seed)),
        epochs: keys.epochs.map(({ epoch }) => epoch),
      },
    });
  };
  const good = await seal(reviewer);
  await opens('opens-reviewer', 'a reviewer with two months', reviewer, good);
  await opens('opens-charter', 'a charter key', charter, await seal(charter));
  const composed = 'contrase\u00f1a \ufb01ja'; // NFKC takes the ligature apart
  const decomposed = 'contrasen\u0303a fija';
  await opens(
    'opens-normalised',
    'the same pass phrase typed on another keyboard',
    charter,
    await seal(charter, composed),
    decomposed,
  );

  const refuses = (name: string, about: string, error: ErrorCode, file: string, words = passphrase) => {
    vectors.set(`key-file-${name}`, { kind: 'key-file', about, expect: { error }, file, passphrase: words });
  };
  const parts = JSON.parse(good) as { protected: string; sealed: string };
  const header = readKeyFileHeader(good);
  const withHeader = (change: object) =>
    JSON.stringify({ ...parts, protected: toBase64(utf8(JSON.stringify({ ...header, ...change }))) });
  const sealed = fromBase64(parts.sealed);
  const withSealed = (bytes: Bytes) => JSON.stringify({ ...parts, sealed: toBase64(bytes) });
  const altered = sealed.slice();
  altered[30] = (altered[30] ?? 0) ^ 1;

  refuses('passphrase-wrong', 'another pass phrase', 'key-file-locked', good, 'an exemple pass phrase');
  refuses('sealed-altered', 'a sealed byte altered', 'key-file-locked', withSealed(altered));
  refuses('sealed-cut', 'cut within the nonce', 'key-file-malformed', withSealed(sealed.slice(0, 20)));
  refuses('name-altered', 'the readable part altered', 'key-file-locked', withHeader({ name: 'Somebody else' }));
  refuses('format-other', 'another format', 'key-file-unsupported', withHeader({ format: 'amparo-key/2' }));
  refuses(
    'memory-huge',
    'more memory than permitted',
    'key-file-unsupported',
    withHeader({ kdf: { ...header.kdf, memoryKiB: 1_048_577 } }),
  );
  refuses(
    'memory-small',
    'less memory than permitted',
    'key-file-unsupported',
    withHeader({ kdf: { ...header.kdf, memoryKiB: 8191 } }),
  );
  refuses('not-json', 'half a file', 'key-file-malformed', good.slice(0, 100));
  refuses('member-unknown', 'an unknown member', 'key-file-malformed', JSON.stringify({ ...parts, extra: 1 }));
  const [earlier, later] = reviewer.epochs;
  if (!earlier || !later) throw new Error('two months expected');
  refuses(
    'epochs-unordered',
    'months not in order',
    'key-file-malformed',
    await seal({ ...reviewer, epochs: [later, earlier] }),
  );
  return vectors;
}

/** All vectors of kind `report`. */
export function reportVectors(): Vectors {
  const vectors: Vectors = new Map();
  const add = (name: string, about: string, bytes: Uint8Array, error?: ErrorCode) => {
    vectors.set(`report-${name}`, {
      kind: 'report',
      about,
      expect: error ? { error } : 'opens',
      bytes: toBase64(bytes),
      ...(error === undefined && { opens: { report: JSON.parse(new TextDecoder().decode(bytes)) as unknown } }),
    });
  };
  const json = (value: unknown) => utf8(JSON.stringify(value));
  const story = 'A border clerk asked for money.';
  const file = { name: 'photo.jpg', type: 'image/jpeg', size: 10, offset: 0 };
  const key = toBase64(Uint8Array.from({ length: 32 }, (_, i) => i));
  const evidence = (files: readonly object[], cells = 1) =>
    json({ version: 1, story, evidence: { key, cells, files } });
  const withKey = (member: object) => json({ version: 1, story, evidence: { ...member, cells: 1, files: [file] } });
  const recorded = { ...file, name: 'story.webm', type: 'audio/webm', story: true };
  const told = (text: string, files: readonly object[]) =>
    json({ version: 1, story: text, evidence: { key, cells: 1, files } });

  add('opens', 'the story alone', json({ version: 1, story }));
  add('newer-member', 'a member that this version does not know is kept', json({ version: 1, story, weather: 'rain' }));
  add('newer-code', 'a code that this version does not know is kept', json({ version: 1, story, danger: 'tomorrow' }));
  add('newer-version', 'a later version', json({ version: 2, story, chapters: [] }));
  add('evidence', 'two files', evidence([file, { ...file, name: 'b', offset: 10 }]));
  add('story-recorded', 'a recording tells the story: no text', told('', [recorded]));
  add('story-recorded-too', 'a recording beside the text', told(story, [file, { ...recorded, offset: 10 }]));
  add('story-empty-files', 'no text, and no file tells the story: an opener takes what it gets', told('', [file]));
  add('story-empty', 'an opener takes what it gets', json({ version: 1, story: '' }));
  add('not-text', 'not UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'report-not-text');
  add(
    'byte-order-mark',
    'a byte order mark',
    concatBytes(Uint8Array.of(0xef, 0xbb, 0xbf), json({ version: 1, story })),
    'report-not-json',
  );
  add('not-json', 'half a report', utf8('{"version":1,"story":"A b'), 'report-not-json');
  add('empty', 'nothing', new Uint8Array(), 'report-not-json');
  add('array', 'not an object', json([1]), 'report-invalid');
  add('story-missing', 'no story', json({ version: 1 }), 'report-invalid');
  add('story-number', 'the story is a number', json({ version: 1, story: 1 }), 'report-invalid');
  add('version-zero', 'version 0', json({ version: 0, story }), 'report-invalid');
  add('version-text', 'version as text', json({ version: '1', story }), 'report-invalid');
  add('files-overlap', 'two files over each other', evidence([file, { ...file, offset: 5 }]), 'report-invalid');
  add('files-gap', 'a gap between files', evidence([file, { ...file, offset: 11 }]), 'report-invalid');
  add('files-none', 'a list without files', evidence([]), 'report-invalid');
  add('cells-wrong', 'more cells than the files fill', evidence([file], 2), 'report-invalid');
  add(
    'cells-padme',
    'nine cells where Padme asks for ten',
    evidence([{ ...file, size: 9 * CELL_PLAINTEXT_BYTES }], 9),
    'report-invalid',
  );
  add('size-negative', 'a negative size', evidence([{ ...file, size: -1 }]), 'report-invalid');
  add(
    'file-story-false',
    'a file that says what only true can say',
    told(story, [{ ...file, story: false }]),
    'report-invalid',
  );
  add('evidence-key-missing', 'evidence without a key', withKey({}), 'report-invalid');
  add('evidence-key-short', 'a key of 31 bytes', withKey({ key: toBase64(new Uint8Array(31)) }), 'report-invalid');
  add('evidence-key-long', 'a key of 33 bytes', withKey({ key: toBase64(new Uint8Array(33)) }), 'report-invalid');
  add(
    'evidence-key-loose',
    'a key in base64 that is not canonical',
    withKey({ key: key.replace(/8=$/, '9=') }),
    'report-invalid',
  );
  add('evidence-key-hex', 'a key in hex', withKey({ key: '00'.repeat(32) }), 'report-invalid');
  add('name-empty', 'a file without a name', evidence([{ ...file, name: '' }]), 'report-invalid');
  return vectors;
}

/** All vectors of kind `bundle`. Their letters are of the right size and nothing more: a bundle does not open letters. */
export function bundleVectors(): Vectors {
  const vectors: Vectors = new Map();
  const letter = concatBytes(LETTER_MAGIC, new Uint8Array(LETTER_SIZES[0] - LETTER_MAGIC.length));
  const first = encodeLetterRecord({ cursor: 5, day: 20_780, cells: 0, letter });
  const second = encodeLetterRecord({ cursor: 9, day: 20_781, cells: 0, letter });
  const end = encodeEndRecord({ cursor: 9, letters: 2 });
  const good = concatBytes(BUNDLE_MAGIC, first, second, end);
  const firstAt = BUNDLE_MAGIC.length;
  const secondAt = firstAt + first.length;
  const endAt = secondAt + second.length;
  const letters = [
    { cursor: 5, day: 20_780, cells: 0 },
    { cursor: 9, day: 20_781, cells: 0 },
  ];

  const add = (name: string, about: string, bundle: unknown, outcome: object | ErrorCode) => {
    vectors.set(`bundle-${name}`, {
      kind: 'bundle',
      about,
      expect: typeof outcome === 'string' ? { error: outcome } : 'opens',
      bundle,
      ...(typeof outcome === 'object' && { opens: outcome }),
    });
  };
  const edited = (name: string, about: string, edits: readonly Edit[], outcome: object | ErrorCode) => {
    add(name, about, { of: 'bundle-opens', edits }, outcome);
  };
  add('opens', 'two letters', toBase64(good), { letters, cursor: 9 });
  add('empty', 'no letters', toBase64(concatBytes(BUNDLE_MAGIC, encodeEndRecord({ cursor: 4, letters: 0 }))), {
    letters: [],
    cursor: 4,
  });
  const unknown = concatBytes(Uint8Array.of(9), u32(3), utf8('new'));
  edited(
    'unknown-record',
    'a record of a later kind is passed over',
    [{ cut: endAt }, { append: toHex(concatBytes(unknown, end)) }],
    { letters, cursor: 9 },
  );
  const directory = encodeDirectoryRecord(utf8('{"roster":{},"epochKeys":[]}'));
  const told = { roster: {}, epochKeys: [] };
  const alone = concatBytes(BUNDLE_MAGIC, directory, encodeEndRecord({ cursor: 4, letters: 0 }));
  add('directory', 'the office’s directory and no letters', toBase64(alone), {
    letters: [],
    cursor: 4,
    directory: told,
  });
  const beforeEnd = (...records: readonly Uint8Array[]): Edit[] => [
    { cut: endAt },
    { append: toHex(concatBytes(...records, end)) },
  ];
  const older = encodeDirectoryRecord(utf8('{}'));
  edited('directory-twice', 'of two directories the last counts', beforeEnd(older, directory), {
    letters,
    cursor: 9,
    directory: told,
  });
  edited(
    'directory-not-json',
    'a directory that is no JSON',
    beforeEnd(encodeDirectoryRecord(utf8('{"roster"'))),
    'bundle-malformed',
  );
  edited(
    'directory-among-cells',
    'a directory where a cell was announced',
    [{ at: secondAt + 5 + 15, write: '01' }, ...beforeEnd(directory)],
    'bundle-malformed',
  );
  edited('end-later', 'the server has seen more than it gave', [{ at: endAt + 5, write: toHex(u64(12)) }], {
    letters,
    cursor: 12,
  });
  edited('magic', 'the magic of a letter', [{ at: 6, write: '00' }], 'bundle-malformed');
  edited('cut-in-magic', 'cut within the magic', [{ cut: 5 }], 'bundle-truncated');
  edited('cut-in-letter', 'cut within a letter', [{ cut: secondAt + 100 }], 'bundle-truncated');
  edited('cut-before-end', 'the end record is missing', [{ cut: endAt }], 'bundle-truncated');
  edited('cut-in-end', 'cut within the end record', [{ cut: good.length - 1 }], 'bundle-truncated');
  edited('trailing', 'a byte after the end', [{ append: '00' }], 'bundle-malformed');
  edited(
    'end-miscounts',
    'the end record counts three letters',
    [{ at: good.length - 1, write: '03' }],
    'bundle-malformed',
  );
  edited(
    'end-cursor-back',
    'the end record lies before the last letter',
    [{ at: endAt + 5, write: toHex(u64(8)) }],
    'bundle-malformed',
  );
  edited(
    'cursor-repeats',
    'two letters under one cursor',
    [{ at: secondAt + 5, write: toHex(u64(5)) }],
    'bundle-malformed',
  );
  edited('cursor-huge', 'a cursor of 2^63', [{ at: secondAt + 5, write: '8000000000000000' }], 'bundle-malformed');
  edited(
    'length-huge',
    'a record longer than any may be',
    [{ at: firstAt + 1, write: 'ffffffff' }],
    'bundle-malformed',
  );
  edited(
    'letter-size',
    'a letter one byte shorter than any may be',
    [{ at: firstAt + 1, write: toHex(u32(first.length - 6)) }],
    'bundle-malformed',
  );
  edited(
    'cells-missing',
    'a cell announced that does not come',
    [{ at: secondAt + 5 + 15, write: '01' }],
    'bundle-malformed',
  );
  edited(
    'cell-size',
    'a cell of three bytes',
    [{ cut: endAt }, { append: toHex(concatBytes(Uint8Array.of(2), u32(3), utf8('abc'), end)) }],
    'bundle-malformed',
  );
  return vectors;
}
