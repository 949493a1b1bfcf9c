import { concatBytes, toBytes, type EvidenceFile, type EvidenceList } from '../../../crypto/index.ts';
import { failureOf, type Control } from '../calls/answering.ts';
import type { BegunPackage, ExportAsked } from '../calls/export-calls.ts';
import { CallError } from '../calls/line.ts';
import { evidencePackage, type PackedCustody, type Pieces } from '../export/evidence-package.ts';
import { wordingIn } from '../export/languages.ts';
import { leave } from '../export/leaving.ts';
import { chosenOf } from './choosing.ts';
import { today } from './desk-index.ts';
import { piecesOfFile } from './evidence.ts';
import type { EvidencePlaces } from './evidence-places.ts';
import { factsOf, leavingOptions, receiverOf } from './export-file.ts';
import type { Memory } from './memory.ts';

/** So much is handed over at a time: what is smaller is gathered first. */
const PIECE_BYTES = 1_048_576;

/** Evidence packages that are being made. The page takes piece after piece, so that none of them waits in memory. */
export class Packing {
  readonly #memory: Memory;
  readonly #begun = new Map<number, ReadableStreamDefaultReader<Uint8Array>>();
  #last = 0;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** Of the one report that is asked for. Throws as `chosenOf`. */
  begin(asked: ExportAsked): BegunPackage {
    const memory = this.#memory;
    const chosen = chosenOf(memory, asked.tags.slice(0, 1));
    const [leaving] = leave(chosen, leavingOptions(asked));
    const desk = chosen[0]?.desk;
    if (!leaving || !desk) throw new CallError({ code: 'report-unknown' });
    const list = desk.report.evidence as EvidenceList | undefined;
    const places = memory.places.get(desk.letter);
    if (list && places && places.at.length !== list.cells) throw new CallError({ code: 'evidence-count' });
    const people = new Map((memory.office?.roster.reviewers ?? []).map(({ identity, name }) => [identity, name]));
    const stream = evidencePackage({
      leaving,
      facts: factsOf(memory),
      wording: wordingIn(asked.language),
      file: (index) => {
        const file = list?.files[index];
        return list && file && places ? namedAtFault(list, index, file, places) : null;
      },
      entries: [...memory.journal.entries.values()].filter(({ entry }) => entry.about === desk.tag),
      reviewer: (identity) => people.get(identity) ?? identity.slice(0, 8),
      sign: (custody) => this.#sign(desk.tag, custody),
      ...receiverOf(asked),
    });
    const id = (this.#last += 1);
    this.#begun.set(id, stream.getReader());
    const packed = places ? (list?.files ?? []).filter((_, index) => !leaving.withheldFiles.has(index)) : [];
    return {
      id,
      name: `report-${today()}.zip`,
      bytes: packed.reduce((total, { size }) => total + size, 0),
    };
  }

  /** `null` once all of it was given. Throws what is at fault with a file, its number in `detail`; the package is over then. */
  async next(id: number, { transfer }: Pick<Control<never>, 'transfer'>): Promise<Uint8Array<ArrayBuffer> | null> {
    const reader = this.#begun.get(id);
    if (!reader) throw new CallError({ code: 'cancelled' });
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    try {
      while (bytes < PIECE_BYTES) {
        const { done, value } = await reader.read();
        if (done) break;
        chunks.push(value);
        bytes += value.length;
      }
    } catch (error) {
      this.#begun.delete(id);
      throw error;
    }
    if (bytes === 0) {
      this.#begun.delete(id);
      return null;
    }
    const piece = concatBytes(...chunks.map(toBytes));
    transfer(piece.buffer);
    return piece;
  }

  drop(id: number): void {
    const reader = this.#begun.get(id);
    this.#begun.delete(id);
    void reader?.cancel().catch(() => undefined);
  }

  /** What is signed is kept as well: nothing leaves of which the journal does not know. */
  async #sign(tag: string, custody: PackedCustody) {
    const { journal } = this.#memory;
    const id = await journal.write(tag, () => custody);
    const kept = journal.entries.get(id ?? '');
    if (!kept) throw new CallError({ code: 'unforeseen' });
    return kept.envelope;
  }
}

/** Whatever is wrong with one file, which one it is. */
async function* namedAtFault(list: EvidenceList, index: number, file: EvidenceFile, places: EvidencePlaces): Pieces {
  let length = 0;
  try {
    for await (const piece of piecesOfFile(list, file, places)) {
      length += piece.length;
      yield piece;
    }
  } catch (error) {
    throw new CallError({ code: failureOf(error).code, detail: String(index + 1) });
  }
  if (length !== file.size) throw new CallError({ code: 'evidence-size', detail: String(index + 1) });
}
