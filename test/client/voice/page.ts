import { disguise } from '../../../client/report/voice/disguise.ts';
import { canRecord, Recorder, RecorderError } from '../../../client/report/voice/recorder.ts';
import { samplesOf, UnreadableRecording } from '../../../client/report/voice/samples.ts';
import { encodeWav } from '../../../client/report/voice/wav.ts';
import { systemRandom } from '../../../crypto/index.ts';

/** What a test of the recorder can do in its page. */
export interface VoicePage {
  canRecord(): boolean;
  start(): Promise<string>;
  stop(): Promise<void>;
  cancel(): Promise<string>;
  elapsed(): readonly number[];
  /** Whether every microphone that was lent was given back. */
  released(): boolean;
  /** Seconds that an <audio> element says it plays, and the loudest sample; of the recording or of its disguise. */
  heard(what: 'recording' | 'disguise'): Promise<{ seconds: number; peak: number; type: string; bytes: number }>;
  readGarbage(): Promise<boolean>;
  /** Seconds of work for each second of sound. */
  workShare(seconds: number): number;
}
declare global {
  var voicePage: VoicePage;
}

let recorder: Recorder | undefined;
let recording = new Blob();
const elapsed: number[] = [];
const lent: MediaStream[] = [];

/** The real microphone of the browser; only watched. */
function watchMicrophone(): void {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return;
  const ask = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    const stream = await ask(constraints);
    lent.push(stream);
    return stream;
  };
}
watchMicrophone();

async function problemOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'none';
  } catch (error) {
    return error instanceof RecorderError ? error.problem : String(error);
  }
}

globalThis.voicePage = {
  canRecord,
  start: () =>
    problemOf(async () => {
      recorder = await Recorder.start((seconds) => elapsed.push(seconds));
    }),
  async stop() {
    if (recorder) recording = await recorder.stop();
  },
  cancel: () =>
    problemOf(async () => {
      recorder?.cancel();
      await recorder?.stop();
    }),
  elapsed: () => elapsed,
  released: () => lent.flatMap((stream) => stream.getTracks()).every((track) => track.readyState === 'ended'),
  async heard(what) {
    const blob = what === 'recording' ? recording : encodeWav(disguise(await samplesOf(recording), systemRandom));
    const samples = await samplesOf(blob);
    const player = new Audio(URL.createObjectURL(blob));
    await new Promise((resolve, reject) => {
      player.addEventListener('canplay', resolve, { once: true });
      player.addEventListener(
        'error',
        () => {
          reject(new Error(player.error?.message ?? 'cannot be played'));
        },
        {
          once: true,
        },
      );
    });
    const peak = samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
    return { seconds: samples.length / 16_000, peak, type: blob.type, bytes: blob.size };
  },
  readGarbage: () =>
    samplesOf(new Blob(['not a recording'])).then(
      () => false,
      (error: unknown) => error instanceof UnreadableRecording,
    ),
  workShare(seconds) {
    const hum = Float32Array.from({ length: 16_000 * seconds }, (_, i) => 0.3 * Math.sin(i / 20) * Math.sin(i / 900));
    const from = performance.now();
    disguise(hum, systemRandom);
    return (performance.now() - from) / 1000 / seconds;
  },
};
