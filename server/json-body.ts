import type { Request, Response } from 'express';
import type * as z from 'zod/mini';

import { parse, parseJson } from '../crypto/index.ts';

import { readBody } from './body.ts';
import { Refusal, type ProblemCode } from './problems.ts';

const BODY_BYTES_MAX = 16_384; // a pass phrase of 1,000 characters, escaped as JSON allows, and a passkey's answer
const BODY_TIMEOUT_MS = 30_000;

/** Reads a small JSON body as `schema` has it; anything else is refused with `malformed`. */
export async function readJsonBody<Schema extends z.core.$ZodType>(
  request: Request,
  response: Response,
  schema: Schema,
  malformed: ProblemCode,
): Promise<z.infer<Schema>> {
  if (!/^application\/json(?:; ?charset=utf-8)?$/i.test(request.get('Content-Type') ?? '')) {
    throw new Refusal('type-unsupported', { Accept: 'application/json' });
  }
  const length = request.get('Content-Length');
  if (length === undefined) throw new Refusal('length-required');
  if (Number(length) > BODY_BYTES_MAX) throw new Refusal('body-too-large');
  const body = await readBody(request, response, Number(length), BODY_TIMEOUT_MS);
  try {
    return parse(schema, parseJson(body, 'encoding-invalid'), 'encoding-invalid');
  } catch {
    throw new Refusal(malformed);
  }
}
