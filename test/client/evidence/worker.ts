import type { EvidenceUpload } from '../../../client/report/evidence/evidence-upload.ts';
import { doWork, EvidenceLost, postLetter } from '../../../client/report/send.ts';
import { AmparoError, asLetter, emptyNote, fromBase64, systemRandom } from '../../../crypto/index.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** A worker as the form's, with nothing in it but the upload of evidence, loaded when it is first needed. */
interface Scope {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
}
const scope = globalThis as unknown as Scope;

let loading: Promise<EvidenceUpload> | undefined;

async function load(): Promise<EvidenceUpload> {
  const evidence = await import('../../../client/report/evidence/evidence-upload.ts');
  return new evidence.EvidenceUpload({
    random: systemRandom,
    doWork,
    onProgress: (progress) => {
      scope.postMessage({ said: 'progress', progress });
    },
    onItemFailed: (id, why) => {
      scope.postMessage({ said: 'failed', id, why });
    },
  });
}

scope.onmessage = ({ data }) => {
  loading ??= load();
  void loading
    .then((upload) => act(upload, data))
    .catch((error: unknown) => {
      scope.postMessage({ said: 'refused', what: nameOf(error) });
    });
};

async function act(upload: EvidenceUpload, asked: ToWorker): Promise<void> {
  switch (asked.do) {
    case 'add':
      upload.add({ id: asked.id, name: asked.name, type: 'image/jpeg', content: asked.content });
      break;
    case 'remove':
      upload.remove(asked.id);
      break;
    case 'finish':
      scope.postMessage({ said: 'finished', finished: await upload.finish() });
      break;
    case 'recover':
      upload.recover(asked.remedy);
      break;
    case 'post': {
      const work = await doWork(() => undefined);
      const letter = asLetter(fromBase64(asked.letter));
      const post = { letter, note: emptyNote(systemRandom), uploadId: asked.uploadId };
      scope.postMessage({ said: 'posted', id: (await postLetter(post, work, () => undefined)).id });
      break;
    }
    case 'pause':
    case 'resume':
    case 'discard':
      upload[asked.do]();
  }
}

function nameOf(error: unknown): string {
  if (error instanceof EvidenceLost) return `EvidenceLost ${error.remedy}`;
  if (error instanceof AmparoError) return error.code;
  return String(error);
}
