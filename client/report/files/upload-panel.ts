import { byId } from '../dom.ts';
import type { EvidenceProgress } from '../evidence/evidence-upload.ts';
import type { ToEvidence } from '../messages.ts';
import { duration, percent, text } from '../texts.ts';

/** How far the files are, on every screen while there are any. */
export class UploadPanel {
  readonly #tell: (message: ToEvidence) => void;
  #progress: EvidenceProgress | undefined;

  constructor(tell: (message: ToEvidence) => void) {
    this.#tell = tell;
  }

  mount(): void {
    const pause = byId('upload-pause', HTMLButtonElement);
    pause.addEventListener('click', () => {
      this.#tell({ type: this.#progress?.state === 'paused' ? 'resume' : 'pause' });
    });
    if (this.#progress) this.show(this.#progress);
  }

  show(progress: EvidenceProgress): void {
    this.#progress = progress;
    const { state, sentBytes, totalBytes } = progress;
    const isPaused = state === 'paused';
    byId('upload', HTMLElement).hidden = totalBytes === 0;
    if (totalBytes === 0) return;
    const share = Math.min(1, sentBytes / totalBytes);
    byId('upload-bar', HTMLProgressElement).value = share;
    byId('upload-text', HTMLElement).textContent = wordsFor(progress, share);
    const pause = byId('upload-pause', HTMLButtonElement);
    pause.hidden = state === 'done' || state === 'idle';
    pause.textContent = pause.dataset[isPaused ? 'resume' : 'pause'] ?? '';
  }
}

function wordsFor({ state, secondsLeft }: EvidenceProgress, share: number): string {
  const sent = { percent: percent(share) };
  switch (state) {
    case 'uploading':
      return secondsLeft === undefined
        ? text('uploading', sent)
        : text('uploadLeft', { ...sent, time: duration(secondsLeft) });
    case 'paused':
      return text('uploadPaused', sent);
    case 'waiting':
      return text('uploadWaiting', sent);
    case 'full':
      return text('uploadFull');
    case 'idle': // the last piece waits for what may still be added
      return text('uploadIdle');
    case 'done':
      return text('uploadDone');
  }
}
