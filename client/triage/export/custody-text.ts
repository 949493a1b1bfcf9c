import { fill } from '../../messages/fill.ts';
import { inert } from '../../shared/inert.ts';
import type { KeptEntry } from '../desk/types.ts';
import type { Hiding } from './hiding.ts';
import type { Leaving } from './leaving.ts';
import type { Wording } from './wording.ts';

/** A file of the package, or of the report without a place in it. */
export interface PackedFile {
  readonly index: number;
  readonly name: string;
  readonly sent: string;
  /** NaN where the report does not say any more. */
  readonly bytes: number;
  /** Null where it could not be packed. */
  readonly sha256: string | null;
}

interface Contents {
  readonly leaving: Leaving;
  readonly wording: Wording;
  readonly entries: readonly KeptEntry[];
  readonly reviewer: (identity: string) => string;
}

/** Which files these are, and who had them when, for people. All that others wrote is made inert, and nothing that was taken out is in it. */
export function custodyText(contents: Contents, packed: readonly PackedFile[]): string {
  const { leaving, wording } = contents;
  const { texts } = wording;
  const absent = [
    ...[...leaving.withheldFiles].map((index) => [index, texts.withheldFile] as const),
    ...packed.filter(({ sha256 }) => sha256 === null).map(({ index }) => [index, texts.missingFile] as const),
  ].sort(([a], [b]) => a - b);
  const lines = [
    fill(texts.report, { reference: leaving.reference }),
    '',
    ...packed.flatMap((file) => (file.sha256 === null ? [] : [...fileLines(file, wording), ''])),
    ...(absent.length === 0 ? [] : [texts.notHere]),
    ...absent.map(([index, text]) => `  ${fill(text, { number: String(index + 1) })}`),
    ...(absent.length === 0 ? [] : ['']),
    texts.custody,
    texts.custodyNote,
    '',
    ...contents.entries.flatMap((entry) => entryLines(entry, contents)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function fileLines({ index, name, sent, bytes, sha256 }: PackedFile, wording: Wording): string[] {
  const { texts } = wording;
  return [
    `${fill(texts.fileNumber, { number: String(index + 1) })}: files/${name}`,
    ...(sent === name ? [] : [`  ${fill(texts.sentAs, { name: inert(sent) })}`]),
    ...(Number.isNaN(bytes) ? [] : [`  ${wording.count(texts.bytes, bytes)}`]),
    `  SHA-256 ${sha256 ?? ''}`,
  ];
}

function entryLines({ entry }: KeptEntry, { leaving: { hiding }, wording, reviewer }: Contents): string[] {
  const { content, at, author } = entry;
  if (content?.kind !== 'custody') return [];
  const { act, file, to } = content;
  const { texts } = wording;
  return [
    [
      at,
      inert(hiding.hide(reviewer(author))),
      texts.custodyActs[act],
      ...(to === undefined ? [] : [fill(texts.custodyFor, { to: inert(hiding.hide(to)) })]),
    ].join('  '),
    ...(file === undefined ? [] : custodyFile(file, hiding, wording)),
  ];
}

/** Where the name had to go, what else would show which file it was goes too. */
function custodyFile(
  file: { readonly name: string; readonly sha256: string; readonly bytes: number },
  hiding: Hiding,
  wording: Wording,
): string[] {
  const name = hiding.hideName(file.name);
  const shown = `  ${inert(name)}`;
  return name === file.name
    ? [shown, `  ${wording.count(wording.texts.bytes, file.bytes)}, SHA-256 ${file.sha256}`]
    : [shown];
}
