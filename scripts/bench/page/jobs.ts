import type { Bytes } from '../../../crypto/index.ts';
import { LETTERS_PATH, type Job, type Outcome, type ReaderKeys, type Sealer, type SealerName } from './protocol.ts';

const WARM_UP_BYTES = 64 * 1024;

/** Does a job on the thread that calls it. Each contender is a file of its own, loaded when it is asked for. */
export async function doJob(job: Job, file: Blob | null): Promise<Outcome> {
  if (job.kind === 'open') return open(job);
  const sealer = await sealerFor(job.sealer, job.keys);
  if (job.kind === 'file') await sealer.sealFile(new Blob([new Uint8Array(WARM_UP_BYTES)])); // libraries load while a person writes
  const times = job.kind === 'text' ? job.times : 1;
  const milliseconds: number[] = [];
  let firstEndedAt = 0;
  let done = 0;
  for (let i = 0; i < times; i += 1) {
    const started = performance.now();
    done = await sealOnce(job, sealer, file);
    milliseconds.push(performance.now() - started);
    if (i === 0) firstEndedAt = Date.now();
  }
  return { milliseconds, done, firstEndedAt };
}

function sealOnce(job: Exclude<Job, { kind: 'open' }>, sealer: Sealer, file: Blob | null): Promise<number> {
  if (job.kind === 'text') return sealer.sealText(job.text);
  if (file === null) throw new Error('the page was given no file');
  return sealer.sealFile(file);
}

async function sealerFor(name: SealerName, keys: ReaderKeys): Promise<Sealer> {
  switch (name) {
    case 'amparo':
      return (await import('./amparo.ts')).amparo(keys);
    case 'openpgp':
      return (await import('./openpgp.ts')).openpgp(keys.openpgp);
    case 'openpgp-gcm':
      return (await import('./openpgp.ts')).openpgp(keys.openpgpGcm);
    case 'age':
      return (await import('./age.ts')).age(keys.age);
    case 'age-hybrid':
      return (await import('./age.ts')).age(keys.ageHybrid);
    case 'webcrypto':
      return (await import('./webcrypto.ts')).webcrypto();
  }
}

async function open(job: Extract<Job, { kind: 'open' }>): Promise<Outcome> {
  const { openLetters } = await import('./open-letters.ts');
  const letters: Bytes = new Uint8Array(await (await fetch(LETTERS_PATH)).arrayBuffer());
  const { opened, milliseconds } = await openLetters(letters, job.key, job.slotIsKnown, job.milliseconds);
  return { milliseconds: [milliseconds], done: opened, firstEndedAt: Date.now() };
}
