/** Speech needs no more; a half or a third of what phones record at. */
export const SAMPLE_RATE_HZ = 16_000;

/** The recording is nothing that this browser can decode. */
export class UnreadableRecording extends Error {
  override readonly name = 'UnreadableRecording';
}

/**
 * The sound of a recording: mono, 16 kHz, from -1 to 1. Throws {@link UnreadableRecording}.
 * Runs on the page, where browsers decode. Takes 64 kB for each second, and while it decodes some 200 kB more:
 * `DISGUISE_SECONDS_MAX` keeps that bearable.
 */
export async function samplesOf(recording: Blob): Promise<Float32Array> {
  // Decoding resamples to the rate of its context; the one frame of length is never rendered.
  const context = new OfflineAudioContext(1, 1, SAMPLE_RATE_HZ);
  const encoded = await recording.arrayBuffer();
  let sound: AudioBuffer;
  try {
    sound = await context.decodeAudioData(encoded);
  } catch {
    throw new UnreadableRecording();
  }
  return mixed(Array.from({ length: sound.numberOfChannels }, (_, channel) => sound.getChannelData(channel)));
}

/** Decoded data belongs to the page already: one channel is handed on as it is. */
function mixed(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(0), ...others] = channels;
  for (const other of others) {
    for (let i = 0; i < first.length; i += 1) first[i] = (first[i] ?? 0) + (other[i] ?? 0);
  }
  if (others.length > 0) {
    for (let i = 0; i < first.length; i += 1) first[i] = (first[i] ?? 0) / channels.length;
  }
  return first;
}
