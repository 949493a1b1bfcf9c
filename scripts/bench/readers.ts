import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { enums, generateKey, type PartialConfig } from 'openpgp';

import { newEpochKeyPair, systemRandom, toBase64 } from '../../crypto/index.ts';
import type { ReaderKeys } from './page/protocol.ts';

const READERS = ['first', 'second', 'third'];

/** New keys of three readers, for every contender. */
export async function newReaders(): Promise<ReaderKeys> {
  return {
    amparo: await forEachReader(async () => toBase64((await newEpochKeyPair(0, systemRandom)).publicKey)),
    openpgp: await forEachReader((name) => openpgpKey(name, {})),
    openpgpGcm: await forEachReader((name) =>
      openpgpKey(name, { aeadProtect: true, preferredAEADAlgorithm: enums.aead.gcm }),
    ),
    age: await forEachReader(async () => identityToRecipient(await generateX25519Identity())),
    ageHybrid: await forEachReader(async () => identityToRecipient(await generateHybridIdentity())),
  };
}

function forEachReader(make: (name: string) => Promise<string>): Promise<string[]> {
  return Promise.all(READERS.map(make));
}

async function openpgpKey(name: string, config: PartialConfig): Promise<string> {
  return (await generateKey({ userIDs: [{ name }], config })).publicKey;
}
