import { toBase64, toHex } from '../../crypto/bytes.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { identityPublicKey, wrapKey } from '../../crypto/keys.ts';
import { openRelease, releaseShare } from '../../crypto/release.ts';
import { signRoster, type Roster } from '../../crypto/roster.ts';
import { signStatement, type Envelope } from '../../crypto/statement.ts';
import { namedRandom } from './forge.ts';
import { newSigner, type Signer } from './statements.ts';
import type { Vectors } from './vector.ts';

const TODAY = '2026-11-23';

/** All vectors of kind `release`: the clerk, in slot 0, releases to the counsellor, in slot 2. */
export async function releaseVectors(): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const random = await namedRandom('releases');
  const charter = await newSigner(random);
  const [clerk, counsellor, stranger] = [await newSigner(random), await newSigner(random), await newSigner(random)];
  const reviewer = (slot: number, name: string, { publicKey }: Signer) => ({
    ...{ slot, name, role: 'reads reports', languages: ['en'] },
    identity: toBase64(publicKey),
  });
  const roster: Roster = {
    ...{ office: 'Example Office', contact: '', languages: ['en'], version: 1, slots: 4, threshold: 2, demo: false },
    ...{ issued: '2026-10-01', expires: '2027-09-30' },
    reviewers: [reviewer(0, 'Case worker', clerk), reviewer(2, 'Counsellor', counsellor)],
  };
  const release = {
    letterId: toHex(random(32)),
    slot: 0,
    wrapKey: wrapKey(random(32)),
    to: identityPublicKey(counsellor.publicKey),
  };
  const signedRoster = await signRoster(roster, charter.seed);
  const add = (name: string, about: string, envelope: Envelope, outcome: object | ErrorCode, to = counsellor) => {
    vectors.set(`release-${name}`, {
      kind: 'release',
      about,
      expect: typeof outcome === 'string' ? { error: outcome } : 'opens',
      envelope,
      roster: signedRoster,
      charter: toHex(charter.publicKey),
      today: TODAY,
      to: toHex(to.publicKey),
      ...(typeof outcome === 'object' && { opens: outcome }),
    });
  };
  const good = await releaseShare(release, clerk.seed);
  const opened = await openRelease(good, roster, release.to);
  const opens = { letter: opened.letterId, slot: opened.slot, wrapKey: toHex(opened.wrapKey), from: opened.from.slot };
  add('opens', 'a release to the counsellor', good, opens);
  const moved = await releaseShare({ ...release, slot: 31 }, clerk.seed);
  add('slot-moved', 'of a slot that is not that of the roster: the letter decides', moved, { ...opens, slot: 31 });

  add('for-another', 'read by somebody else', good, 'release-for-another', clerk);
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
    ...{ letter: release.letterId, slot: 0, wrapKey: toBase64(release.wrapKey), to: toBase64(release.to) },
    ...change,
  });
  const invalid = async (name: string, about: string, change: object) => {
    add(name, about, await signStatement('release', payload(change), clerk.seed), 'release-invalid');
  };
  await invalid('member-unknown', 'an unknown member', { colour: 'blue' });
  await invalid('member-missing', 'no wrap key', { wrapKey: undefined });
  await invalid('letter-short', 'half of an id', { letter: release.letterId.slice(0, 32) });
  await invalid('letter-upper-case', 'an id in upper case', { letter: release.letterId.toUpperCase() });
  await invalid('slot-beyond', 'slot 32', { slot: 32 });
  await invalid('slot-negative', 'slot -1', { slot: -1 });
  await invalid('wrap-key-short', 'a key of 31 bytes', { wrapKey: toBase64(new Uint8Array(31)) });
  const another = await signStatement('reply', payload({}), clerk.seed);
  add('kind-other', 'another kind of statement', another, 'statement-kind');
  return vectors;
}
