import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import {
  AmparoError,
  concatBytes,
  cosignedMessage,
  formatSignature,
  fromBase64,
  NOTE_COSIGNATURE,
  noteKeyId,
  openCheckpoint,
  signingPublicKey,
  signingSeed,
  sodium,
  systemRandom,
  treeHash,
  verifyConsistency,
  type NoteKey,
  type TreeHash,
} from '../../crypto/index.ts';
import type { Witness } from '../../server/log/witnesses.ts';
import { afterTest } from './helpers.ts';

export interface TestWitness extends Witness {
  /** The answers that it gave. */
  readonly statuses: number[];
  /** What it knows of the log. */
  known: { size: number; root: TreeHash };
  /** In place of what the specification says. */
  answer?: (request: IncomingMessage, response: ServerResponse) => void;
}

/** A witness as C2SP tlog-witness describes it, on loopback. */
export async function startWitness(log: NoteKey, name = 'witness.example/w1'): Promise<TestWitness> {
  const seed = signingSeed(systemRandom(32));
  const publicKey = await signingPublicKey(seed);
  const { crypto_sign_seed_keypair, crypto_sign_detached } = await sodium();
  const { privateKey } = crypto_sign_seed_keypair(seed);

  const cosign = async (body: string): Promise<{ status: number; type?: string; text: string }> => {
    const [, oldSize = '', proof = '', note = ''] = /^old (\d+)\n((?:\S+\n)*)\n([^]*)$/.exec(body) ?? [];
    const checkpoint = await openCheckpoint(note, log);
    if (Number(oldSize) > checkpoint.size) return { status: 400, text: '' };
    if (Number(oldSize) !== witness.known.size) {
      return { status: 409, type: 'text/x.tlog.size', text: `${String(witness.known.size)}\n` };
    }
    const nodes = proof
      .split('\n')
      .filter(Boolean)
      .map((line) => treeHash(fromBase64(line)));
    await verifyConsistency(witness.known, checkpoint, nodes);
    witness.known = { size: checkpoint.size, root: checkpoint.root };
    const time = 1_790_000_000;
    const stamp = new Uint8Array(8);
    new DataView(stamp.buffer).setBigUint64(0, BigInt(time));
    const signature = concatBytes(stamp, crypto_sign_detached(cosignedMessage(checkpoint.note.text, time), privateKey));
    const line = formatSignature({ name, keyId: await noteKeyId({ name, publicKey }, NOTE_COSIGNATURE), signature });
    return { status: 200, text: `${line}\n` };
  };

  const server = createServer((request, response) => {
    if (witness.answer) {
      witness.answer(request, response);
      return;
    }
    void bodyOf(request)
      .then(cosign)
      .catch((error: unknown) => ({ status: error instanceof AmparoError ? 422 : 500, text: '', type: undefined }))
      .then(({ status, text, type = 'text/plain' }) => {
        witness.statuses.push(status);
        response.writeHead(status, { 'Content-Type': type }).end(text);
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterTest(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const witness: TestWitness = {
    url,
    name,
    publicKey,
    statuses: [],
    known: { size: 0, root: treeHash(new Uint8Array(32)) },
  };
  return witness;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) body += String(piece);
  return body;
}
