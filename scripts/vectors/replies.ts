import { concatBytes, toBase64, toHex, u32, utf8, type Bytes } from '../../crypto/bytes.ts';
import { mailboxOf, type Case } from '../../crypto/case.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { pad } from '../../crypto/padding.ts';
import { REPLY_BYTES, REPLY_MAGIC } from '../../crypto/reply.ts';
import { KEM_CIPHERTEXT_BYTES, KEM_SEED_BYTES } from '../../crypto/slots.ts';
import { sodium } from '../../crypto/sodium.ts';
import { signStatement } from '../../crypto/statement.ts';
import { plaintextLength, sealStream, StreamKey } from '../../crypto/stream.ts';
import { correspondence } from './correspondence.ts';
import { flipped, type Edit, type Vectors } from './vector.ts';

const STREAM_AT = REPLY_MAGIC.length + KEM_CIPHERTEXT_BYTES;
const PLAINTEXT_BYTES = plaintextLength(REPLY_BYTES - STREAM_AT);

/** All vectors of kind `reply`. They are sealed by hand, so that what is in them can be wrong. */
export async function replyVectors(): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const { random, secret, mine, other, otherSecret, reviewer, stranger, roster } = await correspondence('reply');
  const contents = {
    mailbox: toHex(await mailboxOf(mine.locator)),
    number: 2,
    day: '2026-11-24',
    language: 'en',
    text: 'We are looking into it.',
  };
  const statement = (change: object = {}, by = reviewer) => signStatement('reply', { ...contents, ...change }, by.seed);

  const sealPlain = async (plaintext: Bytes, to: Case = mine): Promise<Bytes> => {
    const { crypto_kem_xwing_enc_deterministic, crypto_generichash } = await sodium();
    const { ciphertext, sharedSecret } = crypto_kem_xwing_enc_deterministic(to.replyPublicKey, random(KEM_SEED_BYTES));
    const context = concatBytes(utf8('amparo/v1/reply'), ciphertext, to.replyPublicKey);
    const key = await StreamKey.import(new Uint8Array(crypto_generichash(32, context, sharedSecret)));
    return concatBytes(REPLY_MAGIC, ciphertext, await sealStream(key, plaintext));
  };
  const seal = (content: unknown, to?: Case) =>
    sealPlain(pad(utf8(typeof content === 'string' ? content : JSON.stringify(content)), PLAINTEXT_BYTES), to);

  const add = (name: string, about: string, reply: unknown, outcome: object | ErrorCode, by = secret) => {
    vectors.set(`reply-${name}`, {
      kind: 'reply',
      about,
      expect: typeof outcome === 'string' ? { error: outcome } : 'opens',
      reply,
      secret: toHex(by),
      ...roster,
      ...(typeof outcome === 'object' && { opens: outcome }),
    });
  };
  const sealed = async (name: string, about: string, content: unknown, outcome: object | ErrorCode) => {
    add(name, about, toBase64(await seal(content)), outcome);
  };
  const opens = { reviewer: 'Counsellor', ...without(contents, 'mailbox') };

  const good = await seal(await statement());
  add('opens', 'a reply to a case', toBase64(good), opens);
  const silent = without(opens, 'language');
  await sealed('language-absent', 'a reply that names no language', await statement({ language: undefined }), silent);
  const long = 'a'.repeat(9_900) + '\u{1f54a}'.repeat(100);
  await sealed('characters', '10,000 characters, of which some are two code units', await statement({ text: long }), {
    ...opens,
    text: long,
  });

  add(
    'case-other',
    'with the code of another case',
    { of: 'reply-opens', edits: [] },
    'reply-of-another-case',
    otherSecret,
  );
  const edited = (name: string, about: string, edits: readonly Edit[]) => {
    add(name, about, { of: 'reply-opens', edits }, 'reply-of-another-case');
  };
  edited('ciphertext-altered', 'one bit of the ciphertext', [flipped(good, REPLY_MAGIC.length)]);
  edited('point-low-order', 'an X25519 part of zero', [{ at: STREAM_AT - 32, write: '00'.repeat(32) }]);
  edited('stream-altered', 'one bit of the stream', [flipped(good, STREAM_AT + 100)]);
  edited('tag-altered', 'the last bit', [flipped(good, REPLY_BYTES - 1)]);
  add(
    'moved',
    'sealed to this case, and written for the mailbox of another',
    toBase64(await seal(await statement({ mailbox: toHex(await mailboxOf(other.locator)) }))),
    'reply-of-another-case',
  );

  const padded = pad(utf8(JSON.stringify(await statement())), PLAINTEXT_BYTES);
  const last = padded.slice();
  last[last.length - 1] = 1;
  add('padding', 'a byte in the padding', toBase64(await sealPlain(last)), 'padding-not-zero');
  const stated = concatBytes(u32(PLAINTEXT_BYTES), padded.subarray(4));
  add('length', 'a length that is not there', toBase64(await sealPlain(stated)), 'length-out-of-range');

  await sealed('not-a-statement', 'text in place of a statement', 'We are looking into it.', 'statement-malformed');
  await sealed('unsigned', 'no signature', { ...(await statement()), signatures: [] }, 'statement-malformed');
  await sealed(
    'signer-stranger',
    'signed by nobody on the roster',
    await statement({}, stranger),
    'reply-unknown-reviewer',
  );
  const forged = await statement({}, stranger);
  const [{ sig }] = forged.signatures;
  const keyid = toHex(reviewer.publicKey);
  await sealed(
    'forged',
    "signed by a stranger under a reviewer's name",
    { ...forged, signatures: [{ keyid, sig }] },
    'signature-invalid',
  );
  await sealed(
    'kind-other',
    'a statement of another kind',
    await signStatement('receipt', contents, reviewer.seed),
    'statement-kind',
  );
  const invalid = async (name: string, about: string, change: object) => {
    await sealed(name, about, await statement(change), 'reply-invalid');
  };
  await invalid('number-zero', 'number 0', { number: 0 });
  await invalid('number-beyond', 'number 10,001', { number: 10_001 });
  await invalid('day-impossible', 'a day that does not exist', { day: '2026-02-30' });
  await invalid('language-long', 'a language of 36 characters', { language: 'a'.repeat(36) });
  await invalid('text-long', '10,001 characters', { text: 'a'.repeat(10_001) });
  await invalid('surrogate', 'a lone surrogate', { text: 'We \ud800' });
  await invalid('member-unknown', 'a member too many', { from: 'me' });
  await invalid('mailbox-capitals', 'a mailbox in capitals', { mailbox: contents.mailbox.toUpperCase() });
  return vectors;
}

function without(of: object, member: string): object {
  return Object.fromEntries(Object.entries(of).filter(([name]) => name !== member));
}
