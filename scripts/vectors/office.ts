import { concatBytes, toBase64, toHex, type RandomBytes } from '../../crypto/bytes.ts';
import { lastDayToSeal } from '../../crypto/calendar.ts';
import { openDirectory, type Directory } from '../../crypto/directory.ts';
import { signEpochKey } from '../../crypto/epoch-key.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { newEpochKeyPair, type EpochKeyPair } from '../../crypto/keys.ts';
import { signRoster, type Roster } from '../../crypto/roster.ts';
import { signStatement, type Envelope } from '../../crypto/statement.ts';
import { namedRandom } from './forge.ts';
import { fingerprintVectors, newSigner, statementVectors, type Signer } from './statements.ts';
import type { Vectors } from './vector.ts';

const TODAY = '2026-11-23';
const EPOCH = 82;
const ML_KEM_VECTOR_BYTES = 1152; // 768 coefficients of 12 bits, then the seed of the matrix
const ML_KEM_KEY_BYTES = 1184;

/** All vectors of kinds `statement`, `roster`, `directory` and `fingerprint`. */
export async function officeVectors(): Promise<Vectors> {
  const random = await namedRandom('office');
  const charter = await newSigner(random);
  const clerk = await newSigner(random);
  const counsellor = await newSigner(random);
  const stranger = await newSigner(random);
  const roster: Roster = {
    office: 'Example Office',
    contact: 'a letter box at the station',
    languages: ['en', 'es'],
    version: 7,
    issued: '2026-10-01',
    expires: '2027-09-30',
    slots: 4,
    threshold: 1,
    demo: false,
    reviewers: [
      { slot: 0, name: 'Case worker', role: 'reads reports', languages: ['en'], identity: toBase64(clerk.publicKey) },
      {
        slot: 2,
        name: 'Counsellor',
        role: 'helps people',
        languages: ['es'],
        identity: toBase64(counsellor.publicKey),
      },
    ],
  };
  return new Map([
    ...(await fingerprintVectors(charter, clerk)),
    ...(await statementVectors(charter, stranger, roster)),
    ...(await rosterVectors(charter, stranger, roster)),
    ...(await directoryVectors({ charter, clerk, counsellor, stranger }, roster, random)),
  ]);
}

async function rosterVectors(charter: Signer, stranger: Signer, roster: Roster): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const sign = (change: object) => signStatement('roster', { ...roster, ...change }, charter.seed);
  const add = (
    name: string,
    about: string,
    envelope: Envelope,
    error?: ErrorCode,
    more: { seen?: Envelope; today?: string } = {},
  ) => {
    vectors.set(`roster-${name}`, {
      kind: 'roster',
      about,
      expect: error ? { error } : 'opens',
      envelope,
      charter: toHex(charter.publicKey),
      today: TODAY,
      ...more,
      ...(error === undefined && { opens: { version: 7 } }),
    });
  };
  const good = await signRoster(roster, charter.seed);
  const [clerk, counsellor] = roster.reviewers;
  if (!clerk || !counsellor) throw new Error('two reviewers expected');

  add('opens', 'a roster', good);
  add('last-day', 'on its last day', good, undefined, { today: '2027-09-30' });
  add('expired', 'on the day after', good, 'roster-expired', { today: '2027-10-01' });
  add('again', 'the very roster seen before', good, undefined, { seen: good });
  add('newer', 'a newer one than the one seen', good, undefined, { seen: await sign({ version: 6 }) });
  add('rolled-back', 'an older one than the one seen', good, 'roster-rolled-back', {
    seen: await sign({ version: 8 }),
  });
  add('conflict', 'two rosters of one version', good, 'roster-conflict', {
    seen: await sign({ contact: 'another box' }),
  });
  add('signer-stranger', 'signed by a stranger', await signRoster(roster, stranger.seed), 'signature-invalid');

  const invalid = async (name: string, about: string, change: object) => {
    add(name, about, await sign(change), 'roster-invalid');
  };
  await invalid('member-unknown', 'an unknown member', { colour: 'blue' });
  await invalid('member-missing', 'no date of expiry', { expires: undefined });
  await invalid('version-zero', 'version 0', { version: 0 });
  await invalid('version-huge', 'version 2^32', { version: 2 ** 32 });
  await invalid('date-impossible', 'a day that does not exist', { expires: '2027-02-30' });
  await invalid('slots-five', 'five slots', { slots: 5 });
  add('threshold', 'both reviewers open together', await sign({ threshold: 2 }));
  await invalid('threshold-zero', 'threshold 0', { threshold: 0 });
  await invalid('threshold-beyond', 'more than there are reviewers', { threshold: 3 });
  await invalid('nobody', 'no reviewer', { reviewers: [] });
  await invalid('slot-beyond', 'a slot that is not there', { reviewers: [{ ...clerk, slot: 4 }] });
  await invalid('slot-twice', 'one slot for two', { reviewers: [clerk, { ...counsellor, slot: 0 }] });
  await invalid('name-twice', 'one name for two', { reviewers: [clerk, { ...counsellor, name: clerk.name }] });
  await invalid('identity-twice', 'one key for two', {
    reviewers: [clerk, { ...counsellor, identity: clerk.identity }],
  });
  await invalid('identity-short', 'a key of 31 bytes', {
    reviewers: [{ ...clerk, identity: toBase64(new Uint8Array(31)) }],
  });
  return vectors;
}

