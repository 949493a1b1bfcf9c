/** zlib (RFC 1950), as PNG uses it. */

/** Inflated bytes; `null` where they are not deflated, or would be more than `max`. */
export async function inflate(deflated: Uint8Array<ArrayBuffer>, max: number): Promise<Uint8Array<ArrayBuffer> | null> {
  return read(new Blob([deflated]).stream().pipeThrough(new DecompressionStream('deflate')), max);
}

export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function read(stream: ReadableStream<Uint8Array>, max: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = stream.getReader();
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      blocks.push(value.slice());
      length += value.length;
      if (length > max) {
        await reader.cancel();
        return null;
      }
    }
  } catch {
    return null;
  }
  return new Uint8Array(await new Blob(blocks).arrayBuffer());
}
