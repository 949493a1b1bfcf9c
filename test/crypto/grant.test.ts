import { beforeAll, describe, expect, test } from 'vitest';

import {
  decodeLetterContent,
  fromBase64,
  identityPublicKey,
  isoDateOf,
  LETTER_SIZES,
  newFileKey,
  openDirectory,
  openGrant,
  openLetterWith,
  sha256,
  signGrant,
  signingSeed,
  systemRandom,
  toHex,
  type Envelope,
  type FileKey,
  type IdentityPublicKey,
  type Letter,
  type Roster,
} from '../../crypto/index.ts';
import { signStatement } from '../../crypto/statement.ts';
import { openAlone } from '../open-alone.ts';
import { makeOffice, sealStory, type TestOffice } from '../server/office.ts';
import { refusal } from './refusal.ts';

let office: TestOffice;
let roster: Roster;
let granter: TestOffice['reviewers'][number];
let newcomer: IdentityPublicKey;
let other: IdentityPublicKey;
let letter: Letter;
let letterId: string;
let key: FileKey;

beforeAll(async () => {
  office = await makeOffice(['Counsellor', 'Investigator', 'Newcomer']);
  roster = (await openDirectory(office.directory, office.charter, isoDateOf(new Date()))).roster;
  const identities = roster.reviewers.map(({ identity }) => identityPublicKey(fromBase64(identity)));
  [, other, newcomer] = identities as [unknown, IdentityPublicKey, IdentityPublicKey];
  granter = office.reviewers[0] ?? expect.unreachable();
  letter = await sealStory(office, 'A border clerk asked for money.');
  letterId = toHex(await sha256(letter));
  key = (await openAlone(letter, granter.epochKey))?.fileKey ?? expect.unreachable();
});

const grant = (changes: object = {}) =>
  signGrant({ letter: letterId, fileKey: key, to: newcomer, ...changes }, granter.seed);
const payloadOf = ({ payload }: Envelope) => JSON.parse(atob(payload)) as Record<string, unknown>;

describe('a grant', () => {
  test('lets the one whom it names open the letter, and says who gave it', async () => {
    const opened = await openGrant(await grant(), roster, newcomer);
    expect(opened).toEqual({ letter: letterId, fileKey: key, from: roster.reviewers[0]?.identity });
    const { report } = await openLetterWith(letter, opened?.fileKey ?? expect.unreachable());
    expect(decodeLetterContent(report)).toMatchObject({
      kind: 'report',
      report: { story: 'A border clerk asked for money.' },
    });
  });

  test('is nothing to another', async () => {
    expect(await openGrant(await grant(), roster, other)).toBeNull();
  });

  test('of somebody who is not on the roster, or under another name, is not believed', async () => {
    const stranger = await signGrant({ letter: letterId, fileKey: key, to: newcomer }, signingSeed(systemRandom(32)));
    expect(await refusal(openGrant(stranger, roster, newcomer))).toBe('grant-unknown-reviewer');
    const [signature] = (await grant()).signatures;
    const renamed = { ...stranger, signatures: [{ ...stranger.signatures[0], keyid: signature.keyid }] };
    expect(await refusal(openGrant(renamed, roster, newcomer))).toBe('signature-invalid');
  });

  test('in another form is refused', async () => {
    const payload = payloadOf(await grant());
    const forms = [
      { more: 1 },
      { letter: letterId.toUpperCase() },
      { fileKey: 'AAAA' },
      { to: 'AB==' },
      { fileKey: null },
    ];
    for (const change of forms) {
      const signed = await signStatement('grant', { ...payload, ...change }, granter.seed);
      expect(await refusal(openGrant(signed, roster, newcomer)), JSON.stringify(change)).toBe('grant-invalid');
    }
    const journal = await signStatement('journal', payload, granter.seed);
    expect(await refusal(openGrant(journal, roster, newcomer))).toBe('statement-kind');
  });
});

describe('a letter opened with its file key', () => {
  test('is checked like any other: a false key, or a changed byte, opens nothing', async () => {
    expect(await refusal(openLetterWith(letter, newFileKey(systemRandom)))).toBe('commitment-mismatch');
    const expected = new Map([
      [0, 'letter-malformed'],
      [12, 'letter-malformed'],
      [20, 'commitment-mismatch'],
      [16 + 4 * 1176, 'commitment-mismatch'],
      [LETTER_SIZES[0] - 1, 'stream-damaged'],
    ]);
    for (const [at, code] of expected) {
      const altered = letter.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(await refusal(openLetterWith(altered, key)), String(at)).toBe(code);
    }
    expect(await refusal(openLetterWith(letter.slice(1), key))).toBe('letter-size');
  });
});
