import { describe, expect, test } from 'vitest';

import {
  coverEntry,
  formatTlogProof,
  leafHash,
  makeInclusionProof,
  nodeHash,
  openTlogProof,
  parseTlogProof,
  rootOfRange,
  signCheckpoint,
  signingPublicKey,
  signingSeed,
  systemRandom,
  toBase64,
  toBytes,
  treeHash,
  type NoteKey,
  type SigningSeed,
  type TreeHash,
} from '../../crypto/index.ts';

async function newKey(name: string): Promise<{ seed: SigningSeed; key: NoteKey }> {
  const seed = signingSeed(systemRandom(32));
  return { seed, key: { name, publicKey: await signingPublicKey(seed) } };
}

describe('proofs as texts', () => {
  async function someProof() {
    const { seed, key } = await newKey('log.example/a');
    const entries = await Promise.all(Array.from({ length: 11 }, () => coverEntry(systemRandom, 20_000)));
    const leaves = await Promise.all(entries.map((entry) => leafHash(entry)));
    const read: Parameters<typeof rootOfRange>[1] = ({ height, index }) =>
      height === 0
        ? Promise.resolve(leaves[index] ?? treeHash(new Uint8Array(32)))
        : rootOf(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height));
    const root = await rootOfRange({ begin: 0, end: 11 }, read);
    const checkpoint = await signCheckpoint({ origin: key.name, size: 11, root }, seed);
    const nodes = await makeInclusionProof(4, 11, read);
    return { key, entries, proof: { index: 4, nodes, checkpoint } };
  }

  async function rootOf(leaves: TreeHash[]) {
    let row = leaves;
    while (row.length > 1) {
      const pairs = Array.from({ length: row.length / 2 }, (_, i) => [row[2 * i], row[2 * i + 1]] as const);
      row = await Promise.all(pairs.map(async ([a, b]) => (a && b ? nodeHash(a, b) : treeHash(new Uint8Array(32)))));
    }
    return row[0] ?? treeHash(new Uint8Array(32));
  }

  test('show an entry, and no other', async () => {
    const { key, entries, proof } = await someProof();
    const text = formatTlogProof(proof);
    expect(text).toMatch(/^c2sp\.org\/tlog-proof@v1\nindex 4\n(?:\S{44}\n){4}\nlog\.example\/a\n11\n/);
    expect(parseTlogProof(text)).toEqual(proof);
    const [, , , , fourth = entries[0], fifth = entries[0]] = entries;
    expect((await openTlogProof(text, toBytes(fourth ?? new Uint8Array()), key)).size).toBe(11);
    await expect(openTlogProof(text, toBytes(fifth ?? new Uint8Array()), key)).rejects.toMatchObject({
      code: 'log-proof-invalid',
    });
    const extra = systemRandom(5);
    expect(parseTlogProof(formatTlogProof({ ...proof, extra }))).toEqual({ ...proof, extra });
  });

  test.each([
    ['another version', (text: string) => text.replace('@v1', '@v2')],
    ['no index', (text: string) => text.replace('index 4\n', '')],
    ['an index with a zero before it', (text: string) => text.replace('index 4', 'index 04')],
    ['an index that no number holds', (text: string) => text.replace('index 4', 'index 9007199254740992')],
    ['a node that is cut', (text: string) => text.replace(/\n\S(\S{43})\n\n/, '\n$1\n\n')],
    ['no checkpoint', (text: string) => text.slice(0, text.indexOf('\n\n'))],
    [
      '64 nodes',
      (text: string) => text.replace('index 4\n', `index 4\n${`${toBase64(new Uint8Array(32))}\n`.repeat(60)}`),
    ],
    ['extra after the index', (text: string) => text.replace('index 4\n', 'index 4\nextra AAAA\n')],
  ])('with %s are refused', async (_about, edit) => {
    const { proof } = await someProof();
    expect(() => parseTlogProof(edit(formatTlogProof(proof)))).toThrow(
      expect.objectContaining({ code: 'log-proof-malformed' }),
    );
  });
});
