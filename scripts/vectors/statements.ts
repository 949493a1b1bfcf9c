import { toBase64, toHex, type RandomBytes } from '../../crypto/bytes.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import {
  charterPublicKey,
  fingerprint,
  signingPublicKey,
  signingSeed,
  type CharterPublicKey,
  type SigningSeed,
} from '../../crypto/keys.ts';
import type { Roster } from '../../crypto/roster.ts';
import { signStatement, type StatementKind } from '../../crypto/statement.ts';
import type { Vectors } from './vector.ts';

export interface Signer {
  readonly seed: SigningSeed;
  readonly publicKey: CharterPublicKey;
}

export async function newSigner(random: RandomBytes): Promise<Signer> {
  const seed = signingSeed(random(32));
  return { seed, publicKey: charterPublicKey(await signingPublicKey(seed)) };
}

/** All vectors of this kind. */
export async function fingerprintVectors(...signers: Signer[]): Promise<Vectors> {
  const vectors: Vectors = new Map();
  for (const [i, { publicKey }] of signers.entries()) {
    vectors.set(`fingerprint-${String(i + 1)}`, {
      kind: 'fingerprint',
      about: '40 digits of a public key',
      expect: 'opens',
      publicKey: toHex(publicKey),
      opens: { fingerprint: await fingerprint(publicKey) },
    });
  }
  return vectors;
}

/** All vectors of this kind. */
export async function statementVectors(charter: Signer, stranger: Signer, roster: Roster): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const add = (name: string, about: string, envelope: unknown, error?: ErrorCode, kind: StatementKind = 'roster') => {
    vectors.set(`statement-${name}`, {
      kind: 'statement',
      about,
      expect: error ? { error } : 'opens',
      envelope,
      statementKind: kind,
      publicKey: toHex(charter.publicKey),
      ...(error === undefined && { opens: { payload: roster } }),
    });
  };
  const good = await signStatement('roster', roster, charter.seed);
  const [{ keyid, sig }] = good.signatures;
  const flippedSig = `${sig.startsWith('A') ? 'B' : 'A'}${sig.slice(1)}`;
  const other = await signStatement('roster', { ...roster, office: 'Other Office' }, charter.seed);
  const byStranger = await signStatement('roster', roster, stranger.seed);

  add('opens', 'a roster statement', good);
  add('other-kind', 'a good statement where another kind is expected', good, 'statement-kind', 'epoch-key');
  add(
    'type-altered',
    'the type rewritten: it is signed too',
    { ...good, payloadType: 'application/vnd.amparo.epoch-key+json' },
    'signature-invalid',
    'epoch-key',
  );
  add('type-foreign', 'a type that is not ours', { ...good, payloadType: 'text/plain' }, 'statement-kind');
  add(
    'payload-exchanged',
    'the payload of another statement',
    { ...good, payload: other.payload },
    'signature-invalid',
  );
  add(
    'signature-altered',
    'the first bits of the signature altered',
    { ...good, signatures: [{ keyid, sig: flippedSig }] },
    'signature-invalid',
  );
  add(
    'signature-exchanged',
    'the signature of another statement',
    { ...good, signatures: other.signatures },
    'signature-invalid',
  );
  add('signer-stranger', 'signed by a key that is not the charter key', byStranger, 'signature-invalid');
  add(
    'keyid-claimed',
    'signed by a stranger, under the name of the charter key',
    { ...byStranger, signatures: [{ ...byStranger.signatures[0], keyid }] },
    'signature-invalid',
  );
  add(
    'keyid-other',
    'a good signature under another name',
    { ...good, signatures: [{ keyid: toHex(stranger.publicKey), sig }] },
    'signature-invalid',
  );
  add('signatures-none', 'no signature', { ...good, signatures: [] }, 'statement-malformed');
  add(
    'signatures-two',
    'two signatures',
    { ...good, signatures: [...good.signatures, ...good.signatures] },
    'statement-malformed',
  );
  add('member-unknown', 'an unknown member', { ...good, extra: true }, 'statement-malformed');
  add(
    'payload-not-canonical',
    'base64 with white space',
    { ...good, payload: ` ${good.payload}` },
    'statement-malformed',
  );
  add(
    'signature-short',
    'a signature of 63 bytes',
    { ...good, signatures: [{ keyid, sig: toBase64(new Uint8Array(63)) }] },
    'statement-malformed',
  );
  add(
    'keyid-upper-case',
    'hex in upper case',
    { ...good, signatures: [{ keyid: keyid.toUpperCase(), sig }] },
    'statement-malformed',
  );
  return vectors;
}
