import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';

import {
  concatBytes,
  fromBase64,
  fromHex,
  isoDateOf,
  journalKeys,
  newFileKey,
  NO_ENTRY,
  openDirectory,
  openEntry,
  signEntry,
  signingSeed,
  sodium,
  systemRandom,
  toBase64,
  utf8,
  type Envelope,
  type JournalKeys,
  type KnownContent,
  type NewEntry,
  type Roster,
  type SigningSeed,
} from '../../crypto/index.ts';
import { signStatement } from '../../crypto/statement.ts';
import { makeOffice } from '../server/office.ts';
import { refusal } from './refusal.ts';

const AT = '2026-11-24T09:30Z';
const ID = 'ab'.repeat(32);
const TAG = 'cd'.repeat(16);
const note: KnownContent = { kind: 'note', text: 'The clerk was seen again.' };
const templates: KnownContent = { kind: 'office', name: 'templates', value: '[]', replaces: [] };

let roster: Roster;
let seed: SigningSeed;
let otherSeed: SigningSeed;
let report: JournalKeys;
let other: JournalKeys;
let identity: string;

beforeAll(async () => {
  const { directory, charter, reviewers } = await makeOffice(['Counsellor', 'Investigator']);
  roster = (await openDirectory(directory, charter, isoDateOf(new Date()))).roster;
  [seed, otherSeed] = reviewers.map((reviewer) => reviewer.seed) as [SigningSeed, SigningSeed];
  [report, other] = await Promise.all([
    journalKeys(newFileKey(systemRandom), ID),
    journalKeys(newFileKey(systemRandom), ID),
  ]);
  identity = roster.reviewers[0]?.identity ?? expect.unreachable();
});

const sign = (changes: Partial<NewEntry> = {}) =>
  signEntry({ seed, number: 1, previous: NO_ENTRY, at: AT, about: report, content: note, ...changes }, systemRandom);
const holding = (...held: readonly JournalKeys[]) => {
  const keys = new Map(held.map(({ tag, key }) => [tag, key]));
  return (tag: string) => keys.get(tag);
};
const open = (envelope: unknown, ...held: readonly JournalKeys[]) => openEntry(envelope, roster, holding(...held));
const payloadOf = (envelope: Envelope) =>
  JSON.parse(new TextDecoder().decode(fromBase64(envelope.payload))) as Record<string, unknown>;
/** What a reviewer who writes entries with a program of their own can sign. */
const forged = async (changes: Record<string, unknown>, by = seed, from?: Envelope) =>
  signStatement('journal', { ...payloadOf(from ?? (await sign()).envelope), ...changes }, by);

describe('an attacker', () => {
  test('who is not on the roster writes nothing', async () => {
    const { envelope } = await sign({ seed: signingSeed(systemRandom(32)) });
    expect(await refusal(open(envelope, report))).toBe('journal-unknown-reviewer');
  });

  test('writes nothing in the name of another reviewer', async () => {
    const { envelope } = await sign({ seed: otherSeed });
    const [signature] = envelope.signatures;
    const [mine] = (await sign()).envelope.signatures;
    const renamed = { ...envelope, signatures: [{ ...signature, keyid: mine.keyid }] };
    expect(await refusal(open(renamed, report))).toBe('signature-invalid');
    expect(await refusal(open(await forged({ identity }, otherSeed), report))).toBe('journal-invalid');
  });

  test('changes no byte of an entry', async () => {
    const { envelope } = await sign();
    const bytes = fromBase64(envelope.payload);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, difference) => {
        const altered = bytes.slice();
        altered[at] = (altered[at] ?? 0) ^ difference;
        expect(await refusal(open({ ...envelope, payload: toBase64(altered) }, report))).toBe('signature-invalid');
      }),
      { numRuns: 60 },
    );
  });

  test('passes off no statement of another kind as an entry', async () => {
    const { envelope } = await sign();
    const grant = await signStatement('grant', payloadOf(envelope), seed);
    expect(await refusal(open(grant, report))).toBe('statement-kind');
    expect(await refusal(open({ ...envelope, extra: 1 }, report))).toBe('statement-malformed');
  });

  test('moves no sealed content to another report, number or author', async () => {
    const { sealed } = payloadOf((await sign()).envelope);
    expect(await refusal(open(await forged({ sealed, about: other.tag }), report, other))).toBe('journal-damaged');
    expect(await refusal(open(await forged({ sealed, number: 2, previous: ID }), report))).toBe('journal-damaged');
    const { envelope } = await sign({ seed: otherSeed });
    expect(await refusal(open(await forged({ sealed }, otherSeed, envelope), report))).toBe('journal-damaged');
    expect(await refusal(open(await forged({ sealed: 'AAAA' }), report))).toBe('journal-damaged');
    expect(await refusal(open(await forged({ sealed: '' }), report))).toBe('journal-damaged');
  });

  test('who holds no file key of the report learns neither what is said nor which letter it is about', async () => {
    const { envelope } = await sign();
    expect(await open(envelope, other)).toMatchObject({ about: report.tag, content: null });
    expect(JSON.stringify(payloadOf(envelope))).not.toContain('clerk');
  });

  test('cannot tell a short word from a longer one by its length', async () => {
    const lengths = await Promise.all(
      [1, 60, 200].map(async (length) => {
        const { envelope } = await sign({ content: { kind: 'note', text: 'x'.repeat(length) } });
        return (payloadOf(envelope)['sealed'] as string).length;
      }),
    );
    expect(new Set(lengths).size).toBe(1);
  });
});

