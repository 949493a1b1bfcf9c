import { FileStore } from '@tus/file-store';
import { ERRORS, Server, Upload, type KvStore } from '@tus/server';

import {
  dayOf,
  EVIDENCE_BYTES_MAX,
  EVIDENCE_ID_BYTES,
  isoDateOfDay,
  PATHS,
  toHex,
  type RandomBytes,
} from '../../crypto/index.ts';

import type { Clock } from '../clock.ts';
import type { UploadStore } from '../store/store.ts';
import type { DiskBlobs } from './disk.ts';
import { UploadLocks } from './locks.ts';

/** How long a request that is asked to give way may go on. */
const HANDOVER_MS = 1_000;

export interface TusOptions {
  readonly store: UploadStore;
  readonly blobs: DiskBlobs;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

/** The tus protocol over the folder of blobs, in the parts that are named here. The id of an upload is the right to it. */
export function createTus({ store, blobs, clock, random }: TusOptions): Server {
  const datastore = new EvidenceStore(store, blobs, clock);
  datastore.extensions = ['creation', 'creation-defer-length', 'termination'];
  return new Server({
    path: PATHS.evidence,
    datastore,
    locker: new UploadLocks(),
    lockDrainTimeout: HANDOVER_MS,
    maxSize: EVIDENCE_BYTES_MAX,
    namingFunction: () => toHex(random(EVIDENCE_ID_BYTES)),
    relativeLocation: true,
    respectForwardedHeaders: false,
    allowedOrigins: [],
  });
}

class EvidenceStore extends FileStore {
  readonly #store: UploadStore;
  readonly #blobs: DiskBlobs;

  constructor(store: UploadStore, blobs: DiskBlobs, clock: Clock) {
    super({ directory: blobs.folder, configstore: new UploadRecords(store, clock) });
    this.#store = store;
    this.#blobs = blobs;
  }

  /** The record goes first, and only where no letter names it: a letter that comes in meanwhile must not lose its evidence. */
  override async remove(id: string): Promise<void> {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the library's own way to refuse
    if (!(await this.#store.forgetUpload(id))) throw ERRORS.INVALID_TERMINATION;
    await this.#blobs.remove(id);
  }
}

/** What the library remembers of an upload: its size, and the day instead of the moment. */
class UploadRecords implements KvStore {
  readonly #store: UploadStore;
  readonly #clock: Clock;

  constructor(store: UploadStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async get(id: string): Promise<Upload | undefined> {
    const record = await this.#store.upload(id);
    if (record === null) return undefined;
    const size = record.bytes ?? undefined;
    return new Upload({ id, ...(size !== undefined && { size }), offset: 0, creation_date: isoDateOfDay(record.day) });
  }

  async set(id: string, upload: Upload): Promise<void> {
    const bytes = upload.size ?? null;
    const known = await this.#store.upload(id);
    if (known === null) await this.#store.addUpload({ id, bytes, day: dayOf(this.#clock()) });
    else if (bytes !== null) await this.#store.declareUpload(id, bytes);
  }

  /** Uploads are forgotten by {@link EvidenceStore} and by the sweep. */
  delete(): Promise<void> {
    return Promise.resolve();
  }
}
