import { createHash } from 'node:crypto';

import type { Request, RequestHandler, Response } from 'express';

import {
  AmparoError,
  asLetter,
  CELL_BYTES,
  dayOf,
  EVIDENCE_HEADER,
  evidenceIdSchema,
  isLetterSize,
  LETTER_SIZES,
  LETTER_TYPE,
  NOTE_HEADER,
  toBytes,
  toHex,
  WORK_HEADER,
  type Bytes,
  type Letter,
  type RandomBytes,
  type ReportAnswer,
} from '../../crypto/index.ts';

import type { Blobs } from '../blobs/blobs.ts';
import { readBody } from '../body.ts';
import type { Clock } from '../clock.ts';
import type { LogKey } from '../log/log-key.ts';
import { Refusal } from '../problems.ts';
import { acceptanceOf, digestOf, noteIn, receiptAgain } from '../receipts.ts';
import type { LetterStore, UploadStore } from '../store/store.ts';
import type { WorkGate } from '../work.ts';

/** The largest letter at 3 kB/s: a phone on a bad line, or Tor on a bad day. */
export const LETTER_TIMEOUT_MS = 180_000;
/** Letters on their way at once, in memory; 256 of the largest. */
const ARRIVING_BYTES_MAX = 256 * LETTER_SIZES[2];

export interface ReportDeps {
  readonly store: LetterStore & UploadStore;
  readonly blobs: Blobs;
  readonly work: WorkGate;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Signs receipts. */
  readonly logKey: LogKey;
  readonly letterTimeoutMs: number;
}

/** `POST /api/reports`: takes in a letter. All that can be refused is refused before its body is read. */
export function postReport(deps: ReportDeps): RequestHandler {
  const { store, blobs, work, clock, random, logKey, letterTimeoutMs } = deps;
  let arrivingBytes = 0;

  return async (request, response) => {
    const size = letterSize(request);
    const evidence = evidenceNamed(request);
    const note = noteIn(request.get(NOTE_HEADER), random);
    if (arrivingBytes + size > ARRIVING_BYTES_MAX) throw new Refusal('busy', { 'Retry-After': '30' });
    arrivingBytes += size;
    try {
      const admission = await work.admit(request.get(WORK_HEADER));
      try {
        const body = await readBody(request, response, size, letterTimeoutMs);
        const letter = checked(body);
        const bytes = evidence === null ? 0 : await settledBytes(evidence, deps);
        const contents = {
          report: toBytes(createHash('sha256').update(letter).digest()),
          evidence: evidence === null ? null : await digestOf(evidence, bytes, blobs),
        };
        const day = dayOf(clock());
        const { receipt, entry } = await acceptanceOf(contents, note, day, logKey);
        const cells = bytes / CELL_BYTES;
        const outcome = await store.addLetter({ id: contents.report, day, evidence, cells, body: letter, entry });
        if (outcome === 'evidence-not-found' || outcome === 'evidence-taken') throw new Refusal(outcome);
        admission.accept();
        const before = outcome === 'added' ? null : await store.entryOf(contents.report);
        answer(response, outcome === 'added' ? 201 : 200, {
          id: toHex(contents.report),
          receipt: before === null ? receipt : receiptAgain(contents, before, logKey),
        });
      } catch (error) {
        // Whoever sends what is no letter has used up their work; whoever was let down by network or disk has not.
        if (error instanceof Refusal && error.code === 'letter-malformed') admission.accept();
        else admission.release();
        throw error;
      }
    } finally {
      arrivingBytes -= size;
    }
  };
}

function letterSize(request: Request): number {
  if (request.get('Content-Type') !== LETTER_TYPE) throw new Refusal('type-unsupported', { Accept: LETTER_TYPE });
  const length = request.get('Content-Length');
  if (length === undefined) throw new Refusal('length-required');
  if (!isLetterSize(Number(length))) throw new Refusal('letter-size');
  return Number(length);
}

function evidenceNamed(request: Request): string | null {
  const header = request.get(EVIDENCE_HEADER);
  if (header === undefined) return null;
  const id = evidenceIdSchema.safeParse(header);
  if (!id.success) throw new Refusal('evidence-id-invalid');
  return id.data;
}

function checked(body: Bytes): Letter {
  try {
    return asLetter(body);
  } catch (error) {
    if (error instanceof AmparoError) throw new Refusal('letter-malformed');
    throw error;
  }
}

/** The evidence must be on disk before the letter that names it: a letter that is kept never names what is not. */
async function settledBytes(id: string, { store, blobs }: ReportDeps): Promise<number> {
  const upload = await store.upload(id);
  if (upload === null) throw new Refusal('evidence-not-found');
  if (upload.bytes === null || (await blobs.size(id)) !== upload.bytes) throw new Refusal('evidence-incomplete');
  await blobs.settle(id);
  return upload.bytes;
}

function answer(response: Response, status: number, body: ReportAnswer): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': bytes.length }).end(bytes);
}
