/** At 32 kbit/s an hour is 14 MB, kept in memory as compressed pieces until the page closes. */
export const RECORDING_SECONDS_MAX = 60 * 60;
/** Disguising needs the sound uncompressed: 20 minutes are 77 MB before, 77 MB after, and 240 MB more while browsers decode. */
export const DISGUISE_SECONDS_MAX = 20 * 60;

const BITS_PER_SECOND = 32_000; // Opus: speech is transparent well below
const PIECE_MS = 1000; // what is lost at most if the microphone goes away
const TICK_MS = 250;

/** What browsers record to, the ones that others can play first. */
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];

/** Background sounds tell where somebody is: let the browser filter out what it can. */
const MICROPHONE: MediaTrackConstraints = {
  channelCount: 1,
  echoCancellation: false,
  noiseSuppression: true,
  autoGainControl: true,
};

export type RecorderProblem = 'denied' | 'no-microphone' | 'unsupported';

export class RecorderError extends Error {
  override readonly name = 'RecorderError';
  readonly problem: RecorderProblem;

  constructor(problem: RecorderProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** Whether this browser can record at all. Tor Browser cannot: it is built without microphones. Asks for no permission. */
export function canRecord(): boolean {
  // Typed as always there, but missing in insecure contexts and where recording is switched off.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  return (
    globalThis.isSecureContext && typeof devices?.getUserMedia === 'function' && typeof MediaRecorder === 'function'
  );
}

/** One recording from the microphone, which is let go of in every case: nothing lights up any longer than it listens. */
export class Recorder {
  readonly #stream: MediaStream;
  readonly #recorder: MediaRecorder;
  readonly #stopped: Promise<void>;
  #pieces: Blob[] = [];

  private constructor(stream: MediaStream, recorder: MediaRecorder, onElapsed: (seconds: number) => void) {
    this.#stream = stream;
    this.#recorder = recorder;
    recorder.addEventListener('dataavailable', ({ data }) => {
      if (data.size > 0) this.#pieces.push(data);
    });
    const from = performance.now();
    const ticking = setInterval(() => {
      const seconds = Math.min((performance.now() - from) / 1000, RECORDING_SECONDS_MAX);
      if (seconds === RECORDING_SECONDS_MAX) this.#end();
      onElapsed(seconds);
    }, TICK_MS);
    // Fires after the last piece, and by itself where the microphone is unplugged or the browser's own stop is pressed.
    this.#stopped = new Promise((resolve) => {
      recorder.addEventListener(
        'stop',
        () => {
          clearInterval(ticking);
          this.#release();
          resolve();
        },
        { once: true },
      );
    });
  }

  /**
   * Asks for the microphone and records. Throws {@link RecorderError}. `onElapsed` gets the seconds recorded, some four times
   * a second, and last of all RECORDING_SECONDS_MAX where that is reached: recording has ended then, and waits for `stop`.
   */
  static async start(onElapsed: (seconds: number) => void): Promise<Recorder> {
    if (!canRecord()) throw new RecorderError('unsupported');
    const stream = await askForMicrophone();
    try {
      const type = TYPES.find((candidate) => MediaRecorder.isTypeSupported(candidate));
      const recorder = new MediaRecorder(stream, {
        audioBitsPerSecond: BITS_PER_SECOND,
        ...(type === undefined ? {} : { mimeType: type }),
      });
      recorder.start(PIECE_MS);
      return new Recorder(stream, recorder, onElapsed);
    } catch {
      stopTracks(stream);
      throw new RecorderError('unsupported');
    }
  }

  /** Ends the recording and gives it; again the same, however often. Throws `no-microphone` where nothing came from it. */
  async stop(): Promise<Blob> {
    this.#end();
    await this.#stopped;
    if (this.#pieces.length === 0) throw new RecorderError('no-microphone');
    return new Blob(this.#pieces, { type: this.#recorder.mimeType });
  }

  /** Ends the recording and forgets it. */
  cancel(): void {
    this.#end();
    void this.#stopped.then(() => {
      this.#pieces = [];
    });
  }

  #end(): void {
    if (this.#recorder.state !== 'inactive') this.#recorder.stop();
    this.#release();
  }

  #release(): void {
    stopTracks(this.#stream);
  }
}

async function askForMicrophone(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: MICROPHONE });
  } catch (error) {
    throw new RecorderError(problemOf(error));
  }
}

/** By the names that Media Capture and Streams, 10.2, gives. */
function problemOf(error: unknown): RecorderProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (['NotFoundError', 'NotReadableError', 'OverconstrainedError', 'AbortError'].includes(name))
    return 'no-microphone';
  return 'unsupported';
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
