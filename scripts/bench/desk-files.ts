import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { LANGUAGES } from '../../client/messages/index.ts';
import {
  BUNDLE_MAGIC,
  charterPublicKey,
  dayOf,
  encodeDirectoryRecord,
  encodeEndRecord,
  encodeLetterRecord,
  epochOf,
  identityPublicKey,
  isoDateOf,
  isoDateOfDay,
  newCasebook,
  newEpochKeyPair,
  sealCasebook,
  sealKeyFile,
  sealReport,
  openDirectory,
  signEpochKey,
  signingPublicKey,
  signingSeed,
  signRoster,
  systemRandom,
  toBase64,
  toHex,
  utf8,
  type Directory,
  type Report,
} from '../../crypto/index.ts';
import { argon2id } from '../lib/argon2id.ts';

/** What a reviewer carries: a key file, a bundle, and a casebook of other reports. */
export interface DeskFiles {
  readonly key: string;
  readonly bundle: string;
  readonly casebook: string;
}

export const PASSPHRASE = 'plain lantern orbit meadow';
const QUICK = { memoryKiB: 8192, passes: 1 };
/** Texts of ten languages. */
const TAGS = ['ar', 'de', 'en', 'es', 'fr', 'ka', 'mn', 'pt', 'ru', 'zh-Hans'];
const WORDS = { least: 30, most: 230 };
const STAGES = ['recruitment', 'documents', 'border', 'transport', 'exploitation', 'police'] as const;
const OFFICIALS = ['police', 'border-guard', 'customs', 'consular', 'judge', 'prison'] as const;
const DANGERS = ['now', 'soon', 'not-now', 'unknown'] as const;
const COUNTRIES = ['MD', 'RO', 'NO', 'GE', 'MN', 'PH', 'BW', 'LU'];
const DAYS = 400;

export async function makeDeskFiles(
  folder: string,
  { letters, reports }: { readonly letters: number; readonly reports: number },
): Promise<DeskFiles> {
  const charterSeed = signingSeed(systemRandom(32));
  const seed = signingSeed(systemRandom(32));
  const identity = identityPublicKey(await signingPublicKey(seed));
  const now = new Date();
  const today = isoDateOf(now);
  const epochKey = await newEpochKeyPair(epochOf(today), systemRandom);
  const roster = {
    office: 'Office of a bench',
    contact: '',
    languages: ['en'],
    version: 1,
    issued: today,
    expires: isoDateOfDay(dayOf(now) + 100),
    slots: 4 as const,
    threshold: 1,
    demo: true,
    reviewers: [
      { slot: 0, name: 'Case worker', role: 'reads reports', languages: ['en'], identity: toBase64(identity) },
    ],
  };
  const directory: Directory = {
    roster: await signRoster(roster, charterSeed),
    epochKeys: [await signEpochKey(epochKey, seed)],
  };
  const files = {
    key: join(folder, 'case-worker.key'),
    bundle: join(folder, 'reports.bundle'),
    casebook: join(folder, 'case-worker.casebook'),
  };
  const keys = { role: 'reviewer', name: 'Case worker', seed, epochs: [epochKey] } as const;
  await writeFile(files.key, await sealKeyFile(keys, PASSPHRASE, QUICK, argon2id, systemRandom));
  const charter = charterPublicKey(await signingPublicKey(charterSeed));
  const office = await openDirectory(directory, charter, today);
  const write = (path: string, pieces: AsyncIterable<Uint8Array>) =>
    pipeline(Readable.from(pieces), createWriteStream(path));

  await write(files.bundle, bundle());
  const casebook = await newCasebook(PASSPHRASE, identity, QUICK, argon2id, systemRandom);
  await write(files.casebook, sealCasebook(casebook, 1, lines(), systemRandom));
  return files;

  async function* bundle(): AsyncGenerator<Uint8Array> {
    yield BUNDLE_MAGIC;
    yield encodeDirectoryRecord(utf8(JSON.stringify(directory)));
    for (let i = 0; i < letters; i += 1) {
      const letter = await sealReport(reportOf(i), office, new Set(), systemRandom);
      yield encodeLetterRecord({ cursor: i + 1, day: dayOf(now) - (i % DAYS), cells: 0, letter });
    }
    yield encodeEndRecord({ cursor: letters, letters });
  }

  function* lines(): Generator<string> {
    yield JSON.stringify({ type: 'office', charter: toBase64(charter), directory, isPinned: true });
    for (let i = 0; i < reports; i += 1) {
      yield JSON.stringify({
        type: 'report',
        tag: toHex(systemRandom(16)),
        letter: toHex(systemRandom(32)),
        fileKey: toBase64(systemRandom(32)),
        day: isoDateOfDay(dayOf(now) - (i % DAYS)),
        cells: 0,
        bundle: 'earlier.bundle',
        report: reportOf(i),
        caseLocator: null,
        followUp: false,
      });
    }
  }
}

const vocabularies = TAGS.map((tag) => ({ tag, words: wordsOf(tag) }));

/** The same for the same number, in the words of one of ten languages. */
function reportOf(i: number): Report {
  const draw = drawsFrom(i);
  const { tag, words } = one(vocabularies, draw);
  const length = WORDS.least + draw(WORDS.most - WORDS.least);
  const story = Array.from({ length }, () => one(words, draw)).join(tag === 'zh-Hans' ? '' : ' ');
  return {
    version: 1,
    language: tag,
    story: `${story} ${String(i)}`,
    danger: one(DANGERS, draw),
    stage: [one(STAGES, draw)],
    official: [one(OFFICIALS, draw)],
    route: { from: { country: one(COUNTRIES, draw) } },
  };
}

/** Every word of the language's catalogue: as varied as its texts. */
function wordsOf(tag: string): readonly string[] {
  const language = LANGUAGES.find((each) => each.tag === tag);
  const text = JSON.stringify(language?.texts ?? {});
  return [...new Set(text.match(/[\p{L}\p{M}]{2,}/gu) ?? [])];
}

function one<T>(all: readonly T[], draw: (below: number) => number): T {
  const drawn = all[draw(all.length)];
  if (drawn === undefined) throw new Error('nothing to draw from');
  return drawn;
}

/** Numbers that look random and are the same each time: xorshift32 (Marsaglia, 2003). */
function drawsFrom(seed: number): (below: number) => number {
  let state = (seed + 1) * 2_654_435_761;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
