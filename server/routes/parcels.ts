import type { Request, RequestHandler, Response } from 'express';

import {
  deliveredPath,
  EVIDENCE_BYTES_MAX,
  LETTER_SIZES,
  notDeliveredPath,
  PARCEL_FORM,
  type NotDelivered,
  type ReportAnswer,
} from '../../crypto/index.ts';

import { discardBody } from '../body.ts';
import type { Log } from '../clock.ts';
import { Form, type FormLimits } from '../form.ts';
import { languageFor, sendOn, type Pages } from '../pages.ts';
import type { ParcelGate } from '../parcel-gate.ts';
import { takeParcel, type TakeDeps } from '../parcels.ts';
import { Refusal, type ProblemCode } from '../problems.ts';
import { refusalFor } from '../refusal-for.ts';
import { liftTimeLimit } from '../request-time.ts';

/** Around the parcel: the form's own lines, the record headers, and what lies in buffers. */
const ENVELOPE_BYTES_MAX = 1_048_576;
const UNPROVEN_BYTES_MAX = LETTER_SIZES[2] + ENVELOPE_BYTES_MAX;
/** A tenth of what Tor carries on a bad day: slower than that is as good as broken. */
const STRETCH = { stretchMs: 60_000, bytesAStretchMin: 16_384 } as const;
/** A browser shows an answer only once it has sent its whole form: the more is taken and forgotten, the more people see why. */
const DISCARD = { bytesMax: 64 * 1_048_576, withinMs: 60_000 } as const;
const NAMES = { field: PARCEL_FORM.language, file: PARCEL_FORM.file };

export interface ParcelDeps extends TakeDeps {
  readonly pages: Pages;
  readonly gate: ParcelGate;
  readonly log: Log;
  /** For the letter with its stamp; evidence may take as long as it keeps coming. */
  readonly letterTimeoutMs: number;
  readonly stretch?: Pick<FormLimits, 'stretchMs' | 'bytesAStretchMin'>;
}

/** `POST /api/parcels`: takes in a parcel from a plain form, without script. All of it is kept, or nothing. */
export function postParcel(deps: ParcelDeps): RequestHandler {
  const { pages, gate, log, letterTimeoutMs, stretch = STRETCH } = deps;
  const limits = { withinMs: letterTimeoutMs, bytesMax: UNPROVEN_BYTES_MAX, ...stretch };
  return async (request, response) => {
    response.vary('Accept');
    const isForPerson = request.accepts(['json', 'html']) === 'html';
    let form: Form | undefined;
    try {
      const leave = gate.enter();
      try {
        checkLength(request);
        form = new Form(request, response, NAMES, limits);
        const { id, isNew } = await takeParcel(form, deps, (letterId) => {
          const admission = gate.admit(letterId);
          leave();
          liftTimeLimit(request);
          return admission;
        });
        if (isForPerson) sendOn(response, deliveredPath(languageFor(request, pages, form.value)));
        else answer(response, isNew ? 201 : 200, { id });
      } finally {
        leave();
        form?.stop();
      }
    } catch (error) {
      const refusal = refusalFor(error, response, log);
      if (!isForPerson) throw refusal;
      if (response.headersSent) response.destroy();
      else sendOn(response, notDeliveredPath(languageFor(request, pages, form?.value), reasonFor(refusal.code)));
    }
    discardBody(request, DISCARD);
  };
}

function checkLength(request: Request): void {
  const length = request.get('Content-Length');
  if (length === undefined) throw new Refusal('length-required');
  if (Number(length) > EVIDENCE_BYTES_MAX + UNPROVEN_BYTES_MAX) throw new Refusal('body-too-large');
}

const REASONS: Partial<Record<ProblemCode, NotDelivered>> = {
  'type-unsupported': 'not-a-parcel',
  'form-malformed': 'not-a-parcel',
  'parcel-malformed': 'not-a-parcel',
  'parcel-damaged': 'damaged',
  'parcel-unstamped': 'unstamped',
  'body-too-large': 'too-large',
  'evidence-no-room': 'no-room',
  'body-timeout': 'incomplete',
  'body-incomplete': 'incomplete',
  'length-required': 'incomplete',
};

/** What is left are the server's own troubles: trying again later is all there is to do. */
function reasonFor(code: ProblemCode): NotDelivered {
  return REASONS[code] ?? 'busy';
}

function answer(response: Response, status: number, body: ReportAnswer): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': bytes.length }).end(bytes);
}
