import { concatBytes, fromUtf8, readU32, toBase64, toHex, u32, utf8, type Bytes } from '../../crypto/bytes.ts';
import {
  CASEBOOK_MAGIC,
  newCasebook,
  readCasebook,
  rewrapCasebook,
  sealCasebook,
  unlockCasebook,
} from '../../crypto/casebook.ts';
import type { ErrorCode } from '../../crypto/errors.ts';
import { identityPublicKey } from '../../crypto/keys.ts';
import type { Argon2id } from '../../crypto/passphrase.ts';
import { CHUNK_BYTES } from '../../crypto/stream.ts';
import { namedRandom } from './forge.ts';
import { flipped, type Edit, type Vectors } from './vector.ts';

const PASSPHRASE = 'an example pass phrase';
const COSTS = { memoryKiB: 8192, passes: 1 };
const HEADER_AT = 12;

/** All vectors of kind `casebook`, with the least costs permitted. */
export async function casebookVectors(argon2id: Argon2id): Promise<Vectors> {
  const vectors: Vectors = new Map();
  const random = await namedRandom('casebook');
  const casebook = await newCasebook(PASSPHRASE, identityPublicKey(random(32)), COSTS, argon2id, random);
  const seal = async (lines: readonly string[], generation = 1, by = casebook) =>
    concatBytes(...(await collect(sealCasebook(by, generation, lines, random))));
  const identity = toHex(casebook.identity);

  type Casebook = string | { readonly of: string; readonly edits: readonly Edit[] };
  const opens = async (name: string, about: string, file: Bytes, passphrase = PASSPHRASE) => {
    const unlocked = await unlockCasebook(file, passphrase, argon2id);
    const lines = await collect(readCasebook(unlocked, flow(file)));
    const { generation } = unlocked;
    const found = { identity, generation, lines };
    vectors.set(`casebook-${name}`, {
      ...{ kind: 'casebook', about, expect: 'opens', casebook: toBase64(file), passphrase, opens: found },
    });
  };
  const refuses = (
    name: string,
    about: string,
    error: ErrorCode,
    file: Casebook,
    { passphrase = PASSPHRASE, given = 0 }: { passphrase?: string; given?: number } = {},
  ) => {
    vectors.set(`casebook-${name}`, {
      ...{ kind: 'casebook', about, expect: { error }, casebook: file, passphrase },
      ...(error === 'casebook-damaged' && { given }),
    });
  };
  const report = (i: number) => JSON.stringify({ type: 'report', i, story: 'A clerk asked for money. '.repeat(40) });
  const many = Array.from({ length: 130 }, (_, i) => report(i));
  const good = await seal(many, 3);
  const head = headLength(good);
  await opens('opens', 'three chunks, saved for the third time', good);
  await opens('empty', 'no lines: one empty chunk', await seal([]));
  await opens(
    'long-line',
    'one line over two chunks, with letters of three bytes',
    await seal(['\u20ac'.repeat(30_000)]),
  );
  await opens('generation-last', 'the last generation', await seal(['{}'], 2 ** 32 - 1));
  const other = await rewrapCasebook(casebook, 'another pass phrase', COSTS, argon2id, random);
  await opens('rewrapped', 'under another pass phrase', await seal(['{}'], 4, other), 'another pass phrase');

  const edited = (...edits: Edit[]): Casebook => ({ of: 'casebook-opens', edits });
  const whole = (chunks: number) => wholeLines(many, chunks);
  refuses('passphrase-wrong', 'another pass phrase', 'casebook-locked', edited(), { passphrase: 'an exemple' });
  refuses('passphrase-old', 'the pass phrase of before', 'casebook-locked', toBase64(await seal(['{}'], 4, other)));
  refuses('magic', 'the magic of a bundle', 'casebook-malformed', edited({ at: 6, write: '01' }));
  refuses('version-newer', 'version 2', 'casebook-unsupported', edited({ at: 7, write: '02' }));
  refuses('header-long', 'a header of 4,097 bytes', 'casebook-malformed', edited({ at: 8, write: toHex(u32(4097)) }));
  refuses('empty-file', 'no bytes at all', 'casebook-malformed', edited({ cut: 0 }));
  refuses('cut-in-magic', 'cut within the magic', 'casebook-malformed', edited({ cut: 5 }));
  refuses('cut-in-header', 'cut within the header', 'casebook-malformed', edited({ cut: head - 1 }));
  refuses('cut-after-header', 'cut after the header', 'casebook-damaged', edited({ cut: head }));
  refuses('cut-in-chunk', 'cut within the second chunk', 'casebook-damaged', edited({ cut: head + CHUNK_BYTES + 9 }), {
    given: whole(1),
  });
  refuses('cut-between', 'cut between two chunks', 'casebook-damaged', edited({ cut: head + CHUNK_BYTES }), {
    given: whole(1),
  });
  refuses('chunk-altered', 'a bit of the second chunk', 'casebook-damaged', edited(flipped(good, head + CHUNK_BYTES)), {
    given: whole(1),
  });
  const swap = { swap: [head, head + CHUNK_BYTES], length: CHUNK_BYTES } as const;
  refuses('chunks-swapped', 'two chunks exchanged', 'casebook-damaged', edited(swap));
  refuses('trailing', 'a byte after the end', 'casebook-damaged', edited({ append: '00' }), { given: whole(2) });

  const short = await seal(['{"type":"seen"}'], 3);
  const changed = (change: object) => toBase64(withHeader(short, change));
  refuses('generation-altered', 'another generation', 'casebook-damaged', changed({ generation: 4 }));
  refuses('salt-altered', 'another salt', 'casebook-damaged', changed({ salt: toBase64(new Uint8Array(32)) }));
  refuses('generation-zero', 'generation 0', 'casebook-malformed', changed({ generation: 0 }));
  refuses('generation-huge', 'generation 2^32', 'casebook-malformed', changed({ generation: 2 ** 32 }));
  refuses('member-unknown', 'an unknown member', 'casebook-malformed', changed({ colour: 'blue' }));
  const stated = JSON.parse(fromUtf8(casebook.protected) ?? '') as { kdf: object };
  const protecting = (change: object) =>
    changed({ protected: toBase64(utf8(JSON.stringify({ ...stated, ...change }))) });
  refuses('format-other', 'a newer format', 'casebook-unsupported', protecting({ format: 'amparo-casebook/2' }));
  refuses(
    'memory-huge',
    'more memory than permitted',
    'casebook-unsupported',
    protecting({ kdf: { ...stated.kdf, memoryKiB: 1_048_577 } }),
  );
  refuses(
    'identity-altered',
    'said to be of somebody else',
    'casebook-locked',
    protecting({ identity: toBase64(random(32)) }),
  );
  const spliced = concatBytes(
    short.subarray(0, headLength(short)),
    (await seal(['{}'], 2)).subarray(headLength(short)),
  );
  refuses('spliced', 'the stream of the save before', 'casebook-damaged', toBase64(spliced));
  return vectors;
}

function headLength(file: Bytes): number {
  return HEADER_AT + readU32(file, 8);
}

function withHeader(file: Bytes, change: object): Bytes {
  const stated = JSON.parse(fromUtf8(file.subarray(HEADER_AT, headLength(file))) ?? '') as object;
  const header = utf8(JSON.stringify({ ...stated, ...change }));
  return concatBytes(CASEBOOK_MAGIC, u32(header.length), header, file.subarray(headLength(file)));
}

/** How many end within the first chunks. */
function wholeLines(lines: readonly string[], chunks: number): number {
  let end = 0;
  return lines.filter((line) => (end += utf8(line).length + 1) <= chunks * (CHUNK_BYTES - 16)).length;
}

// eslint-disable-next-line @typescript-eslint/require-await -- a flow of what is already there
async function* flow(file: Bytes): AsyncGenerator<Bytes> {
  yield file;
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
