import { SAMPLE_RATE_HZ } from './samples.ts';

const HEADER_BYTES = 44;
const SAMPLE_BYTES = 2;
const FULL_SCALE = 32_767;

/** WAV (RIFF, PCM): mono, 16 bit, 16 kHz, with nothing in it but the sound. Samples beyond -1 and 1 are clipped. */
export function encodeWav(samples: Float32Array): Blob {
  const dataBytes = samples.length * SAMPLE_BYTES;
  const view = new DataView(new ArrayBuffer(HEADER_BYTES + dataBytes));
  tag(view, 0, 'RIFF');
  view.setUint32(4, HEADER_BYTES - 8 + dataBytes, true);
  tag(view, 8, 'WAVE');
  tag(view, 12, 'fmt ');
  view.setUint32(16, 16, true); // length of what follows up to the data
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // mono
  view.setUint32(24, SAMPLE_RATE_HZ, true);
  view.setUint32(28, SAMPLE_RATE_HZ * SAMPLE_BYTES, true);
  view.setUint16(32, SAMPLE_BYTES, true);
  view.setUint16(34, SAMPLE_BYTES * 8, true);
  tag(view, 36, 'data');
  view.setUint32(40, dataBytes, true);
  for (let i = 0; i < samples.length; i += 1) {
    const value = Math.min(Math.max(samples[i] ?? 0, -1), 1);
    view.setInt16(HEADER_BYTES + i * SAMPLE_BYTES, Math.round(value * FULL_SCALE), true);
  }
  return new Blob([view.buffer], { type: 'audio/wav' });
}

function tag(view: DataView, offset: number, text: string): void {
  for (let i = 0; i < text.length; i += 1) view.setUint8(offset + i, text.charCodeAt(i));
}
