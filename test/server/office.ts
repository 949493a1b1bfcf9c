import {
  charterPublicKey,
  epochOf,
  isoDateOf,
  LETTER_MAGIC,
  LETTER_SIZES,
  newEpochKeyPair,
  openDirectory,
  sealReport,
  signEpochKey,
  signingPublicKey,
  signingSeed,
  signRoster,
  systemRandom,
  toBase64,
  type Bytes,
  type CharterPublicKey,
  type Directory,
  type EpochKeyPair,
  type EvidenceList,
  type Letter,
  type Roster,
  type RosterLog,
  type SigningSeed,
} from '../../crypto/index.ts';

export interface TestReviewer {
  readonly name: string;
  readonly seed: SigningSeed;
  readonly epochKey: EpochKeyPair;
}

export interface TestOffice {
  readonly charter: CharterPublicKey;
  readonly directory: Directory;
  readonly reviewers: readonly TestReviewer[];
  /** The directory with a roster of another version, for a server that shows now one and now the other. */
  ofVersion(version: number, changed?: Partial<Roster>): Promise<Directory>;
}

/** An office whose reviewers, named by their roles, sit in slots 0, 1, ... of 4 and have keys for this month. */
export async function makeOffice(
  names: readonly string[] = ['Intake officer', 'Legal adviser'],
  log?: RosterLog,
  threshold = 1,
): Promise<TestOffice> {
  const now = new Date();
  const charterSeed = signingSeed(systemRandom(32));
  const reviewers = await Promise.all(
    names.map(async (name) => {
      const epochKey = await newEpochKeyPair(epochOf(isoDateOf(now)), systemRandom);
      return { name, seed: signingSeed(systemRandom(32)), epochKey };
    }),
  );
  const unsigned = {
    office: 'Office for Fair Borders',
    contact: '',
    languages: ['en', 'es'],
    issued: isoDateOf(now),
    expires: `${String(now.getUTCFullYear() + 1)}-12-31`,
    slots: 4 as const,
    threshold,
    demo: true,
    ...(log && { log }),
    reviewers: await Promise.all(
      reviewers.map(async ({ name, seed }, slot) => ({
        slot,
        name,
        role: 'reviewer',
        languages: ['en'],
        identity: toBase64(await signingPublicKey(seed)),
      })),
    ),
  };
  const epochKeys = await Promise.all(reviewers.map(({ epochKey, seed }) => signEpochKey(epochKey, seed)));
  const ofVersion = async (version: number, changed: Partial<Roster> = {}) => ({
    roster: await signRoster({ ...unsigned, version, ...changed }, charterSeed),
    epochKeys,
  });
  return {
    charter: charterPublicKey(await signingPublicKey(charterSeed)),
    directory: await ofVersion(1),
    reviewers,
    ofVersion,
  };
}

/** Seals a story to every reviewer, as the form does. */
export async function sealStory(office: TestOffice, story: string, evidence?: EvidenceList): Promise<Letter> {
  const opened = await openDirectory(office.directory, office.charter, isoDateOf(new Date()));
  return sealReport({ version: 1, story, evidence }, opened, new Set(), systemRandom);
}

/** What a server, which can open nothing, takes for a letter; each is another one. */
export function someLetter(size: (typeof LETTER_SIZES)[number] = LETTER_SIZES[0]): Bytes {
  const letter = new Uint8Array(size);
  letter.set(LETTER_MAGIC);
  letter.set(systemRandom(32), LETTER_MAGIC.length);
  return letter;
}
