import { fromBase64, sha256, toHex, type Envelope, type IsoDate } from '../../../crypto/index.ts';
import type { Identity, ReportTag } from '../desk/journal-types.ts';

/** A reply that was sealed here. Its words are kept: nobody but the reporter can open what was sealed. */
export interface WrittenReply {
  /** SHA-256 of the sealed reply, hex. */
  readonly id: ItemId;
  /** The report from which it was written. */
  readonly tag: ReportTag;
  /** Hex, under what the server keeps replies to the case. */
  readonly mailbox: string;
  readonly number: number;
  readonly day: IsoDate;
  readonly language?: string | undefined;
  readonly text: string;
  /** Base64. */
  readonly sealed: string;
}

/** The word to a reporter that their report was opened: one for each report. */
export interface QueuedMark {
  readonly tag: ReportTag;
  /** Days since 1970-01-01, as signed. */
  readonly day: number;
  /** Base64. */
  readonly mark: string;
}

/** A statement that only one colleague may read. */
export interface PrivateStatement {
  readonly to: Identity;
  readonly kind: 'grant' | 'release';
  readonly envelope: Envelope;
}

/** Names what is sent: the id of a reply or entry, the tag of a marked report, or the SHA-256 of a private statement. */
export type ItemId = string;

/** What one bundle held for the same colleagues; for the server alone where there are none. */
export interface Sent {
  /** When the bundle was made, to the millisecond: names it. */
  readonly at: string;
  readonly to: readonly Identity[];
  readonly items: readonly ItemId[];
}

/** What the outbox has to know of the desk that it belongs to. */
export interface OutboxDesk {
  /** There is something new for the casebook. */
  touch(): void;
}

/**
 * What waits to be taken to the server, and what was in the bundles that were made. It only grows, so that two copies of a casebook merge
 * by adding: what is in a bundle of either waits no more.
 */
export class Outbox {
  readonly #desk: OutboxDesk;
  readonly #replies = new Map<ItemId, WrittenReply>();
  readonly #marks = new Map<ReportTag, QueuedMark>();
  readonly #privates = new Map<ItemId, PrivateStatement>();
  readonly #sent = new Map<string, Sent>();
  readonly #lastAt = new Map<ItemId, string>();
  readonly #reached = new Map<ItemId, Set<Identity>>();

  constructor(desk: OutboxDesk) {
    this.#desk = desk;
  }

  get replies(): ReadonlyMap<ItemId, WrittenReply> {
    return this.#replies;
  }

  get marks(): ReadonlyMap<ReportTag, QueuedMark> {
    return this.#marks;
  }

  get privates(): ReadonlyMap<ItemId, PrivateStatement> {
    return this.#privates;
  }

  get sent(): Iterable<Sent> {
    return this.#sent.values();
  }

  addReply(reply: WrittenReply): void {
    if (this.#replies.has(reply.id)) return;
    this.#replies.set(reply.id, reply);
    this.#desk.touch();
  }

  /** One report is marked once; of two marks the earlier stays, whichever came first. */
  addMark(mark: QueuedMark): void {
    const known = this.#marks.get(mark.tag);
    if (known && orderOf(known) <= orderOf(mark)) return;
    this.#marks.set(mark.tag, mark);
    this.#desk.touch();
  }

  /** Goes to that colleague alone, in a letter of its own, with the next bundle that can reach them. The same one twice is sent once. */
  async queuePrivate(statement: PrivateStatement): Promise<void> {
    const id = toHex(await sha256(fromBase64(statement.envelope.payload)));
    if (this.#privates.has(id)) return;
    this.#privates.set(id, statement);
    this.#desk.touch();
  }

  /** A bundle was written that holds these. */
  addSent(sent: Sent): void {
    const key = JSON.stringify([sent.at, ...sent.to, sent.items[0]]);
    if (this.#sent.has(key)) return;
    this.#sent.set(key, sent);
    for (const item of sent.items) {
      const last = this.#lastAt.get(item);
      if (last === undefined || last < sent.at) this.#lastAt.set(item, sent.at);
      const reached = this.#reached.get(item) ?? new Set();
      for (const identity of sent.to) reached.add(identity);
      this.#reached.set(item, reached);
    }
    this.#desk.touch();
  }

  /** When the last bundle that holds it was made; `null`: it waits. */
  sentAt(item: ItemId): string | null {
    return this.#lastAt.get(item) ?? null;
  }

  /** Whether a bundle held it in a letter that this colleague can open. */
  hasReached(item: ItemId, identity: Identity): boolean {
    return this.#reached.get(item)?.has(identity) ?? false;
  }
}

function orderOf({ day, mark }: QueuedMark): string {
  return `${String(day).padStart(10, '0')} ${mark}`;
}
