import { Encrypter } from 'age-encryption';

import type { Sealer } from './protocol.ts';
import { streamLength } from './stream-length.ts';

export function age(recipients: readonly string[]): Sealer {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return {
    async sealText(text) {
      return (await encrypter.encrypt(text)).length;
    },
    async sealFile(file) {
      return streamLength(await encrypter.encrypt(file.stream()));
    },
  };
}
