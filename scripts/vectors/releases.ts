import { toBase64, toHex } from '../../crypto/bytes.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { identityPublicKey, readerKey, wrapKey } from '../../crypto/keys.ts';
import { askCode, waitingKeys } from '../../crypto/reader-key.ts';
import { releaseShare } from '../../crypto/release.ts';
import { signStatement, type Envelope } from '../../crypto/statement.ts';
import { namedRandom } from './forge.ts';
import { newSigner } from './statements.ts';
import type { Vectors } from './vector.ts';

/** All vectors of kinds `release` and `reader-key`: the clerk releases to the counsellor. */
export async function releaseVectors(): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const random = await namedRandom('releases');
  const [clerk, counsellor, stranger] = [await newSigner(random), await newSigner(random), await newSigner(random)];
  const reviewers = [clerk, counsellor].map(({ publicKey }) => toHex(publicKey));
  const release = {
    letter: toHex(random(32)),
    slot: 0,
    wrapKey: wrapKey(random(32)),
    to: identityPublicKey(counsellor.publicKey),
  };
  const add = (
    name: string,
    about: string,
    envelope: Envelope,
    outcome: object | ErrorCode | null,
    to = counsellor,
  ) => {
    vectors.set(`release-${name}`, {
      kind: 'release',
      about,
      expect: typeof outcome === 'string' ? { error: outcome } : outcome === null ? 'not for this key' : 'opens',
      envelope,
      reviewers,
      to: toHex(to.publicKey),
      ...(outcome !== null && typeof outcome === 'object' && { opens: outcome }),
    });
  };
  const good = await releaseShare(release, clerk.seed);
  const opens = {
    letter: release.letter,
    slot: 0,
    wrapKey: toHex(release.wrapKey),
    from: toBase64(clerk.publicKey),
  };
  add('opens', 'a release to the counsellor', good, opens);
  const moved = await releaseShare({ ...release, slot: 31 }, clerk.seed);
  add('slot-moved', 'of another slot: which it is the letter decides', moved, { ...opens, slot: 31 });

  add('for-another', 'read by somebody else', good, null, clerk);
  add(
    'stranger',
    'signed by nobody on the roster',
    await releaseShare(release, stranger.seed),
    'release-unknown-reviewer',
  );
  const [signature] = good.signatures;
  const renamed: Envelope = { ...good, signatures: [{ ...signature, keyid: toHex(counsellor.publicKey) }] };
  add('signer-renamed', 'said to be signed by another reviewer', renamed, 'signature-invalid');
  const payload = (change: object) => ({
    ...{ letter: release.letter, slot: 0, wrapKey: toBase64(release.wrapKey), to: toBase64(release.to) },
    ...change,
  });
  const invalid = async (name: string, about: string, change: object) => {
    add(name, about, await signStatement('release', payload(change), clerk.seed), 'release-invalid');
  };
  await invalid('member-unknown', 'an unknown member', { colour: 'blue' });
  await invalid('member-missing', 'no wrap key', { wrapKey: undefined });
  await invalid('letter-short', 'half of an id', { letter: release.letter.slice(0, 32) });
  await invalid('letter-upper-case', 'an id in upper case', { letter: release.letter.toUpperCase() });
  await invalid('slot-beyond', 'slot 32', { slot: 32 });
  await invalid('slot-negative', 'slot -1', { slot: -1 });
  await invalid('wrap-key-short', 'a key of 31 bytes', { wrapKey: toBase64(new Uint8Array(31)) });
  const another = await signStatement('reply', payload({}), clerk.seed);
  add('kind-other', 'another kind of statement', another, 'statement-kind');
  const key = readerKey(random(16));
  const asker = identityPublicKey(clerk.publicKey);
  const waiting = await waitingKeys(key, release.letter);
  vectors.set('reader-key-opens', {
    kind: 'reader-key',
    about: 'the letter in the journal before it is open, and the code of a reviewer who asks',
    expect: 'opens',
    readerKey: toHex(key),
    letter: release.letter,
    identity: toHex(asker),
    opens: { tag: waiting.tag, journalKey: toHex(waiting.key), code: await askCode(key, asker) },
  });
  return vectors;
}
