import type { Sealer } from './protocol.ts';

const READ_BYTES = 4 * 1024 * 1024;
const NONCE_BYTES = 12;

/** The least that sealing a file can be: AES-256-GCM over one large read after the other, with nobody to read it. */
export async function webcrypto(): Promise<Sealer> {
  const { subtle } = globalThis.crypto;
  const key = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  let counter = 0;

  async function seal(bytes: ArrayBuffer): Promise<number> {
    const iv = new Uint8Array(NONCE_BYTES);
    new DataView(iv.buffer).setUint32(0, (counter += 1));
    return (await subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes)).byteLength;
  }

  return {
    sealText: (text) => seal(new TextEncoder().encode(text).buffer),
    async sealFile(file) {
      let sealedBytes = 0;
      for (let offset = 0; offset < file.size; offset += READ_BYTES) {
        sealedBytes += await seal(await file.slice(offset, offset + READ_BYTES).arrayBuffer());
      }
      return sealedBytes;
    },
  };
}
