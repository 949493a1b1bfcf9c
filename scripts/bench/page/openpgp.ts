/// <reference lib="dom" />
import { createMessage, encrypt, readKey } from 'openpgp';

import type { Sealer } from './protocol.ts';
import { streamLength } from './stream-length.ts';

export async function openpgp(armoredKeys: readonly string[]): Promise<Sealer> {
  const encryptionKeys = await Promise.all(
    armoredKeys.map(async (armoredKey) => (await readKey({ armoredKey })).toPublic()),
  );
  return {
    async sealText(text) {
      const message = await createMessage({ text });
      const sealed: unknown = await encrypt({ message, encryptionKeys, format: 'binary' });
      if (!(sealed instanceof Uint8Array)) throw new Error('bytes expected');
      return sealed.length;
    },
    async sealFile(file) {
      const message = await createMessage({ binary: file.stream() });
      const sealed: unknown = await encrypt({ message, encryptionKeys, format: 'binary' });
      if (!(sealed instanceof ReadableStream)) throw new Error('a stream expected');
      return streamLength(sealed as ReadableStream<Uint8Array>);
    },
  };
}
