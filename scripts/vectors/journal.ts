import { concatBytes, fromBase64, fromHex, toBase64, toHex, u32, utf8, type RandomBytes } from '../../crypto/bytes.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { sha256 } from '../../crypto/evidence.ts';
import { journalKeys, NO_ENTRY, signEntry, type JournalKeys } from '../../crypto/journal.ts';
import type { KnownContent } from '../../crypto/journal-content.ts';
import { fileKey } from '../../crypto/keys.ts';
import { sodium } from '../../crypto/sodium.ts';
import { signStatement, type Envelope } from '../../crypto/statement.ts';
import { namedRandom } from './forge.ts';
import { OF_OFFICE, OF_REPORT, REFUSED } from './journal-contents.ts';
import { newSigner, type Signer } from './statements.ts';
import type { Vectors } from './vector.ts';

const AT = '2026-11-24T09:30Z';
const ID = 'ab'.repeat(32);
/** The id of the letter that entries are about. */
const LETTER = '5c'.repeat(32);
const NOTE: KnownContent = { kind: 'note', text: 'The clerk was seen again.' };

/** All vectors of kind `journal`. */
export async function journalVectors(): Promise<Vectors> {
  const bench = await Bench.make();
  await goodEntries(bench);
  await foreignEntries(bench);
  await formsRefused(bench);
  await contentsRefused(bench);
  return bench.vectors;
}

/** What these vectors are made with: two reviewers, a stranger, the key of one report at hand and that of another not. */
class Bench {
  readonly vectors: Vectors = new Map();
  readonly author: Signer;
  readonly colleague: Signer;
  readonly stranger: Signer;
  readonly held: JournalKeys;
  readonly other: JournalKeys;
  /** Of another letter under the file key that is held. */
  readonly shadow: JournalKeys;
  readonly #fileKey: Uint8Array;
  readonly #random: RandomBytes;

  private constructor(random: RandomBytes, signers: readonly Signer[], keys: readonly JournalKeys[], held: Uint8Array) {
    [this.author, this.colleague, this.stranger] = signers as [Signer, Signer, Signer];
    [this.held, this.other, this.shadow] = keys as [JournalKeys, JournalKeys, JournalKeys];
    this.#fileKey = held;
    this.#random = random;
  }

  static async make(): Promise<Bench> {
    const random = await namedRandom('journal');
    const signers = [await newSigner(random), await newSigner(random), await newSigner(random)];
    const [held, other] = [fileKey(random(32)), fileKey(random(32))];
    return new Bench(
      random,
      signers,
      [await journalKeys(held, LETTER), await journalKeys(other, LETTER), await journalKeys(held, ID)],
      held,
    );
  }

  refuses(name: string, about: string, envelope: unknown, error: ErrorCode): void {
    this.#add(name, about, envelope, { error }, {});
  }

  async opens(name: string, about: string, envelope: Envelope, content: unknown): Promise<void> {
    const { identity: author, number, previous, at, about: tag } = payloadOf(envelope);
    const id = toHex(await sha256(fromBase64(envelope.payload)));
    this.#add(name, about, envelope, 'opens', { opens: { id, author, number, previous, at, about: tag, content } });
  }

