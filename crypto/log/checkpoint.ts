import { fromBase64, toBase64 } from '../bytes.ts';
import { AmparoError } from '../errors.ts';
import type { SigningSeed } from '../keys.ts';
import { formatNote, parseNote, signNote, verifyNote, type SignedNote, type NoteKey } from './note.ts';
import { TREE_HASH_BYTES, treeHash, type TreeHash } from './tree-hash.ts';

/** SPEC.md, Log: how large a log is and what its root is, by C2SP tlog-checkpoint. */
export interface Checkpoint {
  /** Which log. */
  readonly origin: string;
  /** Leaves in the tree. */
  readonly size: number;
  readonly root: TreeHash;
}

/** A checkpoint whose signature holds, with the note that it came in. */
export interface SignedCheckpoint extends Checkpoint {
  readonly note: SignedNote;
}

const SIZE = /^(?:0|[1-9]\d{0,15})$/;

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${String(size)}\n${toBase64(root)}\n`;
}

/** The signed note as it is published. */
export async function signCheckpoint(checkpoint: Checkpoint, seed: SigningSeed): Promise<string> {
  return formatNote(await signNote(checkpointText(checkpoint), checkpoint.origin, seed));
}

/**
 * Opens a checkpoint of the log that `log` names. Throws, in this order: `note-malformed`, `log-signature-invalid`,
 * `checkpoint-malformed`, `log-origin-wrong`.
 */
export async function openCheckpoint(text: string, log: NoteKey): Promise<SignedCheckpoint> {
  const note = parseNote(text);
  await verifyNote(note, log);
  const checkpoint = parseCheckpoint(note.text);
  if (checkpoint.origin !== log.name) throw new AmparoError('log-origin-wrong');
  return { ...checkpoint, note };
}

/** Throws `checkpoint-malformed`. Lines after the third are a log's own and passed over. */
function parseCheckpoint(text: string): Checkpoint {
  const lines = text.slice(0, -1).split('\n');
  const [origin = '', size = '', root = ''] = lines;
  const isFormed = lines.every((line) => line !== '') && SIZE.test(size) && Number.isSafeInteger(Number(size));
  if (!isFormed) throw new AmparoError('checkpoint-malformed');
  const bytes = fromBase64(root, 'checkpoint-malformed');
  if (bytes.length !== TREE_HASH_BYTES) throw new AmparoError('checkpoint-malformed');
  return { origin, size: Number(size), root: treeHash(bytes) };
}
