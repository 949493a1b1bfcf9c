import { describe, expect, test } from 'vitest';

import {
  concatBytes,
  cosignedMessage,
  formatNote,
  fromBase64,
  NOTE_COSIGNATURE,
  noteKeyId,
  openCheckpoint,
  openCosignatures,
  parseNote,
  signCheckpoint,
  signingPublicKey,
  signingSeed,
  signNote,
  sodium,
  systemRandom,
  toBase64,
  toHex,
  treeHash,
  verifyNote,
  witnessRequest,
  type NoteKey,
  type SigningSeed,
} from '../../crypto/index.ts';

/** The key and the note in the documentation of Go's `sumdb/note`, where the format comes from. */
const GO = {
  seed: signingSeed(fromBase64('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz').subarray(1)),
  key: {
    name: 'PeterNeumann',
    publicKey: fromBase64('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW').slice(1),
  },
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  line: '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};

/** The example of C2SP tlog-checkpoint with the cosignature of C2SP tlog-cosignature. */
const SOFA = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

async function newKey(name: string): Promise<{ seed: SigningSeed; key: NoteKey }> {
  const seed = signingSeed(systemRandom(32));
  return { seed, key: { name, publicKey: await signingPublicKey(seed) } };
}

describe('signed notes', () => {
  test('are byte for byte those of the implementation that the format comes from', async () => {
    const note = `${GO.text}\n${GO.line}`;
    expect(formatNote(await signNote(GO.text, GO.key.name, GO.seed))).toBe(note);
    await verifyNote(parseNote(note), GO.key);
    expect(toHex(await noteKeyId(GO.key, 1))).toBe('c74f20a3');
  });

  test('are refused with any character changed, and where nobody known has signed', async () => {
    const note = `${GO.text}\n${GO.line}`;
    for (let at = 0; at < note.length; at += 1) {
      const bent = `${note.slice(0, at)}${note[at] === 'X' ? 'Y' : 'X'}${note.slice(at + 1)}`;
      const open = async () => verifyNote(parseNote(bent), GO.key);
      await expect(open(), bent).rejects.toMatchObject({ name: 'AmparoError' });
    }
    const other = await newKey('PeterNeumann');
    await expect(verifyNote(parseNote(note), other.key)).rejects.toMatchObject({ code: 'log-signature-invalid' });
  });

  test('with a stranger beside the signer are good; with a bad signature beside a good one they are not', async () => {
    const stranger = await newKey('someone.example');
    const mine = await signNote(GO.text, GO.key.name, GO.seed);
    const theirs = await signNote(GO.text, stranger.key.name, stranger.seed);
    await verifyNote({ ...mine, signatures: [...theirs.signatures, ...mine.signatures] }, GO.key);
    const bad = mine.signatures.map((signature) => ({ ...signature, signature: systemRandom(64) }));
    const spoilt = { ...mine, signatures: [...mine.signatures, ...bad] };
    await expect(verifyNote(spoilt, GO.key)).rejects.toMatchObject({ code: 'log-signature-invalid' });
  });

  test.each([
    ['no signature', 'text\n'],
    ['no empty line', `text\n${GO.line}`],
    ['no newline at the end', `text\n\n${GO.line.trimEnd()}`],
    ['a carriage return', `text\r\n\n${GO.line}`],
    ['a tab', `te\txt\n\n${GO.line}`],
    ['another dash', `text\n\n${GO.line.replace('—', '-')}`],
    ['two spaces', `text\n\n${GO.line.replace(' Peter', '  Peter')}`],
    ['a name with a plus', `text\n\n${GO.line.replace('PeterN', 'Peter+N')}`],
    ['a name with a wide space', `text\n\n${GO.line.replace('PeterN', 'Peter\u2003N')}`],
    ['base64 that is not canonical', `text\n\n${GO.line.replace('nAM=', 'nAN=')}`],
    ['a key id without a signature', 'text\n\n— name AAAAAA==\n'],
    ['a lone surrogate', `te\ud800xt\n\n${GO.line}`],
    ['more than 64 signatures', `text\n\n${GO.line.repeat(65)}`],
    ['more than 65,536 characters', `${'x'.repeat(65_536)}\n\n${GO.line}`],
  ])('%s: refused', (_about, note) => {
    expect(() => parseNote(note)).toThrow(expect.objectContaining({ code: 'note-malformed' }));
  });
});

describe('checkpoints', () => {
  const root = treeHash(systemRandom(32));

  test('have the form of the specification', async () => {
    const { seed, key } = await newKey('example.com/behind-the-sofa');
    const sofa = parseNote(SOFA);
    expect(sofa.signatures.map(({ name }) => name)).toEqual(['example.com/behind-the-sofa', 'witness.example.com/w1']);
    const text = await signCheckpoint(
      {
        origin: key.name,
        size: 20_852_163,
        root: treeHash(fromBase64('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=')),
      },
      seed,
    );
    expect(parseNote(text).text).toBe(sofa.text);
    const opened = await openCheckpoint(text, key);
    expect(opened).toMatchObject({ origin: key.name, size: 20_852_163 });
    expect(toBase64(opened.root)).toBe('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=');
  });

  test('of another key or another log are refused', async () => {
    const { seed, key } = await newKey('log.example/a');
    const other = await newKey('log.example/a');
    const text = await signCheckpoint({ origin: key.name, size: 1, root }, seed);
    await expect(openCheckpoint(text, other.key)).rejects.toMatchObject({ code: 'log-signature-invalid' });
    await expect(openCheckpoint(text, { ...key, name: 'log.example/b' })).rejects.toMatchObject({
      code: 'log-signature-invalid',
    });
    const foreign = formatNote(await signNote(`log.example/b\n1\n${toBase64(root)}\n`, key.name, seed));
    await expect(openCheckpoint(foreign, key)).rejects.toMatchObject({ code: 'log-origin-wrong' });
  });

  test.each(['-1', '01', '1.5', '1e3', '', ' 1', '9007199254740992', '99999999999999999999', '0x10'])(
    'of size %j are refused',
    async (size) => {
      const { seed, key } = await newKey('log.example/a');
      const text = formatNote(await signNote(`${key.name}\n${size}\n${toBase64(root)}\n`, key.name, seed));
      await expect(openCheckpoint(text, key)).rejects.toMatchObject({ code: 'checkpoint-malformed' });
    },
  );

  test.each(['', 'AAAA', toBase64(new Uint8Array(31)), toBase64(new Uint8Array(33)), '*'.repeat(44)])(
    'of root %j are refused',
    async (encoded) => {
      const { seed, key } = await newKey('log.example/a');
      const text = formatNote(await signNote(`${key.name}\n1\n${encoded}\n`, key.name, seed));
      await expect(openCheckpoint(text, key)).rejects.toMatchObject({ code: 'checkpoint-malformed' });
    },
  );

  test('carry cosignatures of witnesses who are known; a bad one is refused, a stranger passed over', async () => {
    const { seed, key } = await newKey('log.example/a');
    const witness = await newKey('witness.example');
    const note = parseNote(await signCheckpoint({ origin: key.name, size: 1, root }, seed));
    const cosignature = await cosigned(note.text, 1_679_315_147, witness);
    const both = { ...note, signatures: [...note.signatures, cosignature] };
    await openCheckpoint(formatNote(both), key);
    expect(await openCosignatures(both, [witness.key])).toEqual([{ name: 'witness.example', time: 1_679_315_147 }]);
    expect(await openCosignatures(both, [(await newKey('witness.example')).key])).toEqual([]);
    const later = { ...cosignature, signature: concatBytes(new Uint8Array(8), cosignature.signature.subarray(8)) };
    await expect(openCosignatures({ ...note, signatures: [later] }, [witness.key])).rejects.toMatchObject({
      code: 'log-signature-invalid',
    });
  });

  test('go to a witness as its specification shows', () => {
    const nodes = [treeHash(fromBase64('PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw='))];
    expect(witnessRequest(20_852_014, nodes, SOFA)).toBe(
      `old 20852014\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n\n${SOFA}`,
    );
    expect(witnessRequest(0, [], SOFA)).toBe(`old 0\n\n${SOFA}`);
  });
});

async function cosigned(text: string, time: number, { seed, key }: Awaited<ReturnType<typeof newKey>>) {
  const { crypto_sign_seed_keypair, crypto_sign_detached } = await sodium();
  const { privateKey } = crypto_sign_seed_keypair(seed);
  const stamp = new Uint8Array(8);
  new DataView(stamp.buffer).setBigUint64(0, BigInt(time));
  const signature = concatBytes(stamp, crypto_sign_detached(cosignedMessage(text, time), privateKey));
  return { name: key.name, keyId: await noteKeyId(key, NOTE_COSIGNATURE), signature };
}
