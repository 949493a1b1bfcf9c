import { toBase64, toHex, type Bytes } from '../../crypto/bytes.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { coverEntry } from '../../crypto/log-entry.ts';
import { checkpointText, signCheckpoint } from '../../crypto/log/checkpoint.ts';
import { formatNote, signNote } from '../../crypto/log/note.ts';
import { makeInclusionProof, rootOfRange, type ReadSubtree } from '../../crypto/log/proofs.ts';
import { rootOfRow } from '../../crypto/log/tiles.ts';
import { formatTlogProof } from '../../crypto/log/tlog-proof.ts';
import { leafHash, treeHash } from '../../crypto/log/tree-hash.ts';
import { namedRandom } from './forge.ts';
import { newSigner } from './statements.ts';
import type { Vectors } from './vector.ts';

const ORIGIN = 'log.example/vectors';
const DAY = 20_781;
const LEAVES = 11;
const PLACE = 4;

/** All vectors of kinds `checkpoint` and `log-proof`. */
export async function logVectors(): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const random = await namedRandom('log');
  const [log, stranger] = [await newSigner(random), await newSigner(random)];
  const publicKey = toHex(log.publicKey);
  const entries: Bytes[] = [];
  for (let i = 0; i < LEAVES; i += 1) entries.push(await coverEntry(random, DAY));
  const leaves = await Promise.all(entries.map((entry) => leafHash(entry)));
  const read: ReadSubtree = ({ height, index }) =>
    rootOfRow(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height));
  const root = await rootOfRange({ begin: 0, end: LEAVES }, read);
  const tree = { origin: ORIGIN, size: LEAVES, root };
  const good = await signCheckpoint(tree, log.seed);

  const checkpoint = (name: string, about: string, text: string, error?: ErrorCode) => {
    vectors.set(`checkpoint-${name}`, {
      kind: 'checkpoint',
      about,
      expect: error ? { error } : 'opens',
      checkpoint: text,
      origin: ORIGIN,
      publicKey,
      ...(error === undefined && { opens: { size: LEAVES, root: toHex(root) } }),
    });
  };
  const signed = async (text: string) => formatNote(await signNote(text, ORIGIN, log.seed));
  const body = checkpointText(tree);
  const other = await signNote(body, 'witness.example', stranger.seed);
  const foreign = formatNote({ text: '', signatures: other.signatures }).slice(1);

  checkpoint('opens', 'eleven leaves', good);
  checkpoint('stranger-beside', 'signed by somebody else too', good + foreign);
  checkpoint('extension', 'a line of its own after the root', await signed(`${body}more\n`));
  checkpoint(
    'signer-stranger',
    'signed by a stranger',
    await signCheckpoint(tree, stranger.seed),
    'log-signature-invalid',
  );
  checkpoint(
    'size-exchanged',
    'another size under the signature',
    good.replace('\n11\n', '\n12\n'),
    'log-signature-invalid',
  );
  checkpoint('unsigned', 'the text alone', body, 'note-malformed');
  checkpoint('carriage-return', 'lines that end in two characters', good.replaceAll('\n', '\r\n'), 'note-malformed');
  checkpoint('cut', 'without the last newline', good.slice(0, -1), 'note-malformed');
  checkpoint('dash', 'a hyphen before the signature', good.replace('\u2014', '-'), 'note-malformed');
  checkpoint(
    'origin-other',
    'signed for another log',
    await signed(body.replace(ORIGIN, 'log.example/other')),
    'log-origin-wrong',
  );
  const malformed = async (name: string, about: string, text: string) => {
    checkpoint(name, about, await signed(text), 'checkpoint-malformed');
  };
  await malformed('size-zero-before', 'a size with a zero before it', body.replace('\n11\n', '\n011\n'));
  await malformed('size-negative', 'a size below nothing', body.replace('\n11\n', '\n-11\n'));
  await malformed('size-large', 'a size of 2^53', body.replace('\n11\n', '\n9007199254740992\n'));
  await malformed('root-short', 'a root of 31 bytes', `${ORIGIN}\n11\n${toBase64(root.subarray(1))}\n`);
  await malformed('root-missing', 'two lines', `${ORIGIN}\n11\n`);
  await malformed('line-empty', 'an empty line within', `${body}\nmore\n`);

  const proof = (name: string, about: string, text: string, error?: ErrorCode, place = PLACE) => {
    vectors.set(`log-proof-${name}`, {
      kind: 'log-proof',
      about,
      expect: error ? { error } : 'opens',
      proof: text,
      entry: toHex(entries[place] ?? new Uint8Array(0)),
      origin: ORIGIN,
      publicKey,
      ...(error === undefined && { opens: { index: place, size: LEAVES } }),
    });
  };
  const nodes = await makeInclusionProof(PLACE, LEAVES, read);
  const text = formatTlogProof({ index: PLACE, nodes, checkpoint: good });
  const last = await makeInclusionProof(LEAVES - 1, LEAVES, read);
  const bent = nodes.map((node, i) =>
    i === 1 ? treeHash(node.map((byte, at) => (at === 0 ? byte ^ 1 : byte))) : node,
  );
  const made = (changed: typeof nodes) => formatTlogProof({ index: PLACE, nodes: changed, checkpoint: good });

  proof('opens', 'the fifth of eleven', text);
  proof(
    'opens-last',
    'the last, whose way is short',
    formatTlogProof({ index: 10, nodes: last, checkpoint: good }),
    undefined,
    10,
  );
  proof('extra', 'something beside it', formatTlogProof({ index: PLACE, nodes, checkpoint: good, extra: random(3) }));
  proof('entry-other', 'of another entry', text, 'log-proof-invalid', PLACE + 1);
  proof('index-other', 'another place', text.replace('index 4', 'index 5'), 'log-proof-invalid');
  proof('index-beyond', 'a place beyond the tree', text.replace('index 4', 'index 11'), 'log-proof-invalid');
  proof('node-altered', 'one bit of a node', made(bent), 'log-proof-invalid');
  proof('node-missing', 'a node too few', made(nodes.slice(0, -1)), 'log-proof-invalid');
  proof('node-more', 'a node too many', made([...nodes, root]), 'log-proof-invalid');
  proof('nodes-many', '64 nodes', made(Array.from({ length: 64 }, () => root)), 'log-proof-malformed');
  proof('version-other', 'another version', text.replace('@v1', '@v2'), 'log-proof-malformed');
  proof(
    'index-zero-before',
    'a place with a zero before it',
    text.replace('index 4', 'index 04'),
    'log-proof-malformed',
  );
  proof('index-missing', 'no place', text.replace('index 4\n', ''), 'log-proof-malformed');
  proof(
    'checkpoint-unsigned',
    'a checkpoint that nobody signed',
    formatTlogProof({ index: PLACE, nodes, checkpoint: body }),
    'note-malformed',
  );
  proof(
    'checkpoint-stranger',
    'a checkpoint that a stranger signed',
    formatTlogProof({ index: PLACE, nodes, checkpoint: await signCheckpoint(tree, stranger.seed) }),
    'log-signature-invalid',
  );
  return vectors;
}