async function directoryVectors(
  { charter, clerk, counsellor, stranger }: Record<'charter' | 'clerk' | 'counsellor' | 'stranger', Signer>,
  roster: Roster,
  random: RandomBytes,
): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const rosterEnvelope = await signRoster(roster, charter.seed);
  const month = (epoch: number): Promise<EpochKeyPair> => newEpochKeyPair(epoch, random);
  const add = async (name: string, about: string, epochKeys: readonly Envelope[], error?: ErrorCode) => {
    const directory: Directory = { roster: rosterEnvelope, epochKeys: [...epochKeys] };
    const office = error ? null : await openDirectory(directory, charter.publicKey, TODAY);
    vectors.set(`directory-${name}`, {
      kind: 'directory',
      about,
      expect: error ? { error } : 'opens',
      directory,
      charter: toHex(charter.publicKey),
      today: TODAY,
      ...(office && {
        opens: { epoch: office.epoch, slots: office.addressable.map((key) => key.reviewer.slot).sort((a, b) => a - b) },
      }),
    });
  };
  const clerkNow = await signEpochKey(await month(EPOCH), clerk.seed);
  const clerkBefore = await signEpochKey(await month(EPOCH - 1), clerk.seed);
  const clerkOld = await signEpochKey(await month(EPOCH - 2), clerk.seed);
  const clerkNext = await signEpochKey(await month(EPOCH + 1), clerk.seed);
  const counsellorNow = await signEpochKey(await month(EPOCH), counsellor.seed);
  const counsellorBefore = await signEpochKey(await month(EPOCH - 1), counsellor.seed);
  const strangerNow = await signEpochKey(await month(EPOCH), stranger.seed);
  const soundKey = (await month(EPOCH)).publicKey;
  const payload = (change: object) => ({
    identity: toBase64(clerk.publicKey),
    epoch: EPOCH,
    publicKey: toBase64(new Uint8Array(1216)),
    expires: lastDayToSeal(EPOCH),
    ...change,
  });
  const signed = (change: object) => signStatement('epoch-key', payload(change), clerk.seed);

  await add('opens', 'both reviewers have this month', [clerkNow, counsellorNow]);
  await add('one-late', 'both have last month, only one this month: last month', [
    clerkNow,
    clerkBefore,
    counsellorBefore,
  ]);
  await add('tie', 'one has this month, one the last: this month', [clerkNow, counsellorBefore]);
  await add('previous-alone', 'nobody has this month yet', [clerkBefore, counsellorBefore]);
  await add('future-ignored', 'next month is not used yet', [clerkNow, clerkNext]);
  await add('same-twice', 'one statement twice', [clerkNow, clerkNow]);
  await add('expired-passed-over', 'an expired key stands beside a good one', [clerkOld, clerkNow]);
  await add('stranger-passed-over', 'a key of somebody no longer on the roster', [strangerNow, clerkNow]);
  await add('none', 'no keys at all', [], 'no-epoch-key');
  await add('expired-alone', 'only expired keys', [clerkOld], 'no-epoch-key');
  await add('future-alone', 'only a key for next month', [clerkNext], 'no-epoch-key');
  await add(
    'conflict',
    'two keys of one reviewer for one month',
    [clerkNow, await signEpochKey(await month(EPOCH), clerk.seed)],
    'epoch-key-conflict',
  );
  await add(
    'forged',
    "signed by a stranger under a reviewer's name",
    [{ ...strangerNow, signatures: [{ ...strangerNow.signatures[0], keyid: toHex(clerk.publicKey) }] }],
    'signature-invalid',
  );
  await add(
    'identity-other',
    "a reviewer states another's identity",
    [await signed({ identity: toBase64(counsellor.publicKey) })],
    'epoch-key-invalid',
  );
  await add(
    'expires-late',
    'valid for longer than permitted',
    [await signed({ expires: '2027-01-01' })],
    'epoch-key-invalid',
  );
  await add(
    'key-short',
    'a key of 1215 bytes',
    [await signed({ publicKey: toBase64(new Uint8Array(1215)) })],
    'epoch-key-invalid',
  );
  const notReduced = concatBytes(new Uint8Array(ML_KEM_VECTOR_BYTES).fill(0xff), soundKey.slice(ML_KEM_VECTOR_BYTES));
  const lowOrder = concatBytes(soundKey.slice(0, ML_KEM_KEY_BYTES), new Uint8Array(32));
  const stating = async (key: Uint8Array) => [await signed({ publicKey: toBase64(key) })];
  await add(
    'key-not-reduced',
    'ML-KEM coefficients beyond the modulus',
    await stating(notReduced),
    'epoch-key-invalid',
  );
  await add('key-low-order', 'an X25519 key of zero', await stating(lowOrder), 'epoch-key-invalid');
  await add(
    'roster-instead',
    'a roster where an epoch key belongs',
    [await signStatement('roster', roster, clerk.seed)],
    'statement-kind',
  );
  return vectors;
}
