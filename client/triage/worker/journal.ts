import {
  fileKey,
  fromBase64,
  fromUtf8,
  journalKeys,
  openEntry,
  type Envelope,
  type JournalEntry,
  type JournalKey,
} from '../../../crypto/index.ts';
import type { ReportTag } from '../desk/journal-types.ts';
import type { KnownOffice, Memory } from './memory.ts';

/** What became of statements that came from anywhere. */
export interface TakenEntries {
  readonly added: number;
  /** Not believed: forged, damaged, or signed by nobody who is or was on the list. */
  readonly refused: number;
}

/** Takes journal entries in, from bundles, casebooks and other reviewers alike: each is believed by its own signature alone. */
export async function takeEntries(memory: Memory, envelopes: readonly unknown[]): Promise<TakenEntries> {
  const { office } = memory;
  if (!office) {
    // Whose signature counts is not known yet: kept until a bundle tells of the office.
    for (const envelope of envelopes) memory.foreignLines.add(JSON.stringify({ type: 'entry', envelope }));
    return { added: 0, refused: 0 };
  }
  let added = 0;
  let refused = 0;
  for (const envelope of envelopes) {
    const entry = await openOne(memory, office, envelope);
    if (entry === null) refused += 1;
    else if (keep(memory, envelope as Envelope, entry)) added += 1;
  }
  return { added, refused };
}

/** What others said of a report before it was opened here can be read from now on. */
export async function unsealEntries(memory: Memory, tag: ReportTag): Promise<void> {
  const { office } = memory;
  if (!office) return;
  for (const { id, content } of [...memory.entrySet.entriesAbout(tag)]) {
    const kept = memory.entries.get(id);
    if (content !== null || !kept) continue;
    const entry = await openOne(memory, office, kept.envelope);
    if (entry && memory.entrySet.unseal(entry)) memory.entries.set(id, { ...kept, entry });
  }
}

async function openOne(memory: Memory, office: KnownOffice, envelope: unknown): Promise<JournalEntry | null> {
  try {
    const about = claimedSubject(envelope);
    const key = about === null ? undefined : await keyFor(memory, about);
    const reviewers = [...office.roster.reviewers, ...office.former];
    return await openEntry(envelope, { reviewers }, (tag) => (tag === about ? key : undefined));
  } catch {
    return null;
  }
}

function keep(memory: Memory, envelope: Envelope, entry: JournalEntry): boolean {
  if (!memory.entrySet.add(entry)) return false;
  memory.entries.set(entry.id, { envelope, entry });
  const { about, author, content } = entry;
  if (about === null) return true;
  memory.changedReports.add(about);
  // What this reviewer opened on another machine is not new to them.
  if (content?.kind === 'opened' && author === memory.session?.identity) memory.read.add(about);
  return true;
}

async function keyFor(memory: Memory, tag: ReportTag): Promise<JournalKey | undefined> {
  const known = memory.journalKeys.get(tag);
  const report = memory.reports.get(tag);
  if (known || !report) return known;
  const { key } = await journalKeys(fileKey(fromBase64(report.fileKey)));
  memory.journalKeys.set(tag, key);
  return key;
}

/** Which report an entry says that it is about: only to have the key at hand by which that is proved. */
function claimedSubject(envelope: unknown): ReportTag | null {
  const { payload } = envelope as { readonly payload?: unknown };
  if (typeof payload !== 'string') return null;
  const { about } = JSON.parse(fromUtf8(fromBase64(payload)) ?? 'null') as { readonly about?: unknown };
  return typeof about === 'string' ? about : null;
}