describe('an entry is refused', () => {
  const refused: Record<string, Record<string, unknown>> = {
    'a member too many': { more: 1 },
    'both content and seal': { content: note },
    'a seal under no report': { about: null },
    'number 0': { number: 0 },
    'a number beyond u32': { number: 2 ** 32, previous: ID },
    'a first entry that names one before it': { previous: ID },
    'a later entry that names none before it': { number: 2 },
    'hex in capitals': { previous: 'A'.repeat(64), number: 2 },
    'a tag in capitals': { about: 'CD'.repeat(16) },
    'a tag of another length': { about: 'cd'.repeat(32) },
    'a seal with unused bits set': { sealed: 'AB==' },
    'a seal with white space': { sealed: 'AAAA AAAA' },
    seconds: { at: '2026-11-24T09:30:00Z' },
    'a time without zone': { at: '2026-11-24T09:30' },
    'a time with an offset': { at: '2026-11-24T09:30+01:00' },
    'an impossible day': { at: '2026-02-30T09:30Z' },
    'an impossible hour': { at: '2026-02-20T24:30Z' },
  };
  for (const [what, changes] of Object.entries(refused)) {
    test(`with ${what}`, async () => {
      expect(await refusal(open(await forged(changes), report))).toBe('journal-invalid');
    });
  }

  test('with an identity in base64 that is not canonical', async () => {
    const loose = identity.replace(/.=$/, (end) => `${end === 'A=' ? 'B' : nextLetter(end)}=`);
    expect(loose).not.toBe(identity);
    expect(await refusal(open(await forged({ identity: loose }), report))).toBe('journal-invalid');
  });

  const nextLetter = (end: string) => String.fromCharCode(end.charCodeAt(0) + 1);
});

