import type { Request } from 'express';

import { CELL_BYTES, EVIDENCE_BYTES_MAX, evidenceIdSchema } from '../../crypto/index.ts';

import { Refusal } from '../problems.ts';
import type { Upload } from '../store/store.ts';

/** What a request about evidence says, checked before the library sees it: whatever we do not know is refused. */
const TUS_VERSION = '1.0.0';
const PIECE_TYPE = 'application/offset+octet-stream';

export function checkVersion(request: Request): void {
  if (request.get('Tus-Resumable') !== TUS_VERSION) throw new Refusal('tus-version', { 'Tus-Version': TUS_VERSION });
}

export function evidenceId(request: Request): string {
  const id = evidenceIdSchema.safeParse(request.params['id']);
  if (!id.success) throw new Refusal('evidence-not-found');
  return id.data;
}

/** The length that a new upload will have, `null` where it will be told later. What would say more about it is refused. */
export function announcedLength(request: Request): number | null {
  if (request.get('Upload-Metadata')) throw new Refusal('evidence-malformed');
  if (request.get('Upload-Concat') !== undefined) throw new Refusal('evidence-malformed');
  if (request.get('Transfer-Encoding') !== undefined || (request.get('Content-Length') ?? '0') !== '0') {
    throw new Refusal('evidence-malformed');
  }
  const deferred = request.get('Upload-Defer-Length');
  if (deferred === undefined) return lengthIn(request);
  if (deferred !== '1' || request.get('Upload-Length') !== undefined) throw new Refusal('evidence-malformed');
  return null;
}

/** Which bytes of an upload a request brings. */
export interface Piece {
  readonly offset: number;
  /** `null` where it is not said. */
  readonly bytes: number | null;
  /** Where the upload ends, as far as that is known or told now. */
  readonly end: number;
  /** The length of the upload is told for the first time. */
  readonly tellsLength: boolean;
}

export function pieceOf(request: Request, upload: Upload): Piece {
  const offset = wholeNumber(request.get('Upload-Offset'));
  if (offset === null) throw new Refusal('evidence-malformed');
  const told = request.get('Upload-Length') === undefined ? null : lengthIn(request);
  // Told again, since the answer was lost: that is no other length.
  if (told !== null && upload.bytes !== null && told !== upload.bytes) throw new Refusal('evidence-length');
  if (told !== null && told < offset) throw new Refusal('evidence-length');
  const bytes = request.get('Content-Length') === undefined ? null : Number(request.get('Content-Length'));
  const end = told ?? upload.bytes ?? EVIDENCE_BYTES_MAX;
  if (offset + (bytes ?? 0) > end) throw new Refusal('evidence-too-large');
  return { offset, bytes, end, tellsLength: told !== null && upload.bytes === null };
}

export function checkPieceType(request: Request): void {
  if (request.get('Content-Type') !== PIECE_TYPE) throw new Refusal('type-unsupported');
}

function lengthIn(request: Request): number {
  const length = wholeNumber(request.get('Upload-Length'));
  if (length === null) throw new Refusal('evidence-length');
  if (length > EVIDENCE_BYTES_MAX) throw new Refusal('evidence-too-large');
  if (length === 0 || length % CELL_BYTES !== 0) throw new Refusal('evidence-length');
  return length;
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^(?:0|[1-9]\d{0,15})$/.test(text) ? Number(text) : null;
}
