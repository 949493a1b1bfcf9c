import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import {
  BUNDLE_MAGIC,
  dayOf,
  encodeCellRecord,
  encodeEndRecord,
  encodeLetterRecord,
  epochOf,
  isoDateOf,
  listEvidence,
  newEvidenceKey,
  sealEvidence,
  sealKeyFile,
  sealLetter,
  systemRandom,
  utf8,
  type Bytes,
  type EvidenceList,
  type Keys,
} from '../../crypto/index.ts';
import { newReviewerKeys } from '../../client/shared/office/months.ts';
import { argon2id } from '../../scripts/lib/argon2id.ts';

export const PASSPHRASE = 'plain lantern orbit meadow';
export const TODAY = isoDateOf(new Date());
const DAY = dayOf(new Date());
const SLOT = 2;

/** A reviewer with a key file that opens quickly. */
export interface Reader {
  readonly keys: Keys;
  readonly keyFile: string;
}

export async function makeReader(folder: string, name: string): Promise<Reader> {
  const keys = await newReviewerKeys(name, TODAY, 1, systemRandom);
  const keyFile = join(folder, `${name}.key`);
  const costs = { memoryKiB: 8192, passes: 1 };
  await writeFile(keyFile, await sealKeyFile(keys, PASSPHRASE, costs, argon2id, systemRandom), { mode: 0o600 });
  return { keys, keyFile };
}

/** A letter with its evidence, as it lies in a bundle. */
export interface Sealed {
  readonly letter: Bytes;
  readonly cells: readonly Bytes[];
}

export interface SentFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** What a hostile sender may do: any bytes as the report, any list of files, other cells than it lists. */
export interface Sending {
  readonly report?: Bytes | ((evidence: EvidenceList | undefined) => unknown);
  readonly files?: readonly SentFile[];
  readonly epoch?: number;
}

export async function seal({ keys }: Reader, { report, files = [], epoch }: Sending = {}): Promise<Sealed> {
  const key = newEvidenceKey(systemRandom);
  const size = files.reduce((total, { content }) => total + content.length, 0);
  const list =
    files.length > 0
      ? listEvidence(
          key,
          files.map(({ name, content }) => ({ name, size: content.length, type: '' })),
        )
      : undefined;
  const cells: Bytes[] = [];
  if (list) for await (const cell of sealEvidence(key, size, contentsOf(files))) cells.push(cell);
  const bytes =
    report instanceof Uint8Array
      ? report
      : utf8(JSON.stringify(report ? report(list) : { version: 1, story: 'What happened', evidence: list }));
  const [pair] = keys.epochs;
  if (!pair) throw new Error('no month');
  const addressing = {
    epoch: epoch ?? epochOf(TODAY),
    slots: 4,
    recipients: new Map([[SLOT, pair.publicKey]]),
  } as const;
  return { letter: await sealLetter(bytes, addressing, systemRandom), cells };
}

async function* contentsOf(files: readonly SentFile[]): AsyncGenerator<Uint8Array> {
  for (const { content } of files) yield await Promise.resolve(content);
}

export function bundleOf(all: readonly Sealed[]): Bytes[] {
  return [
    BUNDLE_MAGIC,
    ...all.flatMap(({ letter, cells }, i) => [
      encodeLetterRecord({ cursor: i + 1, day: DAY, cells: cells.length, letter }),
      ...cells.map(encodeCellRecord),
    ]),
    encodeEndRecord({ cursor: all.length, letters: all.length }),
  ];
}

/** With the byte at `offset` changed. */
export function altered(bytes: Bytes, offset: number): Bytes {
  const copy = bytes.slice();
  copy[offset] = (copy[offset] ?? 0) ^ 1;
  return copy;
}
