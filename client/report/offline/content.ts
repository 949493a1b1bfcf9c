import { EVIDENCE_READ_BYTES } from '../../../crypto/index.ts';

/** The bytes of all files, one after another, in pieces that end where cells end. */
export async function* contentOf(files: readonly Blob[]): AsyncGenerator<Uint8Array> {
  const whole = new Blob([...files]);
  for (let at = 0; at < whole.size; at += EVIDENCE_READ_BYTES) {
    yield new Uint8Array(await whole.slice(at, at + EVIDENCE_READ_BYTES).arrayBuffer());
  }
}
