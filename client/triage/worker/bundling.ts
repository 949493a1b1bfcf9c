import {
  asReplySize,
  charterPublicKey,
  fromBase64,
  fromHex,
  openDirectory,
  openedMark,
  sealJournalLetters,
  systemRandom,
  type Letter,
  type Office,
  type Outbound,
} from '../../../crypto/index.ts';
import { failureOf, type Handlers } from '../calls/answering.ts';
import { CallError, type Failure } from '../calls/line.ts';
import type {
  MadeBundle,
  OutboxCalls,
  OutboxCounts,
  OutboxFacts,
  ReadyBundle,
  Unreachable,
} from '../calls/outbox-calls.ts';
import { compareText } from '../desk/said.ts';
import { today } from './desk-index.ts';
import type { Memory } from './memory.ts';
import { outboundFiles } from './outbound-files.ts';
import type { ItemId, QueuedMark, Sent, WrittenReply } from './outbox.ts';
import { lackOf, postOf, type Lacks, type Post } from './post.ts';

export function outboxHandlers(memory: Memory): Handlers<OutboxCalls> {
  /** What bundles hold that are written nowhere yet: where the page ends before that, all of it waits on. */
  const ready = new Map<string, readonly Sent[]>();
  return {
    outbox: () => outboxFacts(memory),

    async makeBundle({ again }) {
      const { bundle, sent } = await memory.inTurn(() => makeBundle(memory, again));
      ready.set(bundle.at, sent);
      return bundle;
    },

    bundleWritten(at) {
      for (const sent of ready.get(at) ?? []) memory.outbox.addSent(sent);
      ready.delete(at);
      return null;
    },
  };
}

/** What is to go into a bundle: all that waits, or all that an earlier one held. */
interface Contents {
  readonly replies: readonly WrittenReply[];
  readonly marks: readonly QueuedMark[];
  readonly post: readonly Post[];
}

async function makeBundle(memory: Memory, again: string | null): Promise<{ bundle: ReadyBundle; sent: Sent[] }> {
  memory.unlocked();
  const office = await officeToday(memory);
  const contents = contentsOf(memory, 'code' in office ? null : office, again);
  const letters = 'code' in office ? [] : await lettersOf(contents.post, office);
  const outbound: Outbound = {
    replies: contents.replies.map(({ mailbox, sealed }) => ({
      mailbox: fromHex(mailbox),
      reply: asReplySize(fromBase64(sealed)),
    })),
    opened: contents.marks.map(({ day, mark }) => ({ day, mark: openedMark(fromBase64(mark)) })),
    letters,
  };
  const files = outboundFiles(outbound).map((bytes) => new Blob([bytes], { type: 'application/octet-stream' }));
  if (files.length === 0) throw new CallError({ code: 'outbox-empty' });
  const at = new Date().toISOString();
  return { bundle: { at, files, letters: letters.length, ...countsOf(contents) }, sent: sentOf(contents, at) };
}

function contentsOf(memory: Memory, office: Office | null, again: string | null): Contents {
  const { outbox } = memory;
  const isIn = again === null ? (item: ItemId) => outbox.sentAt(item) === null : isInBundle(memory, again);
  return {
    replies: [...outbox.replies.values()].filter(({ id }) => isIn(id)),
    marks: [...outbox.marks.values()].filter(({ tag }) => isIn(tag)),
    post: office ? postOf(memory, office, again === null ? lacksNow(memory) : isIn) : [],
  };
}

/** Of an earlier bundle everything, to everybody who can be addressed now: taking in twice is taking in once. */
function isInBundle({ outbox }: Memory, at: string): (item: ItemId) => boolean {
  const items = new Set([...outbox.sent].filter((sent) => sent.at === at).flatMap((sent) => sent.items));
  return (item) => items.has(item);
}

function lacksNow({ outbox }: Memory): Lacks {
  return (item, identity) => !outbox.hasReached(item, identity);
}

