import type { Server } from '@tus/server';
import type { Request, RequestHandler } from 'express';

import { CELL_BYTES, dayOf, EVIDENCE_BYTES_PER_WORK, WORK_HEADER } from '../../crypto/index.ts';

import type { Blobs } from '../blobs/blobs.ts';
import type { EvidenceRoom } from '../blobs/room.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../problems.ts';
import type { Upload, UploadStore } from '../store/store.ts';
import type { Admission, WorkGate } from '../work.ts';
import { ArrivingPiece, type Allowance } from './evidence-body.ts';
import { announcedLength, checkPieceType, checkVersion, evidenceId, pieceOf, type Piece } from './evidence-request.ts';
import { passTo } from './evidence-tus.ts';

export interface EvidenceDeps {
  readonly tus: Server;
  readonly store: UploadStore;
  readonly blobs: Blobs;
  readonly room: EvidenceRoom;
  readonly work: WorkGate;
  readonly clock: Clock;
}

/** `POST /api/evidence`: begins an upload, of a length that is known or told at its end. One proof of work pays for its first GiB. */
export function createEvidence({ tus, room, work }: EvidenceDeps): RequestHandler {
  return async (request, response) => {
    checkVersion(request);
    const length = announcedLength(request);
    const answer = await paidBy(await work.admit(request.get(WORK_HEADER)), async () => {
      if (!(await room.has(length ?? CELL_BYTES))) throw new Refusal('evidence-no-room');
      return passTo(tus, request);
    });
    answer(response);
  };
}

/** `HEAD /api/evidence/:id`: how far an upload is. */
export function evidenceOffset({ tus }: EvidenceDeps): RequestHandler {
  return async (request, response) => {
    checkVersion(request);
    evidenceId(request);
    const answer = await passTo(tus, request);
    answer(response);
  };
}

/** `PATCH /api/evidence/:id`: goes on with an upload. What arrived before a connection broke is kept. */
export function continueEvidence({ tus, store, blobs, room, work, clock }: EvidenceDeps): RequestHandler {
  return async (request, response) => {
    checkVersion(request);
    const id = evidenceId(request);
    checkPieceType(request);
    // The library looks at all of this again under its lock, but only after it has begun to read the body.
    const upload = await store.upload(id);
    if (upload === null) throw new Refusal('evidence-not-found');
    const piece = pieceOf(request, upload);
    const allowance = allowanceFor(piece, upload, request);
    if (piece.offset !== (await blobs.size(id))) throw new Refusal('evidence-offset');

    const grant = room.open(id);
    try {
      if (!(await grant.extendTo(Math.min(piece.bytes ?? 1, CELL_BYTES), allowance.bytes))) {
        throw new Refusal('evidence-no-room');
      }
      if (allowance.isWorkDue) {
        await paidBy(await work.admit(request.get(WORK_HEADER)), () => store.payForUpload(id));
      }
      await store.touchUpload(id, dayOf(clock()));
      const body = new ArrivingPiece(request, response, allowance, grant);
      const answer = await passTo(tus, request, {
        body: body.bytes(),
        ...(!piece.tellsLength && { without: 'upload-length' }),
      });
      body.checkWhole();
      answer(response);
    } finally {
      await grant.close();
    }
  };
}

/** `DELETE /api/evidence/:id`: whoever knows the id may delete the upload, until a letter names it. */
export function deleteEvidence({ tus, store, room }: EvidenceDeps): RequestHandler {
  return async (request, response) => {
    checkVersion(request);
    const id = evidenceId(request);
    if ((await store.upload(id)) === null) throw new Refusal('evidence-not-found');
    try {
      const answer = await passTo(tus, request);
      room.forget(id);
      answer(response);
    } catch (error) {
      throw (await store.isUploadNamed(id)) ? new Refusal('evidence-named') : error;
    }
  };
}

/** What of a piece is paid for, with the work that this request shows where that is due. Throws `evidence-work-due`. */
function allowanceFor(
  { offset, bytes, end }: Piece,
  { works }: Upload,
  request: Request,
): Allowance & { readonly isWorkDue: boolean } {
  const needed = offset + (bytes ?? 1);
  const isWorkDue = needed > works * EVIDENCE_BYTES_PER_WORK;
  const paid = (isWorkDue ? works + 1 : works) * EVIDENCE_BYTES_PER_WORK;
  if (needed > paid || (isWorkDue && !request.get(WORK_HEADER))) throw new Refusal('evidence-work-due');
  return {
    bytes: bytes ?? Math.min(end, paid) - offset,
    beyond: end <= paid ? 'evidence-too-large' : 'evidence-work-due',
    isWorkDue,
  };
}

/** Work is spent where what it was for was done, and may be shown again otherwise. */
async function paidBy<Result>(admission: Admission, what: () => Promise<Result>): Promise<Result> {
  try {
    const result = await what();
    admission.accept();
    return result;
  } catch (error) {
    admission.release();
    throw error;
  }
}
