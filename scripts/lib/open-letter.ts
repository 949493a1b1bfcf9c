import { rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import {
  askCode,
  decodeLetterContent,
  identityPublicKey,
  isoDateOfDay,
  openLetter,
  openWithReleases,
  signingPublicKey,
  type Bytes,
  type Keys,
  type LetterContents,
  type LetterRecord,
  type LetterShare,
  type OpenedReport,
} from '../../crypto/index.ts';
import { CASE_FILE, caseFileText } from './case-files.ts';
import { caseOfLetter, NO_CASE } from './case-of-letter.ts';
import type { CellQueue } from './cell-queue.ts';
import { saveEvidence } from './evidence-files.ts';
import { SECRET_MODE } from './files.ts';
import { epochKeyFor } from './key-ring.ts';
import {
  problem,
  problemFrom,
  problemLine,
  type LetterOutcome,
  type OpeningProblem,
  type SavedFile,
} from './outcome.ts';
import type { Releases } from './releases.ts';
import { sha256Of, type ReportFolders } from './report-folders.ts';
import { reportText } from './report-text.ts';

/** What came of a letter that is for this key. */
interface Unsealed extends Pick<LetterOutcome, 'waiting' | 'warnings'> {
  readonly opened?: LetterContents;
}

/** Opens letters one after another with the keys of one key file. No letter, however crafted, keeps another from opening. */
export class LetterOpener {
  readonly #keys: Keys;
  readonly #folders: ReportFolders;
  readonly #releases: Releases;
  #slotHint = 0;

  constructor(keys: Keys, folders: ReportFolders, releases: Releases) {
    this.#keys = keys;
    this.#folders = folders;
    this.#releases = releases;
  }

  async open(record: LetterRecord, cells: CellQueue): Promise<LetterOutcome> {
    const id = sha256Of(record.letter);
    const day = record.day === 0 ? null : isoDateOfDay(record.day);
    const facts = { id, day, cursor: record.cursor, files: [], problems: [] };
    const earlier = await this.#folders.earlier(id);
    if (earlier?.outcome === 'opened') return { ...earlier, cursor: record.cursor };

    const unsealed = await this.#unseal(id, record.letter);
    if (unsealed === null) return { ...facts, outcome: 'not-for-this-key' };
    if ('code' in unsealed) return { ...facts, outcome: 'failed', problems: [unsealed] };
    const { opened, waiting, ...warned } = unsealed;
    if (opened === undefined) return { ...facts, ...warned, outcome: 'waiting', waiting };
    const content = decode(opened.report);
    if (content.kind === 'journal') return { ...facts, ...warned, outcome: 'journal' }; // for the desk, which checks it
    return this.#save({ ...facts, ...warned }, opened.report, content, cells);
  }

  async #unseal(id: string, bytes: Bytes): Promise<Unsealed | OpeningProblem | null> {
    try {
      const opened = await openLetter(bytes, epochKeyFor(this.#keys.epochs, bytes), this.#slotHint);
      this.#slotHint = opened?.slot ?? this.#slotHint;
      return opened?.kind === 'share' ? await this.#openTogether(id, bytes, opened) : opened && { opened };
    } catch (error) {
      return problemFrom(error);
    }
  }

  /** With one's own share and those that others released. Who released a false one is named, whatever comes of it. */
  async #openTogether(id: string, letter: Bytes, own: LetterShare): Promise<Unsealed> {
    const outcome = await openWithReleases(letter, [{ ...own, from: '' }, ...(this.#releases.get(id) ?? [])]);
    const warnings = outcome.false.map((name) => problem('release-false', name));
    const warned = warnings.length > 0 && { warnings };
    if ('opened' in outcome) return { opened: outcome.opened, ...warned };
    const asker = identityPublicKey(await signingPublicKey(this.#keys.seed));
    const code = await askCode(own.readerKey, asker);
    return { waiting: { threshold: own.threshold, missing: outcome.missing, askCode: code }, ...warned };
  }

  async #save(
    facts: Pick<LetterOutcome, 'id' | 'day' | 'cursor' | 'warnings'>,
    bytes: Bytes,
    { report, fault }: Decoded,
    cells: CellQueue,
  ): Promise<LetterOutcome> {
    const folder = await this.#folders.begin();
    const name = report ? 'report.json' : 'report.damaged';
    await writeFile(join(folder, name), bytes, { mode: SECRET_MODE });

    const list = report?.evidence;
    const saved = list ? await saveEvidence(join(folder, 'files'), list, cells) : { files: [], problems: [] };
    const problems = [
      ...(fault ? [fault] : []),
      ...(!list && cells.announced > 0 ? [problem('evidence-not-listed')] : []),
      ...saved.problems,
    ];
    const of = report ? await caseOfLetter(bytes, report) : NO_CASE;
    if (of.known) await writeFile(join(folder, CASE_FILE), caseFileText(of.known, facts.id), { mode: SECRET_MODE });
    const outcome: LetterOutcome = {
      ...facts,
      outcome: problems.length === 0 ? 'opened' : 'damaged',
      files: [...saved.files],
      problems,
      ...(of.outcome && { case: of.outcome }),
      ...(of.warning && { warnings: [...(facts.warnings ?? []), of.warning] }),
    };
    if (report) await writeText(folder, report, outcome);
    if (saved.files.every((file) => !isOnDisk(file))) await rmdir(join(folder, 'files'));
    await writeFile(join(folder, 'sha256sums.txt'), sums(name, bytes, saved.files), { mode: SECRET_MODE });
    return this.#folders.settle(folder, outcome);
  }
}

interface Decoded {
  readonly kind: 'report' | 'journal';
  readonly report?: OpenedReport;
  readonly fault?: OpeningProblem;
}

function decode(bytes: Bytes): Decoded {
  try {
    return decodeLetterContent(bytes);
  } catch (error) {
    return { kind: 'report', fault: problemFrom(error) };
  }
}

async function writeText(folder: string, report: OpenedReport, outcome: LetterOutcome): Promise<void> {
  const problems = outcome.problems.map(problemLine);
  const warnings = outcome.warnings?.map(problemLine) ?? [];
  const text = reportText(report, { ...outcome, problems, warnings });
  await writeFile(join(folder, 'report.txt'), text, { mode: SECRET_MODE });
}

function isOnDisk({ size, saved }: SavedFile): boolean {
  return saved > 0 || size === 0;
}

/** As `sha256sum -c` reads it. */
function sums(name: string, bytes: Bytes, files: readonly SavedFile[]): string {
  const lines = [
    `${sha256Of(bytes)}  ${name}`,
    ...files.filter(isOnDisk).map((file) => `${file.sha256}  files/${file.name}`),
  ];
  return `${lines.join('\n')}\n`;
}
