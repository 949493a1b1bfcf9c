import { byId } from './dom.ts';
import type { ToHelper } from './messages.ts';
import { PatientWorker } from './patient-worker.ts';
import type { StartWorker } from './start-worker.ts';
import { clock, number, percent, text, type TextKey } from './texts.ts';
import {
  canRecord,
  DISGUISE_SECONDS_MAX,
  Recorder,
  RECORDING_SECONDS_MAX,
  RecorderError,
  type RecorderProblem,
} from './voice/recorder.ts';
import { samplesOf } from './voice/samples.ts';
import { encodeWav } from './voice/wav.ts';

const FAILURES: Readonly<Record<RecorderProblem, TextKey>> = {
  denied: 'voiceDenied',
  'no-microphone': 'voiceMissing',
  unsupported: 'voiceFailed',
};

/** Speaking in place of writing: record, hear it back, change the voice, add it. Nothing is kept that was not added. */
export class Recording {
  readonly #changer: PatientWorker<ToHelper>;
  readonly #onUse: (name: string, recording: Blob) => void;
  #recorder: Recorder | undefined;
  #seconds = 0;
  #original: Blob | undefined;
  #disguised: Blob | undefined;
  #address: string | undefined;
  #used = 0;

  constructor(startWorker: StartWorker, onUse: (name: string, recording: Blob) => void) {
    this.#onUse = onUse;
    this.#changer = new PatientWorker(
      startWorker,
      (message) => {
        if (message.type === 'disguising') this.#showShare(message.share);
        if (message.type === 'disguised') this.#showDisguised(message.samples);
        if (message.type === 'failed') this.#refuseDisguise();
      },
      () => void this.#choose(),
    );
  }

  /** Binds the controls to the page, and again after its words were exchanged. */
  mount(): void {
    if (!canRecord()) return;
    byId('voice', HTMLElement).hidden = false;
    byId('voice-start', HTMLElement).addEventListener('click', () => void this.#start());
    byId('voice-stop', HTMLElement).addEventListener('click', () => void this.#stop());
    byId('voice-use', HTMLElement).addEventListener('click', () => {
      this.#use();
    });
    this.#disguiseBox().addEventListener('change', () => void this.#choose());
    this.#show();
  }

  #showShare(share: number): void {
    this.#say(text('voiceChanging', { percent: percent(share) }));
  }

  #showDisguised(samples: Float32Array): void {
    if (!this.#original) return; // thrown away meanwhile
    this.#disguised = encodeWav(samples);
    this.#say(text('voiceChanged'));
    this.#show();
  }

  /** Lets go of the microphone and of what was recorded. */
  clear(): void {
    this.#recorder?.cancel();
    this.#recorder = undefined;
    this.#changer.stop();
    this.#original = undefined;
    this.#disguised = undefined;
    this.#play(undefined);
  }

  async #start(): Promise<void> {
    this.clear();
    this.#disguiseBox().checked = false;
    try {
      this.#recorder = await Recorder.start((seconds) => {
        this.#seconds = seconds;
        this.#say(text('voiceRecording', { time: clock(seconds) }));
        if (seconds === RECORDING_SECONDS_MAX) void this.#stop();
      });
    } catch (error) {
      this.#say(text(error instanceof RecorderError ? FAILURES[error.problem] : 'voiceFailed'));
    }
    this.#show();
    if (this.#recorder) byId('voice-stop', HTMLElement).focus();
  }

  async #stop(): Promise<void> {
    const recorder = this.#recorder;
    this.#recorder = undefined;
    this.#original = await recorder?.stop().catch(() => undefined);
    this.#say(this.#original ? text('voiceRecorded', { time: clock(this.#seconds) }) : text('voiceFailed'));
    this.#show();
    byId('voice-start', HTMLElement).focus();
  }

  async #choose(): Promise<void> {
    if (!this.#disguiseBox().checked || !this.#original || this.#disguised) {
      this.#show();
      return;
    }
    this.#showShare(0);
    byId('voice-use', HTMLElement).hidden = true;
    try {
      this.#changer.tell({ type: 'disguise', samples: await samplesOf(this.#original) });
    } catch {
      this.#refuseDisguise();
    }
  }

  #refuseDisguise(): void {
    this.#disguiseBox().checked = false;
    this.#say(text('voiceFailed'));
    this.#show();
  }

  #use(): void {
    const recording = this.#chosen();
    if (!recording) return;
    this.#used += 1;
    this.#onUse(text('voiceName', { number: number(this.#used) }), recording);
    this.clear();
    this.#say(text('voiceAdded'));
    this.#show();
    byId('voice-start', HTMLElement).focus();
  }

  #chosen(): Blob | undefined {
    return this.#disguiseBox().checked ? this.#disguised : this.#original;
  }

  #show(): void {
    const isRecording = this.#recorder !== undefined;
    const recording = this.#chosen();
    byId('voice-start', HTMLElement).hidden = isRecording;
    byId('voice-stop', HTMLElement).hidden = !isRecording;
    byId('voice-use', HTMLElement).hidden = recording === undefined;
    const canDisguise = this.#original !== undefined && this.#seconds <= DISGUISE_SECONDS_MAX;
    for (const id of ['voice-disguise', 'voice-disguise-hint']) byId(id, HTMLElement).hidden = !canDisguise;
    const start = byId('voice-start', HTMLElement);
    start.dataset['first'] ??= start.textContent;
    start.textContent = (this.#original ? start.dataset['again'] : start.dataset['first']) ?? '';
    this.#play(recording);
  }

  #play(recording: Blob | undefined): void {
    const player = byId('voice-player', HTMLAudioElement);
    if (this.#address !== undefined) URL.revokeObjectURL(this.#address);
    this.#address = recording && URL.createObjectURL(recording);
    player.hidden = this.#address === undefined;
    if (this.#address === undefined) player.removeAttribute('src');
    else player.src = this.#address;
  }

  #say(words: string): void {
    byId('voice-status', HTMLElement).textContent = words;
  }

  #disguiseBox(): HTMLInputElement {
    const box = byId('voice-disguise', HTMLElement).querySelector('input');
    if (!box) throw new Error('no box to disguise the voice');
    return box;
  }
}
