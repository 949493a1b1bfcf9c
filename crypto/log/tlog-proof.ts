import { fromBase64, toBase64, type Bytes } from '../bytes.ts';
import { AmparoError } from '../errors.ts';
import { openCheckpoint, type SignedCheckpoint } from './checkpoint.ts';
import type { NoteKey } from './note.ts';
import { PROOF_NODES_MAX, verifyInclusion } from './proofs.ts';
import { leafHash, TREE_HASH_BYTES, treeHash, type TreeHash } from './tree-hash.ts';

/** SPEC.md, Log: a proof that needs no network, by C2SP tlog-proof: checkpoint, place and way up, in one text. */
export interface TlogProof {
  readonly index: number;
  readonly nodes: readonly TreeHash[];
  /** A signed note. */
  readonly checkpoint: string;
  /** Vouched for by nothing. */
  readonly extra?: Bytes | undefined;
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';
const EXTRA_LINE = /^extra (\S+)$/;
const INDEX_LINE = /^index (0|[1-9]\d{0,15})$/;

export function formatTlogProof({ index, nodes, checkpoint, extra }: TlogProof): string {
  const lines = [
    FIRST_LINE,
    ...(extra ? [`extra ${toBase64(extra)}`] : []),
    `index ${String(index)}`,
    ...nodes.map(toBase64),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** Throws `log-proof-malformed`. */
export function parseTlogProof(text: string): TlogProof {
  const end = text.indexOf('\n\n');
  if (end < 0) throw new AmparoError('log-proof-malformed');
  const [first, ...lines] = text.slice(0, end).split('\n');
  const extra = EXTRA_LINE.exec(lines[0] ?? '')?.[1];
  if (extra !== undefined) lines.shift();
  const index = Number(INDEX_LINE.exec(lines.shift() ?? '')?.[1]);
  const isFormed = first === FIRST_LINE && Number.isSafeInteger(index) && lines.length <= PROOF_NODES_MAX;
  if (!isFormed) throw new AmparoError('log-proof-malformed');
  return {
    index,
    nodes: lines.map(parseNode),
    checkpoint: text.slice(end + 2),
    ...(extra !== undefined && { extra: fromBase64(extra, 'log-proof-malformed') }),
  };
}

function parseNode(line: string): TreeHash {
  const bytes = fromBase64(line, 'log-proof-malformed');
  if (bytes.length !== TREE_HASH_BYTES) throw new AmparoError('log-proof-malformed');
  return treeHash(bytes);
}

/** Shows that `entry` is in the log. Throws as {@link parseTlogProof} and `openCheckpoint`, and `log-proof-invalid`. */
export async function openTlogProof(text: string, entry: Bytes, log: NoteKey): Promise<SignedCheckpoint> {
  const { index, nodes, checkpoint } = parseTlogProof(text);
  const opened = await openCheckpoint(checkpoint, log);
  await verifyInclusion(await leafHash(entry), { index, size: opened.size, root: opened.root }, nodes);
  return opened;
}
