import { decodeReport, evidenceKeyIn, openEvidence, systemRandom, totalSize, type Bytes } from '../../crypto/index.ts';
import type { FormFiles } from '../../scripts/lib/form-files.ts';
import { serve, type Surroundings } from '../../server/serve.ts';
import { openAlone } from '../open-alone.ts';
import { afterTest, type TestOffice } from '../server/helpers.ts';
import { makeSite } from './site.ts';
import { storedEvidence, storedLetters } from './stored-letters.ts';

export interface Site {
  readonly url: string;
  readonly folder: string;
  readonly office: TestOffice;
  stop(): Promise<void>;
  start(): Promise<void>;
}

export interface SiteOptions {
  readonly form?: FormFiles;
  /** By their tags. */
  readonly languages?: readonly string[];
  /** Whether the office vouches for the server's log. */
  readonly hasLog?: boolean;
  readonly surroundings?: Partial<Surroundings>;
}

/** A whole server with the real pages; with the real proof of work, unless told otherwise. */
export async function startSite({ form, languages, hasLog, surroundings = {} }: SiteOptions = {}): Promise<Site> {
  const { office, folder } = await makeSite(form, languages, hasLog);
  const pepper = systemRandom(32);
  const listen = (port: number) =>
    serve({ host: '127.0.0.1', port, data: folder, pepper }, { log: () => undefined, ...surroundings });
  let listening = await listen(0);
  const { url } = listening;
  const stop = () => listening.stop();
  afterTest(() => stop().catch(() => undefined));
  return {
    url,
    folder,
    office,
    stop,
    async start() {
      listening = await listen(Number(new URL(url).port));
    },
  };
}

/** What a reviewer reads in a letter; `null` where it is not for them. */
export async function openedBy(office: TestOffice, reviewer: number, letter: Bytes | undefined) {
  const key = office.reviewers[reviewer]?.epochKey;
  if (!key || !letter) throw new Error('a reviewer and a letter expected');
  const opened = await openAlone(letter, key);
  return opened === null ? null : decodeReport(opened.report);
}

/** What was written and chosen in a report, without the case that every one from the form belongs to. */
export function written(report: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(Object.entries(report).filter(([member]) => member !== 'case' && member !== 'signature'));
}

export interface OpenedFile {
  readonly name: string;
  readonly note: string | undefined;
  readonly bytes: Buffer;
}

/** The last letter on the server with its files, as the first reviewer opens them. */
export async function lastReport({ folder, office }: Pick<Site, 'folder' | 'office'>) {
  const report = await openedBy(office, 0, storedLetters(folder).at(-1));
  if (report === null) throw new Error('the letter is not for the first reviewer');
  const { evidence } = report;
  if (!evidence) return { report, files: [] };
  return { report, files: await filesIn(evidence, storedEvidence(folder)) };
}

/** The files of an evidence stream, from its cells. */
export async function filesIn(
  evidence: NonNullable<Awaited<ReturnType<typeof openedBy>>>['evidence'] & object,
  cells: AsyncIterable<Bytes>,
): Promise<OpenedFile[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of openEvidence(evidenceKeyIn(evidence), totalSize(evidence.files), cells)) pieces.push(piece);
  const whole = Buffer.concat(pieces);
  return evidence.files.map(({ name, note, offset, size }) => ({
    name,
    note,
    bytes: whole.subarray(offset, offset + size),
  }));
}
