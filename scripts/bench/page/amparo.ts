import {
  CELL_PLAINTEXT_BYTES,
  epochPublicKey,
  fromBase64,
  newEvidenceKey,
  sealEvidence,
  sealLetter,
  systemRandom,
  utf8,
} from '../../../crypto/index.ts';
import type { ReaderKeys, Sealer } from './protocol.ts';

const SLOTS = 8;
const EPOCH = 82;
const READ_BYTES = 16 * CELL_PLAINTEXT_BYTES; // whole cells, and large: browsers charge for each read

export function amparo(keys: ReaderKeys): Sealer {
  const recipients = new Map(keys.amparo.map((key, slot) => [slot, epochPublicKey(fromBase64(key))]));
  return {
    async sealText(text) {
      const addressing = { epoch: EPOCH, slots: SLOTS, recipients } as const;
      return (await sealLetter(utf8(text), addressing, systemRandom)).length;
    },
    async sealFile(file) {
      let sealedBytes = 0;
      for await (const cell of sealEvidence(newEvidenceKey(systemRandom), file.size, readPieces(file)))
        sealedBytes += cell.length;
      return sealedBytes;
    },
  };
}

async function* readPieces(file: Blob): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < file.size; offset += READ_BYTES) {
    yield new Uint8Array(await file.slice(offset, offset + READ_BYTES).arrayBuffer());
  }
}
