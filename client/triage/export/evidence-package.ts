import { makeZip } from 'client-zip';

import { AmparoError, utf8, type Envelope } from '../../../crypto/index.ts';
import { fill } from '../../messages/fill.ts';
import { FileNames } from '../../shared/file-names.ts';
import type { KeptEntry } from '../desk/types.ts';
import { custodyText, type PackedFile } from './custody-text.ts';
import { jsonPieces, type JsonFacts } from './json.ts';
import type { Leaving } from './leaving.ts';
import { REDACTED } from './redaction.ts';
import { Sha256 } from './sha256.ts';
import type { Wording } from './wording.ts';

export type Pieces = AsyncIterable<Uint8Array>;

/** What the packer signs, as the journal's content for it: who has this hash has all others. */
export interface PackedCustody {
  readonly kind: 'custody';
  readonly act: 'exported';
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: number };
  readonly to?: string;
}

export interface PackageContents {
  readonly leaving: Leaving;
  readonly facts: JsonFacts;
  readonly wording: Wording;
  /** The bytes of a file by its number in the report; null where they are not at hand. Not asked for files that were taken out. */
  readonly file: (index: number) => Pieces | null;
  /** The journal's entries about the report. */
  readonly entries: readonly KeptEntry[];
  /** The name of a reviewer by their identity. */
  readonly reviewer: (identity: string) => string;
  /** To whom the package goes. */
  readonly to?: string;
  /** Signs as the reviewer who packs. */
  readonly sign: (custody: PackedCustody) => Promise<Envelope>;
}

const SUMS = 'SHA256SUMS';

interface Entry {
  readonly name: string;
  readonly input: Pieces;
  readonly lastModified: Date;
}

/**
 * A zip of one report with its evidence, for a court or an authority: the files, their SHA-256 as `sha256sum -c` reads them, who had
 * them, and the packer's signature. A stream that holds one piece at a time, however large the files are; nothing is compressed. It fails
 * where a file cannot be read, or is not as long as the report lists it.
 */
export function evidencePackage(contents: PackageContents): ReadableStream<Uint8Array> {
  return makeZip(entriesOf(contents));
}

async function* entriesOf(contents: PackageContents): AsyncGenerator<Entry> {
  const { leaving, facts, wording, entries, to, sign } = contents;
  const sums = new Sums(facts.exported);
  const packed: PackedFile[] = [];

  for (const file of filesOf(contents)) {
    if (file.pieces === null) packed.push({ ...file, sha256: null });
    else {
      yield sums.take(`files/${file.name}`, ofLength(file.pieces, file.bytes));
      packed.push({ ...file, sha256: sums.last });
    }
  }
  yield sums.take('report.json', jsonPieces([leaving], facts));
  yield sums.take('custody.txt', [custodyText(contents, packed)]);
  yield sums.take('custody.jsonl', custodyLines(entries));
  yield sums.take('README.txt', [readme(facts.office, leaving, wording)]);

  const list = utf8(sums.text());
  const hash = await Sha256.start();
  hash.update(list);
  const file = { name: SUMS, sha256: hash.hex(), bytes: list.length };
  yield sums.take(SUMS, [sums.text()]);
  const envelope = await sign({ kind: 'custody', act: 'exported', file, ...(to !== undefined && { to }) });
  yield sums.take(`${SUMS}.dsse.json`, [`${JSON.stringify(envelope)}\n`]);
}

interface SourceFile {
  readonly index: number;
  /** As it is called in the package. */
  readonly name: string;
  readonly sent: string;
  readonly bytes: number;
  readonly pieces: Pieces | null;
}

/** Names come from strangers: none leaves the folder, hides what it is, or meets another. */
function* filesOf({ leaving, file }: PackageContents): Generator<SourceFile> {
  const names = new FileNames();
  for (const [index, { name: sent, size }] of (leaving.report.evidence?.files ?? []).entries()) {
    if (leaving.withheldFiles.has(index)) continue;
    const bytes = typeof size === 'number' ? size : NaN;
    yield { index, name: names.take(sent, index).name, sent, bytes, pieces: file(index) };
  }
}

/** Gives the pieces on, and their hash once all are through. */
class Sums {
  readonly #lines: string[] = [];
  readonly #date: Date;
  last = '';

  /** Times in a zip are local ones: that of the day says nothing of where it was packed. */
  constructor(day: string) {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    this.#date = new Date(year, month - 1, date);
  }

  take(name: string, pieces: Pieces | Iterable<string>): Entry {
    return { name, input: this.#hashed(name, pieces), lastModified: this.#date };
  }

  async *#hashed(name: string, pieces: Pieces | Iterable<string>): AsyncGenerator<Uint8Array> {
    const hash = await Sha256.start();
    for await (const piece of pieces) {
      const bytes = typeof piece === 'string' ? utf8(piece) : piece;
      hash.update(bytes);
      yield bytes;
    }
    this.last = hash.hex();
    this.#lines.push(`${this.last}  ${name}\n`);
  }

  text(): string {
    return this.#lines.join('');
  }
}

/** A size that was taken out of the report is not known here, and nothing can be compared with it. */
async function* ofLength(pieces: Pieces, expected: number): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    yield piece;
  }
  if (!Number.isNaN(expected) && length !== expected) throw new AmparoError('evidence-size');
}

function* custodyLines(entries: readonly KeptEntry[]): Generator<string> {
  for (const { envelope, entry } of entries) {
    if (entry.content?.kind === 'custody') yield `${JSON.stringify(envelope)}\n`;
  }
}

function readme(office: string, { hiding }: Leaving, { texts }: Wording): string {
  const redacted = hiding.shown === '' ? REDACTED : hiding.shown;
  return [
    fill(texts.readme, { office }),
    '',
    `  sha256sum -c ${SUMS}`,
    '',
    'report.json',
    `  ${fill(texts.readmeReport, { redacted })}`,
    'custody.txt',
    `  ${texts.readmeCustody}`,
    'custody.jsonl',
    `  ${texts.readmeEntries}`,
    `${SUMS}.dsse.json`,
    `  ${texts.readmeSigned}`,
    '',
  ].join('\n');
}
