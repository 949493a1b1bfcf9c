import { toBase64, toHex } from '../../crypto/bytes.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { signGrant } from '../../crypto/grant.ts';
import { fileKey, identityPublicKey } from '../../crypto/keys.ts';
import { LETTER_SIZES } from '../../crypto/letter.ts';
import { signStatement } from '../../crypto/statement.ts';
import { namedRandom } from './forge.ts';
import { newSigner } from './statements.ts';
import type { Edit, Vector, Vectors } from './vector.ts';

/** All vectors of kind `grant`. */
export async function grantVectors(): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const random = await namedRandom('grant');
  const granter = await newSigner(random);
  const stranger = await newSigner(random);
  const newcomer = await newSigner(random);
  const to = identityPublicKey(newcomer.publicKey);
  const given = { letter: toHex(random(32)), fileKey: fileKey(random(32)), to };
  const reviewers = [granter, newcomer].map(({ publicKey }) => toHex(publicKey));
  const opens = { letter: given.letter, fileKey: toHex(given.fileKey), from: toBase64(granter.publicKey) };
  const add = (name: string, about: string, envelope: unknown, expect: Vector['expect'], me = newcomer) => {
    const shared = { kind: 'grant', about, expect, envelope, reviewers, to: toHex(me.publicKey) };
    vectors.set(`grant-${name}`, { ...shared, ...(expect === 'opens' && { opens }) });
  };
  const good = await signGrant(given, granter.seed);
  const byStranger = await signGrant(given, stranger.seed);
  const payload = { letter: given.letter, fileKey: toBase64(given.fileKey), to: toBase64(to) };

  add('opens', 'a file key for a newcomer', good, 'opens');
  add('to-other', 'for somebody else', good, 'not for this key', granter);
  add('stranger', 'by nobody on the roster', byStranger, { error: 'grant-unknown-reviewer' });
  const claimed = { ...byStranger, signatures: [{ ...byStranger.signatures[0], keyid: good.signatures[0].keyid }] };
  add('stranger-claimed', 'by a stranger in a reviewer’s name', claimed, { error: 'signature-invalid' });
  const journal = await signStatement('journal', payload, granter.seed);
  add('other-kind', 'another statement of the granter', journal, { error: 'statement-kind' });
  for (const [name, about, change] of [
    ['member-unknown', 'a member too many', { more: 1 }],
    ['letter-upper-case', 'hex in upper case', { letter: given.letter.toUpperCase() }],
    ['letter-tag', 'a tag in place of a letter', { letter: given.letter.slice(32) }],
    ['key-short', 'a key of 31 bytes', { fileKey: toBase64(new Uint8Array(31)) }],
    ['to-missing', 'for nobody', { to: undefined }],
  ] as const) {
    const envelope = await signStatement('grant', { ...payload, ...change }, granter.seed);
    add(name, about, envelope, { error: 'grant-invalid' });
  }
  return vectors;
}

/** All vectors of kind `letter-with-key`: what a grant opens. `letters` are those of kind `letter`. */
export function letterWithKeyVectors(letters: Vectors): Vectors {
  const good = letters.get('letter-opens') as Vector & {
    opens: { report: string };
    intermediate: { fileKey: string };
  };
  const key = good.intermediate.fileKey;
  const vectors: Vectors = new Map();
  const add = (name: string, about: string, edits: readonly Edit[], outcome: ErrorCode | object, withKey = key) => {
    vectors.set(`letter-with-key-${name}`, {
      kind: 'letter-with-key',
      about,
      expect: typeof outcome === 'string' ? { error: outcome } : 'opens',
      letter: { of: 'letter-opens', edits },
      fileKey: withKey,
      ...(typeof outcome === 'object' && { opens: outcome }),
    });
  };
  add('opens', 'a letter with its file key', [], { report: good.opens.report });
  add('other', 'another file key', [], 'commitment-mismatch', toHex(new Uint8Array(32)));
  add('epoch', 'its epoch altered', [{ at: 11, write: '53' }], 'commitment-mismatch');
  add('slot', 'a slot altered', [{ at: 16, write: '0000' }], 'commitment-mismatch');
  add('magic', 'no letter', [{ at: 0, write: '00' }], 'letter-malformed');
  add('cut', 'a byte too few', [{ cut: LETTER_SIZES[0] - 1 }], 'letter-size');
  add('stream', 'its end altered', [{ at: LETTER_SIZES[0] - 2, write: '0000' }], 'stream-damaged');
  return vectors;
}
