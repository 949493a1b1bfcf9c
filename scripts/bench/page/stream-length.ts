/// <reference lib="dom" />

/** Reads a stream to its end and keeps nothing of it. */
export async function streamLength(stream: ReadableStream<Uint8Array>): Promise<number> {
  const reader = stream.getReader();
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return length;
    length += value.length;
  }
}