async function lettersOf(post: readonly Post[], office: Office): Promise<Letter[]> {
  const letters: Letter[] = [];
  for (const { slots, entries, privates } of post) {
    const ofKind = (wanted: string) => privates.filter(({ kind }) => kind === wanted).map(({ envelope }) => envelope);
    const journal = entries.map(({ envelope }) => envelope);
    const contents = { journal, grants: ofKind('grant'), releases: ofKind('release') };
    letters.push(...(await sealJournalLetters(contents, office, slots, systemRandom)));
  }
  return letters;
}

function sentOf({ replies, marks, post }: Contents, at: string): Sent[] {
  const toServer: Sent = { at, to: [], items: [...replies.map(({ id }) => id), ...marks.map(({ tag }) => tag)] };
  const toColleagues = post.map(({ to, entries, privates }): Sent => {
    return { at, to, items: [...entries.map(({ entry }) => entry.id), ...privates.map(({ id }) => id)] };
  });
  return [toServer, ...toColleagues].filter(({ items }) => items.length > 0);
}

function countsOf({ replies, marks, post }: Contents): OutboxCounts {
  return {
    replies: replies.length,
    marks: marks.length,
    entries: new Set(post.flatMap(({ entries }) => entries.map(({ entry }) => entry.id))).size,
    privates: post.reduce((total, { privates }) => total + privates.length, 0),
  };
}

async function outboxFacts(memory: Memory): Promise<OutboxFacts> {
  memory.unlocked();
  const office = await officeToday(memory);
  const isKnown = !('code' in office);
  return {
    waiting: countsOf(contentsOf(memory, isKnown ? office : null, null)),
    unreachable: isKnown ? unreachableIn(memory, office) : [],
    letters: isKnown || !hasColleagues(memory) ? null : office,
    made: madeBundles(memory),
  };
}

/** The office as it can be sealed to today, or why it cannot. Secrets go only to an office whose check number somebody compared. */
async function officeToday({ office }: Memory): Promise<Office | Failure> {
  if (!office) return { code: 'office-unknown' };
  if (!office.isPinned) return { code: 'office-not-compared' };
  try {
    return await openDirectory(office.directory, charterPublicKey(fromBase64(office.charter)), today());
  } catch (error) {
    return failureOf(error);
  }
}

function hasColleagues({ office, session }: Memory): boolean {
  return office === null || office.roster.reviewers.some(({ identity }) => identity !== session?.identity);
}

/** Colleagues who have no key for the month, and whoever left while something was to go to them alone. */
function unreachableIn(memory: Memory, { roster, addressable }: Office): Unreachable[] {
  const { identity: me } = memory.unlocked();
  const lacks = lacksNow(memory);
  const isReached = new Set(addressable.map(({ reviewer }) => reviewer.identity));
  const listed = new Map(roster.reviewers.map(({ identity, name }) => [identity, name]));
  const left = new Set([...memory.outbox.privates.values()].map(({ to }) => to).filter((to) => !listed.has(to)));
  const unreached = [
    ...[...listed].filter(([identity]) => identity !== me && !isReached.has(identity)),
    ...[...left].map((identity) => [identity, null] as const),
  ];
  return unreached
    .map(([identity, name]) => {
      const { entries, privates } = lackOf(memory, identity, lacks);
      return { name, entries: name === null ? 0 : entries, privates };
    })
    .filter(({ entries, privates }) => entries + privates > 0);
}

function madeBundles({ outbox }: Memory): MadeBundle[] {
  const items = new Map<string, Set<ItemId>>();
  for (const sent of outbox.sent) items.set(sent.at, new Set([...(items.get(sent.at) ?? []), ...sent.items]));
  return [...items]
    .sort(([a], [b]) => compareText(b, a))
    .map(([at, held]) => {
      const count = (known: { has(item: ItemId): boolean }) => [...held].filter((item) => known.has(item)).length;
      const [replies, marks, privates] = [count(outbox.replies), count(outbox.marks), count(outbox.privates)];
      return { at, replies, marks, privates, entries: held.size - replies - marks - privates };
    });
}