  #add(name: string, about: string, envelope: unknown, expect: 'opens' | { error: ErrorCode }, more: object): void {
    const reviewers = [toHex(this.author.publicKey), toHex(this.colleague.publicKey)];
    const letters = [{ id: LETTER, fileKey: toHex(this.#fileKey) }];
    this.vectors.set(`journal-${name}`, { kind: 'journal', about, expect, envelope, reviewers, letters, ...more });
  }

  /** An entry as it should be, by its author or somebody else. */
  async sign(content: KnownContent, about: JournalKeys | null = this.held, by = this.author): Promise<Envelope> {
    const place = { number: 1, previous: NO_ENTRY, at: AT, about };
    return (await signEntry({ seed: by.seed, ...place, content }, this.#random)).envelope;
  }

  /** The payload of a good entry with some members exchanged, signed all the same. */
  async signed(changes: object, by = this.author, from?: Envelope): Promise<Envelope> {
    return signStatement('journal', { ...payloadOf(from ?? (await this.sign(NOTE))), ...changes }, by.seed);
  }

  /** Under a good seal, whatever it is. */
  async sealing(plaintext: string): Promise<Envelope> {
    const { crypto_aead_xchacha20poly1305_ietf_encrypt: encrypt } = await sodium();
    const place = concatBytes(utf8('amparo/v1/journal'), fromHex(this.held.tag), this.author.publicKey, u32(1));
    const nonce = this.#random(24);
    const sealed = encrypt(utf8(plaintext), place, null, nonce, this.held.key);
    return this.signed({ sealed: toBase64(concatBytes(nonce, sealed)) });
  }
}

async function goodEntries(bench: Bench): Promise<void> {
  for (const [name, content] of Object.entries(OF_REPORT)) {
    await bench.opens(`opens-${name}`, `about a report: ${content.kind}`, await bench.sign(content), content);
  }
  for (const [name, content] of Object.entries(OF_OFFICE)) {
    await bench.opens(`opens-${name}`, `to the office: ${content.kind}`, await bench.sign(content, null), content);
  }
  const later = await bench.signed({
    number: 2,
    previous: ID,
    about: null,
    sealed: undefined,
    content: { kind: 'poll' },
  });
  await bench.opens('opens-kind-later', 'a kind of a later version', later, { kind: 'unknown' });
  const sealedLater = await bench.sealing('{"kind":"poll","options":[1,2]}');
  await bench.opens('opens-kind-later-sealed', 'a kind of a later version, sealed', sealedLater, { kind: 'unknown' });
  const unpadded = await bench.sealing(JSON.stringify(NOTE));
  await bench.opens('opens-unpadded', 'content without spaces after it', unpadded, NOTE);
  const closed = await bench.sign(NOTE, bench.other);
  await bench.opens('opens-key-missing', 'about a report whose key is not held', closed, null);
  const shadowed = await bench.sign(NOTE, bench.shadow);
  await bench.opens('opens-letter-other', 'about another letter under the same file key', shadowed, null);
  const byColleague = await bench.sign(NOTE, bench.held, bench.colleague);
  await bench.opens('opens-colleague', 'by the second reviewer', byColleague, NOTE);
}

async function foreignEntries(bench: Bench): Promise<void> {
  const good = await bench.sign(NOTE);
  const { sealed, identity } = payloadOf(good);
  const byStranger = await bench.sign(NOTE, bench.held, bench.stranger);
  const [{ keyid }] = good.signatures;
  const claimed = { ...byStranger, signatures: [{ ...byStranger.signatures[0], keyid }] };
  const grant = await signStatement('grant', payloadOf(good), bench.author.seed);

  bench.refuses('stranger', 'signed by nobody on the roster', byStranger, 'journal-unknown-reviewer');
  bench.refuses('stranger-claimed', 'signed by a stranger under a reviewer’s name', claimed, 'signature-invalid');
  bench.refuses('other-kind', 'another statement of the author', grant, 'statement-kind');
  bench.refuses(
    'type-altered',
    'made an entry of it',
    { ...grant, payloadType: good.payloadType },
    'signature-invalid',
  );
  bench.refuses('no-envelope', 'the payload alone', payloadOf(good), 'statement-malformed');
  const inAnothersName = await bench.signed({ identity }, bench.colleague);
  bench.refuses('identity-other', 'signed by one reviewer, naming another', inAnothersName, 'journal-invalid');

  const damaged = async (name: string, about: string, envelope: Promise<Envelope>) => {
    bench.refuses(name, about, await envelope, 'journal-damaged');
  };
  const otherReport = payloadOf(await bench.sign(NOTE, bench.other))['sealed'];
  await damaged('seal-of-other-report', 'the seal of another report’s entry', bench.signed({ sealed: otherReport }));
  await damaged(
    'seal-other-number',
    'the seal of entry 1 in entry 2',
    bench.signed({ number: 2, previous: ID, sealed }),
  );
  const copying = await bench.sign(NOTE, bench.held, bench.colleague);
  await damaged('seal-copied', 'what another sealed, as one’s own', bench.signed({ sealed }, bench.colleague, copying));
  await damaged(
    'seal-altered',
    'a seal with its first byte altered',
    bench.signed({ sealed: flipped(sealed as string) }),
  );
  await damaged('seal-short', 'three bytes for a seal', bench.signed({ sealed: 'AAAA' }));
  await damaged('seal-empty', 'no seal', bench.signed({ sealed: '' }));
}

async function formsRefused(bench: Bench): Promise<void> {
  const refuses = async (name: string, about: string, changes: object) => {
    bench.refuses(name, about, await bench.signed(changes), 'journal-invalid');
  };
  const { identity } = payloadOf(await bench.sign(NOTE));
  await refuses('member-unknown', 'a member too many', { more: 1 });
  await refuses('content-and-seal', 'content beside the seal', { content: NOTE });
  await refuses('seal-of-office', 'a seal under no report', { about: null });
  await refuses('content-of-report', 'content in clear about a report', { sealed: undefined, content: NOTE });
  await refuses('content-open', 'about a report, in the place of the office’s', {
    about: null,
    sealed: undefined,
    content: NOTE,
  });
  await refuses('number-zero', 'number 0', { number: 0 });
  await refuses('number-huge', 'number 2^32', { number: 2 ** 32, previous: ID });
  await refuses('number-part', 'number 1.5', { number: 1.5, previous: ID });
  await refuses('first-previous', 'a first entry that names one before it', { previous: ID });
  await refuses('second-previous', 'a second entry that names none before it', { number: 2 });
  await refuses('previous-upper-case', 'hex in upper case', { number: 2, previous: ID.toUpperCase() });
  await refuses('tag-long', 'a tag of 32 bytes', { about: ID });
  await refuses('tag-upper-case', 'a tag in upper case', { about: bench.held.tag.toUpperCase().replace(/[0-9]/, 'A') });
  await refuses('seal-loose', 'base64 with unused bits set', { sealed: 'AB==' });
  await refuses('identity-loose', 'an identity with unused bits set', { identity: loosened(identity as string) });
  await refuses('at-seconds', 'a time with seconds', { at: '2026-11-24T09:30:00Z' });
  await refuses('at-offset', 'a time with an offset', { at: '2026-11-24T09:30+01:00' });
  await refuses('at-day', 'a day that does not exist', { at: '2026-02-30T09:30Z' });
  await refuses('at-hour', 'hour 24', { at: '2026-11-24T24:00Z' });
}

async function contentsRefused(bench: Bench): Promise<void> {
  for (const [name, [about, content]] of Object.entries(REFUSED)) {
    bench.refuses(name, about, await bench.sealing(JSON.stringify(content)), 'journal-invalid');
  }
  bench.refuses('sealed-words', 'a seal over what is not JSON', await bench.sealing('words'), 'journal-invalid');
  bench.refuses('sealed-nothing', 'a seal over nothing', await bench.sealing(''), 'journal-invalid');
  for (const [name, about, value] of [
    ['setting-words', 'a setting that is not JSON', 'words'],
    ['setting-long', 'a setting of 32,769 bytes', JSON.stringify('x'.repeat(32_767))],
  ] as const) {
    const content = { ...OF_OFFICE['office'], value };
    const envelope = await bench.signed({ about: null, sealed: undefined, content });
    bench.refuses(name, about, envelope, 'journal-invalid');
  }
}

function payloadOf({ payload }: Envelope): Record<string, unknown> {
  return JSON.parse(new TextDecoder().decode(fromBase64(payload))) as Record<string, unknown>;
}

function flipped(text: string): string {
  return `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
}

/** Base64 of 32 bytes with one of its two unused bits set. */
function loosened(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return `${text.slice(0, -2)}${alphabet[alphabet.indexOf(text.at(-2) ?? '') + 1] ?? ''}=`;
}
