import type { Bytes } from '../../crypto/index.ts';

/** What the server keeps. Every promise that resolves says that what it wrote is on disk. */
export interface Store extends LetterStore, UploadStore, AccountStore, SessionStore, LogStore {
  readonly mailboxes: MailboxStore;
  close(): Promise<void>;
}

/** The store cannot write or read just now: disk full, database locked or damaged. Nothing was kept. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
  /** What the storage calls it, for the operator. */
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

export interface NewLetter {
  /** SHA-256 of the body: the same letter twice is one letter. */
  readonly id: Bytes;
  /** Days since 1970-01-01: no finer time is kept. */
  readonly day: number;
  /** The upload that belongs to it. */
  readonly evidence: string | null;
  readonly cells: number;
  readonly body: Bytes;
  /** What the public log will show of it: committed with the letter, or neither is. */
  readonly entry: Bytes;
}

export interface StoredLetter extends Omit<NewLetter, 'entry'> {
  /** Its place in the order of arrival, which is the cursor of a bundle. */
  readonly seq: number;
}

export type AddOutcome = 'added' | 'known' | 'evidence-not-found' | 'evidence-taken';

/** How far a bundle will go that starts after a cursor. */
export interface Outlook {
  readonly letters: number;
  /** The last letter's place, or the cursor itself where there is none. */
  readonly until: number;
}

export interface LetterStore {
  addLetter(letter: NewLetter): Promise<AddOutcome>;
  /** What the log shows of the letter with this SHA-256; `null` where there is none, or it is older than the log. */
  entryOf(id: Bytes): Promise<Bytes | null>;
  /** Whether the letter with this SHA-256 is there. */
  hasLetter(id: Bytes): Promise<boolean>;
  /** `null` for a cursor beyond every letter that ever was. */
  outlookAfter(cursor: number): Promise<Outlook | null>;
  /** The next few letters, in order, up to and including `until`. */
  lettersAfter(cursor: number, until: number): Promise<readonly StoredLetter[]>;
}

export interface Upload {
  readonly id: string;
  /** Its whole length; `null` until that is told. */
  readonly bytes: number | null;
  /** The proofs of work that were done for it. */
  readonly works: number;
  /** The day on which it was begun or last went on. */
  readonly day: number;
}

export interface UploadStore {
  /** One work was done for it. */
  addUpload(upload: Omit<Upload, 'works'>): Promise<void>;
  upload(id: string): Promise<Upload | null>;
  /** Tells the length of an upload that had none. */
  declareUpload(id: string, bytes: number): Promise<void>;
  payForUpload(id: string): Promise<void>;
  unnamedUploads(): Promise<readonly string[]>;
  /** False where a letter names it, or there is none. */
  forgetUpload(id: string): Promise<boolean>;
  /** Whether a letter names it. */
  isUploadNamed(id: string): Promise<boolean>;
  touchUpload(id: string, day: number): Promise<void>;
  /** Forgets the uploads that no letter names and that nobody touched since before `day`; gives their ids. */
  forgetOrphans(day: number): Promise<readonly string[]>;
}

export interface AccountStore {
  /** False where the name is taken. */
  addAccount(name: string, digest: string): Promise<boolean>;
  /** Ends its sessions as well. False where there is none. */
  removeAccount(name: string): Promise<boolean>;
  accountNames(): Promise<readonly string[]>;
  /** The hash of its pass phrase. */
  accountDigest(name: string): Promise<string | null>;
}

export interface SessionStore {
  /** `token` is the SHA-256 of what the browser holds; `expiresHour` counts hours since 1970. */
  addSession(token: Bytes, account: string, expiresHour: number): Promise<void>;
  sessionAccount(token: Bytes, nowHour: number): Promise<string | null>;
  removeSession(token: Bytes): Promise<void>;
  removeExpiredSessions(nowHour: number): Promise<void>;
}

export interface NewReply {
  /** SHA-256 of mailbox and body: the same reply twice is one reply. */
  readonly id: Bytes;
  readonly mailbox: Bytes;
  readonly body: Bytes;
}

/** What one outbound bundle brings. */
export interface Delivery {
  readonly replies: readonly NewReply[];
  /** Entries of the log that reviewers made. */
  readonly marks: readonly Bytes[];
  readonly letters: readonly NewLetter[];
}

export interface TakenDelivery {
  /** Replies. */
  readonly added: number;
  readonly known: number;
  /** For mailboxes that their reporters have closed. */
  readonly closed: number;
  /** Letters that were not there before. */
  readonly letters: number;
}

export interface MailboxStore {
  /** All of it or nothing; what is there already is not taken again. */
  takeDelivery(delivery: Delivery, day: number): Promise<TakenDelivery>;
  /** Newest first. Page 0 has the newest; no mailbox, an empty one and a closed one have none. */
  repliesIn(mailbox: Bytes, page: number): Promise<readonly Bytes[]>;
  /** Deletes what is in it; it takes nothing more. */
  closeMailbox(mailbox: Bytes, day: number): Promise<void>;
  /** Forgets replies, and that mailboxes are closed, from before `day`. */
  expireMailboxes(day: number): Promise<void>;
}

/** The entries of the public log. Those that wait for the next batch are kept without any order, so that none tells when it came. */
export interface LogStore {
  /** Has an entry wait for the next batch. The same entry twice is one. */
  addPending(entry: Bytes): Promise<void>;
  /** The days that received entries which wait are of. */
  pendingLogDays(): Promise<readonly number[]>;
  /**
   * Makes what waits, and what `choose` adds, the next leaves, in the order of their bytes, and empties the place where they waited: all
   * in one transaction. `choose` is told how many received entries wait of each day. `minute` says which batch it is, in minutes since 1970.
   */
  sequenceLog(minute: number, choose: (received: ReadonlyMap<number, number>) => readonly Bytes[]): Promise<void>;
  /** The `minute` of the last batch. */
  lastLogBatch(): Promise<number | null>;
  /** How many leaves there are. */
  logSize(): Promise<number>;
  /** `count` leaves from leaf `from` on, or as many as there are. */
  logLeaves(from: number, count: number): Promise<readonly Bytes[]>;
}
