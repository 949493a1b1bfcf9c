import { beforeAll, describe, expect, test } from 'vitest';

import {
  AmparoError,
  identityPublicKey,
  openRelease,
  releaseShare,
  signingPublicKey,
  signingSeed,
  systemRandom,
  toBase64,
  toHex,
  wrapKey,
  type IdentityPublicKey,
  type NewRelease,
  type Roster,
  type SigningSeed,
} from '../../crypto/index.ts';

/** SPEC.md, Release. */
interface Person {
  readonly seed: SigningSeed;
  readonly identity: IdentityPublicKey;
}

let clerk: Person;
let counsellor: Person;
let stranger: Person;
let roster: Roster;
const RELEASE: Omit<NewRelease, 'to'> = {
  letter: 'ab'.repeat(32),
  slot: 0,
  wrapKey: wrapKey(new Uint8Array(32).fill(9)),
};

async function makePerson(): Promise<Person> {
  const seed = signingSeed(systemRandom(32));
  return { seed, identity: identityPublicKey(await signingPublicKey(seed)) };
}

beforeAll(async () => {
  [clerk, counsellor, stranger] = [await makePerson(), await makePerson(), await makePerson()];
  const reviewers = [clerk, counsellor].map(({ identity }, slot) => ({ slot, identity: toBase64(identity) }));
  roster = { reviewers } as unknown as Roster;
});

const codeOf = (opening: Promise<unknown>) =>
  opening.then(
    () => 'opened',
    (error: unknown) => (error instanceof AmparoError ? error.code : 'another error'),
  );

describe('a release', () => {
  test('made for somebody else is nothing, and one by nobody on the roster is refused', async () => {
    const envelope = await releaseShare({ ...RELEASE, to: counsellor.identity }, clerk.seed);
    expect(await openRelease(envelope, roster, clerk.identity)).toBeNull();
    expect(await openRelease(envelope, roster, stranger.identity)).toBeNull();
    const strange = await releaseShare({ ...RELEASE, to: counsellor.identity }, stranger.seed);
    expect(await codeOf(openRelease(strange, roster, counsellor.identity))).toBe('release-unknown-reviewer');
  });

  test('cannot be signed in the name of a colleague, nor changed', async () => {
    const envelope = await releaseShare({ ...RELEASE, to: counsellor.identity }, stranger.seed);
    const [signature] = envelope.signatures;
    const renamed = { ...envelope, signatures: [{ ...signature, keyid: toHex(clerk.identity) }] };
    expect(await codeOf(openRelease(renamed, roster, counsellor.identity))).toBe('signature-invalid');
    const good = await releaseShare({ ...RELEASE, to: counsellor.identity }, clerk.seed);
    const changed = { ...good, payload: btoa(atob(good.payload).replace('"slot":0', '"slot":1')) };
    expect(await codeOf(openRelease(changed, roster, counsellor.identity))).toBe('signature-invalid');
  });

  test('says of which letter and slot it is, and who gave it', async () => {
    const envelope = await releaseShare({ ...RELEASE, to: counsellor.identity }, clerk.seed);
    const opened = await openRelease(envelope, roster, counsellor.identity);
    expect(opened).toEqual({ ...RELEASE, from: toBase64(clerk.identity) });
  });

  test('of another form is neither made nor read', async () => {
    const bad = { ...RELEASE, letter: 'AB'.repeat(32), to: counsellor.identity };
    expect(await codeOf(releaseShare(bad, clerk.seed))).toBe('release-invalid');
    expect(await codeOf(releaseShare({ ...bad, letter: 'ab', slot: 0 }, clerk.seed))).toBe('release-invalid');
    for (const value of [null, {}, [], 'x']) {
      expect(await codeOf(openRelease(value, roster, counsellor.identity))).toBe('statement-malformed');
    }
  });
});
