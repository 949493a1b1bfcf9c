import type { Bytes } from '../../crypto/index.ts';

/** What the server keeps. Every promise that resolves says that what it wrote is on disk. */
export interface Store extends LetterStore, UploadStore, LogStore {
  readonly mailboxes: MailboxStore;
  readonly accounts: AccountStore;
  readonly audit: AuditStore;
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

/** What lies on the server beyond a cursor. */
export interface Waiting {
  /** How many letters there are altogether. */
  readonly letters: number;
  readonly waiting: number;
  /** The size of the bundle that would bring them. */
  readonly bytes: number;
  /** The day on which the first of them came. */
  readonly oldestDay: number | null;
}

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
  waitingAfter(cursor: number): Promise<Waiting>;
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

export interface Account {
  readonly name: string;
  /** The hash of its pass phrase. */
  readonly digest: string;
  /** Up to which letter it has fetched. */
  readonly fetched: number;
  /** `null` where the pass phrase alone signs in. */
  readonly factor: StoredFactor | null;
}

export interface StoredFactor {
  readonly sealed: Bytes;
  /** The time step of the last code that was taken, or the counter of the passkey. */
  readonly used: number;
}

export interface AccountEntry {
  readonly name: string;
  readonly hasSecondFactor: boolean;
}

export interface Invitation {
  /** SHA-256 of the code. */
  readonly code: Bytes;
  readonly name: string;
  /** Hours since 1970. */
  readonly expiresHour: number;
}

export interface Enrolment {
  readonly digest: string;
  readonly factor: Bytes;
  readonly used: number;
}

export interface AccountStore extends SessionStore {
  /** Without a second factor. False where the name is taken. */
  add(name: string, digest: string): Promise<boolean>;
  /** Ends its sessions and takes back its invitation as well. False where there is neither. */
  remove(name: string): Promise<boolean>;
  list(): Promise<readonly AccountEntry[]>;
  find(name: string): Promise<Account | null>;
  /** Moves on what the second factor has used up. False where that is not beyond what was used before. */
  useFactor(name: string, used: number): Promise<boolean>;
  /** Remembers up to which letter an account has saved what it fetched; never goes back. */
  fetched(name: string, cursor: number): Promise<void>;
  /** In place of an earlier invitation of the same name. */
  invite(invitation: Invitation): Promise<void>;
  /** Whom the code invites. */
  invitation(code: Bytes, nowHour: number): Promise<string | null>;
  invitations(nowHour: number): Promise<readonly Omit<Invitation, 'code'>[]>;
  /** Uses up the code, makes the account or gives it a new pass phrase and second factor, and ends its sessions. `null` without such a code. */
  enrol(code: Bytes, nowHour: number, enrolment: Enrolment): Promise<string | null>;
}

export interface SessionStore {
  /** `token` is the SHA-256 of what the browser holds; `expiresHour` counts hours since 1970. */
  addSession(token: Bytes, account: string, expiresHour: number): Promise<void>;
  sessionAccount(token: Bytes, nowHour: number): Promise<string | null>;
  removeSession(token: Bytes): Promise<void>;
  /** All of an account; gives how many there were. */
  removeSessions(account: string): Promise<number>;
  /** Of sessions and invitations. */
  removeExpired(nowHour: number): Promise<void>;
}

/** One row of the trail of reviewers' acts. */
export interface AuditRow {
  /** From 1 on, without gaps. */
  readonly number: number;
  /** JSON, kept as the text that is hashed. */
  readonly entry: string;
  readonly hash: Bytes;
}

export interface RefusedSignIns {
  readonly day: number;
  readonly count: number;
}

export interface AuditStore {
  /** Adds the rows that `make` makes of the last one, and of the refusals counted before `today`, which are forgotten: all in one transaction. */
  append(
    today: number,
    make: (last: AuditRow | null, refused: readonly RefusedSignIns[]) => readonly AuditRow[],
  ): Promise<void>;
  /** Counts a refused sign-in. */
  refuse(day: number): Promise<void>;
  /** What is counted and in no row yet. */
  refused(): Promise<readonly RefusedSignIns[]>;
  last(): Promise<AuditRow | null>;
  /** The next few rows, in order. */
  rowsAfter(number: number): Promise<readonly AuditRow[]>;
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
