import { concatBytes, fromHex, toBase64, toHex, utf8, type Bytes } from '../../crypto/bytes.ts';
import { caseSecret } from '../../crypto/case-code.ts';
import { mailboxOf, openCase, type Case } from '../../crypto/case.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { reportCaseOf, signReport } from '../../crypto/report-case.ts';
import { correspondence } from './correspondence.ts';
import type { Vectors } from './vector.ts';

/** All vectors of kinds `case` and `report-case`. */
export async function caseVectors(): Promise<Vectors> {
  const vectors: Vectors = new Map();
  for (const [name, about, secret] of [
    ['opens', 'all keys of a case', '00112233445566778899aabbccddeeff'],
    ['zero', 'of the secret that is all zeros', '00'.repeat(16)],
  ] as const) {
    const of = await openCase(caseSecret(fromHex(secret)));
    const keys = { noteKey: toHex(of.noteKey), openedKey: toHex(of.openedKey) };
    const opens = { locator: toHex(of.locator), replyKey: toBase64(of.replyPublicKey), ...keys };
    vectors.set(`case-${name}`, {
      kind: 'case',
      about,
      expect: 'opens',
      secret,
      opens: { ...opens, mailbox: toHex(await mailboxOf(of.locator)) },
    });
  }
  return new Map([...vectors, ...(await reportCaseVectors())]);
}

async function reportCaseVectors(): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const { mine, other } = await correspondence('report-case');
  const add = (name: string, about: string, bytes: Bytes, outcome: object | ErrorCode) => {
    vectors.set(`report-case-${name}`, {
      kind: 'report-case',
      about,
      expect: typeof outcome === 'string' ? { error: outcome } : 'opens',
      bytes: toBase64(bytes),
      ...(typeof outcome === 'object' && { opens: outcome }),
    });
  };
  const named = reportCaseOf(mine);
  const report = (change: object = {}) => utf8(JSON.stringify({ version: 1, story: 'They moved again.', ...change }));
  const signed = (change: object, of: Case = mine) => signReport(report(change), of);
  const good = await signed({ case: named });
  const replaced = (from: string, to: string) => utf8(new TextDecoder().decode(good).replace(from, to));

  add('opens', 'a report of a case', good, { case: named });
  add('follow-up', 'a further one', await signed({ followUp: true, case: named }), { case: named });
  add('none', 'a report of no case', report(), { case: null });
  add('member-unknown', 'a member too many', await signed({ case: { ...named, name: 'x' } }), 'case-invalid');
  add(
    'key-short',
    'an openedKey of 31 bytes',
    await signed({ case: { ...named, openedKey: toBase64(new Uint8Array(31)) } }),
    'case-invalid',
  );
  add(
    'member-missing',
    'no replyKey',
    await signed({ case: { locator: named.locator, openedKey: named.openedKey } }),
    'case-invalid',
  );
  add('unsigned', 'no signature', report({ case: named }), 'case-unproven');
  add('signer-other', 'signed by another case', await signed({ case: named }, other), 'case-unproven');
  add('altered', 'a word exchanged under the signature', replaced('moved', 'slept'), 'case-unproven');
  add('not-last', 'a member after the signature', concatBytes(good.subarray(0, -1), utf8(',"x":1}')), 'case-unproven');
  add('spaced', 'a space before the signature', replaced(',"signature"', ', "signature"'), 'case-unproven');
  return vectors;
}
