import { toBase64 } from '../bytes.ts';
import type { TreeHash } from './tree-hash.ts';

/** SPEC.md, Log: what a log asks of a witness, by C2SP tlog-witness: to cosign a checkpoint that follows the one it knows. */
export const WITNESS_PATH = 'add-checkpoint';
/** The type of the answer 409, which tells the size that the witness knows. */
export const WITNESS_SIZE_TYPE = 'text/x.tlog.size';

export function witnessRequest(old: number, consistency: readonly TreeHash[], checkpoint: string): string {
  return `old ${String(old)}\n${consistency.map((node) => `${toBase64(node)}\n`).join('')}\n${checkpoint}`;
}
