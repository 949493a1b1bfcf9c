import { FileStore } from '@tus/file-store';
import { Server, Upload, type KvStore } from '@tus/server';

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

/** The tus protocol over the folder of blobs: creation and resumption, nothing else. The id of an upload is the right to it. */
export function createTus({ store, blobs, clock, random }: TusOptions): Server {
  const datastore = new FileStore({ directory: blobs.folder, configstore: new UploadRecords(store, clock) });
  datastore.extensions = ['creation'];
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
    disableTerminationForFinishedUploads: true,
  });
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
    return new Upload({ id, size: record.bytes, offset: 0, creation_date: isoDateOfDay(record.day) });
  }

  async set(id: string, upload: Upload): Promise<void> {
    if (upload.size === undefined) throw new TypeError('upload: size expected');
    await this.#store.addUpload({ id, bytes: upload.size, day: dayOf(this.#clock()) });
  }

  /** Only the sweep forgets uploads. */
  delete(): Promise<void> {
    return Promise.resolve();
  }
}
