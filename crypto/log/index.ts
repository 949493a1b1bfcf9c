/** SPEC.md, Log. */
export {
  checkpointText,
  openCheckpoint,
  signCheckpoint,
  type Checkpoint,
  type SignedCheckpoint,
} from './checkpoint.ts';
export { cosignedMessage, NOTE_COSIGNATURE, openCosignatures, type Cosignature } from './cosignature.ts';
export { decodeEntries, encodeEntries } from './entry-bundle.ts';
export { checkHistory } from './history.ts';
export {
  formatNote,
  formatSignature,
  isKeyName,
  NOTE_CHARACTERS_MAX,
  NOTE_ED25519,
  noteKeyId,
  parseNote,
  parseSignature,
  signaturesOf,
  signNote,
  verifyNote,
  type SignedNote,
  type NoteKey,
  type NoteSignature,
} from './note.ts';
export {
  makeConsistencyProof,
  makeInclusionProof,
  PROOF_NODES_MAX,
  rootOfRange,
  verifyConsistency,
  verifyInclusion,
  type ReadSubtree,
} from './proofs.ts';
export type { Range, Subtree } from './ranges.ts';
export { TileReader } from './tile-reader.ts';
export {
  decodeTile,
  encodeTile,
  parseTilePath,
  partialTiles,
  TILE_WIDTH,
  tileOf,
  tilePath,
  type Tile,
} from './tiles.ts';
export { formatTlogProof, openTlogProof, parseTlogProof, type TlogProof } from './tlog-proof.ts';
export { TreeEdge, type FilledTile } from './tree-edge.ts';
export { isSameHash, leafHash, nodeHash, treeHash, TREE_HASH_BYTES, type Sha256, type TreeHash } from './tree-hash.ts';
export { WITNESS_PATH, WITNESS_SIZE_TYPE, witnessRequest } from './witness-request.ts';
