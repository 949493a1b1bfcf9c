import { fromUtf8, toBytes } from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { readWhole } from './files.ts';

/** How standard input is named where a file may stand. */
export const STDIN = '-';

/** Throws `stdin-twice`: the first reader would take what is meant for the second. */
export function requireOneStdin(...sources: readonly (string | undefined)[]): void {
  if (sources.filter((source) => source === STDIN).length > 1) throw new Failure('stdin-twice');
}

export async function readSource(source: string): Promise<Uint8Array> {
  if (source !== STDIN) return readWhole(source);
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** What somebody wrote, without the line ends that editors add. Throws `text-invalid`, `file-unreadable`. */
export async function readWords(source: string): Promise<string> {
  const text = fromUtf8(toBytes(await readSource(source)))
    ?.replaceAll('\r\n', '\n')
    .trimEnd();
  if (!text) throw new Failure('text-invalid', source);
  return text;
}
