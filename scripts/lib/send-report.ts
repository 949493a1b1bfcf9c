import {
  emptyNote,
  newEvidenceKey,
  sealNote,
  sealReport,
  sha256,
  systemRandom,
  toHex,
  type Bytes,
  type Case,
  type Letter,
  type Office,
  type Report,
} from '../../crypto/index.ts';
import { Failure } from './failure.ts';
import { HashedCells } from './hashed-cells.ts';
import { postLetter } from './post-letter.ts';
import { checkReceipt, type ReceiptCheck } from './receipt.ts';
import { SealedFiles } from './sealed-files.ts';
import type { ServerClient } from './server.ts';
import { uploadEvidence } from './upload-evidence.ts';

/** A report, and all that decides how it is sealed and sent. */
export interface Sending {
  readonly report: Report;
  readonly office: Office;
  readonly excluded: ReadonlySet<number>;
  /** Paths of the files that go with it. */
  readonly attach: readonly string[];
  /** The case by which its writer comes back. */
  readonly of: Case | null;
  /** Is awaited once all is ready, before the letter goes out. */
  readonly beforePosting?: () => Promise<void>;
}

export interface Sent {
  /** SHA-256 of the letter, in hex. */
  readonly id: string;
  readonly receipt: ReceiptCheck;
}

/** Seals a report as the form does, uploads its files, and posts it. */
export async function sendReport(server: ServerClient, sending: Sending): Promise<Sent> {
  const { report, office, excluded, attach, of } = sending;
  const sealed = (whole: Report) => sealReport(whole, office, excluded, systemRandom, of ?? undefined);
  if (attach.length === 0) return post(server, sending, await sealed(report), null);
  const files = await SealedFiles.open(attach, newEvidenceKey(systemRandom));
  try {
    // Sealed first: a report that is too long should be known before gigabytes are sent.
    const letter = await sealed({ ...report, evidence: files.list });
    const cells = new HashedCells(files);
    const id = await uploadEvidence(server, cells);
    await files.checkUnchanged();
    return await post(server, sending, letter, { id, digest: await cells.digest() });
  } finally {
    await files.close();
  }
}

/** A letter without a case has a note too, so that the server does not learn which have one. */
async function post(
  server: ServerClient,
  { office, of, beforePosting }: Sending,
  letter: Letter,
  evidence: { readonly id: string; readonly digest: Bytes } | null,
): Promise<Sent> {
  const contents = { report: await sha256(letter), evidence: evidence?.digest ?? null };
  const note = of ? await sealNote(contents, of.noteKey, systemRandom) : emptyNote(systemRandom);
  await beforePosting?.();
  const answer = await postLetter(server, letter, { evidence: evidence?.id ?? null, note });
  if (answer.id !== toHex(contents.report)) throw new Failure('answer-malformed', 'number of the report');
  return { id: answer.id, receipt: await checkReceipt(answer.receipt, office.roster, contents, note) };
}
