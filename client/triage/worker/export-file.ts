import { utf8, type KnownContent } from '../../../crypto/index.ts';
import type { Control } from '../calls/answering.ts';
import type { ExportAsked, ExportedFile, ExportProgress, FileForm } from '../calls/export-calls.ts';
import type { ReportTag } from '../desk/journal-types.ts';
import { csvLines } from '../export/csv.ts';
import { htcdsExport } from '../export/htcds.ts';
import { jsonPieces, type JsonFacts } from '../export/json.ts';
import { wordingIn } from '../export/languages.ts';
import { leaveEach, type Chosen, type Leaving, type LeavingOptions } from '../export/leaving.ts';
import { Sha256 } from '../export/sha256.ts';
import { chosenOf } from './choosing.ts';
import { today } from './desk-index.ts';
import type { Memory } from './memory.ts';
import { inTurns } from './turns.ts';

/** Browsers keep what is in a Blob out of the script's memory: text goes into one this often. */
const PART_CHARACTERS = 1_048_576;

const TYPES = {
  csv: { ending: 'csv', type: 'text/csv' },
  json: { ending: 'json', type: 'application/json' },
  htcds: { ending: 'htcds.json', type: 'application/json' },
} as const;

/** Makes the file, and notes for each of its reports that it leaves before it does. Throws as `chosenOf`, and `cancelled`. */
export async function exportFile(
  memory: Memory,
  asked: ExportAsked & { readonly form: FileForm },
  { signal, tell }: Control<ExportProgress>,
): Promise<ExportedFile> {
  const chosen = chosenOf(memory, asked.tags);
  const total = chosen.length * 2; // once to make it, once to note it
  const tellShare = byShare(tell, total);
  const leaving: Leaving[] = [];
  for await (const each of inTurns(leaveEach(chosen, leavingOptions(asked)), signal)) {
    leaving.push(each);
    tellShare(leaving.length);
  }
  const hash = await Sha256.start();
  const parts: Blob[] = [];
  let text = '';
  const put = () => {
    const bytes = utf8(text);
    hash.update(bytes);
    parts.push(new Blob([bytes]));
    text = '';
  };
  for await (const piece of inTurns(piecesOf(asked, leaving, factsOf(memory)), signal)) {
    text += piece;
    if (text.length >= PART_CHARACTERS) put();
  }
  put();
  const { ending, type } = TYPES[asked.form];
  const file = new Blob(parts, { type });
  const name = `reports-${today()}.${ending}`;
  const sha256 = hash.hex();
  const noted = { kind: 'custody', act: 'exported', file: { name, sha256, bytes: file.size } } as const;
  await noteLeaving(memory, chosen, { ...noted, ...receiverOf(asked) }, (done) => {
    tellShare(chosen.length + done);
  });
  return { file, name, sha256 };
}

/** A hundred times in all: whoever shows it draws anew each time. */
function byShare(tell: (progress: ExportProgress) => void, total: number): (done: number) => void {
  let told = 0;
  return (done) => {
    if (done < total && done - told < total / 100) return;
    told = done;
    tell({ done, total });
  };
}

/** The text of the file, piece by piece. */
export function piecesOf(asked: ExportAsked, leaving: readonly Leaving[], facts: JsonFacts): Iterable<string> {
  const wording = wordingIn(asked.language);
  switch (asked.form) {
    case 'csv':
      return csvLines(leaving, { wording });
    case 'htcds':
      return [`${JSON.stringify(htcdsExport(leaving, wording), null, 1)}\n`];
    default:
      return jsonPieces(leaving, facts);
  }
}

export function leavingOptions({ language, notes }: ExportAsked): LeavingOptions {
  return { shown: wordingIn(language).texts.redacted, notes };
}

export function factsOf({ office }: Memory): JsonFacts {
  return { office: office?.roster.office ?? '', exported: today() };
}

export function receiverOf({ to }: ExportAsked): { readonly to?: string } {
  return to.trim() === '' ? {} : { to: to.trim() };
}

/** Who had what when is kept of each report, for as long as the journal is. */
export async function noteLeaving(
  { journal }: Memory,
  chosen: readonly Chosen[],
  custody: KnownContent,
  tell: (done: number) => void,
): Promise<void> {
  for (const [i, tag] of chosen.map(({ desk }): ReportTag => desk.tag).entries()) {
    await journal.write(tag, () => custody);
    tell(i + 1);
  }
}