describe('what is said', () => {
  const everything: readonly KnownContent[] = [
    { kind: 'set', field: 'status', value: 'assessing/waiting-for-embassy', replaces: [ID] },
    { kind: 'set', field: 'reason', value: 'unsafe-to-act', replaces: [] },
    { kind: 'set', field: 'urgency', value: 'critical', replaces: [] },
    { kind: 'set', field: 'assignee', value: null, replaces: [] },
    { kind: 'set', field: 'duplicate-of', value: TAG, replaces: [] },
    { kind: 'add', to: 'label', value: 'northern crossing' },
    { kind: 'add', to: 'link', value: TAG, why: 'the same truck' },
    { kind: 'remove', entries: [ID] },
    note,
    { kind: 'recuse', on: true, replaces: [], why: 'I know the accused.' },
    { kind: 'opened', letter: ID },
    { kind: 'replied', number: 1, day: '2026-11-24', acknowledges: true },
    { kind: 'referred', to: 'the ombudsman', consent: 'without details' },
    { kind: 'released', letter: ID, to: toBase64(new Uint8Array(32)) },
    { kind: 'granted', to: toBase64(new Uint8Array(32)) },
    { kind: 'ask-share', letter: ID },
    { kind: 'custody', act: 'saved', file: { name: 'photo.jpg', sha256: ID, bytes: 7 }, to: 'a stick' },
  ];

  test('about a report opens with its key, whatever it is', async () => {
    for (const content of everything) {
      const { envelope, id } = await sign({ content });
      expect(await open(envelope, report)).toEqual({
        id,
        author: identity,
        number: 1,
        previous: NO_ENTRY,
        at: AT,
        about: report.tag,
        content,
      });
    }
  });

  test('to the whole office is read by every reviewer', async () => {
    const { envelope } = await sign({ about: null, content: templates });
    expect(await open(envelope)).toMatchObject({ about: null, content: templates });
  });

  test('stands only where it may: of a report under its seal, of the office under none', async () => {
    expect(await refusal(sign({ about: null }))).toBe('journal-invalid');
    expect(await refusal(sign({ content: templates }))).toBe('journal-invalid');
    expect(await refusal(sign({ about: null, content: { kind: 'ask-share', letter: ID } }))).toBe('journal-invalid');
    const { envelope } = await sign({ about: null, content: templates });
    expect(await refusal(open(await forged({ content: note }, seed, envelope)))).toBe('journal-invalid');
  });

  test('in a kind of a later version is kept and passed over', async () => {
    const { envelope } = await sign({ about: null, content: templates });
    const later = await forged({ content: { kind: 'poll', options: [1, 2] } }, seed, envelope);
    expect(await open(later)).toMatchObject({ content: { kind: 'unknown' }, number: 1 });
    const unkind = await forged({ content: { kind: 7 } }, seed, envelope);
    expect(await refusal(open(unkind))).toBe('journal-invalid');
  });

  test('in a known kind but another form is signed by nobody here and believed by nobody', async () => {
    const wrong: readonly unknown[] = [
      { kind: 'set', field: 'status', value: 'lost', replaces: [] },
      { kind: 'set', field: 'status', value: 'assessing/Waiting', replaces: [] },
      { kind: 'set', field: 'urgency', value: 'new', replaces: [] },
      { kind: 'set', field: 'assignee', value: 'Counsellor', replaces: [] },
      { kind: 'set', field: 'duplicate-of', value: ID, replaces: [] },
      { kind: 'set', field: 'status', value: 'new', replaces: [TAG] },
      { kind: 'set', field: 'status', value: 'new', replaces: Array.from({ length: 257 }, () => ID) },
      { kind: 'add', to: 'link', value: 'the other one' },
      { kind: 'add', to: 'label', value: 'x'.repeat(101) },
      { kind: 'note', text: '' },
      { kind: 'note', text: 'x'.repeat(10_001) },
      { kind: 'note', text: 'broken \ud800' },
      { kind: 'note', text: 'fine', more: 1 },
      { kind: 'replied', number: 0, day: '2026-11-24' },
      { kind: 'custody', act: 'burnt' },
      { kind: 'custody', act: 'saved', file: { name: 'a', sha256: ID, bytes: -1 } },
    ];
    for (const content of wrong) {
      expect(await refusal(sign({ content: content as KnownContent })), JSON.stringify(content)).toBe(
        'journal-invalid',
      );
    }
    const { envelope } = await sign({ about: null, content: templates });
    const setting = (value: string) => ({ kind: 'office', name: 'filters', value, replaces: [] });
    for (const value of ['not JSON', JSON.stringify('x'.repeat(32_768))]) {
      const bad = await forged({ content: setting(value) }, seed, envelope);
      expect(await refusal(open(bad))).toBe('journal-invalid');
    }
  });

  test('that no statement holds is refused before it is signed', async () => {
    expect(await refusal(sign({ content: { kind: 'note', text: '\u0001'.repeat(10_000) } }))).toBe('journal-invalid');
    const { envelope } = await sign({ content: { kind: 'note', text: 'ა'.repeat(10_000) } });
    expect(await open(envelope, report)).toMatchObject({ content: { text: 'ა'.repeat(10_000) } });
  });

  test('under a seal is held to the same forms', async () => {
    const { crypto_aead_xchacha20poly1305_ietf_encrypt: encrypt } = await sodium();
    const of = [utf8('amparo/v1/journal'), fromHex(report.tag), fromBase64(identity), Uint8Array.of(0, 0, 0, 1)];
    const sealing = (plaintext: string) => {
      const nonce = systemRandom(24);
      const sealed = encrypt(utf8(plaintext), concatBytes(...of), null, nonce, report.key);
      return forged({ sealed: toBase64(concatBytes(nonce, sealed)) });
    };
    expect(await open(await sealing('{"kind":"note","text":"x"}  '), report)).toMatchObject({ content: { text: 'x' } });
    expect(await open(await sealing('{"kind":"poll"}'), report)).toMatchObject({ content: { kind: 'unknown' } });
    for (const plaintext of ['words', '', 'null', '{}', '{"kind":"note"}', JSON.stringify(templates)]) {
      expect(await refusal(open(await sealing(plaintext), report)), plaintext).toBe('journal-invalid');
    }
  });
});

test('whatever is written opens to itself, for those who hold the report and for no others', async () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 900 });
  const minutes = fc.date({ min: new Date(0), max: new Date(4_102_444_800_000), noInvalidDate: true });
  await fc.assert(
    fc.asyncProperty(word, fc.integer({ min: 2, max: 2 ** 32 - 1 }), minutes, async (text, number, date) => {
      const at = `${date.toISOString().slice(0, 16)}Z`;
      const content: KnownContent = { kind: 'note', text };
      const { envelope, id } = await sign({ number, previous: ID, at, content });
      expect(await open(envelope, report)).toMatchObject({ id, number, at, content });
      expect(await open(envelope)).toMatchObject({ id, number, at, content: null });
    }),
    { numRuns: 50 },
  );
});
